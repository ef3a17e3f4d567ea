// Settings: how Gradus looks, how practice goes, where the data is and how to carry it, and what version this is.

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Choice, Switch } from '../../parts/Choice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { DAY_STARTS, LENGTHS, NEW_PER_DAY, type Preferences, THEMES } from '../../preferences.ts';
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
  newPerDay: 'New skills a day',
  newDetail: 'Each new skill adds reviews on later days. Two a day is a good pace.',
  dayStart: 'A new day starts at',
  dayDetail: 'Practice after midnight still counts for the evening before.',
  timing: 'Time counts',
  timingDetail: 'A quick right answer waits a little longer until it comes back. No answer ever counts as wrong for being slow.',
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
  const { length, newPerDay, dayStart, timing } = preferences.value;
  return (
    <>
      <Choice
        name="length"
        title={words.length}
        options={numbered(LENGTHS)}
        value={length}
        onChoose={value => void set('length', value)}
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
        <select name="dayStart" value={dayStart} onChange={event => void set('dayStart', Number(event.currentTarget.value))}>
          {DAY_STARTS.map(hour => (
            <option key={hour} value={hour}>
              {words.hour(hour)}
            </option>
          ))}
        </select>
      </label>
      <Switch name="timing" title={words.timing} detail={words.timingDetail} on={timing} onTurn={on => void set('timing', on)} />
    </>
  );
};
