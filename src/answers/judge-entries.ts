// Judging a list of entries one by one: each as a real number where it may be rounded, and as worked out where the key is rational.
import type { AnswerOf } from '../exercise/answer.ts';
import type { Text } from '../exercise/text.ts';
import { equivalent } from '../math/expression/equivalent.ts';
import { printText } from '../math/expression/print-text.ts';
import { variablesOf } from '../math/expression/substitute.ts';
import type { Expression } from '../math/expression/tree.ts';
import { assuming, type Judgement, RIGHT, WRONG } from './kind.ts';
import { isWorkedOut } from './number.ts';
import { equalReals, judgeReal, type Demands as Rounding, writeReal } from './real.ts';
import { isRounding } from './tolerance.ts';

type Demands = Pick<AnswerOf<'vector'>, 'assume'> & Rounding;

/** What there is to say of the first entry that is not right; `place` names it. Exact ones have to be worked out. */
export function judgeEntries(
  value: readonly Expression[],
  key: readonly Expression[],
  demands: Demands & { readonly isExact: boolean },
  place: (index: number) => string,
): Judgement {
  const judgements = value.map((entry, i) => judgeEntry(entry, key[i] ?? entry, demands));
  const worst = judgements.find(({ verdict, says }) => verdict === 'wrong' && !says) ?? judgements.find(isNot('right', 'form'));
  const first = worst ?? judgements.find(isNot('right'));
  if (!first) return demands.isExact ? workedOut(value) : RIGHT;
  if (!first.says) return first;
  return { verdict: first.verdict, says: [...first.says, ` Look at ${place(judgements.indexOf(first))}.`] };
}

export function equalEntries(a: readonly Expression[], b: readonly Expression[], demands: Demands): boolean {
  return a.length === b.length && a.every((entry, i) => equalEntry(entry, b[i] ?? entry, demands));
}

/** Rounded, where so many decimals or digits are asked for. */
export function writeEntry(entry: Expression, demands: Demands): string {
  return isNumeric(entry) ? writeReal(entry, demands) : printText(entry);
}

function workedOut(entries: readonly Expression[]): Judgement {
  if (entries.every(isDone)) return RIGHT;
  return { verdict: 'form', says: ['The values are right. Work each entry out to a single number.'] };
}

/** Exact entries are asked for, and some are rounded. */
export function roundedHint(value: readonly Expression[], key: readonly Expression[], demands: Demands): Text | undefined {
  const isClose = (entry: Expression, i: number) => {
    const wanted = key[i] ?? entry;
    return isRounding(entry, wanted) || equalEntry(entry, wanted, demands);
  };
  const isAsked = value.length === key.length && !mayBeRounded(demands);
  return isAsked && value.every(isClose) ? ['That is close, but rounded. Give the exact values.'] : undefined;
}

function isNot(...verdicts: readonly string[]): (judgement: Judgement) => boolean {
  return ({ verdict }) => !verdicts.includes(verdict);
}

function judgeEntry(value: Expression, key: Expression, demands: Demands): Judgement {
  if (mayBeRounded(demands) && isNumeric(value) && isNumeric(key)) return judgeReal(value, key, demands);
  return equivalent(value, key, assuming(demands)).equal ? RIGHT : WRONG;
}

function equalEntry(a: Expression, b: Expression, demands: Demands): boolean {
  if (mayBeRounded(demands) && isNumeric(a) && isNumeric(b)) return equalReals(a, b, demands);
  return equivalent(a, b, assuming(demands)).equal;
}

function mayBeRounded({ tolerance, relative, decimals, digits }: Demands): boolean {
  return [tolerance, relative, decimals, digits].some(demand => demand !== undefined);
}

function isNumeric(entry: Expression): boolean {
  return variablesOf(entry).length === 0;
}

/** A number in front of the whole may stay there. */
function isDone(entry: Expression): boolean {
  if (entry.kind === 'multiply') return entry.factors.every(isDone);
  if (entry.kind === 'divide') return isDone(entry.numerator) && isDone(entry.denominator);
  return isWorkedOut(entry);
}
