// Exact rational numbers on BigInt, always in lowest terms with a positive denominator.
import type { Printable } from './printable.ts';

/** What stands for a rational: safe integers, bigints, and strings such as "-3/4", "12" or "0.25". */
export type RationalLike = Rational | bigint | number | string;

export class Rational implements Printable {
  readonly numerator: bigint;
  readonly denominator: bigint;

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** numerator/denominator in lowest terms. Throws on a zero denominator. */
  static ratio(numerator: bigint, denominator: bigint): Rational {
    if (denominator === 1n) return new Rational(numerator, 1n);
    if (denominator === 0n) throw new RangeError('division by zero');
    const divisor = greatestCommonDivisor(numerator, denominator);
    const signed = denominator < 0n ? -divisor : divisor;
    return signed === 1n ? new Rational(numerator, denominator) : new Rational(numerator / signed, denominator / signed);
  }

  static integer(value: bigint): Rational {
    return new Rational(value, 1n);
  }

  /** Throws on a number that is not a safe integer and on a string that is no rational. */
  static from(value: RationalLike): Rational {
    if (value instanceof Rational) return value;
    if (typeof value === 'bigint') return Rational.integer(value);
    if (typeof value === 'string') return parseRational(value);
    if (!Number.isSafeInteger(value)) throw new RangeError(`not an exact integer: ${value}`);
    return Rational.integer(BigInt(value));
  }

  plus(other: RationalLike): Rational {
    const b = Rational.from(other);
    if (this.denominator === b.denominator) return Rational.ratio(this.numerator + b.numerator, this.denominator);
    return Rational.ratio(this.numerator * b.denominator + b.numerator * this.denominator, this.denominator * b.denominator);
  }

  minus(other: RationalLike): Rational {
    return this.plus(Rational.from(other).negated());
  }

  times(other: RationalLike): Rational {
    const b = Rational.from(other);
    return Rational.ratio(this.numerator * b.numerator, this.denominator * b.denominator);
  }

  /** Throws on division by zero. */
  over(other: RationalLike): Rational {
    const b = Rational.from(other);
    return Rational.ratio(this.numerator * b.denominator, this.denominator * b.numerator);
  }

  negated(): Rational {
    return new Rational(-this.numerator, this.denominator);
  }

  abs(): Rational {
    return this.numerator < 0n ? this.negated() : this;
  }

  /** Any integer exponent; zero to a negative one throws. The caller bounds the size. */
  power(exponent: number): Rational {
    if (exponent < 0) return Rational.ratio(1n, 1n).over(this).power(-exponent);
    return new Rational(this.numerator ** BigInt(exponent), this.denominator ** BigInt(exponent));
  }

  /** The exact square root, or undefined where it is irrational or not real. */
  sqrt(): Rational | undefined {
    const numerator = exactSquareRoot(this.numerator);
    const denominator = exactSquareRoot(this.denominator);
    return numerator === undefined || denominator === undefined ? undefined : new Rational(numerator, denominator);
  }

  compare(other: RationalLike): -1 | 0 | 1 {
    const b = Rational.from(other);
    const left = this.numerator * b.denominator;
    const right = b.numerator * this.denominator;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: RationalLike): boolean {
    const b = Rational.from(other);
    return this.numerator === b.numerator && this.denominator === b.denominator;
  }

  sign(): -1 | 0 | 1 {
    return this.numerator < 0n ? -1 : this.numerator > 0n ? 1 : 0;
  }

  isZero(): boolean {
    return this.numerator === 0n;
  }

  isInteger(): boolean {
    return this.denominator === 1n;
  }

  /** The largest integer that is not above this. */
  floor(): bigint {
    const quotient = this.numerator / this.denominator;
    return this.numerator < 0n && quotient * this.denominator !== this.numerator ? quotient - 1n : quotient;
  }

  ceil(): bigint {
    return -this.negated().floor();
  }

  /** The nearest double, also where numerator and denominator are beyond the range of doubles. */
  toNumber(): number {
    const areSafe = this.denominator <= MAX_SAFE && this.numerator <= MAX_SAFE && this.numerator >= -MAX_SAFE;
    return areSafe ? Number(this.numerator) / Number(this.denominator) : scaledQuotient(this.numerator, this.denominator);
  }

  toTeX(): string {
    if (this.isInteger()) return `${this.numerator}`;
    const sign = this.numerator < 0n ? '-' : '';
    return `${sign}\\frac{${this.abs().numerator}}{${this.denominator}}`;
  }

  toString(): string {
    return this.isInteger() ? `${this.numerator}` : `${this.numerator}/${this.denominator}`;
  }

  /** The same text as toString, so that a rational in `given` survives JSON as a string. */
  toJSON(): string {
    return this.toString();
  }

  toSpeech(): string {
    const sign = this.numerator < 0n ? 'minus ' : '';
    const top = `${sign}${this.abs().numerator}`;
    return this.isInteger() ? top : `${top} over ${this.denominator}`;
  }
}

export const ZERO = Rational.integer(0n);
export const ONE = Rational.integer(1n);

/** numerator/denominator of anything rational; `rational('3/4')`, `rational(3, 4)`. Throws on what is no rational. */
export function rational(numerator: RationalLike, denominator: RationalLike = ONE): Rational {
  const top = Rational.from(numerator);
  return denominator === ONE ? top : top.over(denominator);
}

export function sum(values: Iterable<RationalLike>): Rational {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

/** Never negative; gcd(0, 0) is 0. Euclid's algorithm, in doubles where both fit. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > MAX_SAFE || x > MAX_SAFE) {
    if (y === 0n) return x;
    [x, y] = [y, x % y];
  }
  let [u, v] = [Number(x), Number(y)];
  while (v !== 0) [u, v] = [v, u % v];
  return BigInt(u);
}

/** The largest integer whose square is not above the value, which is 0 or more. Newton's iteration from above. */
export function floorSquareRoot(value: bigint): bigint {
  if (value <= MAX_SAFE) return BigInt(Math.floor(Math.sqrt(Number(value))));
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (let next = (guess + value / guess) >> 1n; next < guess; next = (guess + value / guess) >> 1n) guess = next;
  return guess;
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const RATIONAL = /^([+-]?)(\d+)(?:\/(\d+)|\.(\d+))?$/;

function parseRational(text: string): Rational {
  const match = RATIONAL.exec(text.trim());
  if (!match) throw new RangeError(`not a rational: "${text}"`);
  const [, sign = '', whole = '', under, decimals] = match;
  const scale = decimals === undefined ? BigInt(under ?? 1) : 10n ** BigInt(decimals.length);
  const value = Rational.ratio(BigInt(whole + (decimals ?? '')), scale);
  return sign === '-' ? value.negated() : value;
}

/** Undefined where the root is no integer. */
function exactSquareRoot(value: bigint): bigint | undefined {
  if (value < 0n) return undefined;
  const root = floorSquareRoot(value);
  return root * root === value ? root : undefined;
}

/** 64 bits of the quotient and one for what is cut off, so that it is rounded once. */
function scaledQuotient(numerator: bigint, denominator: bigint): number {
  const size = numerator < 0n ? -numerator : numerator;
  const shift = size.toString(2).length - denominator.toString(2).length - 64;
  const [above, below] = shift > 0 ? [size, denominator << BigInt(shift)] : [size << BigInt(-shift), denominator];
  const quotient = (above / below) * 2n + (above % below === 0n ? 0n : 1n);
  const half = Math.floor((shift - 1) / 2);
  const value = Number(quotient) * 2 ** half * 2 ** (shift - 1 - half);
  return numerator < 0n ? -value : value;
}
