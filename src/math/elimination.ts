// Gaussian elimination on exact matrices and what follows from it: rank, determinant, inverse, linear systems.
import { lcm } from './integer.ts';
import { Matrix, matrix } from './matrix.ts';
import { ONE, Rational, ZERO } from './rational.ts';
import { type Vector, vector } from './vector.ts';

export interface Echelon {
  readonly matrix: Matrix;
  /** The pivot columns, ascending. */
  readonly pivots: readonly number[];
}

/** All solutions of Ax = b: the particular one (free variables 0) plus the span of the directions. */
export interface SolutionSet {
  readonly particular: Vector;
  readonly directions: readonly Vector[];
}

/** The reduced row echelon form by Gauss–Jordan elimination. */
export function rref(a: Matrix): Echelon {
  const rows = a.entries.map(row => [...row]);
  const pivots: number[] = [];
  for (let column = 0; column < a.columns && pivots.length < a.rows; column++) {
    const source = rows.findIndex((row, i) => i >= pivots.length && !entry(row, column).isZero());
    if (source < 0) continue;
    eliminate(rows, source, pivots.length, column);
    pivots.push(column);
  }
  return { matrix: matrix(rows), pivots };
}

export function rank(a: Matrix): number {
  return rref(a).pivots.length;
}

/** Bareiss's fraction-free elimination (1968) after clearing denominators. Throws unless square. */
export function determinant(a: Matrix): Rational {
  a.requireSquare();
  const scales = a.entries.map(row => row.reduce((common, { denominator }) => lcm(common, denominator), 1n));
  const rows = a.entries.map((row, i) => row.map(value => (value.numerator * (scales[i] ?? 1n)) / value.denominator));
  return Rational.ratio(
    bareiss(rows),
    scales.reduce((product, scale) => product * scale, 1n),
  );
}

/** Undefined where the matrix is singular. Throws unless square. */
export function inverse(a: Matrix): Matrix | undefined {
  a.requireSquare();
  const n = a.rows;
  const joined = Matrix.build(n, 2 * n, (i, j) => (j < n ? a.at(i, j) : j - n === i ? ONE : ZERO));
  const { matrix: reduced, pivots } = rref(joined);
  return pivots.every((column, i) => column === i) ? Matrix.build(n, n, (i, j) => reduced.at(i, j + n)) : undefined;
}

/** All x with Ax = b, or undefined where there is none. Throws where the shapes don't fit. */
export function solve(a: Matrix, b: Vector): SolutionSet | undefined {
  if (b.length !== a.rows) throw new RangeError(`${a.rows} equations and ${b.length} right-hand sides`);
  const { matrix: reduced, pivots } = rref(Matrix.build(a.rows, a.columns + 1, (i, j) => (j < a.columns ? a.at(i, j) : b.at(i))));
  if (pivots.includes(a.columns)) return undefined;
  const particular = Array.from({ length: a.columns }, () => ZERO);
  pivots.forEach((column, i) => {
    particular[column] = reduced.at(i, a.columns);
  });
  return { particular: vector(particular), directions: kernel(reduced, pivots, a.columns) };
}

/** A basis of all x with Ax = 0, a vector for each column without a pivot; empty where only 0 solves it. */
export function nullSpace(a: Matrix): Vector[] {
  const { matrix: reduced, pivots } = rref(a);
  return kernel(reduced, pivots, a.columns);
}

function kernel(reduced: Matrix, pivots: readonly number[], columns: number): Vector[] {
  const free = Array.from({ length: columns }, (_, j) => j).filter(j => !pivots.includes(j));
  return free.map(column => {
    const entries = Array.from({ length: columns }, (_, j) => (j === column ? ONE : ZERO));
    pivots.forEach((pivot, i) => {
      entries[pivot] = reduced.at(i, column).negated();
    });
    return vector(entries);
  });
}

/** Moves row `source` to row `target`, scales its pivot to 1 and clears the rest of the column, in place. */
function eliminate(rows: Rational[][], source: number, target: number, column: number): void {
  const [old, lead] = [rows[target] ?? [], rows[source] ?? []];
  const scale = ONE.over(entry(lead, column));
  const pivot = lead.map(value => value.times(scale));
  rows[source] = old;
  rows[target] = pivot;
  rows.forEach((row, i) => {
    const factor = entry(row, column);
    if (i !== target && !factor.isZero()) rows[i] = row.map((value, j) => value.minus(factor.times(entry(pivot, j))));
  });
}

function entry(row: readonly Rational[], column: number): Rational {
  return row[column] ?? ZERO;
}

/** Every division is exact: after step k the entries are minors of order k + 1. Works in place. */
function bareiss(rows: bigint[][]): bigint {
  let sign = 1n;
  let previous = 1n;
  for (let k = 0; k < rows.length; k++) {
    const source = rows.findIndex((row, i) => i >= k && row[k] !== 0n);
    if (source < 0) return 0n;
    if (source !== k) {
      [rows[k], rows[source]] = [rows[source] ?? [], rows[k] ?? []];
      sign = -sign;
    }
    previous = bareissStep(rows, k, previous);
  }
  return sign * previous;
}

function bareissStep(rows: bigint[][], k: number, previous: bigint): bigint {
  const pivotRow = rows[k] ?? [];
  const pivot = pivotRow[k] ?? 0n;
  for (let i = k + 1; i < rows.length; i++) {
    const row = rows[i] ?? [];
    const lead = row[k] ?? 0n;
    rows[i] = row.map((value, j) => (j <= k ? 0n : (value * pivot - lead * (pivotRow[j] ?? 0n)) / previous));
  }
  return pivot;
}
