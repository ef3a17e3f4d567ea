// Sums of weighted logarithms of rationals, which entropies and divergences are: exact in bits, as an expression, as a double.
import { add, call, type Expression, multiply, negate, toExpression } from './expression/tree.ts';
import { log2Exact } from './integer.ts';
import { ONE, Rational, ZERO } from './rational.ts';

/** The base of the logarithm: 2 counts bits, e counts nats. */
export type LogBase = number | 'e';

/** weight · log(argument), the argument positive. */
export interface WeightedLog {
  readonly weight: Rational;
  readonly argument: Rational;
}

/** In bits; undefined where an argument with a weight is no power of 2. */
export function bitsOf(terms: readonly WeightedLog[]): Rational | undefined {
  let total = ZERO;
  for (const { weight, argument } of terms) {
    const exponent = weight.isZero() ? 0 : log2Exact(argument);
    if (exponent === undefined) return undefined;
    total = total.plus(weight.times(exponent));
  }
  return total;
}

/** A double, right to about 15 digits of the largest term; transcendental, so not for `given`. */
export function logSum(terms: readonly WeightedLog[], base: LogBase): number {
  const nats = terms.reduce((total, { weight, argument }) => total + weight.toNumber() * Math.log(argument.toNumber()), 0);
  return base === 'e' ? nats : nats / Math.log(base);
}

/** Equal arguments as one term, powers of 2 in base 2 as a number in front. Bases are integers above 1. */
export function logSumExpression(terms: readonly WeightedLog[], base: LogBase): Expression {
  let exact = ZERO;
  const logs: Expression[] = [];
  for (const { weight, argument } of gathered(terms)) {
    const bits = base === 2 ? log2Exact(argument) : undefined;
    if (bits !== undefined) exact = exact.plus(weight.times(bits));
    else logs.push(weightedLog(weight, argument, base));
  }
  if (!exact.isZero()) logs.unshift(toExpression(exact));
  return logs.length > 1 ? add(...logs) : (logs[0] ?? toExpression(ZERO));
}

/** Each argument above 1 once, in order of appearance: log(1/x) is −log x. What vanishes is left out. */
function gathered(terms: readonly WeightedLog[]): WeightedLog[] {
  const groups = new Map<string, WeightedLog>();
  for (const { weight, argument } of terms) {
    const isBelow = argument.compare(ONE) < 0;
    const above = isBelow ? ONE.over(argument) : argument;
    const before = groups.get(`${above}`)?.weight ?? ZERO;
    groups.set(`${above}`, { weight: isBelow ? before.minus(weight) : before.plus(weight), argument: above });
  }
  return [...groups.values()].filter(({ weight, argument }) => !weight.isZero() && !argument.equals(ONE));
}

function weightedLog(weight: Rational, argument: Rational, base: LogBase): Expression {
  const log =
    base === 'e' ? call('ln', argument) : base === 10 ? call('log', argument) : call('log', argument, Rational.from(base));
  const size = weight.abs();
  const term = size.equals(ONE) ? log : multiply(size, log);
  return weight.sign() < 0 ? negate(term) : term;
}
