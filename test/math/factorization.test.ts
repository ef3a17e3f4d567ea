import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leadingMinors } from '../../src/math/definiteness.ts';
import { determinant, rank, solve } from '../../src/math/elimination.ts';
import { backSubstitution, cholesky, forwardSubstitution, ldl, lu, pivotedLu } from '../../src/math/factorization.ts';
import { Matrix, matrix } from '../../src/math/matrix.ts';
import { ONE } from '../../src/math/rational.ts';
import { SurdMatrix } from '../../src/math/surd-matrix.ts';
import { matrices, squares, vectors } from './arbitraries.ts';

const permuted = (a: Matrix, order: readonly number[]) => matrix(order.map(i => a.row(i).entries));
const isUnitLower = (l: Matrix) =>
  l.entries.every((row, i) => row.every((value, j) => (j > i ? value.isZero() : j < i || value.equals(1))));
const isUpper = (u: Matrix) => u.entries.every((row, i) => row.every((value, j) => j >= i || value.isZero()));

test('without swaps: the factors multiply back; they exist wherever the first minors are not 0', () => {
  fc.assert(
    fc.property(squares(), a => {
      const factors = lu(a);
      const minors = leadingMinors(a);
      if (minors.slice(0, -1).every(minor => !minor.isZero())) expect(factors).toBeDefined();
      fc.pre(factors !== undefined);
      expect(factors && isUnitLower(factors.lower) && isUpper(factors.upper)).toBe(true);
      expect(factors?.lower.times(factors.upper)).toEqual(a);
      minors.forEach((minor, k) => {
        const product = factors?.upper.entries.slice(0, k + 1).reduce((value, row, i) => value.times(row[i] ?? 0), ONE);
        expect(product).toEqual(minor);
      });
    }),
  );
  expect(
    lu(
      matrix([
        [0, 1],
        [1, 0],
      ]),
    ),
  ).toBeUndefined();
});

test('with pivoting: always PA = LU, no multiplier above 1, and the determinant is the signed product of the pivots', () => {
  fc.assert(
    fc.property(squares(), a => {
      const { permutation, lower, upper } = pivotedLu(a);
      expect(permuted(a, permutation)).toEqual(lower.times(upper));
      expect(isUnitLower(lower) && isUpper(upper)).toBe(true);
      expect(lower.entries.flat().every(value => value.abs().compare(1) <= 0)).toBe(true);
      const product = upper.entries.reduce((value, row, i) => value.times(row[i] ?? 0), ONE);
      expect(product.abs()).toEqual(determinant(a).abs());
    }),
  );
});

test('LDLᵀ multiplies back; Cholesky exists exactly where all leading minors are positive (Sylvester)', () => {
  fc.assert(
    fc.property(squares(3), vectors(3), (b, shift) => {
      const a = b.plus(b.transpose()).plus(Matrix.identity(b.rows).times(shift.at(0)));
      const factors = ldl(a);
      if (factors) {
        expect(factors.lower.times(Matrix.diagonal(...factors.pivots)).times(factors.lower.transpose())).toEqual(a);
      }
      const l = cholesky(a);
      expect(l !== undefined).toBe(leadingMinors(a).every(minor => minor.sign() > 0));
      if (l) expect(l.times(l.transpose()).equals(SurdMatrix.from(a))).toBe(true);
    }),
  );
  const l = matrix([
    [2, 0, 0],
    [-1, 3, 0],
    [4, 1, 1],
  ]);
  expect(cholesky(l.times(l.transpose()))?.toMatrix()).toEqual(l);
  expect(() =>
    ldl(
      matrix([
        [1, 2],
        [3, 4],
      ]),
    ),
  ).toThrow('not symmetric');
});

test('triangular solves agree with elimination', () => {
  fc.assert(
    fc.property(matrices(3, 3), vectors(3), (a, b) => {
      fc.pre(rank(a) === 3);
      const { permutation, lower, upper } = pivotedLu(a);
      const permutedB = b.map((_, i) => b.at(permutation[i] ?? 0));
      expect(backSubstitution(upper, forwardSubstitution(lower, permutedB))).toEqual(solve(a, b)?.particular);
    }),
  );
  expect(() => backSubstitution(matrix([[0]]), vectorOfOne)).toThrow('division by zero');
});

const vectorOfOne = Matrix.identity(1).column(0);
