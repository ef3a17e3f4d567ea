import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomial, divisors, factorial, factorize, gcd, isPowerOfTwo, isPrime, lcm, log2Exact } from '../../src/math/integer.ts';
import { rational } from '../../src/math/rational.ts';

const small = fc.integer({ min: -300, max: 300 });
const positive = fc.integer({ min: 1, max: 5000 });

test('the greatest common divisor is the largest number that divides both', () => {
  fc.assert(
    fc.property(small, small, (a, b) => {
      const common = Array.from({ length: 301 }, (_, k) => k).filter(k => k > 0 && a % k === 0 && b % k === 0);
      expect(gcd(a, b)).toBe(a === 0 && b === 0 ? 0 : Math.max(...common));
      expect(gcd(BigInt(a), BigInt(b))).toBe(BigInt(gcd(a, b)));
    }),
  );
});

test('lcm · gcd = |a · b|', () => {
  fc.assert(
    fc.property(small, small, (a, b) => {
      expect(lcm(a, b) * gcd(a, b)).toBe(Math.abs(a * b));
      expect(lcm(BigInt(a), BigInt(b))).toBe(BigInt(lcm(a, b)));
    }),
  );
});

test('lcm and gcd refuse numbers that are not exact', () => {
  expect(() => gcd(0.5, 1)).toThrow('safe integer');
  expect(() => lcm(2 ** 52 - 1, 2 ** 52 - 3)).toThrow('safe integer');
});

test('primes up to 2000 agree with a sieve', () => {
  const composite = new Set<number>();
  for (let n = 2; n <= 2000; n++) for (let k = 2 * n; k <= 2000; k += n) composite.add(k);
  for (let n = -2; n <= 2000; n++) expect(isPrime(n)).toBe(n > 1 && !composite.has(n));
});

test('prime powers multiply to the number', () => {
  fc.assert(
    fc.property(positive, n => {
      const factors = factorize(n);
      expect(factors.reduce((product, { prime, exponent }) => product * prime ** exponent, 1)).toBe(n);
      expect(factors.every(({ prime }, i) => isPrime(prime) && prime > (factors[i - 1]?.prime ?? 1))).toBe(true);
    }),
  );
  expect(() => factorize(0)).toThrow('positive');
});

test('divisors agree with trying every number', () => {
  fc.assert(
    fc.property(positive, n => {
      expect(divisors(n)).toEqual(Array.from({ length: n }, (_, k) => k + 1).filter(k => n % k === 0));
    }),
    { numRuns: 20 },
  );
});

test('binomial coefficients obey Pascal’s rule and the factorial formula', () => {
  for (let n = 0; n <= 30; n++) {
    for (let k = -1; k <= n + 1; k++) {
      if (n > 0) expect(binomial(n, k)).toBe(binomial(n - 1, k) + binomial(n - 1, k - 1));
      if (k >= 0 && k <= n) expect(binomial(n, k) * factorial(k) * factorial(n - k)).toBe(factorial(n));
    }
  }
  expect(factorial(0)).toBe(1n);
  expect(factorial(20)).toBe(2432902008176640000n);
});

test('powers of two and their exact logarithm', () => {
  for (let k = -70; k <= 70; k++) {
    expect(log2Exact(rational(2).power(k))).toBe(k);
    expect(log2Exact(rational(2).power(k).times(3))).toBeUndefined();
  }
  expect(log2Exact(rational(0))).toBeUndefined();
  expect(log2Exact(rational(-2))).toBeUndefined();
  expect([-4, 0, 1, 2, 3, 4, 6, 8].filter(isPowerOfTwo)).toEqual([1, 2, 4, 8]);
});
