import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derivative } from '../../src/math/expression/derivative.ts';
import { parse } from '../../src/math/expression/parse.ts';
import { constant, type Expression } from '../../src/math/expression/tree.ts';
import { isNearPrecisely, preciseBend, preciseSlope, preciseValue } from '../../src/math/precise-difference.ts';
import { rational } from '../../src/math/rational.ts';

const read = (text: string): Expression => {
  const parsed = parse(text);
  return parsed.ok ? parsed.value : constant('infinity');
};
const functions = [
  'x^3*y - 2x*y^2',
  'exp(x*y)',
  'ln(x^2 + y^2 + 1)',
  'sin(x)*cos(y)',
  'x/(1 + y^2)',
  'sqrt(1 + x^2)*y',
  'sigmoid(x - y)',
].map(read);
const fractions = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 5 })).map(([p, q]) => rational(p, q));

test('slopes and bends agree with the symbolic derivatives in every direction', () => {
  fc.assert(
    fc.property(fc.constantFrom(...functions), fractions, fractions, fractions, (f, x, y, u) => {
      const point = { x, y };
      const [fx, fy] = [derivative(f, 'x'), derivative(f, 'y')];
      expect(isNearPrecisely(preciseSlope(f, point, { x: 1 }), preciseValue(fx, point), 1e-30)).toBe(true);
      const along = preciseValue(fx, point)
        ?.times(preciseValue(read(`${u}`), {}) ?? zero)
        .plus(preciseValue(fy, point) ?? zero);
      expect(isNearPrecisely(preciseSlope(f, point, { x: u, y: 1 }), along, 1e-30)).toBe(true);
      expect(isNearPrecisely(preciseBend(f, point, { x: 1 }, { y: 1 }), preciseValue(derivative(fx, 'y'), point), 1e-20)).toBe(
        true,
      );
      expect(isNearPrecisely(preciseBend(f, point, { x: 1 }, { x: 1 }), preciseValue(derivative(fx, 'x'), point), 1e-20)).toBe(
        true,
      );
    }),
    { numRuns: 40 },
  );
});

const zero =
  preciseValue(read('0'), {}) ??
  (() => {
    throw new Error('0 has a value');
  })();

test('a near miss is told apart, and nothing exists outside the domain', () => {
  const point = { x: 2 };
  const slope = preciseSlope(read('x^2'), point, { x: 1 });
  expect(isNearPrecisely(slope, preciseValue(read('2x'), point))).toBe(true);
  expect(isNearPrecisely(slope, preciseValue(read('2x + 10^-18'), point))).toBe(false);
  expect(preciseSlope(read('ln x'), { x: -1 }, { x: 1 })).toBeUndefined();
  expect(isNearPrecisely(undefined, undefined)).toBe(false);
});
