// Exact integers: divisibility, primes, counting.
import { floorSquareRoot, greatestCommonDivisor, type Rational } from './rational.ts';

/** Never negative; gcd(0, 0) is 0. */
export function gcd(a: number, b: number): number;
export function gcd(a: bigint, b: bigint): bigint;
export function gcd(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === 'bigint' || typeof b === 'bigint') return greatestCommonDivisor(BigInt(a), BigInt(b));
  let [u, v] = [Math.abs(requireSafe(a)), Math.abs(requireSafe(b))];
  while (v !== 0) [u, v] = [v, u % v];
  return u;
}

/** Never negative; 0 where one of them is 0. Throws where a number would leave the safe integers. */
export function lcm(a: number, b: number): number;
export function lcm(a: bigint, b: bigint): bigint;
export function lcm(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === 'number' && typeof b === 'number') return requireSafe(Number(lcm(BigInt(a), BigInt(b))));
  const [x, y] = [BigInt(a), BigInt(b)];
  if (x === 0n || y === 0n) return 0n;
  const product = (x / greatestCommonDivisor(x, y)) * y;
  return product < 0n ? -product : product;
}

export function isPrime(n: number): boolean {
  return requireSafe(n) > 1 && smallestFactor(n) === n;
}

/** Prime powers in ascending order of the prime; none for 1. Throws below 1. Trial division: time grows with the root of n. */
export function factorize(n: number): { prime: number; exponent: number }[] {
  const factors: { prime: number; exponent: number }[] = [];
  for (let rest = requirePositive(n), prime = 2; rest > 1; ) {
    prime = smallestFactor(rest, prime);
    let exponent = 0;
    for (; rest % prime === 0; rest /= prime) exponent++;
    factors.push({ prime, exponent });
  }
  return factors;
}

/** The positive divisors of n, ascending. Throws below 1. */
export function divisors(n: number): number[] {
  let found = [1];
  for (const { prime, exponent } of factorize(n)) {
    const powers = Array.from({ length: exponent + 1 }, (_, k) => prime ** k);
    found = found.flatMap(divisor => powers.map(power => divisor * power));
  }
  return found.sort((a, b) => a - b);
}

/** n = outside² · inside, where no square divides inside. n is positive; time grows with its cube root, so above 10^18 it throws. */
export function squareFree(n: bigint): { outside: bigint; inside: bigint } {
  if (n < 1n || n > LARGEST_SPLIT) throw new RangeError(`no square-free part of ${n}`);
  let [outside, inside, rest] = [1n, 1n, n];
  for (let prime = 2n; prime ** 3n <= rest; prime += prime === 2n ? 1n : 2n) {
    for (; rest % prime === 0n; rest /= prime) {
      if (inside % prime === 0n) [outside, inside] = [outside * prime, inside / prime];
      else inside *= prime;
    }
  }
  // What is left has at most two prime factors: it is a square or has none.
  const root = floorSquareRoot(rest);
  return root * root === rest ? { outside: outside * root, inside } : { outside, inside: inside * rest };
}

/** 1, 2, 4, 8 and so on. */
export function isPowerOfTwo(n: number | bigint): boolean {
  const value = BigInt(n);
  return value > 0n && (value & (value - 1n)) === 0n;
}

/** The integer k with 2^k = value, or undefined where there is none. */
export function log2Exact(value: Rational): number | undefined {
  const { numerator, denominator } = value;
  if (!isPowerOfTwo(numerator) || !isPowerOfTwo(denominator)) return undefined;
  return bitLength(numerator) - bitLength(denominator);
}

/** Throws below 0. */
export function factorial(n: number): bigint {
  if (requireSafe(n) < 0) throw new RangeError(`no factorial of ${n}`);
  let product = 1n;
  for (let k = 2; k <= n; k++) product *= BigInt(k);
  return product;
}

/** The number of k-subsets of n things, 0 where k is outside 0..n. Throws where n is below 0. */
export function binomial(n: number, k: number): bigint {
  if (requireSafe(n) < 0) throw new RangeError(`no binomial coefficient of ${n}`);
  if (requireSafe(k) < 0 || k > n) return 0n;
  let value = 1n;
  for (let i = 1; i <= Math.min(k, n - k); i++) value = (value * BigInt(n - i + 1)) / BigInt(i);
  return value;
}

const LARGEST_SPLIT = 10n ** 18n;

/** The smallest factor of n that is at least `from`, where no smaller prime divides n. */
function smallestFactor(n: number, from = 2): number {
  for (let factor = from; factor * factor <= n; factor += factor === 2 ? 1 : 2) if (n % factor === 0) return factor;
  return n;
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}

function requireSafe(n: number): number {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a safe integer: ${n}`);
  return n;
}

function requirePositive(n: number): number {
  if (requireSafe(n) < 1) throw new RangeError(`not a positive integer: ${n}`);
  return n;
}
