// Arithmetic in finite fields, in doubles; NaN is what has no value.
import type { Rational } from '../rational.ts';
import { remainder } from '../whole.ts';

export interface Field {
  /** 3 modulo 4, so that −1 is no square, and below 2^26, so that doubles hold products. */
  readonly prime: number;
  readonly inverse: number;
  /** Where exponents of squares are counted: its prime is half of what comes before this one. */
  readonly inside: Field | undefined;
}

/** 2, 3, 5 and 7 are squares in all of them but the innermost. */
export const FIELDS: readonly Field[] = [16705499, 16608899].map(prime => around(around(around(undefined, prime))));

function around(inside: Field | undefined, prime = 2 * (inside?.prime ?? 0) + 1): Field {
  return { prime, inverse: 1 / prime, inside };
}

export function plus(a: number, b: number, { prime }: Field): number {
  return a + b < prime ? a + b : a + b - prime;
}

export function minus(a: number, b: number, { prime }: Field): number {
  return a < b ? a - b + prime : a - b;
}

export function times(a: number, b: number, { prime, inverse }: Field): number {
  const product = a * b;
  const rest = product - Math.floor(product * inverse) * prime;
  return rest < 0 ? rest + prime : rest < prime ? rest : rest - prime;
}

/** By Euclid's algorithm. */
export function over(a: number, b: number, field: Field): number {
  let [rest, next, factor, following] = [field.prime, b, 0, 1];
  while (next > 0) {
    const whole = Math.floor(rest / next);
    [rest, next, factor, following] = [next, rest - whole * next, following, factor - whole * following];
  }
  return rest === 1 ? times(a, factor < 0 ? factor + field.prime : factor, field) : Number.NaN;
}

export function power(base: number, exponent: number, field: Field): number {
  if (exponent < 0) return over(1, power(base, -exponent, field), field);
  let result = exponent >= 0 ? 1 : Number.NaN;
  for (let square = base, rest = exponent; rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) result = times(result, square, field);
    square = times(square, square, field);
  }
  return result;
}

export function residue({ top, bottom }: Rational, field: Field): number {
  const above = remainder(top, field.prime);
  const least = above < 0 ? above + field.prime : above;
  return bottom === 1 ? least : over(least, remainder(bottom, field.prime), field);
}

/** A number that looks random and depends on both alone. */
export function scrambled(value: number, salt: number, { prime }: Field): number {
  if (Number.isNaN(value + salt)) return Number.NaN;
  let mixed = Math.imul(value ^ Math.imul(salt ^ prime, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % prime;
}
