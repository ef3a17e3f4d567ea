// The entropy of a finite distribution: a rational where all are powers of 1/2, an exact expression, and a double.
import type { FiniteDistribution } from './distribution.ts';
import type { Expression } from './expression/tree.ts';
import { bitsOf, type LogBase, logSum, logSumExpression, type WeightedLog } from './log-sum.ts';
import { ONE, type Rational } from './rational.ts';

export type { LogBase } from './log-sum.ts';

/** In bits; undefined where a positive probability is not a power of 1/2. */
export function entropyBits(distribution: FiniteDistribution): Rational | undefined {
  return bitsOf(surprisals(distribution));
}

/** A double, right to about 15 digits; transcendental, so not for `given`. */
export function entropy(distribution: FiniteDistribution, base: LogBase = 2): number {
  return logSum(surprisals(distribution), base);
}

/** The exact sum of p log(1/p): equal p as one term, powers of 1/2 in base 2 as a number. Bases are integers above 1. */
export function entropyExpression(distribution: FiniteDistribution, base: LogBase = 2): Expression {
  return logSumExpression(surprisals(distribution), base);
}

function surprisals({ probabilities }: FiniteDistribution): WeightedLog[] {
  const positive = probabilities.filter(probability => !probability.isZero());
  return positive.map(probability => ({ weight: probability, argument: ONE.over(probability) }));
}
