// Singular values and best approximations of low rank, exact: always for 2 by 2, else where the roots come out.
import { Matrix } from './matrix.ts';
import { gramMatrix, gramSchmidt } from './orthogonal.ts';
import { eigenpairs, eigenvalues } from './spectrum.ts';
import { Surd } from './surd.ts';
import { SurdMatrix, type SurdVector, surdDot } from './surd-matrix.ts';
import { vector } from './vector.ts';

/** Avⱼ = value · uⱼ for the unit vectors along right = v and left = u; the directions are not normalized, so that they stay exact. */
export interface SingularTriple {
  readonly value: Surd;
  readonly right: SurdVector;
  readonly left: SurdVector;
}

/** Descending, as many as the smaller side has; undefined where one is no sum of two square roots. */
export function singularValues(a: Matrix): Surd[] | undefined {
  const values = eigenvalues(gramMatrix(a.columns <= a.rows ? a : a.transpose()))?.flatMap(value => value.sqrt() ?? []);
  return values?.length === Math.min(a.rows, a.columns) ? values.reverse() : undefined;
}

/** Of the values that are not 0, descending, with pairwise orthogonal directions; undefined as for `singularValues`. */
export function singularTriples(a: Matrix): SingularTriple[] | undefined {
  const pairs = eigenpairs(gramMatrix(a))
    ?.filter(({ value }) => !value.isZero())
    .reverse();
  const found = pairs?.map(({ value, vectors }) => ({ root: value.sqrt(), vectors: perpendicular(vectors) }));
  if (!found?.every(({ root }) => root !== undefined)) return undefined;
  return found.flatMap(({ root, vectors }) =>
    vectors.map(right => ({ value: root ?? Surd.from(0), right, left: apply(a, right) })),
  );
}

/** The nearest matrix of rank at most k (Eckart and Young 1936): the k largest singular parts. Undefined as for `singularValues`. */
export function bestOfRank(a: Matrix, k: number): SurdMatrix | undefined {
  const zero = SurdMatrix.from(Matrix.zero(a.rows, a.columns));
  return singularTriples(a)
    ?.slice(0, k)
    .reduce((sum, { right, left }) => {
      const scale = surdDot(right, right);
      return sum.map((entry, i, j) => entry.plus((left[i] ?? Surd.from(0)).times(right[j] ?? 0).over(scale)));
    }, zero);
}

/** Several vectors belong to a rational value and are rational themselves. */
function perpendicular(vectors: readonly SurdVector[]): readonly SurdVector[] {
  if (vectors.length < 2) return vectors;
  const basis = vectors.map(v => vector(v.flatMap(entry => entry.toRational() ?? [])));
  return gramSchmidt(basis).map(v => v.entries.map(Surd.from));
}

function apply(a: Matrix, v: SurdVector): SurdVector {
  return a.entries.map(row => surdDot(row.map(Surd.from), v));
}
