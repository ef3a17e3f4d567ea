// The signs that a quadratic form xᵀAx takes, for a symmetric matrix.
import { characteristicPolynomial } from './characteristic.ts';
import { determinant } from './elimination.ts';
import { Matrix } from './matrix.ts';
import type { Rational } from './rational.ts';

export const DEFINITENESS = [
  'positive definite',
  'positive semidefinite',
  'negative definite',
  'negative semidefinite',
  'indefinite',
  'zero',
] as const;
/** The semidefinite ones take 0 for some x other than 0, but are not zero everywhere. */
export type Definiteness = (typeof DEFINITENESS)[number];

/** How many eigenvalues of a symmetric matrix are positive, negative and 0. Throws unless symmetric. */
export function inertia(a: Matrix): { readonly positive: number; readonly negative: number; readonly zero: number } {
  if (!a.isSymmetric()) throw new RangeError('the matrix is not symmetric');
  const signs = characteristicPolynomial(a)
    .coefficients.map(value => value.sign())
    .filter(sign => sign !== 0);
  // All roots are real, so that Descartes's rule of signs is exact.
  const positive = signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length;
  const zero = characteristicPolynomial(a).coefficients.findIndex(value => !value.isZero());
  return { positive, negative: a.rows - positive - zero, zero };
}

/** Throws unless symmetric. */
export function definiteness(a: Matrix): Definiteness {
  const { positive, negative, zero } = inertia(a);
  if (positive > 0 && negative > 0) return 'indefinite';
  if (positive > 0) return zero > 0 ? 'positive semidefinite' : 'positive definite';
  if (negative > 0) return zero > 0 ? 'negative semidefinite' : 'negative definite';
  return 'zero';
}

/** The determinants of the k by k corners at the top left, k = 1 to n. All positive exactly for positive definite (Sylvester). */
export function leadingMinors(a: Matrix): Rational[] {
  a.requireSquare();
  return a.entries.map((_, k) => determinant(Matrix.build(k + 1, k + 1, (i, j) => a.at(i, j))));
}
