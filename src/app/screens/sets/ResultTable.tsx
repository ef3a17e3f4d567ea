// The table of results: whose, the score, the time and, in a second line, a mark for each exercise; it opens to what was not right.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { byMark, durationText, furtherText, MARK_WORDS, pointsText, whoseText } from '../../sets/result-words.ts';
import { type ResultRow, SORTS, type Sort } from '../../sets/results.ts';
import { role } from '../../state.ts';
import { Tally } from './Tally.tsx';

const words = {
  caption: 'Results',
  columns: { name: 'Name', score: 'Score', time: 'Time' },
  of: (all: number) => ` of ${all}`,
  all: 'Everything is right.',
  exercise: (number: number, title: string) => `${number} ${title}`,
  remove: 'Remove',
};

export interface ResultTableProps {
  /** In the order in which they came. */
  readonly rows: readonly ResultRow[];
  /** The same as they are sorted. */
  readonly shown: readonly ResultRow[];
  /** Of the exercises, in the order of the set. */
  readonly titles: readonly string[];
  readonly sort: Sort;
  readonly isReversed: boolean;
  readonly onSort: (sort: Sort) => void;
  readonly onRemove: (row: ResultRow, whose: string) => void;
}

export const ResultTable = ({ rows, shown, titles, sort, isReversed, onSort, onRemove }: ResultTableProps): JSX.Element => {
  // Made once, so that to sort a class is to move its rows.
  const bodies = useMemo(
    () =>
      new Map(
        rows.map(row => [
          row.link,
          <Row key={row.link} row={row} whose={whoseText(row, rows)} titles={titles} onRemove={onRemove} />,
        ]),
      ),
    [rows, titles],
  );
  return (
    <div class="card results-table">
      <table>
        <caption class="spoken">{words.caption}</caption>
        <thead>
          <tr>
            {SORTS.map(by => (
              <th key={by} scope="col" {...(by === sort && { 'aria-sort': directionOf(by, isReversed) })}>
                <button type="button" data-action={`sort-${by}`} onClick={() => onSort(by)}>
                  {words.columns[by]}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        {shown.map(({ link }) => bodies.get(link))}
      </table>
    </div>
  );
};

/** The best score comes first, names and times begin with the least. */
const directionOf = (sort: Sort, isReversed: boolean): 'ascending' | 'descending' =>
  (sort === 'score') === isReversed ? 'ascending' : 'descending';

interface RowProps extends Pick<ResultTableProps, 'titles' | 'onRemove'> {
  readonly row: ResultRow;
  readonly whose: string;
}

const Row = ({ row, whose, titles, onRemove }: RowProps): JSX.Element => {
  const isOpen = useSignal(false);
  const further = furtherText(row);
  const { score, marks, seconds } = row;
  return (
    <tbody data-result={row.link}>
      <tr>
        <th scope="rowgroup">
          <button
            type="button"
            aria-expanded={isOpen.value}
            data-action="open-result"
            onClick={() => (isOpen.value = !isOpen.value)}
          >
            <span class="results-name">
              <bdi class={row.name === '' ? 'quiet' : ''}>{whose}</bdi> {further && <span class="results-try">{further}</span>}
            </span>
          </button>
        </th>
        <td>
          {pointsText(score)}
          <span class="spoken">{words.of(marks.length)}</span>
        </td>
        <td>{durationText(seconds)}</td>
      </tr>
      <tr>
        <td colSpan={3}>
          <Tally marks={marks} />
          {isOpen.value && <Detail marks={marks} titles={titles} onRemove={() => onRemove(row, whose)} />}
        </td>
      </tr>
    </tbody>
  );
};

interface DetailProps extends Pick<ResultRow, 'marks'>, Pick<ResultTableProps, 'titles'> {
  readonly onRemove: () => void;
}

const Detail = ({ marks, titles, onRemove }: DetailProps): JSX.Element => {
  const groups = byMark(marks).filter(({ mark }) => mark !== 'right');
  return (
    <div class="results-detail">
      {groups.length === 0 && <p class="small">{words.all}</p>}
      {groups.map(({ mark, numbers }) => (
        <p key={mark} class="small">
          <strong>{MARK_WORDS[mark]}</strong> {numbers.map(number => words.exercise(number, titles[number - 1] ?? '')).join(', ')}
        </p>
      ))}
      <button
        type="button"
        class="button plain"
        data-action="remove-result"
        disabled={role.value !== 'writer'}
        onClick={onRemove}
      >
        {words.remove}
      </button>
    </div>
  );
};
