// The characteristic polynomial of an exact matrix and the rational part of its spectrum.
import { nullSpace } from './elimination.ts';
import { Matrix } from './matrix.ts';
import { type Polynomial, polynomial } from './polynomial.ts';
import { ONE, Rational, type RationalLike } from './rational.ts';
import { rationalRoots } from './rational-roots.ts';
import type { Vector } from './vector.ts';

/** det(xI - A), monic, by the Faddeev–LeVerrier algorithm. Throws unless square. */
export function characteristicPolynomial(a: Matrix): Polynomial {
  a.requireSquare();
  const identity = Matrix.identity(a.rows);
  const descending = [ONE];
  let product = a;
  for (let k = 1; k <= a.rows; k++) {
    const coefficient = product.trace().over(-k);
    descending.push(coefficient);
    if (k < a.rows) product = a.times(product.plus(identity.times(coefficient)));
  }
  return polynomial(descending.reverse());
}

/** Ascending, each as often as its algebraic multiplicity; irrational and complex ones are left out. */
export function rationalEigenvalues(a: Matrix): Rational[] {
  return rationalRoots(characteristicPolynomial(a));
}

/** A basis of all v with Av = value · v; empty where it is no eigenvalue. */
export function eigenspace(a: Matrix, value: RationalLike): Vector[] {
  return nullSpace(a.minus(Matrix.identity(a.rows).times(Rational.from(value))));
}

/** Of a 2 by 2 matrix of integers with integer eigenvalues, fast; the eigenvalues mean nothing where they are no integers. */
export function integerSpectrum([[a = 0, b = 0] = [], [c = 0, d = 0] = []]: readonly (readonly number[])[]) {
  const [trace, det] = [a + d, a * d - b * c];
  const root = Math.round(Math.sqrt(trace * trace - 4 * det));
  return { trace, det, low: (trace - root) / 2, high: (trace + root) / 2 };
}
