import fc from 'fast-check';
import { expect, test } from 'vitest';
import { characteristicPolynomial, eigenspace, integerSpectrum, rationalEigenvalues } from '../../src/math/characteristic.ts';
import { determinant, inverse } from '../../src/math/elimination.ts';
import { Matrix, matrix } from '../../src/math/matrix.ts';
import { integers, matrices, squares } from './arbitraries.ts';

test('the characteristic polynomial has the values of det(xI - A)', () => {
  fc.assert(
    fc.property(squares(), a => {
      const p = characteristicPolynomial(a);
      expect(p.degree).toBe(a.rows);
      for (let x = 0; x <= a.rows; x++) {
        expect(p.evaluate(x)).toEqual(determinant(Matrix.identity(a.rows).times(x).minus(a)));
      }
    }),
  );
});

test('Cayley–Hamilton: every matrix is a root of its own', () => {
  fc.assert(
    fc.property(squares(), a => {
      const terms = characteristicPolynomial(a).coefficients.map((value, k) => a.power(k).times(value));
      expect(terms.reduce((total, term) => total.plus(term)).isZero()).toBe(true);
    }),
  );
});

test('a diagonal in another basis keeps its eigenvalues, and its eigenvectors are found', () => {
  fc.assert(
    fc.property(fc.array(integers, { minLength: 3, maxLength: 3 }), matrices(3, 3), (values, basis) => {
      const inverted = inverse(basis);
      fc.pre(inverted !== undefined);
      const a = basis.times(Matrix.diagonal(...values)).times(inverted ?? basis);
      expect(rationalEigenvalues(a).map(value => value.toNumber())).toEqual(values.toSorted((x, y) => x - y));
      for (const value of new Set(values)) {
        const vectors = eigenspace(a, value);
        expect(vectors.length).toBe(values.filter(other => other === value).length);
        for (const v of vectors) expect(a.apply(v).equals(v.times(value)) && !v.isZero()).toBe(true);
      }
    }),
  );
});

test('rotations and golden sections have no rational eigenvalue, shears lack an eigenvector', () => {
  const byRows = (...rows: [number, number][]) => matrix(rows);
  expect(rationalEigenvalues(byRows([0, -1], [1, 0]))).toEqual([]);
  expect(rationalEigenvalues(byRows([1, 1], [1, 0]))).toEqual([]);
  expect(rationalEigenvalues(byRows([2, 1], [0, 2])).map(String)).toEqual(['2', '2']);
  expect(eigenspace(byRows([2, 1], [0, 2]), 2).map(String)).toEqual(['(1, 0)']);
  expect(eigenspace(byRows([2, 1], [0, 2]), 3)).toEqual([]);
});

test('the integer spectrum of a triangle turned by a shear is its diagonal', () => {
  const small = fc.integer({ min: -9, max: 9 });
  fc.assert(
    fc.property(small, small, small, small, (p, q, b, s) => {
      // S · [[p, b], [0, q]] · S⁻¹ with the shear S = [[1, 0], [s, 1]].
      const rows = [
        [p - b * s, b],
        [s * p - s * (s * b + q), s * b + q],
      ];
      const { trace, det, low, high } = integerSpectrum(rows);
      // Plus 0, since there is no -0 among whole numbers.
      expect([low, high, trace, det].map(x => x + 0)).toEqual([Math.min(p, q), Math.max(p, q), p + q, p * q].map(x => x + 0));
      expect(rationalEigenvalues(matrix(rows)).map(value => value.toNumber())).toEqual([low, high]);
    }),
  );
});
