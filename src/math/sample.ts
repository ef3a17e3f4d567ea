// What lists of numbers and points say: mean, spread, covariance, order. Divisors are stated, as conventions differ.
import { Matrix } from './matrix.ts';
import { Rational, type RationalLike, sum } from './rational.ts';
import { Surd } from './surd.ts';
import type { Vector } from './vector.ts';

/** Throws on an empty list, as do all here. */
export function mean(values: readonly RationalLike[]): Rational {
  if (values.length === 0) throw new RangeError('no mean of nothing');
  return sum(values).over(values.length);
}

/** The sum of squared distances from the mean over n - less: 0 for the population, 1 for the unbiased estimate. */
export function variance(values: readonly RationalLike[], less: 0 | 1 = 0): Rational {
  return covariance(values, values, less);
}

/** Throws on lists of different lengths. */
export function covariance(xs: readonly RationalLike[], ys: readonly RationalLike[], less: 0 | 1 = 0): Rational {
  if (xs.length !== ys.length) throw new RangeError(`${xs.length} and ${ys.length} values`);
  const [meanX, meanY] = [mean(xs), mean(ys)];
  const products = xs.map((x, i) =>
    Rational.from(x)
      .minus(meanX)
      .times(Rational.from(ys[i] ?? 0).minus(meanY)),
  );
  return sum(products).over(xs.length - less);
}

/** Between -1 and 1; undefined where one list is constant. */
export function correlation(xs: readonly RationalLike[], ys: readonly RationalLike[]): Surd | undefined {
  const spread = variance(xs).times(variance(ys));
  return spread.isZero() ? undefined : Surd.from(covariance(xs, ys)).over(Surd.root(spread));
}

/** Entry (i, j) is the covariance of coordinates i and j over the points. Throws on points of different lengths. */
export function covarianceMatrix(points: readonly Vector[], less: 0 | 1 = 0): Matrix {
  const n = points[0]?.length ?? 0;
  const coordinates = Array.from({ length: n }, (_, i) => points.map(point => point.at(i)));
  return Matrix.build(n, n, (i, j) => covariance(coordinates[i] ?? [], coordinates[j] ?? [], less));
}

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly RationalLike[]): Rational {
  const sorted = ascending(values);
  const half = Math.floor(sorted.length / 2);
  return mean(sorted.slice(sorted.length % 2 === 0 ? half - 1 : half, half + 1));
}

/** A sorted copy. */
export function ascending(values: readonly RationalLike[]): Rational[] {
  return values.map(Rational.from).sort((a, b) => a.compare(b));
}
