// Random exact values for property tests.
import fc from 'fast-check';
import { type Matrix, matrix } from '../../src/math/matrix.ts';
import { type Polynomial, polynomial } from '../../src/math/polynomial.ts';
import { type Rational, rational } from '../../src/math/rational.ts';
import { type Vector, vector } from '../../src/math/vector.ts';

export const integers = fc.integer({ min: -9, max: 9 });
export const rationals: fc.Arbitrary<Rational> = fc
  .tuple(integers, fc.integer({ min: 1, max: 6 }))
  .map(([top, under]) => rational(top, under));

export function vectors(length: number): fc.Arbitrary<Vector> {
  return fc.array(rationals, { minLength: length, maxLength: length }).map(vector);
}

/** Zeros are frequent, so that singular matrices and missing pivots come up. */
export function matrices(rows: number, columns: number): fc.Arbitrary<Matrix> {
  const entries = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: -1, max: 1 }).map(value => rational(value)) }, rationals);
  const row = fc.array(entries, { minLength: columns, maxLength: columns });
  return fc.array(row, { minLength: rows, maxLength: rows }).map(matrix);
}

export function squares(largest = 4): fc.Arbitrary<Matrix> {
  return fc.integer({ min: 1, max: largest }).chain(n => matrices(n, n));
}

export function polynomials(degree = 5): fc.Arbitrary<Polynomial> {
  return fc.array(rationals, { maxLength: degree + 1 }).map(polynomial);
}

/** Probabilities with sum 1, zeros among them. */
export function probabilities(length: number): fc.Arbitrary<Rational[]> {
  return fc
    .array(fc.integer({ min: 0, max: 6 }), { minLength: length, maxLength: length })
    .filter(weights => weights.some(weight => weight > 0))
    .map(weights => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map(weight => rational(weight, total));
    });
}
