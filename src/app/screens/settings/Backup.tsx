// Saving a backup to a file, and bringing one in: looked at first, then added or put in place of what is here.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ImportWay, Preview } from '../../../store/import.ts';
import { backupFile, canShare, downloadFile, readFile, shareFile } from '../../backup-file.ts';
import { now } from '../../clock.ts';
import { clearDesk } from '../../session/desk.ts';
import { holdKeeping } from '../../session/under-way.ts';
import { cards, day, preferences, reload, role, store } from '../../state.ts';
import { capital, count } from '../../words.ts';

const entries = (many: number): string => count(many, 'entry', 'entries');

const words = {
  about: 'A backup holds every answer, your settings and your sets. It moves them to another device, or brings them back.',
  save: 'Save a backup',
  open: 'Open a backup',
  saved: (name: string) => `The backup is saved as ${name}.`,
  shared: 'The backup is handed over.',
  holds: ({ added, same, different }: Preview) => `This backup holds ${entries(added + same + different)}.`,
  added: ({ added, onlyHere }: Preview) =>
    `${added === 0 ? 'None of them is' : `${added} of them ${added === 1 ? 'is' : 'are'}`} new on this device. ` +
    (onlyHere === 0
      ? 'Nothing here is missing from it.'
      : `${capital(entries(onlyHere))} here ${onlyHere === 1 ? 'is' : 'are'} not in it.`),
  merge: 'Add what is new',
  replace: 'Replace everything here',
  cancel: 'Leave it',
  merged: ({ added }: Preview) => `Done: ${entries(added)} added.`,
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
    says.value = '';
    const text = await readFile(file);
    const preview = text.ok ? await store().previewBackup(text.value) : text;
    if (text.ok && preview.ok) opened.value = { text: text.value, preview: preview.value };
    says.value = preview.ok ? '' : preview.problem.says;
  };
  const bring = async (way: ImportWay): Promise<void> => {
    says.value = opened.value ? await bringIn(opened.value.text, way) : '';
    opened.value = undefined;
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
      <p role="status" class="small">
        {says.value}
      </p>
      {opened.value && <Question preview={opened.value.preview} onWay={bring} onLeave={() => (opened.value = undefined)} />}
    </div>
  );
};

const bringIn = async (text: string, way: ImportWay): Promise<string> => {
  holdKeeping();
  const result = await store().importBackup(text, way, now());
  if (!result.ok) return result.problem.says;
  clearDesk();
  await reload();
  return way === 'merge' ? words.merged(result.value) : words.replaced;
};

/** The file is made before the tap, since a share menu opens only within one, and anew with all that is in it. */
const SaveButton = ({ onSaved }: { onSaved: (says: string) => void }): JSX.Element => {
  const file = useSignal<File | undefined>(undefined);
  useEffect(() => {
    let isStale = false;
    file.value = undefined;
    void store()
      .exportBackup()
      .then(text => {
        if (isStale) return;
        if (text.ok) file.value = backupFile(text.value, day.value);
        else onSaved(text.problem.says);
      });
    return () => {
      isStale = true;
    };
  }, [cards.value, preferences.value, day.value]);
  const save = async (ready: File): Promise<void> => {
    onSaved('');
    const sharing = canShare(ready) ? await shareFile(ready) : 'refused';
    if (sharing === 'shared') onSaved(words.shared);
    if (sharing !== 'refused') return;
    downloadFile(ready);
    onSaved(words.saved(ready.name));
  };
  return (
    <button
      type="button"
      class="button"
      data-action="export"
      disabled={!file.value}
      onClick={() => file.value && void save(file.value)}
    >
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
