import fc from 'fast-check';
import { expect, test } from 'vitest';
import { integrate, simpson, trapezoid } from '../../src/math/quadrature.ts';
import { rational } from '../../src/math/rational.ts';
import { integers, polynomials, rationals } from './arbitraries.ts';

test('polynomials against their antiderivatives, with the error inside the stated one', () => {
  fc.assert(
    fc.property(polynomials(9), integers, integers, (p, low, high) => {
      const exact = p.integral().evaluate(high).minus(p.integral().evaluate(low)).toNumber();
      const size = Math.max(1, Math.abs(exact));
      const coefficients = p.coefficients.map(coefficient => coefficient.toNumber());
      const { value } = integrate(x => horner(coefficients, x), low, high, 1e-6);
      expect(Math.abs(value - exact) / size).toBeLessThan(1e-6);
    }),
  );
});

function horner(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((value, next) => value * x + next, 0);
}

test('known integrals: kinks, poles at the ends, infinite ranges', () => {
  const known: [f: (x: number) => number, low: number, high: number, value: number][] = [
    [Math.exp, 0, 1, Math.E - 1],
    [x => Math.abs(x - 1 / 3), 0, 1, 5 / 18],
    [x => 1 / Math.sqrt(x), 0, 1, 2],
    [x => Math.exp((-x * x) / 2), Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Math.sqrt(2 * Math.PI)],
    [x => x * Math.exp(-3 * x), 0, Number.POSITIVE_INFINITY, 1 / 9],
    [x => 1 / (x * x), Number.NEGATIVE_INFINITY, -1, 1],
    [x => -x * Math.log(x), 0, 1, 1 / 4],
    [x => 1 / (1 + x * x), Number.NEGATIVE_INFINITY, 2, Math.PI / 2 + Math.atan(2)],
  ];
  for (const [f, low, high, value] of known) {
    const found = integrate(f, low, high, 1e-9);
    expect(Math.abs(found.value - value)).toBeLessThanOrEqual(found.error + 1e-14);
    expect(integrate(f, high, low, 1e-9).value).toBe(-found.value);
  }
});

test('one panel is exact up to degree 22, to the last digits', () => {
  for (let degree = 0; degree <= 22; degree += 2) {
    expect(Math.abs(integrate(x => x ** degree, -1, 1, 9).value - 2 / (degree + 1))).toBeLessThan(1e-15);
  }
});

test('what does not settle says so', () => {
  expect(integrate(x => 1 / x, 0, 1).error).toBe(Number.POSITIVE_INFINITY);
  expect(integrate(() => Number.NaN, 0, 1).error).toBe(Number.POSITIVE_INFINITY);
});

test("Simpson's rule is exact up to degree 3; the trapezoid is the shoelace area", () => {
  fc.assert(
    fc.property(polynomials(3), rationals, rationals, fc.integer({ min: 1, max: 3 }), (p, low, high, half) => {
      const exact = p.integral().evaluate(high).minus(p.integral().evaluate(low));
      expect(simpson(x => p.evaluate(x), low, high, 2 * half)).toEqual(exact);
      const ends = [low, high].map(x => [x, p.evaluate(x)] as const);
      const [left, right] = [p.evaluate(low), p.evaluate(high)];
      const shoelace = high.times(right).plus(high.times(left)).minus(low.times(right)).minus(low.times(left));
      expect(trapezoid(ends)).toEqual(shoelace.over(2));
    }),
  );
  expect(simpson(x => x.power(4), 0, 1)).toEqual(rational(5, 24));
  expect(() => simpson(x => x, 0, 1, 3)).toThrow('over 3 panels');
});
