// A real number within a stated tolerance.
import type { AnswerOf } from '../exercise/answer.ts';
import { formula } from '../exercise/formula.ts';
import { say } from '../exercise/text.ts';
import { evaluate, evaluateExact } from '../math/expression/evaluate.ts';
import { printText } from '../math/expression/print-text.ts';
import { add, type Expression, multiply, negate } from '../math/expression/tree.ts';
import { ZERO } from '../math/rational.ts';
import { type AnswerKind, RIGHT, WRONG } from './kind.ts';
import { afterName, readExpression } from './typed.ts';

type Allowed = Pick<AnswerOf<'real'>, 'tolerance' | 'relative'>;

/** How many times the tolerance still counts as close, and is told so. */
const CLOSE = 10;

export const real: AnswerKind<'real'> = {
  read: text => readExpression(afterName(text), { variables: [], decimalComma: true }),
  write: printText,
  show: value => formula(value),
  equal: (a, b, answer) => within(a, b, answer, 1),
  near({ key, tolerance = ZERO, relative = ZERO }) {
    const steps = [3, -3].map(step => add(key, tolerance.times(step), multiply(relative.times(step), key)));
    return [...steps, negate(key), multiply(2, key)];
  },
  same(value, key, answer) {
    if (within(value, key, answer, 1)) return RIGHT;
    if (!within(value, key, answer, CLOSE)) return WRONG;
    return {
      verdict: 'wrong',
      says: say`That is close, but not close enough. Keep more digits on the way and round only at the end.`,
    };
  },
};

/** Exact where both are rational, so that the very edge of the tolerance counts as right. */
function within(value: Expression, key: Expression, { tolerance = ZERO, relative = ZERO }: Allowed, times: number): boolean {
  const [exact, exactKey] = [evaluateExact(value, {}), evaluateExact(key, {})];
  if (exact && exactKey) {
    const distance = exact.minus(exactKey).abs();
    const allowed = [tolerance, relative.times(exactKey.abs())].map(bound => bound.times(times));
    return allowed.some(bound => distance.compare(bound) <= 0);
  }
  const keyNumber = evaluate(key, {});
  const distance = Math.abs(evaluate(value, {}) - keyNumber);
  return distance <= Math.max(tolerance.toNumber(), relative.toNumber() * Math.abs(keyNumber)) * times;
}
