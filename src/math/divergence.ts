// How far one finite distribution is from another: cross-entropy, Kullback–Leibler divergence, mutual information.
import { FiniteDistribution } from './distribution.ts';
import type { Expression } from './expression/tree.ts';
import { bitsOf, type LogBase, logSum, logSumExpression, type WeightedLog } from './log-sum.ts';
import { ONE, type Rational, sum } from './rational.ts';

/** Whether q is positive wherever p is; where not, cross-entropy and divergence are infinite. Outcomes are matched by their names. */
export function isCoveredBy(p: FiniteDistribution, q: FiniteDistribution): boolean {
  return p.support().every(outcome => !q.probability(outcome).isZero());
}

/** Σ p log(1/q) in bits; undefined where it is infinite, or a q that counts is no power of 1/2. */
export function crossEntropyBits(p: FiniteDistribution, q: FiniteDistribution): Rational | undefined {
  return isCoveredBy(p, q) ? bitsOf(codeLengths(p, q)) : undefined;
}

/** A double; Infinity where q misses what p has. */
export function crossEntropy(p: FiniteDistribution, q: FiniteDistribution, base: LogBase = 2): number {
  return isCoveredBy(p, q) ? logSum(codeLengths(p, q), base) : Number.POSITIVE_INFINITY;
}

/** The exact sum of p log(1/q); undefined where it is infinite. */
export function crossEntropyExpression(p: FiniteDistribution, q: FiniteDistribution, base: LogBase = 2): Expression | undefined {
  return isCoveredBy(p, q) ? logSumExpression(codeLengths(p, q), base) : undefined;
}

/** D(p‖q) = Σ p log(p/q) in bits; undefined where it is infinite, or a ratio that counts is no power of 2. */
export function divergenceBits(p: FiniteDistribution, q: FiniteDistribution): Rational | undefined {
  return isCoveredBy(p, q) ? bitsOf(ratios(p, q)) : undefined;
}

/** A double; Infinity where q misses what p has. */
export function divergence(p: FiniteDistribution, q: FiniteDistribution, base: LogBase = 2): number {
  return isCoveredBy(p, q) ? logSum(ratios(p, q), base) : Number.POSITIVE_INFINITY;
}

/** The exact sum of p log(p/q); undefined where it is infinite. */
export function divergenceExpression(p: FiniteDistribution, q: FiniteDistribution, base: LogBase = 2): Expression | undefined {
  return isCoveredBy(p, q) ? logSumExpression(ratios(p, q), base) : undefined;
}

/** p(x)p(y) over the pairs of a joint distribution of two. I(X; Y) is the divergence of the joint distribution from it. */
export function independentVersion(joint: FiniteDistribution): FiniteDistribution {
  return joint.marginal(0).product(joint.marginal(1));
}

/** Half the sum of |p − q| over all outcomes of either: between 0 and 1. */
export function totalVariation(p: FiniteDistribution, q: FiniteDistribution): Rational {
  const onlyOfQ = q.outcomes.filter(outcome => p.probability(outcome).isZero());
  const gaps = [...p.support(), ...onlyOfQ].map(outcome => p.probability(outcome).minus(q.probability(outcome)).abs());
  return sum(gaps).over(2);
}

/** weight · p + (1 − weight) · q over the outcomes of both. */
export function mixture(
  p: FiniteDistribution,
  q: FiniteDistribution,
  weight: Rational | number | string = '1/2',
): FiniteDistribution {
  const share = ONE.times(weight);
  const outcomes = [...p.outcomes, ...q.outcomes.filter(outcome => !p.outcomes.some(other => `${other}` === `${outcome}`))];
  return FiniteDistribution.of(
    outcomes.map(outcome => share.times(p.probability(outcome)).plus(ONE.minus(share).times(q.probability(outcome)))),
    outcomes,
  );
}

function codeLengths(p: FiniteDistribution, q: FiniteDistribution): WeightedLog[] {
  return p.support().map(outcome => ({ weight: p.probability(outcome), argument: ONE.over(q.probability(outcome)) }));
}

function ratios(p: FiniteDistribution, q: FiniteDistribution): WeightedLog[] {
  return p
    .support()
    .map(outcome => ({ weight: p.probability(outcome), argument: p.probability(outcome).over(q.probability(outcome)) }));
}
