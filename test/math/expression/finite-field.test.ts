import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, minus, over, plus, power, residue, times } from '../../../src/math/expression/finite-field.ts';
import { rational } from '../../../src/math/rational.ts';

const field = FIELDS[0] ?? { prime: 3, inverse: 1 / 3, inside: undefined };
const element = fc.integer({ min: 0, max: field.prime - 1 });
const p = BigInt(field.prime);

describe('finite fields', () => {
  test('each prime is twice the inner one and 1, 3 modulo 4, and has 2, 3, 5 and 7 as squares where exponents are counted inside', () => {
    for (const outer of FIELDS) {
      for (let f = outer; f.inside !== undefined; f = f.inside) {
        expect(f.prime).toBe(2 * f.inside.prime + 1);
        expect(f.prime % 4).toBe(3);
        expect(f.prime).toBeLessThan(2 ** 26);
        for (const prime of [2, 3, 5, 7]) expect(power(prime, f.inside.prime, f)).toBe(1);
      }
    }
  });

  test('arithmetic is that of whole numbers modulo the prime', () => {
    fc.assert(
      fc.property(element, element, fc.integer({ min: 0, max: 60 }), (a, b, n) => {
        expect(BigInt(plus(a, b, field))).toBe((BigInt(a) + BigInt(b)) % p);
        expect(BigInt(minus(a, b, field))).toBe((BigInt(a) - BigInt(b) + p) % p);
        expect(BigInt(times(a, b, field))).toBe((BigInt(a) * BigInt(b)) % p);
        expect(BigInt(power(a, n, field))).toBe(BigInt(a) ** BigInt(n) % p);
        if (b > 0) expect(times(over(a, b, field), b, field)).toBe(a);
      }),
    );
    expect(over(1, 0, field)).toBeNaN();
    expect(power(0, -1, field)).toBeNaN();
  });

  test('rationals have residues', () => {
    expect(times(residue(rational(-2, 3), field), 3, field)).toBe(field.prime - 2);
    expect(residue(rational(10n ** 40n), field)).toBe(Number(10n ** 40n % p));
    expect(residue(rational(1, p), field)).toBeNaN();
  });
});
