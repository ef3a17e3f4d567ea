// The line under a field: how the answer is read, live; quiet while it is half typed, exact where it can't be read. Its height is fixed.
import type { Answer, Kind } from '../../exercise/answer.ts';
import { type Formula as FormulaData, list } from '../../exercise/formula.ts';
import { say, type Text } from '../../exercise/text.ts';
import { variable } from '../../math/expression/tree.ts';
import { Formula, roomy } from '../Formula.tsx';
import { Line } from '../Words.tsx';
import { commaTrouble, commaWords } from './decimal-comma.ts';
import type { Reading } from './reading.ts';

/** What to type, for an empty field. */
const EXAMPLES: { readonly [K in Kind]?: string } = {
  number: 'a number, such as −3/4',
  real: 'a number, such as 0.25 or ln(2)/3',
  set: 'one element after the other',
  interval: 'tap the line, or type (−1, 2] ∪ [5, ∞) or x ≤ 3',
};

interface Props {
  readonly id: string;
  readonly answer: Answer;
  readonly text: string;
  readonly reading: Reading;
  /** Whether an empty field says what to type. */
  readonly example: boolean;
}

export function ReadsAs({ id, answer, text, reading: { formula, trouble }, example }: Props) {
  if (trouble)
    return (
      <div id={id} class="reads-as reads-as-trouble">
        <span>{commaTrouble(text, trouble.at, trouble.says)}</span>
      </div>
    );
  return (
    <div id={id} class="reads-as">
      {formula && (
        <>
          <span class="reads-as-name">reads as</span>
          <span class="reads-as-formula">
            <Formula formula={fitting(formula)} />
          </span>
        </>
      )}
      {!formula && example && text.trim() === '' && <Line text={exampleFor(answer)} />}
    </div>
  );
}

/** Fractions at full size, unless there are fractions in them or many rows: the line is not high enough for those. */
function fitting(formula: FormulaData): FormulaData {
  return /\\frac.*\\frac|matrix/.test(formula.tex) ? formula : roomy(formula);
}

function exampleFor(answer: Answer): Text {
  if (answer.kind === 'equation') return say`with a sign such as = between two sides, in ${lettersOf(answer.variables)}`;
  if (answer.kind !== 'expression' || answer.variables.length === 0) return [commaWords(EXAMPLES[answer.kind] ?? '')];
  return say`an expression in ${lettersOf(answer.variables)}`;
}

function lettersOf(names: readonly string[]): FormulaData {
  return list(names.map(name => variable(name)));
}
