// Doubles that carry a bound of their own error, so that a difference is either certain or left to more digits.
import type { Rational } from '../rational.ts';

/** value ± error. NaN with error 0: certainly no real value. Error Infinity: nothing is known. */
export interface Measured {
  readonly value: number;
  readonly error: number;
}

/** Twice the rounding of one operation; library functions are taken to be off by at most four of them. */
export const ROUNDING = 2 ** -52;
/** What underflow may hide. */
export const TINY = 2 ** -1060;
export const LIBRARY = 4 * ROUNDING;

export const NONE: Measured = { value: Number.NaN, error: 0 };
export const UNKNOWN: Measured = { value: Number.NaN, error: Number.POSITIVE_INFINITY };

export function isUndefined(m: Measured): boolean {
  return m.error === 0 && Number.isNaN(m.value);
}

export function isKnown(m: Measured): boolean {
  return m.error < Number.POSITIVE_INFINITY;
}

export function measured(value: number, error: number): Measured {
  return Number.isFinite(value) && error < Number.POSITIVE_INFINITY ? { value, error } : UNKNOWN;
}

/** A rational as a double; exact where it is an integer or a dyadic of few digits. */
export function measuredRational(value: Rational): Measured {
  const { top, bottom } = value;
  const near = value.toNumber();
  const isDyadic = typeof top === 'number' && typeof bottom === 'number' && isPowerOfTwo(bottom);
  return measured(near, isDyadic ? 0 : Math.abs(near) * ROUNDING + TINY);
}

function isPowerOfTwo(n: number): boolean {
  return n < 2 ** 31 ? (n & (n - 1)) === 0 : 2 ** Math.round(Math.log2(n)) === n;
}

export const ZERO: Measured = { value: 0, error: 0 };
export const ONE: Measured = { value: 1, error: 0 };
export const PI: Measured = { value: Math.PI, error: ROUNDING * 4 };
export const E: Measured = { value: Math.E, error: ROUNDING * 4 };

/** Where a part has no value the whole has none; where a part is unknown, so is the whole. */
export function broken(a: Measured, b: Measured): Measured | undefined {
  if (isUndefined(a) || isUndefined(b)) return NONE;
  return isKnown(a) && isKnown(b) ? undefined : UNKNOWN;
}

export function plus(a: Measured, b: Measured): Measured {
  const value = a.value + b.value;
  if (Number.isNaN(value)) return broken(a, b) ?? UNKNOWN;
  const isExact = a.error === 0 && b.error === 0 && Number.isSafeInteger(value);
  return measured(value, isExact ? 0 : a.error + b.error + Math.abs(value) * ROUNDING);
}

export function negated(a: Measured): Measured {
  return { value: -a.value, error: a.error };
}

export function times(a: Measured, b: Measured): Measured {
  const value = a.value * b.value;
  if (Number.isNaN(value)) return broken(a, b) ?? UNKNOWN;
  if (value === 0 && (isZero(a) || isZero(b))) return ZERO;
  if (a.error === 0 && b.error === 0 && Number.isSafeInteger(value) && value !== 0) return { value, error: 0 };
  return measured(
    value,
    Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error + Math.abs(value) * ROUNDING + TINY,
  );
}

function isZero({ value, error }: Measured): boolean {
  return value === 0 && error === 0;
}

export function over(a: Measured, b: Measured): Measured {
  const problem = broken(a, b);
  if (problem !== undefined) return problem;
  const size = Math.abs(b.value);
  if (size <= b.error) return b.error === 0 ? NONE : UNKNOWN;
  const value = a.value / b.value;
  if (a.value === 0 && a.error === 0) return ZERO;
  if (a.error === 0 && b.error === 0 && Number.isSafeInteger(value) && value * b.value === a.value) return { value, error: 0 };
  return measured(value, (a.error + Math.abs(value) * b.error) / (size - b.error) + Math.abs(value) * ROUNDING + TINY);
}
