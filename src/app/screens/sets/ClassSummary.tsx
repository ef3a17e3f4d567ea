// What a class comes to: the mean and the median of its scores, and its exercises, the hardest first.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Exercise } from '../../../exercise/generator.ts';
import { Statement } from '../../practice/Statement.tsx';
import { type ClassTotals, counted, type ExerciseTotal } from '../../sets/class-totals.ts';
import { decimalText } from '../../sets/result-words.ts';
import type { ResultRow } from '../../sets/results.ts';

const words = {
  summary: 'Summary',
  results: (many: number) => (many === 1 ? 'result' : 'results'),
  mean: (all: number) => `mean, of ${all}`,
  median: 'median',
  tries: 'A name that comes twice counts as a further try. Mean, median and exercises go by first tries.',
  hardest: 'Hardest exercises',
  right: (right: number, partly: number, all: number) => `${right} of ${all} right${partly > 0 ? `, ${partly} partly` : ''}`,
  more: (many: number) => `All ${many} exercises`,
};

interface Props {
  readonly rows: readonly ResultRow[];
  readonly totals: ClassTotals;
  readonly exercises: readonly Exercise[];
  readonly titles: readonly string[];
}

export const ClassSummary = ({ rows, totals, exercises, titles }: Props): JSX.Element => (
  <>
    <section aria-label={words.summary}>
      <dl class="card results-figures">
        <Figure value={`${rows.length}`} name={words.results(rows.length)} />
        <Figure value={decimalText(totals.mean)} name={words.mean(exercises.length)} />
        <Figure value={decimalText(totals.median)} name={words.median} />
      </dl>
      {counted(rows).length < rows.length && <p class="fine quiet">{words.tries}</p>}
    </section>
    {totals.people > 1 && <Hardest totals={totals} exercises={exercises} titles={titles} />}
  </>
);

const Figure = ({ value, name }: { readonly value: string; readonly name: string }): JSX.Element => (
  <div>
    <dt class="fine quiet">{name}</dt>
    <dd>{value}</dd>
  </div>
);

const FEW = 3;

const Hardest = ({ totals, exercises, titles }: Omit<Props, 'rows'>): JSX.Element => {
  const isAll = useSignal(exercises.length <= FEW + 1);
  const shown = isAll.value ? totals.exercises : totals.exercises.slice(0, FEW);
  return (
    <section>
      <h2>{words.hardest}</h2>
      <ol class="card list results-hardest">
        {shown.map(total => (
          <li key={total.place}>
            <Row total={total} people={totals.people} exercise={exercises[total.place]} title={titles[total.place] ?? ''} />
          </li>
        ))}
        {!isAll.value && (
          <li>
            <button type="button" class="button plain" data-action="all-exercises" onClick={() => (isAll.value = true)}>
              {words.more(exercises.length)}
            </button>
          </li>
        )}
      </ol>
    </section>
  );
};

interface RowProps {
  readonly total: ExerciseTotal;
  readonly people: number;
  readonly exercise: Exercise | undefined;
  readonly title: string;
}

/** Opens to what was asked. */
const Row = ({ total: { place, right, partly }, people, exercise, title }: RowProps): JSX.Element => {
  const isOpen = useSignal(false);
  return (
    <details onToggle={event => (isOpen.value = event.currentTarget.open)}>
      <summary class="row" data-exercise={place + 1}>
        <span class="level">{place + 1}</span>
        <span class="row-words">
          <span class="row-title">{title}</span>
          <span class="row-detail">{words.right(right, partly, people)}</span>
          <Bar right={right / people} partly={partly / people} />
        </span>
      </summary>
      {isOpen.value && exercise && <Statement exercise={exercise} />}
    </details>
  );
};

/** Shares of 1. */
const Bar = ({ right, partly }: { readonly right: number; readonly partly: number }): JSX.Element => (
  <svg class="results-share" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
    <rect class="share-right" width={right} height="1" />
    <rect class="share-partly" x={right} width={partly} height="1" />
  </svg>
);
