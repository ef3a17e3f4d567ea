// A set as files for other programs: handed to the device's share menu or downloaded.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Sheet } from '../../../paper/sheet.ts';
import { handOver } from '../../backup-file.ts';
import type { FileFormat } from '../../sets/files.ts';

const words = {
  title: 'For other programs',
  saved: (name: string) => `Saved as ${name}.`,
  shared: 'The file is handed over.',
  failed: 'The file could not be made. Connect to the network once and try again.',
};

const FORMATS: readonly { readonly format: FileFormat; readonly title: string; readonly detail: string }[] = [
  { format: 'moodle', title: 'Moodle', detail: 'A quiz that marks itself, with hints and solutions: import it as Moodle XML.' },
  { format: 'anki', title: 'Anki', detail: 'Cards with the solution on the back: import it as a text file.' },
  { format: 'tex', title: 'TeX', detail: 'The worksheet, key and solutions as LaTeX, to go on writing in.' },
  { format: 'jsonl', title: 'JSON Lines', detail: 'Every exercise with its key, mistakes and solution, for programs.' },
];

export const OtherPrograms = (sheet: Sheet): JSX.Element => {
  const says = useSignal('');
  // On its way before the tap, since a share menu opens only within one.
  useEffect(() => void loadFiles().catch(() => undefined), []);
  const save = async (format: FileFormat): Promise<void> => {
    says.value = '';
    says.value = await handedOver(format, sheet);
  };
  return (
    <section class="share">
      <h2>{words.title}</h2>
      <ul class="card list">
        {FORMATS.map(({ format, title, detail }) => (
          <li key={format}>
            <button type="button" class="row" data-action={`save-${format}`} onClick={() => void save(format)}>
              <span class="row-words">
                <span class="row-title">{title}</span>
                <span class="row-detail">{detail}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" class="small">
        {says.value}
      </p>
    </section>
  );
};

const loadFiles = () => import('../../sets/files.ts');

/** What became of it, in words; none where the learner closed the menu. */
const handedOver = async (format: FileFormat, sheet: Sheet): Promise<string> => {
  const made = await loadFiles().then(
    ({ setFile }) => setFile(format, sheet),
    () => undefined,
  );
  if (!made) return words.failed;
  const way = await handOver(made);
  if (way === 'left') return '';
  return way === 'shared' ? words.shared : words.saved(made.name);
};
