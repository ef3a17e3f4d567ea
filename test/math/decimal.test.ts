import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, roundedText } from '../../src/math/decimal.ts';
import { Rational, rational } from '../../src/math/rational.ts';

describe('decimals', () => {
  it('end, or are none', () => {
    expect(['42/5', '-1/4', '-3', '0', '1/1024', '1/3', '-7/6'].map(value => decimalText(rational(value)))).toEqual([
      '8.4',
      '-0.25',
      '-3',
      '0',
      '0.0009765625',
      undefined,
      undefined,
    ]);
  });

  it('read back as the same number, with no place too many', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.nat(12), (whole, places) => {
        const value = Rational.ratio(whole, 10n ** BigInt(places));
        const text = decimalText(value) ?? '';
        expect(Rational.from(text).equals(value)).toBe(true);
        expect(text).not.toMatch(/\..*0$|\.$/);
      }),
    );
  });

  it('round half away from zero', () => {
    expect(roundedText(rational('-5/2'), 0)).toBe('-3');
    expect(roundedText(rational('1/3'), 3)).toBe('0.333');
    expect(roundedText(rational('-1/1000'), 2)).toBe('0.00');
    expect(roundedText(rational(1250), -2)).toBe('1300');
  });
});
