import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as whole from '../../src/math/whole.ts';

/** Small ones, and those around the end of the safe integers. */
const integer = fc.oneof(
  fc.bigInt({ min: -99n, max: 99n }),
  fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }),
  fc.bigInt({ min: -4n, max: 4n }).map(n => 2n ** 53n + n),
  fc.bigInt({ min: -4n, max: 4n }).map(n => 94906265n + n),
  fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }),
);

function expectSame(value: whole.Whole, exact: bigint) {
  expect(Object.is(value, whole.narrowed(exact))).toBe(true);
}

describe('whole', () => {
  test('an integer is a double exactly where that is safe', () => {
    expect(whole.narrowed(2n ** 53n - 1n)).toBe(2 ** 53 - 1);
    expect(whole.narrowed(2n ** 53n)).toBe(2n ** 53n);
    expect(whole.narrowed(-(2n ** 53n) - 1n)).toBe(-(2n ** 53n) - 1n);
  });

  test('computes as bigints do, and never gives -0', () => {
    fc.assert(
      fc.property(integer, integer, (a, b) => {
        const [x, y] = [whole.narrowed(a), whole.narrowed(b)];
        expectSame(whole.plus(x, y), a + b);
        expectSame(whole.times(x, y), a * b);
        expectSame(whole.negated(x), -a);
        if (b !== 0n) expectSame(whole.over(whole.times(x, y), y), a);
        expect(x < y).toBe(a < b);
        expect(x === y).toBe(a === b);
      }),
      { numRuns: 1000 },
    );
  });

  test('powers are products, rests what a division leaves', () => {
    fc.assert(
      fc.property(integer, fc.nat(12), fc.integer({ min: 1, max: 1000 }), (a, exponent, divisor) => {
        expectSame(whole.power(whole.narrowed(a), exponent), a ** BigInt(exponent));
        expectSame(whole.remainder(whole.narrowed(a), divisor), a % BigInt(divisor));
      }),
    );
    expect(whole.power(0, 0)).toBe(1);
  });

  test('the greatest common divisor divides both and leaves no common factor', () => {
    fc.assert(
      fc.property(integer, integer, (a, b) => {
        const divisor = BigInt(whole.greatestCommonDivisor(whole.narrowed(a), whole.narrowed(b)));
        if (divisor === 0n) expect([a, b]).toEqual([0n, 0n]);
        else {
          expect(divisor > 0n).toBe(true);
          expect([a % divisor, b % divisor]).toEqual([0n, 0n]);
          const rest = whole.greatestCommonDivisor(whole.narrowed(a / divisor), whole.narrowed(b / divisor));
          expect(rest).toBe(1);
        }
      }),
    );
  });

  test('the divisor of numbers of ten thousand digits needs no deep stack', () => {
    const [a, b] = [3n ** 20_000n, 2n ** 30_000n];
    expect(whole.greatestCommonDivisor(a * 35n, b * 21n)).toBe(7 * 3);
  });
});
