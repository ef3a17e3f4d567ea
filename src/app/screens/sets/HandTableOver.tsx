// The table for somewhere else: as text for a message, or as a file for a spreadsheet.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { handOver } from '../../backup-file.ts';
import { isCopied } from '../../sending.ts';
import type { ClassTotals } from '../../sets/class-totals.ts';
import { csvOf, tableFile, textOf } from '../../sets/result-table.ts';
import type { ResultRow } from '../../sets/results.ts';

const words = {
  copy: 'Copy as text',
  copied: 'The table is copied.',
  refused: 'It could not be copied. The text is selected: copy it by hand.',
  text: 'The table as text',
  save: 'Save as CSV',
  saved: (name: string) => `Saved as ${name}.`,
  shared: 'The file is handed over.',
};

interface Props {
  readonly title: string;
  /** As they are shown. */
  readonly rows: readonly ResultRow[];
  readonly totals: ClassTotals;
  readonly titles: readonly string[];
}

export const HandTableOver = ({ title, rows, totals, titles }: Props): JSX.Element => {
  const says = useSignal('');
  const byHand = useSignal('');
  useEffect(() => {
    says.value = '';
    byHand.value = '';
  }, [rows]);
  const copy = async (): Promise<void> => {
    const text = textOf(title, rows, totals, titles);
    const isDone = await isCopied(text);
    says.value = isDone ? words.copied : words.refused;
    byHand.value = isDone ? '' : text;
  };
  const save = async (): Promise<void> => {
    says.value = '';
    says.value = await handedOver(tableFile(title, csvOf(rows, titles)));
  };
  return (
    <>
      <div class="results-ways">
        <button type="button" class="button" data-action="copy-table" onClick={() => void copy()}>
          {words.copy}
        </button>
        <button type="button" class="button" data-action="save-table" onClick={() => void save()}>
          {words.save}
        </button>
      </div>
      <p role="status" class="small results-says">
        {says.value}
      </p>
      {byHand.value && <ByHand text={byHand.value} />}
    </>
  );
};

/** What became of it, in words; none where the owner closed the menu. */
const handedOver = async (file: File): Promise<string> => {
  const way = await handOver(file);
  if (way === 'left') return '';
  return way === 'shared' ? words.shared : words.saved(file.name);
};

/** Selected as soon as it is there. */
const ByHand = ({ text }: { readonly text: string }): JSX.Element => {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.select(), [text]);
  return <textarea ref={field} class="results-text" rows={6} readOnly aria-label={words.text} value={text} />;
};
