// Lengths of vectors and sizes of matrices, exact.
import type { Matrix } from './matrix.ts';
import { type Rational, sum, ZERO } from './rational.ts';
import { Surd } from './surd.ts';
import { Vector } from './vector.ts';

/** The sum of the sizes of the entries. */
export function norm1(v: Vector): Rational {
  return sum(v.entries.map(entry => entry.abs()));
}

/** The Euclidean length, also the Frobenius norm of a matrix: the root of the sum of squares. */
export function norm2(value: Vector | Matrix): Surd {
  const entries = value instanceof Vector ? value.entries : value.entries.flat();
  return Surd.root(sum(entries.map(entry => entry.power(2))));
}

/** The largest size of an entry. */
export function normInfinity(v: Vector): Rational {
  return largest(v.entries.map(entry => entry.abs()));
}

/** The largest ‖Ax‖₁ for ‖x‖₁ = 1: the largest column sum of sizes. */
export function matrixNorm1(a: Matrix): Rational {
  return matrixNormInfinity(a.transpose());
}

/** The largest ‖Ax‖∞ for ‖x‖∞ = 1: the largest row sum of sizes. */
export function matrixNormInfinity(a: Matrix): Rational {
  return largest(a.entries.map(row => sum(row.map(entry => entry.abs()))));
}

function largest(values: readonly Rational[]): Rational {
  return values.reduce((top, value) => (value.compare(top) > 0 ? value : top), ZERO);
}
