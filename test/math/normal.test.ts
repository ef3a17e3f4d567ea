import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalCdf, normalDensity, normalQuantile } from '../../src/math/normal.ts';
import { integrate } from '../../src/math/quadrature.ts';

const places = fc.double({ min: -8, max: 8, noNaN: true });

test('the cumulative probability is the area under the density', () => {
  fc.assert(
    fc.property(places, places, (a, b) => {
      expect(normalCdf(b) - normalCdf(a)).toBeCloseTo(integrate(normalDensity, a, b, 1e-13).value, 12);
      expect(normalCdf(a) + normalCdf(-a)).toBeCloseTo(1, 14);
    }),
    { numRuns: 50 },
  );
});

// Values from Abramowitz and Stegun, table 26.1 and 26.2, and from exact tails in 40 digits.
test('published values, in the far tail too', () => {
  const relative = (value: number, known: number) => Math.abs(value / known - 1);
  expect(relative(normalCdf(1), 0.841344746068543)).toBeLessThan(1e-14);
  expect(relative(normalCdf(2), 0.977249868051821)).toBeLessThan(1e-14);
  expect(relative(normalCdf(-3), 1.349898031630095e-3)).toBeLessThan(1e-12);
  expect(relative(normalCdf(-5), 2.866515718791939e-7)).toBeLessThan(1e-12);
  expect(relative(normalCdf(-10), 7.61985302416047e-24)).toBeLessThan(1e-12);
  expect(normalCdf(40)).toBe(1);
});

test('the quantile undoes it, moved and scaled as well', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), fc.integer({ min: -9, max: 9 }), (p, mean) => {
      expect(Math.abs(normalCdf(normalQuantile(p, mean, 3), mean, 3) / p - 1)).toBeLessThan(1e-10);
    }),
  );
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
  expect([0, 1, 2].map(p => normalQuantile(p))).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN]);
});
