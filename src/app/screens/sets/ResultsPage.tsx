// The results of a set that were sent back: gathered from messages, summed up, and as a table.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { skillOf } from '../../../catalog.ts';
import type { StoredSet } from '../../../store/sets.ts';
import { Page } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import { totalsOf } from '../../sets/class-totals.ts';
import type { OpenedSet } from '../../sets/opened-set.ts';
import { addResults, putResultBack, removeResult } from '../../sets/result-keeping.ts';
import { gatheredText } from '../../sets/result-words.ts';
import { hasFound, type ResultRow, rowsOf, type Sort, sorted } from '../../sets/results.ts';
import { ClassSummary } from './ClassSummary.tsx';
import { HandTableOver } from './HandTableOver.tsx';
import { PasteResults } from './PasteResults.tsx';
import { ResultTable } from './ResultTable.tsx';
import { nameOf } from './set-words.ts';
import { TallyLegend } from './Tally.tsx';
import '../../styles/results.css';

const words = {
  title: 'Results',
  how: 'When somebody has worked this set, Gradus writes a message for them to send you. Paste what you got: one message or a whole chat. The results in it are gathered here, and stay on this device.',
  removed: (whose: string) => `Removed: ${whose}.`,
  undo: 'Undo',
};

interface Props {
  readonly set: OpenedSet;
  readonly stored: StoredSet;
}

export const ResultsPage = ({ set, stored }: Props): JSX.Element => {
  const says = useSignal('');
  const order = useSignal<{ readonly sort: Sort; readonly isReversed: boolean }>({ sort: 'name', isReversed: false });
  const { sent, exercises, payload } = set;
  const expected = useMemo(() => ({ digest: sent.digest, exercises: exercises.length }), [sent, exercises]);
  const titles = useMemo(() => exercises.map(({ id }) => skillOf(id)?.title ?? id), [exercises]);
  const rows = useMemo(() => rowsOf(stored.results, expected), [stored.results, expected]);
  const totals = useMemo(() => totalsOf(rows), [rows]);
  const { sort, isReversed } = order.value;
  const shown = useMemo(() => sorted(rows, sort, isReversed), [rows, sort, isReversed]);
  const removal = useRemoval(stored.link, rows);
  const add = async (pasted: string): Promise<boolean> => {
    removal.forget();
    const gathered = await addResults(stored.link, pasted, expected);
    says.value = gathered.ok ? gatheredText(gathered.value) : gathered.problem.says;
    return gathered.ok && hasFound(gathered.value);
  };
  return (
    <Page title={words.title} back={{ href: hrefOf({ at: 'set', payload }), title: nameOf(sent.set) }}>
      {rows.length === 0 && <p class="lead">{words.how}</p>}
      <PasteResults says={says} onPaste={add} />
      {totals && <ClassSummary rows={rows} totals={totals} exercises={exercises} titles={titles} />}
      {totals && (
        <section>
          <ResultTable
            rows={rows}
            shown={shown}
            titles={titles}
            sort={sort}
            isReversed={isReversed}
            onSort={by => (order.value = { sort: by, isReversed: by === sort && !isReversed })}
            onRemove={(row, whose) => void removal.remove(row, whose)}
          />
          <TallyLegend />
          <HandTableOver title={nameOf(sent.set)} rows={shown} totals={totals} titles={titles} />
        </section>
      )}
      {removal.bar}
    </Page>
  );
};

interface Removed {
  readonly row: ResultRow;
  readonly place: number;
  readonly whose: string;
}

/** Taking a result out, and a bar to undo that. */
const useRemoval = (link: string, rows: readonly ResultRow[]) => {
  const removed = useSignal<Removed | undefined>(undefined);
  const problem = useSignal('');
  const button = useRef<HTMLButtonElement>(null);
  const returning = useRef('');
  useEffect(() => button.current?.focus(), [removed.value]);
  useEffect(() => {
    if (returning.current)
      document.querySelector<HTMLElement>(`[data-result="${CSS.escape(returning.current)}"] button`)?.focus();
    returning.current = '';
  }, [rows]);
  const remove = async (row: ResultRow, whose: string): Promise<void> => {
    const gone = await removeResult(link, row.link);
    problem.value = gone.ok ? '' : gone.problem.says;
    if (gone.ok) removed.value = { row, place: gone.value, whose };
  };
  const undo = async ({ row, place }: Removed): Promise<void> => {
    returning.current = row.link;
    const back = await putResultBack(link, row.link, place);
    problem.value = back.ok ? '' : back.problem.says;
    if (back.ok) removed.value = undefined;
  };
  const bar = (
    <div class="results-bar" role="status">
      {removed.value && (
        <>
          <p>{words.removed(removed.value.whose)}</p>
          <button
            ref={button}
            type="button"
            class="button"
            data-action="undo"
            onClick={() => removed.value && void undo(removed.value)}
          >
            {words.undo}
          </button>
        </>
      )}
      {problem.value && <p>{problem.value}</p>}
    </div>
  );
  const forget = (): void => {
    removed.value = undefined;
    problem.value = '';
  };
  return { bar, remove, forget };
};
