// Saving a backup to a file, and bringing one in: looked at first, then added or put in place of what is here.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ImportWay, Preview } from '../../../store/import.ts';
import { backupFile, handOver, readFile } from '../../backup-file.ts';
import { now } from '../../clock.ts';
import { cards, day, preferences, role, sets, store } from '../../state.ts';
import { changeWhole, painted } from '../../whole-state.ts';
import { capital, count } from '../../words.ts';
import { Said } from './Said.tsx';

const entries = (many: number): string => count(many, 'entry', 'entries');

const words = {
  about:
    'A backup holds every answer, your settings and your sets. It moves them to another device, brings two devices together, or brings back what was lost.',
  save: 'Save a backup',
  open: 'Open a backup',
  saved: (name: string) => `The backup is saved as ${name}.`,
  shared: 'The backup is handed over.',
  moment: 'One moment …',
  holds: ({ added, same, different }: Preview) => `This backup holds ${entries(added + same + different)}.`,
  added: ({ added, onlyHere }: Preview) =>
    `${added === 0 ? 'None of them is' : `${capital(count(added, 'of them', 'of them'))} ${added === 1 ? 'is' : 'are'}`} new on this device. ` +
    (onlyHere === 0
      ? 'Nothing here is missing from it.'
      : `${capital(entries(onlyHere))} here ${onlyHere === 1 ? 'is' : 'are'} not in it.`),
  different: ({ different }: Preview) =>
    different === 0
      ? ''
      : ` ${capital(entries(different))} ${different === 1 ? 'differs' : 'differ'}: of each the later one stays.`,
  merge: 'Add what is new',
  replace: 'Replace everything here',
  cancel: 'Leave it',
  merged: ({ added }: Preview) =>
    `Done: ${added === 0 ? 'nothing was new' : `${entries(added)} added`}. Of the settings, what was set last holds.`,
  replaced: 'Done: everything here is now as in the backup.',
};

interface Opened {
  readonly text: string;
  readonly preview: Preview;
}

export const Backup = (): JSX.Element => {
  const says = useSignal('');
  const opened = useSignal<Opened | undefined>(undefined);
  const look = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    opened.value = undefined;
    says.value = words.moment;
    await painted();
    const text = await readFile(file);
    const preview = text.ok ? await store().previewBackup(text.value) : text;
    if (text.ok && preview.ok) opened.value = { text: text.value, preview: preview.value };
    says.value = preview.ok ? '' : preview.problem.says;
  };
  const bring = async (way: ImportWay): Promise<void> => {
    const text = opened.value?.text ?? '';
    opened.value = undefined;
    says.value = words.moment;
    says.value = await bringIn(text, way);
  };
  return (
    <div class="setting" id="backup">
      <p>{words.about}</p>
      <div class="setting-actions">
        <SaveButton onSaved={text => (says.value = text)} />
        {role.value === 'writer' && (
          <label class="button">
            {words.open}
            <input
              class="spoken"
              type="file"
              accept=".json,application/json,text/plain"
              onChange={event => {
                void look(event.currentTarget.files?.[0]);
                event.currentTarget.value = '';
              }}
            />
          </label>
        )}
      </div>
      <Said says={says.value} />
      {opened.value && <Question preview={opened.value.preview} onWay={bring} onLeave={() => (opened.value = undefined)} />}
    </div>
  );
};

const bringIn = async (text: string, way: ImportWay): Promise<string> => {
  const result = await changeWhole(() => store().importBackup(text, way, now()));
  if (!result.ok) return result.problem.says;
  return way === 'merge' ? words.merged(result.value) : words.replaced;
};

/** A file, and what was known when it was made. */
interface Made {
  readonly file: File;
  readonly of: readonly unknown[];
}

/** The file is made before the tap, since a share menu opens only within one, and anew with all that is in it. */
const SaveButton = ({ onSaved }: { onSaved: (says: string) => void }): JSX.Element => {
  const made = useSignal<Made | undefined>(undefined);
  const known = [cards.value, preferences.value, day.value, sets.value];
  useEffect(() => {
    let isStale = false;
    void store()
      .exportBackup()
      .then(text => {
        if (isStale) return;
        if (text.ok) made.value = { file: backupFile(text.value, day.value), of: known };
        else onSaved(text.problem.says);
      });
    return () => {
      isStale = true;
    };
  }, known);
  const file = made.value?.of.every((each, i) => each === known[i]) ? made.value.file : undefined;
  const save = async (ready: File): Promise<void> => {
    onSaved('');
    const way = await handOver(ready);
    if (way !== 'left') onSaved(way === 'shared' ? words.shared : words.saved(ready.name));
  };
  return (
    <button type="button" class="button" data-action="export" disabled={!file} onClick={() => file && void save(file)}>
      {words.save}
    </button>
  );
};

interface QuestionProps {
  readonly preview: Preview;
  readonly onWay: (way: ImportWay) => Promise<void>;
  readonly onLeave: () => void;
}

const Question = ({ preview, onWay, onLeave }: QuestionProps): JSX.Element => (
  <fieldset class="question" aria-labelledby="question">
    <p id="question">
      <strong>{words.holds(preview)}</strong> {words.added(preview)}
      {words.different(preview)}
    </p>
    <button type="button" class="button primary" data-action="merge" onClick={() => void onWay('merge')}>
      {words.merge}
    </button>
    <button type="button" class="button" data-action="replace" onClick={() => void onWay('replace')}>
      {words.replace}
    </button>
    <button type="button" class="button plain" data-action="leave" onClick={onLeave}>
      {words.cancel}
    </button>
  </fieldset>
);
