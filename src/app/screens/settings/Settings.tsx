// Settings: how Gradus looks, how practice goes, where the data is and how to carry it, and what version this is.
import '../../styles/settings.css';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Kept } from '../../../store/snapshots.ts';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { prefer, role, store } from '../../state.ts';
import { Backup } from './Backup.tsx';
import { DataCheck } from './DataCheck.tsx';
import { Delete } from './Delete.tsx';
import { Deleted } from './Deleted.tsx';
import { EarlierStates } from './EarlierStates.tsx';
import { Install } from './Install.tsx';
import { Look } from './Look.tsx';
import { Pace } from './Pace.tsx';
import { Reminder } from './Reminder.tsx';
import { Reports } from './Reports.tsx';
import { Storage } from './Storage.tsx';
import type { SetPreference } from './set-preference.ts';

const words = {
  title: 'Settings',
  look: 'Look and feel',
  practice: 'Practice',
  reminder: 'A reminder',
  data: 'Your data',
  about: 'About',
  version: (version: string) => `Gradus ${version}`,
};

export interface SettingsProps {
  readonly version: string;
}

export const Settings = ({ version }: SettingsProps): JSX.Element => {
  const says = useSignal('');
  const deleted = useSignal<Kept | undefined>(undefined);
  const lookForDeleted = async (): Promise<void> => {
    const kept = await store().snapshots();
    deleted.value = kept.ok ? kept.value.findLast(({ why }) => why === 'deleted') : undefined;
  };
  useEffect(() => void lookForDeleted(), []);
  const set: SetPreference = async (key, value) => {
    const saved = await prefer(key, value);
    says.value = saved.ok ? '' : saved.problem.says;
  };
  const onDone = (problem: string): void => {
    says.value = problem;
    void lookForDeleted();
  };
  return (
    <Page title={words.title}>
      {says.value && <Notice says={says.value} />}
      {deleted.value && role.value === 'writer' && <Deleted state={deleted.value} onDone={onDone} />}
      <section>
        <h2>{words.look}</h2>
        <div class="card settings">
          <Look set={set} />
        </div>
      </section>
      <section>
        <h2>{words.practice}</h2>
        <div class="card settings">
          <Pace set={set} />
        </div>
      </section>
      <section>
        <h2>{words.reminder}</h2>
        <div class="card settings">
          <Reminder set={set} />
        </div>
      </section>
      <Install />
      <section>
        <h2>{words.data}</h2>
        <div class="card settings">
          <Storage />
          <Backup />
          <EarlierStates />
          <DataCheck />
          <Reports />
          <Delete />
        </div>
      </section>
      <section>
        <h2>{words.about}</h2>
        <p class="quiet small" data-version={version}>
          {words.version(version)}
        </p>
      </section>
    </Page>
  );
};
