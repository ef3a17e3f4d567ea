import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Matrix, matrix } from '../../src/math/matrix.ts';
import { sum } from '../../src/math/rational.ts';
import { vector } from '../../src/math/vector.ts';
import { matrices, rationals, squares, vectors } from './arbitraries.ts';

const chain = fc.tuple(matrices(2, 3), matrices(3, 2), matrices(2, 4));

test('the product is entrywise the sum of products', () => {
  fc.assert(
    fc.property(chain, ([a, b]) => {
      const product = a.times(b);
      for (let i = 0; i < 2; i++)
        for (let j = 0; j < 2; j++) expect(product.at(i, j)).toEqual(sum([0, 1, 2].map(k => a.at(i, k).times(b.at(k, j)))));
    }),
  );
});

test('(AB)C = A(BC), (AB)ᵀ = BᵀAᵀ, (AB)v = A(Bv)', () => {
  fc.assert(
    fc.property(chain, vectors(2), ([a, b, c], v) => {
      expect(
        a
          .times(b)
          .times(c)
          .equals(a.times(b.times(c))),
      ).toBe(true);
      expect(a.times(b).transpose().equals(b.transpose().times(a.transpose()))).toBe(true);
      expect(
        a
          .times(b)
          .apply(v)
          .equals(a.apply(b.apply(v))),
      ).toBe(true);
    }),
  );
});

test('tr(AB) = tr(BA) is the sum of the entries of A ∘ Bᵀ', () => {
  fc.assert(
    fc.property(chain, ([a, b]) => {
      expect(a.times(b).trace()).toEqual(b.times(a).trace());
      expect(a.times(b).trace()).toEqual(sum(a.hadamard(b.transpose()).entries.flat()));
    }),
  );
});

test('scalars, sums and differences', () => {
  fc.assert(
    fc.property(matrices(2, 3), matrices(2, 3), rationals, (a, b, c) => {
      expect(a.plus(b).times(c).minus(b.times(c)).equals(a.times(c))).toBe(true);
      expect(a.minus(a).isZero()).toBe(true);
      expect(a.times(1).equals(a) && a.times(Matrix.identity(3)).equals(a)).toBe(true);
    }),
  );
});

test('powers by squaring agree with repeated multiplication', () => {
  fc.assert(
    fc.property(squares(3), fc.integer({ min: 0, max: 7 }), (a, n) => {
      let product = Matrix.identity(a.rows);
      for (let k = 0; k < n; k++) product = product.times(a);
      expect(a.power(n).equals(product)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('symmetric exactly where equal to the transpose', () => {
  fc.assert(
    fc.property(squares(2), a => {
      expect(a.isSymmetric()).toBe(a.equals(a.transpose()));
      expect(a.plus(a.transpose()).isSymmetric()).toBe(true);
    }),
  );
  expect(matrix([[1, 2]]).isSymmetric()).toBe(false);
});

test('rows, columns and builders', () => {
  const a = Matrix.fromColumns([vector([1, 2]), vector([3, 4]), vector([5, 6])]);
  expect(`${a}`).toBe('[[1, 3, 5], [2, 4, 6]]');
  expect([a.rows, a.columns]).toEqual([2, 3]);
  expect(`${a.row(1)} ${a.column(2)}`).toBe('(2, 4, 6) (5, 6)');
  expect(`${Matrix.diagonal(1, '1/2')} ${Matrix.zero(1, 2)}`).toBe('[[1, 0], [0, 1/2]] [[0, 0]]');
});

test('prints brackets, the typed syntax and words, and survives JSON', () => {
  const a = matrix([
    [1, 2],
    ['-1/2', 4],
  ]);
  expect(a.toTeX()).toBe('\\begin{bmatrix}1 & 2 \\\\ -\\frac{1}{2} & 4\\end{bmatrix}');
  expect(`${a}`).toBe('[[1, 2], [-1/2, 4]]');
  expect(a.toSpeech()).toBe('the 2 by 2 matrix with rows 1, 2; minus 1 over 2, 4');
  expect(matrix(JSON.parse(JSON.stringify(a))).equals(a)).toBe(true);
});

test('misuse throws', () => {
  expect(() => matrix([[1, 2], [3]])).toThrow('different lengths');
  expect(() => matrix([])).toThrow('at least one entry');
  expect(() => matrix([[]])).toThrow('at least one entry');
  const a = matrix([[1, 2]]);
  expect(() => a.times(a)).toThrow('2 columns times 1 rows');
  expect(() => a.apply(vector([1]))).toThrow('2 columns times 1 entries');
  expect(() => a.plus(a.transpose())).toThrow('1 by 2 and a 2 by 1');
  expect(() => a.trace()).toThrow('not square');
  expect(() => a.row(1)).toThrow('no entry (1, 0)');
  expect(() => matrix([[1]]).power(-1)).toThrow('power -1');
});
