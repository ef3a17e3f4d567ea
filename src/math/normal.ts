// The normal distribution in doubles: density, cumulative probability, quantile. For keys behind a tolerance, never for `given`.
import { rootBetween } from './bracketing.ts';

const ROOT_TAU = Math.sqrt(2 * Math.PI);
/** Beyond it the series would lose digits against 1/2, and the fraction converges fast. */
const TAIL = 3;
const TERMS_OF_FRACTION = 120;
/** Below -38 the probability is smaller than any double. */
const LEAST = -38;

/** exp(−z²/2)/√(2π), moved and scaled; deviation is positive. */
export function normalDensity(x: number, mean = 0, deviation = 1): number {
  const z = (x - mean) / deviation;
  return Math.exp((-z * z) / 2) / (ROOT_TAU * deviation);
}

/** P(X ≤ x), with a relative error below 2e-13 down to 37 deviations below the mean (measured against 40 digits); deviation is positive. */
export function normalCdf(x: number, mean = 0, deviation = 1): number {
  const z = (x - mean) / deviation;
  if (z < -TAIL) return upperTail(-z);
  return z > TAIL ? 1 - upperTail(z) : 0.5 + normalDensity(z) * series(z);
}

/** The x with P(X ≤ x) = p; ±Infinity at 0 and 1, NaN outside. */
export function normalQuantile(p: number, mean = 0, deviation = 1): number {
  if (!(p > 0 && p < 1)) return p === 0 ? Number.NEGATIVE_INFINITY : p === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
  const z = p <= 0.5 ? rootBetween(t => normalCdf(t) - p, LEAST, 0) : -normalQuantile(1 - p);
  return mean + deviation * z;
}

/** z + z³/3 + z⁵/(3·5) + …: all of one sign, so that nothing cancels (Marsaglia 2004, Evaluating the Normal Distribution). */
function series(z: number): number {
  let [total, term] = [0, z];
  for (let k = 1; total + term !== total; k += 2) {
    total += term;
    term *= (z * z) / (k + 2);
  }
  return total;
}

/** Laplace's continued fraction of Mills's ratio, 1/(z + 1/(z + 2/(z + 3/(z + …)))), from the inside out. */
function upperTail(z: number): number {
  let denominator = z;
  for (let k = TERMS_OF_FRACTION; k > 0; k--) denominator = z + k / denominator;
  return normalDensity(z) / denominator;
}
