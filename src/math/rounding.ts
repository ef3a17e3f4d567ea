// Rounding of exact numbers to places, to significant digits, to the bits of a floating-point format.
import { Rational, rational } from './rational.ts';

/** What becomes of a value in the middle between two: to the even digit, or away from zero as in school. */
export type Ties = 'even' | 'away';

export function roundToInteger(value: Rational, ties: Ties = 'even'): bigint {
  const below = value.floor();
  const side = value.minus(below).compare(rational(1, 2));
  if (side !== 0) return side < 0 ? below : below + 1n;
  const isBelow = ties === 'even' ? below % 2n === 0n : value.sign() < 0;
  return isBelow ? below : below + 1n;
}

/** To so many digits after the point; negative for tens, hundreds and so on. */
export function roundToPlaces(value: Rational, places: number, ties: Ties = 'even', base = 10): Rational {
  const scale = rational(base).power(places);
  return Rational.integer(roundToInteger(value.times(scale), ties)).over(scale);
}

/** To so many digits from the first one that is not 0; with base 2 to a format with digits − 1 stored fraction bits. No overflow. */
export function roundToSignificant(value: Rational, digits: number, ties: Ties = 'even', base = 10): Rational {
  return value.isZero() ? value : roundToPlaces(value, digits - 1 - exponentOf(value, base), ties, base);
}

/** The distance to the next number of so many digits, at value's own power of the base. Throws on 0. */
export function spacingAt(value: Rational, digits: number, base = 2): Rational {
  return rational(base).power(exponentOf(value, base) - digits + 1);
}

/** The integer e with base^e ≤ |value| < base^(e + 1). Throws on 0. */
export function exponentOf(value: Rational, base = 10): number {
  if (value.isZero()) throw new RangeError('0 has no exponent');
  const size = value.abs();
  const power = (e: number) => rational(base).power(e);
  let exponent = size.floor().toString(base).length - size.denominator.toString(base).length;
  if (size.compare(1) < 0) exponent = -size.denominator.toString(base).length;
  while (size.compare(power(exponent)) < 0) exponent--;
  while (size.compare(power(exponent + 1)) >= 0) exponent++;
  return exponent;
}
