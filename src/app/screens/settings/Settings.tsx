// Settings: how Gradus looks, how practice goes, where the data is and how to carry it, and what version this is.

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Choice, Switch } from '../../parts/Choice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { DAY_STARTS, NEW_PER_DAY, type Preferences, SESSION_LENGTHS, SESSION_MINUTES, THEMES } from '../../preferences.ts';
import { hrefOf } from '../../router.ts';
import { placementDone } from '../../session/placement.ts';
import { prefer, preferences } from '../../state.ts';
import { capital } from '../../words.ts';
import { Backup } from './Backup.tsx';
import { DataCheck } from './DataCheck.tsx';
import { EarlierStates } from './EarlierStates.tsx';
import { Install } from './Install.tsx';
import { Storage } from './Storage.tsx';

const words = {
  title: 'Settings',
  look: 'Look',
  theme: 'Colours',
  practice: 'Practice',
  length: 'Exercises a session',
  minutes: 'Minutes a session',
  minutesDetail: 'A session ends at whichever comes first; an exercise that is begun is finished.',
  noLimit: 'Any',
  newPerDay: 'New skills a day',
  newDetail: 'Each new skill adds reviews on later days. Two a day is a good pace.',
  dayStart: 'A new day starts at',
  dayDetail: 'Practice after midnight still counts for the evening before.',
  timing: 'Time counts',
  timingDetail: 'A quick right answer waits a little longer until it comes back. No answer ever counts as wrong for being slow.',
  level: 'Where you start',
  levelDetail: 'A few exercises find which skills you know already. They open skills and close none.',
  find: 'Find my level',
  findAgain: 'Find my level again',
  data: 'Your data',
  about: 'About',
  version: (version: string) => `Gradus ${version}`,
  hour: (hour: number) => `${hour}:00`,
};

const numbered = (values: readonly number[]) => values.map(value => ({ value, title: `${value}` }));

export const Settings = ({ version }: { version: string }): JSX.Element => {
  const says = useSignal('');
  const set = async <K extends keyof Preferences>(key: K, value: Preferences[K]): Promise<void> => {
    const saved = await prefer(key, value);
    says.value = saved.ok ? '' : saved.problem.says;
  };
  return (
    <Page title={words.title}>
      {says.value && <Notice says={says.value} />}
      <section>
        <h2>{words.look}</h2>
        <div class="card settings">
          <Theme set={set} />
        </div>
      </section>
      <section>
        <h2>{words.practice}</h2>
        <div class="card settings">
          <Pace set={set} />
        </div>
      </section>
      <section>
        <h2>{words.data}</h2>
        <div class="card settings">
          <Storage />
          <Backup />
          <EarlierStates />
          <DataCheck />
        </div>
      </section>
      <Install />
      <section>
        <h2>{words.about}</h2>
        <p class="quiet small" data-version={version}>
          {words.version(version)}
        </p>
      </section>
    </Page>
  );
};

type Set = <K extends keyof Preferences>(key: K, value: Preferences[K]) => Promise<void>;

const Theme = ({ set }: { set: Set }): JSX.Element => (
  <Choice
    name="theme"
    title={words.theme}
    options={THEMES.map(value => ({ value, title: capital(value) }))}
    value={preferences.value.theme}
    onChoose={value => void set('theme', value)}
  />
);

const Pace = ({ set }: { set: Set }): JSX.Element => {
  const { sessionLength, sessionMinutes, newPerDay, dayStartsAt, timing } = preferences.value;
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
    </>
  );
};
