import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank } from '../../src/math/elimination.ts';
import { cholesky } from '../../src/math/factorization.ts';
import { Matrix, matrix } from '../../src/math/matrix.ts';
import { matrixNorm1, matrixNormInfinity, norm1, norm2, normInfinity } from '../../src/math/norm.ts';
import { gramMatrix, gramSchmidt, leastSquares, project, projectionMatrix, qr, ridge } from '../../src/math/orthogonal.ts';
import { ZERO } from '../../src/math/rational.ts';
import { Surd } from '../../src/math/surd.ts';
import { SurdMatrix } from '../../src/math/surd-matrix.ts';
import { Vector, vector } from '../../src/math/vector.ts';
import { matrices, vectors } from './arbitraries.ts';

const columns = (a: Matrix) => Array.from({ length: a.columns }, (_, j) => a.column(j));

test('Gram–Schmidt: pairwise orthogonal, and the first k span what the first k given ones span', () => {
  fc.assert(
    fc.property(matrices(3, 3), a => {
      const axes = gramSchmidt(columns(a));
      axes.forEach((axis, i) => {
        for (const other of axes.slice(0, i)) expect(axis.dot(other)).toEqual(ZERO);
        const [before, after] = [columns(a).slice(0, i + 1), axes.slice(0, i + 1)].map(Matrix.fromColumns);
        expect(before && after && rank(before) === rank(after)).toBe(true);
      });
      expect(axes.filter(axis => !axis.isZero()).length).toBe(rank(a));
    }),
  );
});

test('QR: orthonormal times triangular is A again, and R is the Cholesky factor of AᵀA', () => {
  fc.assert(
    fc.property(matrices(3, 2), a => {
      const factors = qr(a);
      expect(factors !== undefined).toBe(rank(a) === 2);
      fc.pre(factors !== undefined);
      const { q, r } = factors ?? { q: SurdMatrix.from(a), r: SurdMatrix.from(a) };
      expect(
        q
          .transpose()
          .times(q)
          .equals(SurdMatrix.from(Matrix.identity(2))),
      ).toBe(true);
      expect(q.times(r).equals(SurdMatrix.from(a))).toBe(true);
      expect(cholesky(gramMatrix(a))?.transpose().equals(r)).toBe(true);
    }),
  );
  expect(
    qr(
      matrix([
        [3, 1],
        [4, 2],
      ]),
    )?.q.toMatrix(),
  ).toEqual(
    matrix([
      ['3/5', '-4/5'],
      ['4/5', '3/5'],
    ]),
  );
});

test('the projection leaves a residual orthogonal to all; it is the projection matrix, the least squares fit', () => {
  fc.assert(
    fc.property(matrices(4, 2), vectors(4), (a, b) => {
      const foot = project(b, columns(a));
      expect(a.transpose().apply(b.minus(foot)).isZero()).toBe(true);
      const x = leastSquares(a, b);
      expect(x !== undefined).toBe(rank(a) === 2);
      if (x === undefined) return;
      expect(a.apply(x)).toEqual(foot);
      expect(projectionMatrix(a)?.apply(b)).toEqual(foot);
    }),
  );
});

test('ridge is least squares on rows of √λ below', () => {
  fc.assert(
    fc.property(matrices(3, 2), vectors(3), (a, b) => {
      const below = matrix([...a.entries, ...Matrix.identity(2).times(3).entries]);
      expect(ridge(a, b, 9)).toEqual(leastSquares(below, vector([...b.entries, 0, 0])));
    }),
  );
});

test('norms of vectors: dual to each other on sign vectors', () => {
  const signs = [1, -1].flatMap(x => [1, -1].flatMap(y => [1, -1].map(z => vector([x, y, z]))));
  const largest = (values: readonly Surd[]) => values.reduce((a, b) => (b.compare(a) > 0 ? b : a));
  fc.assert(
    fc.property(vectors(3), matrices(3, 3), (v, a) => {
      expect(largest(signs.map(s => Surd.from(v.dot(s)))).toRational()).toEqual(norm1(v));
      const units = [0, 1, 2].flatMap(i => [Vector.unit(3, i), Vector.unit(3, i).negated()]);
      expect(largest(units.map(e => Surd.from(v.dot(e)))).toRational()).toEqual(normInfinity(v));
      expect(norm2(v).times(norm2(v)).toRational()).toEqual(v.normSquared());
      expect(largest(signs.map(s => Surd.from(normInfinity(a.apply(s))))).toRational()).toEqual(matrixNormInfinity(a));
      expect(largest(units.map(e => Surd.from(norm1(a.apply(e))))).toRational()).toEqual(matrixNorm1(a));
      expect(norm2(a).times(norm2(a)).toRational()).toEqual(gramMatrix(a).trace());
    }),
  );
});
