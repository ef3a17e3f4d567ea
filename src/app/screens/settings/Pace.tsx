// How practice goes: how much at once, how answers are typed, when a day begins.
import type { JSX } from 'preact';
import { Choice, Switch } from '../../parts/Choice.tsx';
import { DAY_STARTS, NEW_PER_DAY, SESSION_LENGTHS, SESSION_MINUTES } from '../../preferences.ts';
import { hrefOf } from '../../router.ts';
import { placementDone } from '../../session/placement.ts';
import { preferences } from '../../state.ts';
import { Fold } from './Fold.tsx';
import type { SetPreference } from './set-preference.ts';

const words = {
  length: 'Exercises a session',
  minutes: 'Minutes a session',
  minutesDetail: 'A session ends at whichever comes first; an exercise that is begun is finished.',
  noLimit: 'Any',
  newPerDay: 'New skills a day',
  newDetail: 'Each new skill adds reviews on later days. Two a day is a good pace.',
  comma: 'Decimal comma',
  commaDetail: 'You type 0,5 for one half, and part lists with semicolons: (1; 2). Exercises keep their points.',
  more: 'Day, time and level',
  dayStart: 'A new day starts at',
  dayDetail: 'Practice after midnight still counts for the evening before.',
  timing: 'Time counts',
  timingDetail: 'A quick right answer waits a little longer until it comes back. No answer ever counts as wrong for being slow.',
  level: 'Where you start',
  levelDetail: 'A few exercises find which skills you know already. They open skills and close none.',
  find: 'Find my level',
  findAgain: 'Find my level again',
  hour: (hour: number) => `${hour}:00`,
};

const numbered = (values: readonly number[]) => values.map(value => ({ value, title: `${value}` }));

export const Pace = ({ set }: { readonly set: SetPreference }): JSX.Element => {
  const { sessionLength, sessionMinutes, newPerDay, decimalComma } = preferences.value;
  return (
    <>
      <Choice
        name="sessionLength"
        title={words.length}
        options={numbered(SESSION_LENGTHS)}
        value={sessionLength}
        onChoose={value => void set('sessionLength', value)}
      />
      <Choice
        name="sessionMinutes"
        title={words.minutes}
        detail={words.minutesDetail}
        options={SESSION_MINUTES.map(value => ({ value, title: value === 0 ? words.noLimit : `${value}` }))}
        value={sessionMinutes}
        onChoose={value => void set('sessionMinutes', value)}
      />
      <Choice
        name="newPerDay"
        title={words.newPerDay}
        detail={words.newDetail}
        options={numbered(NEW_PER_DAY)}
        value={newPerDay}
        onChoose={value => void set('newPerDay', value)}
      />
      <Switch
        name="decimalComma"
        title={words.comma}
        detail={words.commaDetail}
        on={decimalComma}
        onTurn={on => void set('decimalComma', on)}
      />
      <Fold name="more" title={words.more}>
        <More set={set} />
      </Fold>
    </>
  );
};

const More = ({ set }: { readonly set: SetPreference }): JSX.Element => {
  const { dayStartsAt, timing } = preferences.value;
  return (
    <div class="settings-inner">
      <label class="switch">
        <span>
          <span class="switch-title">{words.dayStart}</span>
          <span class="quiet small">{words.dayDetail}</span>
        </span>
        <select
          name="dayStartsAt"
          value={dayStartsAt}
          onChange={event => void set('dayStartsAt', Number(event.currentTarget.value))}
        >
          {DAY_STARTS.map(hour => (
            <option key={hour} value={hour}>
              {words.hour(hour)}
            </option>
          ))}
        </select>
      </label>
      <Switch name="timing" title={words.timing} detail={words.timingDetail} on={timing} onTurn={on => void set('timing', on)} />
      <div class="setting">
        <p class="switch-title">{words.level}</p>
        <p class="quiet small">{words.levelDetail}</p>
        <a class="button" href={hrefOf({ at: 'placement' })} data-action="placement">
          {placementDone.value ? words.findAgain : words.find}
        </a>
      </div>
    </div>
  );
};
