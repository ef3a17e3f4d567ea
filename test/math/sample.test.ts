import fc from 'fast-check';
import { expect, test } from 'vitest';
import { definiteness } from '../../src/math/definiteness.ts';
import { ONE, rational, sum } from '../../src/math/rational.ts';
import { correlation, covariance, covarianceMatrix, mean, median, variance } from '../../src/math/sample.ts';
import { rationals, vectors } from './arbitraries.ts';

const pairs = fc.array(fc.tuple(rationals, rationals), { minLength: 2, maxLength: 6 });

test('variance and covariance are half the mean product of pairwise differences', () => {
  fc.assert(
    fc.property(pairs, list => {
      const n = list.length;
      const products = list.flatMap(([x, y]) => list.map(([u, v]) => x.minus(u).times(y.minus(v))));
      const [xs, ys] = [list.map(([x]) => x), list.map(([, y]) => y)];
      expect(covariance(xs, ys)).toEqual(sum(products).over(2 * n * n));
      expect(covariance(xs, ys, 1)).toEqual(sum(products).over(2 * n * (n - 1)));
      expect(variance(xs)).toEqual(mean(xs.map(x => x.power(2))).minus(mean(xs).power(2)));
      const r = correlation(xs, ys);
      expect(r === undefined).toBe(variance(xs).isZero() || variance(ys).isZero());
      if (r) expect(r.abs().compare(ONE)).not.toBe(1);
    }),
  );
  expect(correlation([1, 2, 3], [5, 3, 1])?.toRational()).toEqual(rational(-1));
});

test('a covariance matrix is never indefinite, and gives the variance of every combination', () => {
  fc.assert(
    fc.property(fc.array(vectors(3), { minLength: 2, maxLength: 5 }), vectors(3), (points, weights) => {
      const sigma = covarianceMatrix(points);
      expect(['positive definite', 'positive semidefinite', 'zero']).toContain(definiteness(sigma));
      expect(weights.dot(sigma.apply(weights))).toEqual(variance(points.map(point => point.dot(weights))));
    }),
  );
});

test('as many values lie below the median as above', () => {
  fc.assert(
    fc.property(fc.array(rationals, { minLength: 1, maxLength: 7 }), values => {
      const middle = median(values);
      const count = (sign: number) => values.filter(value => value.compare(middle) === sign).length;
      expect(2 * count(-1) <= values.length && 2 * count(1) <= values.length).toBe(true);
    }),
  );
  expect(median([5, 1, 4, 2])).toEqual(rational(3));
  expect(() => median([])).toThrow('no mean of nothing');
});
