// A real number within a stated tolerance.
import { decimal, formula } from '../exercise/formula.ts';
import { say } from '../exercise/text.ts';
import { evaluate, evaluateExact } from '../math/expression/evaluate.ts';
import { printText } from '../math/expression/print-text.ts';
import { add, type Expression, multiply, negate } from '../math/expression/tree.ts';
import type { Rational } from '../math/rational.ts';
import { type AnswerKind, RIGHT, WRONG } from './kind.ts';
import { afterName, readExpression } from './typed.ts';

export const real: AnswerKind<'real'> = {
  read: text => readExpression(afterName(text), { variables: [], decimalComma: true }),
  write: printText,
  show: value => formula(value),
  equal: (a, b, { tolerance }) => within(a, b, tolerance),
  near: ({ key, tolerance }) => [add(key, tolerance.times(3)), add(key, tolerance.times(-3)), negate(key), multiply(2, key)],
  same(value, key, { tolerance }) {
    if (within(value, key, tolerance)) return RIGHT;
    if (!within(value, key, tolerance.times(10))) return WRONG;
    return { verdict: 'wrong', says: say`That is close, but not within ${decimal(tolerance)}. Round only at the very end.` };
  },
};

/** Exact where both are rational, so that the very edge of the tolerance counts as right. */
function within(value: Expression, key: Expression, tolerance: Rational): boolean {
  const [exact, exactKey] = [evaluateExact(value, {}), evaluateExact(key, {})];
  if (exact && exactKey) return exact.minus(exactKey).abs().compare(tolerance) <= 0;
  return Math.abs(evaluate(value, {}) - evaluate(key, {})) <= tolerance.toNumber();
}
