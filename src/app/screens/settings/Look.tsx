// How Gradus looks, moves and feels.
import type { JSX } from 'preact';
import { canTick } from '../../haptics.ts';
import { Choice, Switch } from '../../parts/Choice.tsx';
import { THEMES } from '../../preferences.ts';
import { preferences } from '../../state.ts';
import { capital } from '../../words.ts';
import type { SetPreference } from './set-preference.ts';

const words = {
  theme: 'Colours',
  motion: 'Reduce motion',
  motionDetail: 'Nothing slides or fades. Switched off, Gradus does as your device is set.',
  haptics: 'Vibrate',
  hapticsDetail: 'A short tick when an answer is right, two when it is not yet.',
};

export const Look = ({ set }: { readonly set: SetPreference }): JSX.Element => {
  const { theme, reducedMotion, haptics } = preferences.value;
  return (
    <>
      <Choice
        name="theme"
        title={words.theme}
        options={THEMES.map(value => ({ value, title: capital(value) }))}
        value={theme}
        onChoose={value => void set('theme', value)}
      />
      <Switch
        name="reducedMotion"
        title={words.motion}
        detail={words.motionDetail}
        on={reducedMotion}
        onTurn={on => void set('reducedMotion', on)}
      />
      {canTick() && (
        <Switch
          name="haptics"
          title={words.haptics}
          detail={words.hapticsDetail}
          on={haptics}
          onTurn={on => void set('haptics', on)}
        />
      )}
    </>
  );
};
