// Right angles, exactly: Gram–Schmidt, QR, projections, least squares.
import { inverse } from './elimination.ts';
import { Matrix } from './matrix.ts';
import { Rational } from './rational.ts';
import { Surd } from './surd.ts';
import { SurdMatrix } from './surd-matrix.ts';
import { Vector } from './vector.ts';

/** Each vector minus its projection on those before it, not normalized, so that all stays rational; zero where it depends on them. */
export function gramSchmidt(vectors: readonly Vector[]): Vector[] {
  const orthogonal: Vector[] = [];
  for (const v of vectors) orthogonal.push(orthogonal.reduce((rest, axis) => rest.minus(along(v, axis)), v));
  return orthogonal;
}

/** The nearest point to v in the span of the vectors, which may depend on each other. */
export function project(v: Vector, onto: readonly Vector[]): Vector {
  return gramSchmidt(onto).reduce((sum, axis) => sum.plus(along(v, axis)), Vector.zero(v.length));
}

/** A = QR, the columns of Q orthonormal, R upper triangular with positive diagonal; undefined where the columns are dependent. */
export function qr(a: Matrix): { readonly q: SurdMatrix; readonly r: SurdMatrix } | undefined {
  const columns = columnsOf(a);
  const axes = gramSchmidt(columns);
  if (axes.some(axis => axis.isZero())) return undefined;
  const norms = axes.map(axis => Surd.root(axis.normSquared()));
  const norm = (i: number) => norms[i] ?? Surd.from(1);
  const q = SurdMatrix.fromColumns(axes.map((axis, j) => axis.entries.map(entry => Surd.from(entry).over(norm(j)))));
  const rows = axes.map((axis, i) =>
    columns.map((column, j) => (j < i ? Surd.from(0) : Surd.from(axis.dot(column)).over(norm(i)))),
  );
  return { q, r: SurdMatrix.from(rows) };
}

/** The x with the least ‖Ax − b‖, from the normal equations; undefined where the columns of A are dependent. */
export function leastSquares(a: Matrix, b: Vector): Vector | undefined {
  return inverse(gramMatrix(a))?.apply(a.transpose().apply(b));
}

/** The x with the least ‖Ax − b‖² + λ‖x‖²; undefined where it is not unique. */
export function ridge(a: Matrix, b: Vector, lambda: Rational | number | string): Vector | undefined {
  const penalty = Matrix.identity(a.columns).times(Rational.from(lambda));
  return inverse(gramMatrix(a).plus(penalty))?.apply(a.transpose().apply(b));
}

/** AᵀA: the dot products of the columns. */
export function gramMatrix(a: Matrix): Matrix {
  return a.transpose().times(a);
}

/** A(AᵀA)⁻¹Aᵀ, the projection on the span of the columns; undefined where they are dependent. */
export function projectionMatrix(a: Matrix): Matrix | undefined {
  const inverted = inverse(gramMatrix(a));
  return inverted && a.times(inverted).times(a.transpose());
}

function along(v: Vector, axis: Vector): Vector {
  return axis.isZero() ? axis : axis.times(v.dot(axis).over(axis.normSquared()));
}

function columnsOf(a: Matrix): Vector[] {
  return Array.from({ length: a.columns }, (_, j) => a.column(j));
}
