import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Rational, rational } from '../../src/math/rational.ts';
import { exponentOf, roundToInteger, roundToPlaces, roundToSignificant, spacingAt } from '../../src/math/rounding.ts';

const fractions = fc.tuple(fc.integer(), fc.integer({ min: 1, max: 10 ** 6 })).map(([p, q]) => rational(p, q));
const nonzero = fractions.filter(value => !value.isZero());
const exactly = (x: number): Rational => {
  const scale = 2 ** 60;
  return rational(BigInt(x * scale), BigInt(scale));
};

test('24 significant bits are what the hardware rounds to, 53 what doubles are', () => {
  fc.assert(
    fc.property(nonzero, value => {
      expect(roundToSignificant(value, 53, 'even', 2).toNumber()).toBe(value.toNumber());
      const double = roundToSignificant(value, 53, 'even', 2);
      expect(roundToSignificant(double, 24, 'even', 2).toNumber()).toBe(Math.fround(value.toNumber()));
    }),
  );
  const third = exactly(Math.fround(1 / 3));
  expect(roundToSignificant(rational(1, 3), 24, 'even', 2)).toEqual(third);
  expect(spacingAt(rational(1), 24).toNumber()).toBe(2 ** -23);
  expect(spacingAt(rational(1000), 11)).toEqual(rational(1, 2));
});

test('the result is a nearest multiple, and ties go to the even or the outer one', () => {
  fc.assert(
    fc.property(fractions, fc.integer({ min: -2, max: 4 }), (value, places) => {
      const unit = rational(10).power(-places);
      const rounded = roundToPlaces(value, places);
      expect(rounded.over(unit).isInteger()).toBe(true);
      expect(rounded.minus(value).abs().compare(unit.over(2))).not.toBe(1);
    }),
  );
  const halves = ['-5/2', '-3/2', '-1/2', '1/2', '3/2', '5/2'].map(text => rational(text));
  expect(halves.map(half => roundToInteger(half))).toEqual([-2n, -2n, 0n, 0n, 2n, 2n]);
  expect(halves.map(half => roundToInteger(half, 'away'))).toEqual([-3n, -2n, -1n, 1n, 2n, 3n]);
  expect([rational('1234.5'), rational('0.0099951')].map(value => `${roundToSignificant(value, 3)}`)).toEqual(['1230', '1/100']);
});

test('the exponent brackets the size', () => {
  fc.assert(
    fc.property(nonzero, fc.constantFrom(2, 10), (value, base) => {
      const e = exponentOf(value, base);
      expect(value.abs().compare(rational(base).power(e))).not.toBe(-1);
      expect(value.abs().compare(rational(base).power(e + 1))).toBe(-1);
    }),
  );
  expect(() => exponentOf(rational(0))).toThrow('0 has no exponent');
});
