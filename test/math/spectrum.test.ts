import fc from 'fast-check';
import { expect, test } from 'vitest';
import { definiteness, inertia, leadingMinors } from '../../src/math/definiteness.ts';
import { determinant, rank } from '../../src/math/elimination.ts';
import { type Matrix, matrix } from '../../src/math/matrix.ts';
import { gramMatrix } from '../../src/math/orthogonal.ts';
import { bestOfRank, singularTriples, singularValues } from '../../src/math/singular-values.ts';
import { eigenpairs, eigenvalues, spectralRadius } from '../../src/math/spectrum.ts';
import { Surd } from '../../src/math/surd.ts';
import { SurdMatrix, surdDot } from '../../src/math/surd-matrix.ts';
import { matrices, squares, vectors } from './arbitraries.ts';

const times = (a: Matrix, v: readonly Surd[]) => SurdMatrix.from(a).entries.map(row => surdDot(row, v));
const scaled = (v: readonly Surd[], factor: Surd) => v.map(entry => entry.times(factor));
const same = (a: readonly Surd[], b: readonly Surd[]) => a.length === b.length && a.every((x, i) => x.equals(b[i] ?? 0));
const total = (values: readonly Surd[]) => values.reduce((sum, value) => sum.plus(value), Surd.from(0));
const product = (values: readonly Surd[]) => values.reduce((all, value) => all.times(value), Surd.from(1));
const symmetric = squares(3).map(a => a.plus(a.transpose()));

test('eigenvalues have the trace as sum and the determinant as product; Av = value · v exactly', () => {
  fc.assert(
    fc.property(fc.oneof(squares(3), symmetric), a => {
      const values = eigenvalues(a);
      if (a.rows === 2 && a.isSymmetric()) expect(values).toBeDefined();
      fc.pre(values !== undefined);
      expect(total(values ?? []).toRational()).toEqual(a.trace());
      expect(product(values ?? []).toRational()).toEqual(determinant(a));
      for (const { value, multiplicity, vectors: basis } of eigenpairs(a) ?? []) {
        expect(basis.length > 0 && basis.length <= multiplicity).toBe(true);
        if (a.isSymmetric()) expect(basis.length).toBe(multiplicity);
        for (const v of basis) {
          expect(same(times(a, v), scaled(v, value))).toBe(true);
          expect(v.every(entry => entry.isZero())).toBe(false);
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('the golden section, a turn, a shear', () => {
  const [, golden] =
    eigenpairs(
      matrix([
        [1, 1],
        [1, 0],
      ]),
    ) ?? [];
  expect(`${golden?.value}`).toBe('(1 + sqrt(5))/2');
  expect(golden?.vectors.map(v => v.map(String))).toEqual([['(1 + sqrt(5))/2', '1']]);
  expect(
    eigenvalues(
      matrix([
        [0, -1],
        [1, 0],
      ]),
    ),
  ).toBeUndefined();
  expect(
    eigenpairs(
      matrix([
        [2, 1],
        [0, 2],
      ]),
    )?.map(pair => [`${pair.value}`, pair.multiplicity, pair.vectors.length]),
  ).toEqual([['2', 2, 1]]);
});

test('the spectral radius: powers divided by its powers stay bounded, and it is 1 for a turn', () => {
  expect(
    `${spectralRadius(
      matrix([
        [1, -1],
        [1, 1],
      ]),
    )}`,
  ).toBe('sqrt(2)');
  expect(
    `${spectralRadius(
      matrix([
        [1, 1],
        [1, 0],
      ]),
    )}`,
  ).toBe('(1 + sqrt(5))/2');
  expect(
    `${spectralRadius(
      matrix([
        [-5, 0],
        [7, 3],
      ]),
    )}`,
  ).toBe('5');
  fc.assert(
    fc.property(squares(2), a => {
      const radius = spectralRadius(a)?.toNumber() ?? Number.NaN;
      const size = Math.max(
        ...a
          .power(64)
          .entries.flat()
          .map(entry => Math.abs(entry.toNumber())),
      );
      expect(size).toBeGreaterThanOrEqual(radius ** 64 / 2 - 1e-9);
      expect(size).toBeLessThanOrEqual((radius + 0.5) ** 64 * 1e6);
    }),
  );
});

test('singular values of any 2 by 2: σ₁² + σ₂² = ‖A‖², σ₁σ₂ = |det A|, and every one is a root of det(AᵀA − σ²I)', () => {
  fc.assert(
    fc.property(matrices(2, 2), a => {
      const values = singularValues(a) ?? [];
      expect(values.length).toBe(2);
      expect(total(values.map(value => value.times(value))).toRational()).toEqual(gramMatrix(a).trace());
      expect(product(values).toRational()).toEqual(determinant(a).abs());
      expect(values[0]?.compare(values[1] ?? 0)).not.toBe(-1);
    }),
  );
  expect(
    singularValues(
      matrix([
        [3, 0],
        [4, 5],
      ]),
    )?.map(String),
  ).toEqual(['3sqrt(5)', 'sqrt(5)']);
  expect(singularValues(matrix([[1, 2, 2]]))?.map(String)).toEqual(['3']);
});

test('singular parts add up to A; the best of rank one leaves σ₂ in the Frobenius norm', () => {
  fc.assert(
    fc.property(matrices(3, 2), a => {
      const triples = singularTriples(a);
      fc.pre(triples !== undefined);
      expect(triples?.length).toBe(rank(a));
      for (const { value, right, left } of triples ?? []) {
        expect(surdDot(left, left).equals(value.times(value).times(surdDot(right, right)))).toBe(true);
      }
      expect(bestOfRank(a, 2)?.equals(SurdMatrix.from(a))).toBe(true);
      const rest = SurdMatrix.from(a).minus(bestOfRank(a, 1) ?? SurdMatrix.from(a));
      const second = singularValues(a)?.[1] ?? Surd.from(0);
      expect(total(rest.entries.flat().map(entry => entry.times(entry))).equals(second.times(second))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('a singular value that comes twice has orthogonal directions', () => {
  const a = matrix([
    [2, 1, 1],
    [1, 2, 1],
    [1, 1, 2],
  ]);
  const rights = singularTriples(a)?.map(({ right }) => right) ?? [];
  expect(singularValues(a)?.map(String)).toEqual(['4', '1', '1']);
  expect(rights.length).toBe(3);
  rights.forEach((v, i) => {
    for (const other of rights.slice(0, i)) expect(surdDot(v, other).isZero()).toBe(true);
  });
  expect(bestOfRank(a, 3)?.equals(SurdMatrix.from(a))).toBe(true);
});

test('the signs of the eigenvalues, by Descartes, are those of the form, of Sylvester and of the surds', () => {
  fc.assert(
    fc.property(symmetric, fc.array(vectors(3), { minLength: 8, maxLength: 8 }), (a, tries) => {
      const kind = definiteness(a);
      expect(kind === 'positive definite').toBe(leadingMinors(a).every(minor => minor.sign() > 0));
      const values = eigenvalues(a);
      const signs = values?.map(value => value.sign());
      if (signs) {
        const count = (sign: number) => signs.filter(other => other === sign).length;
        expect(inertia(a)).toEqual({ positive: count(1), negative: count(-1), zero: count(0) });
      }
      for (const long of tries) {
        const v = long.entries.slice(0, a.rows);
        const form = v.reduce(
          (sum, x, i) => v.reduce((part, y, j) => part.plus(x.times(y).times(a.at(i, j))), sum),
          a.at(0, 0).minus(a.at(0, 0)),
        );
        if (kind.startsWith('positive')) expect(form.sign()).not.toBe(-1);
        if (kind.startsWith('negative')) expect(form.sign()).not.toBe(1);
        if (kind === 'zero') expect(form.sign()).toBe(0);
      }
    }),
  );
  expect(
    definiteness(
      matrix([
        [1, 2],
        [2, 4],
      ]),
    ),
  ).toBe('positive semidefinite');
  expect(
    definiteness(
      matrix([
        [0, 0],
        [0, -1],
      ]),
    ),
  ).toBe('negative semidefinite');
  expect(
    definiteness(
      matrix([
        [0, 1],
        [1, 0],
      ]),
    ),
  ).toBe('indefinite');
});
