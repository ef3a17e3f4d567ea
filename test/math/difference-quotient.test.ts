import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNear, numericBend, numericSlope } from '../../src/math/difference-quotient.ts';
import { polynomial } from '../../src/math/polynomial.ts';

const point = fc.double({ min: -3, max: 3, noNaN: true });

describe('difference quotients', () => {
  test('agree with the derivatives of polynomials', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 6 }), point, (coefficients, x) => {
        const f = polynomial(coefficients);
        const horner = (p: typeof f) => (at: number) => p.coefficients.reduceRight((sum, c) => sum * at + c.toNumber(), 0);
        const [slope, bend] = [f.derivative(), f.derivative().derivative()];
        expect(isNear(numericSlope(horner(f), x), horner(slope)(x))).toBe(true);
        expect(isNear(numericBend(horner(f), x), horner(bend)(x), 1e-4)).toBe(true);
      }),
    );
  });

  test('agree with the exponential function, which is its own derivative', () => {
    fc.assert(
      fc.property(point, x => {
        expect(isNear(numericSlope(Math.exp, x), Math.exp(x))).toBe(true);
        expect(isNear(numericBend(Math.exp, x), Math.exp(x), 1e-4)).toBe(true);
      }),
    );
  });

  test('near is relative for large and absolute for small numbers, and never true of NaN', () => {
    expect(isNear(1e6 + 0.5, 1e6)).toBe(true);
    expect(isNear(1.001, 1)).toBe(false);
    expect(isNear(1e-9, 0)).toBe(true);
    expect(isNear(Number.NaN, 1)).toBe(false);
  });
});
