// Exact triangular factors of square matrices, and solving with them.
import { Matrix } from './matrix.ts';
import { ONE, type Rational, ZERO } from './rational.ts';
import { Surd } from './surd.ts';
import { SurdMatrix } from './surd-matrix.ts';
import { type Vector, vector } from './vector.ts';

/** PA = LU: row i of PA is row permutation[i] of A; L has ones on its diagonal, U is upper triangular. */
export interface Lu {
  readonly permutation: readonly number[];
  readonly lower: Matrix;
  readonly upper: Matrix;
}

/** Without row swaps; undefined where a zero pivot stops it. Throws unless square. */
export function lu(a: Matrix): Lu | undefined {
  const factors = eliminateDown(a, (_, k) => k);
  // What a zero pivot could not clear is missing from the product.
  return factors.lower.times(factors.upper).equals(a) ? factors : undefined;
}

/** With partial pivoting: the entry of largest size comes up, of equal ones the uppermost. Throws unless square. */
export function pivotedLu(a: Matrix): Lu {
  return eliminateDown(a, (column, k) => {
    const size = (i: number) => column[i]?.abs() ?? ZERO;
    return column.reduce((best, _, i) => (i > k && size(i).compare(size(best)) > 0 ? i : best), k);
  });
}

/** A = LDLᵀ for a symmetric A, L with ones on its diagonal; undefined where a zero pivot stops it. Throws unless symmetric. */
export function ldl(a: Matrix): { readonly lower: Matrix; readonly pivots: readonly Rational[] } | undefined {
  if (!a.isSymmetric()) throw new RangeError('the matrix is not symmetric');
  const factors = lu(a);
  return factors && { lower: factors.lower, pivots: factors.upper.entries.map((row, i) => row[i] ?? ZERO) };
}

/** The lower triangular L with positive diagonal and A = LLᵀ; undefined unless A is positive definite. Throws unless symmetric. */
export function cholesky(a: Matrix): SurdMatrix | undefined {
  const factors = ldl(a);
  if (!factors?.pivots.every(pivot => pivot.sign() > 0)) return undefined;
  const roots = factors.pivots.map(Surd.root);
  return SurdMatrix.from(factors.lower).map((entry, _, j) => entry.times(roots[j] ?? 0));
}

/** The x with Lx = b for a lower triangular L. Throws on a zero on the diagonal. */
export function forwardSubstitution(lower: Matrix, b: Vector): Vector {
  const x: Rational[] = [];
  for (let i = 0; i < lower.rows; i++) {
    const known = x.reduce((total, value, j) => total.plus(value.times(lower.at(i, j))), ZERO);
    x.push(b.at(i).minus(known).over(lower.at(i, i)));
  }
  return vector(x);
}

/** The x with Ux = b for an upper triangular U. Throws on a zero on the diagonal. */
export function backSubstitution(upper: Matrix, b: Vector): Vector {
  const last = upper.rows - 1;
  const flipped = Matrix.build(upper.rows, upper.rows, (i, j) => upper.at(last - i, last - j));
  const solved = forwardSubstitution(flipped, vector(b.entries.toReversed()));
  return vector(solved.entries.toReversed());
}

/** Gaussian elimination; multipliers take the places of the zeros that they make. */
function eliminateDown(a: Matrix, choose: (column: readonly Rational[], k: number) => number): Lu {
  a.requireSquare();
  const rows = a.entries.map(row => [...row]);
  const permutation = rows.map((_, i) => i);
  for (let k = 0; k < a.rows; k++) {
    const source = choose(
      rows.map(row => row[k] ?? ZERO),
      k,
    );
    swap(rows, k, source);
    swap(permutation, k, source);
    clearBelow(rows, k);
  }
  const entry = (i: number, j: number) => rows[i]?.[j] ?? ZERO;
  return {
    permutation,
    lower: Matrix.build(a.rows, a.rows, (i, j) => (i > j ? entry(i, j) : i === j ? ONE : ZERO)),
    upper: Matrix.build(a.rows, a.rows, (i, j) => (i <= j ? entry(i, j) : ZERO)),
  };
}

function clearBelow(rows: Rational[][], k: number): void {
  const pivotRow = rows[k] ?? [];
  const pivot = pivotRow[k] ?? ZERO;
  for (let i = k + 1; i < rows.length && !pivot.isZero(); i++) {
    const row = rows[i] ?? [];
    const factor = (row[k] ?? ZERO).over(pivot);
    rows[i] = row.map((value, j) => (j < k ? value : j === k ? factor : value.minus(factor.times(pivotRow[j] ?? ZERO))));
  }
}

function swap<T>(list: T[], i: number, j: number): void {
  const [first, second] = [list[i], list[j]];
  if (first !== undefined && second !== undefined) [list[i], list[j]] = [second, first];
}
