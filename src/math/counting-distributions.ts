// The laws of counts: binomial, geometric, Poisson, drawing without replacement; exact.
import { FiniteDistribution } from './distribution.ts';
import { constant, type Expression, multiply, power, toExpression } from './expression/tree.ts';
import { binomial, factorial } from './integer.ts';
import { ONE, Rational, type RationalLike } from './rational.ts';

/** The number of successes in n independent trials, over 0 to n. Throws on p outside [0, 1]. */
export function binomialDistribution(n: number, p: RationalLike): FiniteDistribution {
  const [success, failure] = [Rational.from(p), ONE.minus(p)];
  const counts = Array.from({ length: n + 1 }, (_, k) => k);
  return FiniteDistribution.of(
    counts.map(k =>
      success
        .power(k)
        .times(failure.power(n - k))
        .times(binomial(n, k)),
    ),
    counts,
  );
}

/** The number of marked things among n drawn without replacement from `total`, of which `marked` are marked; over 0 to n. */
export function hypergeometricDistribution(total: number, marked: number, n: number): FiniteDistribution {
  const counts = Array.from({ length: n + 1 }, (_, k) => k);
  return FiniteDistribution.of(
    counts.map(k => Rational.ratio(binomial(marked, k) * binomial(total - marked, n - k), binomial(total, n))),
    counts,
  );
}

/** The probability that the first success comes at trial k, which is 1 or more. */
export function geometricProbability(p: RationalLike, k: number): Rational {
  return ONE.minus(p)
    .power(k - 1)
    .times(p);
}

/** The probability of no success in k trials, so that the first one comes later. */
export function geometricTail(p: RationalLike, k: number): Rational {
  return ONE.minus(p).power(k);
}

/** The factor c of the probability c · e^-rate of exactly k events: rate^k / k!. */
export function poissonFactor(rate: RationalLike, k: number): Rational {
  return Rational.from(rate).power(k).over(factorial(k));
}

/** c · e^-rate with c the sum of the factors of the counts, such as 0, 1, 2 for "at most 2". */
export function poissonProbability(rate: RationalLike, counts: readonly number[]): Expression {
  const factor = counts.reduce((total, k) => total.plus(poissonFactor(rate, k)), Rational.integer(0n));
  const decay = power(constant('e'), Rational.from(rate).negated());
  return factor.equals(ONE) ? decay : factor.isZero() ? toExpression(0) : multiply(factor, decay);
}
