// Exact rational numbers of any size, always in lowest terms with a positive denominator.
import type { Printable } from './printable.ts';
import { greatestCommonDivisor as divisorOf, narrowed, negated, over, plus, power, times, type Whole } from './whole.ts';

/** What stands for a rational: safe integers, bigints, and strings such as "-3/4", "12" or "0.25". */
export type RationalLike = Rational | bigint | number | string;

export class Rational implements Printable {
  /** The numerator, and below it the denominator, in the form that is fast to compute with. */
  readonly top: Whole;
  readonly bottom: Whole;

  private constructor(top: Whole, bottom: Whole) {
    this.top = top;
    this.bottom = bottom;
  }

  private static reduced(top: Whole, bottom: Whole): Rational {
    if (bottom === 1) return new Rational(top, 1);
    if (bottom === 0) throw new RangeError('division by zero');
    const divisor = divisorOf(top, bottom);
    const signed = bottom < 0 ? negated(divisor) : divisor;
    return signed === 1 ? new Rational(top, bottom) : new Rational(over(top, signed), over(bottom, signed));
  }

  /** numerator/denominator in lowest terms. Throws on a zero denominator. */
  static ratio(numerator: bigint, denominator: bigint): Rational {
    return Rational.reduced(narrowed(numerator), narrowed(denominator));
  }

  static integer(value: bigint): Rational {
    return new Rational(narrowed(value), 1);
  }

  /** Throws on a number that is not a safe integer and on a string that is no rational. */
  static from(value: RationalLike): Rational {
    if (value instanceof Rational) return value;
    if (typeof value === 'bigint') return Rational.integer(value);
    if (typeof value === 'string') return parseRational(value);
    if (!Number.isSafeInteger(value)) throw new RangeError(`not an exact integer: ${value}`);
    return new Rational(value + 0, 1);
  }

  get numerator(): bigint {
    return BigInt(this.top);
  }

  get denominator(): bigint {
    return BigInt(this.bottom);
  }

  plus(other: RationalLike): Rational {
    const b = Rational.from(other);
    if (this.bottom === b.bottom) return Rational.reduced(plus(this.top, b.top), this.bottom);
    return Rational.reduced(plus(times(this.top, b.bottom), times(b.top, this.bottom)), times(this.bottom, b.bottom));
  }

  minus(other: RationalLike): Rational {
    return this.plus(Rational.from(other).negated());
  }

  times(other: RationalLike): Rational {
    const b = Rational.from(other);
    return Rational.reduced(times(this.top, b.top), times(this.bottom, b.bottom));
  }

  /** Throws on division by zero. */
  over(other: RationalLike): Rational {
    const b = Rational.from(other);
    return Rational.reduced(times(this.top, b.bottom), times(this.bottom, b.top));
  }

  negated(): Rational {
    return new Rational(negated(this.top), this.bottom);
  }

  abs(): Rational {
    return this.top < 0 ? this.negated() : this;
  }

  /** Any integer exponent; zero to a negative one throws. The caller bounds the size. */
  power(exponent: number): Rational {
    if (exponent < 0) return ONE.over(this).power(-exponent);
    if (exponent === 1) return this;
    return new Rational(power(this.top, exponent), power(this.bottom, exponent));
  }

  /** The exact square root, or undefined where it is irrational or not real. */
  sqrt(): Rational | undefined {
    const numerator = exactSquareRoot(this.numerator);
    const denominator = exactSquareRoot(this.denominator);
    return numerator === undefined || denominator === undefined ? undefined : Rational.ratio(numerator, denominator);
  }

  compare(other: RationalLike): -1 | 0 | 1 {
    const b = Rational.from(other);
    const [left, right] = this.bottom === b.bottom ? [this.top, b.top] : [times(this.top, b.bottom), times(b.top, this.bottom)];
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: RationalLike): boolean {
    const b = Rational.from(other);
    return this.top === b.top && this.bottom === b.bottom;
  }

  sign(): -1 | 0 | 1 {
    return this.top < 0 ? -1 : this.top > 0 ? 1 : 0;
  }

  isZero(): boolean {
    return this.top === 0;
  }

  isInteger(): boolean {
    return this.bottom === 1;
  }

  /** The largest integer that is not above this. */
  floor(): bigint {
    const { numerator, denominator } = this;
    const quotient = numerator / denominator;
    return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
  }

  ceil(): bigint {
    return -this.negated().floor();
  }

  /** The nearest double, also where numerator and denominator are beyond the range of doubles. */
  toNumber(): number {
    const areSafe = typeof this.top === 'number' && typeof this.bottom === 'number';
    return areSafe ? this.top / this.bottom : scaledQuotient(this.numerator, this.denominator);
  }

  toTeX(): string {
    if (this.isInteger()) return `${this.top}`;
    const sign = this.top < 0 ? '-' : '';
    return `${sign}\\frac{${this.abs().top}}{${this.bottom}}`;
  }

  toString(): string {
    return this.isInteger() ? `${this.top}` : `${this.top}/${this.bottom}`;
  }

  /** The same text as toString, so that a rational in `given` survives JSON as a string. */
  toJSON(): string {
    return this.toString();
  }

  toSpeech(): string {
    const sign = this.top < 0 ? 'minus ' : '';
    const top = `${sign}${this.abs().top}`;
    return this.isInteger() ? top : `${top} over ${this.bottom}`;
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

/** Never negative; gcd(0, 0) is 0. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return BigInt(divisorOf(narrowed(a), narrowed(b)));
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
