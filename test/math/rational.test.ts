import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greatestCommonDivisor, Rational, rational, sum } from '../../src/math/rational.ts';

const small = fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 1, max: 40 })).map(([n, d]) => rational(n, d));
const huge = fc
  .tuple(fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }), fc.bigInt({ min: 1n, max: 2n ** 200n }))
  .map(([n, d]) => Rational.ratio(n, d));
const any = fc.oneof(small, huge);

describe('Rational', () => {
  test('is in lowest terms with a positive denominator', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        for (const value of [a.plus(b), a.minus(b), a.times(b), ...(b.isZero() ? [] : [a.over(b)])]) {
          expect(value.denominator > 0n).toBe(true);
          expect(greatestCommonDivisor(value.numerator, value.denominator)).toBe(1n);
        }
      }),
    );
  });

  test('obeys the laws of a field', () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(
          a
            .plus(b)
            .times(c)
            .equals(a.times(c).plus(b.times(c))),
        ).toBe(true);
        expect(a.minus(b).plus(b).equals(a)).toBe(true);
        if (!b.isZero()) expect(a.over(b).times(b).equals(a)).toBe(true);
      }),
    );
  });

  test('compares as cross products do', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(a.compare(b)).toBe(a.minus(b).sign());
        expect(a.equals(b)).toBe(a.compare(b) === 0);
      }),
    );
  });

  test('reads back what it prints', () => {
    fc.assert(fc.property(any, a => rational(a.toString()).equals(a) && rational(JSON.parse(JSON.stringify(a))).equals(a)));
    expect(rational('0.250').toString()).toBe('1/4');
    expect(rational('-3/6').toString()).toBe('-1/2');
    expect(rational('+7').toString()).toBe('7');
  });

  test('floor and ceil surround it within one', () => {
    fc.assert(
      fc.property(any, a => {
        expect(a.compare(a.floor())).toBeGreaterThanOrEqual(0);
        expect(a.compare(a.floor() + 1n)).toBe(-1);
        expect(a.ceil()).toBe(-a.negated().floor());
      }),
    );
  });

  test('powers are repeated products', () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 0, max: 9 }), (a, n) => {
        const product = Array.from({ length: n }, () => a).reduce((x, y) => x.times(y), rational(1));
        expect(a.power(n).equals(product)).toBe(true);
        if (!a.isZero()) expect(a.power(-n).times(product).equals(1)).toBe(true);
      }),
    );
  });

  test('finds exact square roots and no others', () => {
    fc.assert(
      fc.property(any, a => {
        expect(a.times(a).sqrt()?.equals(a.abs())).toBe(true);
        if (!a.isZero()) expect(a.times(a).times(2).sqrt()).toBeUndefined();
      }),
    );
    expect(rational(-4).sqrt()).toBeUndefined();
  });

  test('becomes the nearest double, also far outside the range of doubles', () => {
    fc.assert(fc.property(fc.integer(), fc.integer({ min: 1 }), (n, d) => rational(n, d).toNumber() === n / d));
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), x => {
        const scale = 2n ** 1100n;
        const exact = Rational.ratio(BigInt(Math.trunc(x * 2 ** 20)), 2n ** 20n);
        const scaled = Rational.ratio(exact.numerator * scale + 1n, exact.denominator * scale);
        expect(scaled.toNumber()).toBe(exact.toNumber());
      }),
    );
    expect(Rational.ratio(10n ** 400n, 3n * 10n ** 400n).toNumber()).toBe(1 / 3);
    expect(Rational.ratio(1n, 10n ** 320n).toNumber()).toBe(1e-320);
    expect(Rational.integer(2n ** 53n + 1n).toNumber()).toBe(2 ** 53);
    expect(Rational.integer(10n ** 400n).toNumber()).toBe(Number.POSITIVE_INFINITY);
  });

  test('says what an author did wrong', () => {
    expect(() => rational(1, 0)).toThrow('division by zero');
    expect(() => rational(0).power(-1)).toThrow('division by zero');
    expect(() => rational(0.5)).toThrow('not an exact integer');
    expect(() => rational('one')).toThrow('not a rational');
    expect(() => rational('1/0')).toThrow('division by zero');
  });

  test('prints for the eye and the ear', () => {
    expect(rational(-3, 4).toTeX()).toBe('-\\frac{3}{4}');
    expect(rational(-3, 4).toSpeech()).toBe('minus 3 over 4');
    expect(rational(5).toTeX()).toBe('5');
  });

  test('sums', () => {
    expect(sum(['1/2', '1/3', 1]).toString()).toBe('11/6');
    expect(sum([]).toString()).toBe('0');
  });

  test('gcd agrees with trial division', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }), (a, b) => {
        let largest = 0;
        for (let d = 1; d <= 300; d++) if (a % d === 0 && b % d === 0 && (a !== 0 || b !== 0)) largest = d;
        expect(greatestCommonDivisor(BigInt(a), BigInt(b))).toBe(BigInt(largest));
      }),
    );
  });
});
