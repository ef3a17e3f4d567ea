// The entropy of a finite distribution: a rational where all are powers of 1/2, an exact expression, and a double.
import type { FiniteDistribution } from './distribution.ts';
import { add, call, type Expression, multiply, toExpression } from './expression/tree.ts';
import { log2Exact } from './integer.ts';
import { ONE, Rational, ZERO } from './rational.ts';

/** The base of the logarithm: 2 counts bits, e counts nats. */
export type LogBase = number | 'e';

/** In bits; undefined where a positive probability is not a power of 1/2. */
export function entropyBits(distribution: FiniteDistribution): Rational | undefined {
  let total = ZERO;
  for (const probability of distribution.probabilities) {
    const exponent = probability.isZero() ? 0 : log2Exact(probability);
    if (exponent === undefined) return undefined;
    total = total.minus(probability.times(exponent));
  }
  return total;
}

/** A double, right to about 15 digits; transcendental, so not for `given`. */
export function entropy(distribution: FiniteDistribution, base: LogBase = 2): number {
  const nats = distribution.probabilities.reduce((total, probability) => {
    const p = probability.toNumber();
    return p === 0 ? total : total - p * Math.log(p);
  }, 0);
  return base === 'e' ? nats : nats / Math.log(base);
}

/** The exact sum of p log(1/p): equal p as one term, powers of 1/2 in base 2 as a number. Bases are integers above 1. */
export function entropyExpression(distribution: FiniteDistribution, base: LogBase = 2): Expression {
  let exact = ZERO;
  const terms: Expression[] = [];
  for (const { probability, count } of grouped(distribution)) {
    const weight = probability.times(count);
    const bits = base === 2 ? log2Exact(probability) : undefined;
    if (bits !== undefined) exact = exact.minus(weight.times(bits));
    else terms.push(weightedLog(weight, ONE.over(probability), base));
  }
  if (!exact.isZero()) terms.unshift(toExpression(exact));
  return terms.length > 1 ? add(...terms) : (terms[0] ?? toExpression(ZERO));
}

/** Positive probabilities below 1 with how often they occur, in order of appearance. */
function grouped(distribution: FiniteDistribution): { probability: Rational; count: number }[] {
  const groups = new Map<string, { probability: Rational; count: number }>();
  for (const probability of distribution.probabilities) {
    if (probability.isZero() || probability.equals(ONE)) continue;
    const count = (groups.get(`${probability}`)?.count ?? 0) + 1;
    groups.set(`${probability}`, { probability, count });
  }
  return [...groups.values()];
}

function weightedLog(weight: Rational, argument: Rational, base: LogBase): Expression {
  const log =
    base === 'e' ? call('ln', argument) : base === 10 ? call('log', argument) : call('log', argument, Rational.from(base));
  return weight.equals(ONE) ? log : multiply(weight, log);
}
