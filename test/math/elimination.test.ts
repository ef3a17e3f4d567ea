import fc from 'fast-check';
import { expect, test } from 'vitest';
import { determinant, inverse, nullSpace, rank, rref, solve } from '../../src/math/elimination.ts';
import { Matrix, matrix } from '../../src/math/matrix.ts';
import { ONE, type Rational, ZERO } from '../../src/math/rational.ts';
import { matrices, squares, vectors } from './arbitraries.ts';

/** Leibniz: the sum over all permutations, built row by row. */
function leibniz(a: Matrix, used: readonly number[] = []): Rational {
  if (used.length === a.rows) return ONE;
  let total = ZERO;
  for (let j = 0; j < a.columns; j++) {
    if (used.includes(j)) continue;
    const inversions = used.filter(column => column > j).length;
    const term = a.at(used.length, j).times(leibniz(a, [...used, j]));
    total = total.plus(inversions % 2 === 0 ? term : term.negated());
  }
  return total;
}

test('Bareiss’s determinant is Leibniz’s sum', () => {
  fc.assert(
    fc.property(squares(5), a => {
      expect(determinant(a)).toEqual(leibniz(a));
    }),
  );
});

test('the determinant is multiplicative', () => {
  fc.assert(
    fc.property(matrices(3, 3), matrices(3, 3), (a, b) => {
      expect(determinant(a.times(b))).toEqual(determinant(a).times(determinant(b)));
    }),
  );
});

test('A⁻¹A = AA⁻¹ = I, and there is none exactly where the determinant is 0', () => {
  fc.assert(
    fc.property(squares(), a => {
      const inverted = inverse(a);
      expect(inverted === undefined).toBe(determinant(a).isZero());
      if (!inverted) return;
      expect(inverted.times(a).equals(Matrix.identity(a.rows))).toBe(true);
      expect(a.times(inverted).equals(Matrix.identity(a.rows))).toBe(true);
    }),
  );
});

test('the echelon form is reduced, has the same null space and is its own echelon form', () => {
  fc.assert(
    fc.property(matrices(3, 4), a => {
      const { matrix: reduced, pivots } = rref(a);
      pivots.forEach((column, i) => {
        expect(reduced.column(column).entries.map(entry => entry.toNumber())).toEqual([0, 1, 2].map(k => (k === i ? 1 : 0)));
        for (let j = 0; j < column; j++) expect(reduced.at(i, j).isZero()).toBe(true);
      });
      for (let i = pivots.length; i < a.rows; i++) expect(reduced.row(i).isZero()).toBe(true);
      expect(rref(reduced).matrix.equals(reduced)).toBe(true);
      for (const v of nullSpace(reduced)) expect(a.apply(v).isZero()).toBe(true);
    }),
  );
});

test('row operations leave the echelon form alone', () => {
  fc.assert(
    fc.property(matrices(3, 4), matrices(3, 3), (a, b) => {
      fc.pre(!determinant(b).isZero());
      expect(rref(b.times(a)).matrix.equals(rref(a).matrix)).toBe(true);
    }),
  );
});

/** The size of the largest square part with determinant not 0. */
function rankByMinors(a: Matrix): number {
  const choices = (n: number) => Array.from({ length: 2 ** n }, (_, bits) => [...Array(n).keys()].filter(i => (bits >> i) & 1));
  const minors = choices(a.rows).flatMap(rows => choices(a.columns).map(columns => ({ rows, columns })));
  const regular = minors.filter(({ rows, columns }) => {
    if (rows.length === 0 || rows.length !== columns.length) return false;
    return !leibniz(matrix(rows.map(i => columns.map(j => a.at(i, j))))).isZero();
  });
  return Math.max(0, ...regular.map(({ rows }) => rows.length));
}

test('rank agrees with minors, with the transpose and with the null space', () => {
  fc.assert(
    fc.property(matrices(3, 4), a => {
      expect(rank(a)).toBe(rankByMinors(a));
      expect(rank(a.transpose())).toBe(rank(a));
      expect(nullSpace(a).length).toBe(4 - rank(a));
    }),
    { numRuns: 50 },
  );
});

test('null vectors are independent', () => {
  fc.assert(
    fc.property(matrices(2, 4), a => {
      const basis = nullSpace(a);
      if (basis.length > 0) expect(rank(Matrix.fromColumns(basis))).toBe(basis.length);
    }),
  );
});

test('solve finds a solution exactly where there is one, and all of them', () => {
  fc.assert(
    fc.property(matrices(3, 3), vectors(3), vectors(3), fc.boolean(), (a, x, other, solvable) => {
      const b = solvable ? a.apply(x) : other;
      const solutions = solve(a, b);
      const joined = Matrix.fromColumns([...[0, 1, 2].map(j => a.column(j)), b]);
      expect(solutions !== undefined).toBe(rank(joined) === rank(a));
      if (!solutions) return;
      expect(a.apply(solutions.particular).equals(b)).toBe(true);
      expect(solutions.directions.length).toBe(3 - rank(a));
      for (const direction of solutions.directions) expect(a.apply(direction).isZero()).toBe(true);
    }),
  );
});

test('misuse throws', () => {
  const wide = matrix([[1, 2]]);
  expect(() => determinant(wide)).toThrow('not square');
  expect(() => inverse(wide)).toThrow('not square');
  expect(() => solve(wide, wide.row(0))).toThrow('1 equations and 2');
});
