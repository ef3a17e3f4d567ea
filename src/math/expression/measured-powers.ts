// Powers of doubles with an error bound.
import type { Rational } from '../rational.ts';
import {
  isKnown,
  isUndefined,
  LIBRARY,
  type Measured,
  measured,
  NONE,
  negated,
  ONE,
  ROUNDING,
  TINY,
  times,
  UNKNOWN,
  ZERO,
} from './measured.ts';

export function toRational(base: Measured, exponent: Rational): Measured {
  if (!isKnown(base) || isUndefined(base)) return base;
  const n = exponent.toNumber();
  if (exponent.isInteger()) return toInteger(base, n);
  const isOdd = exponent.denominator % 2n === 1n;
  if (base.value === 0 && base.error === 0) return n > 0 ? ZERO : NONE;
  if (Math.abs(base.value) <= base.error) return UNKNOWN;
  if (base.value < 0 && !isOdd) return NONE;
  const size = positivePower({ value: Math.abs(base.value), error: base.error }, { value: n, error: Math.abs(n) * ROUNDING });
  return base.value < 0 && exponent.numerator % 2n !== 0n ? negated(size) : size;
}

function toInteger(base: Measured, n: number): Measured {
  if (n === 0) return ONE;
  if (n === 1) return base;
  if (n === 2) return times(base, base);
  if (base.error === 0 && base.value === 0) return n > 0 ? ZERO : NONE;
  const size = Math.abs(base.value);
  if (size <= base.error) return n > 0 ? measured(0, (size + base.error) ** n * (1 + LIBRARY)) : UNKNOWN;
  const value = base.value ** n;
  if (base.error === 0 && n > 0 && Number.isSafeInteger(base.value) && Number.isSafeInteger(value)) return { value, error: 0 };
  return measured(value, Math.abs(value) * (Math.expm1(-Math.abs(n) * Math.log1p(-base.error / size)) + LIBRARY) + TINY);
}

export function toReal(base: Measured, by: Measured): Measured {
  if (base.error === 0 && base.value === 0) return by.value > by.error ? ZERO : by.value < -by.error ? NONE : UNKNOWN;
  if (Math.abs(base.value) <= base.error) return UNKNOWN;
  if (by.error === 0 && Number.isInteger(by.value)) return toInteger(base, by.value);
  if (base.value > 0) return positivePower(base, by);
  return Math.abs(by.value - Math.round(by.value)) > by.error ? NONE : UNKNOWN;
}

/** A base that is certainly positive. The error follows the error of exponent times logarithm. */
function positivePower(base: Measured, by: Measured): Measured {
  const value = base.value ** by.value;
  const log = Math.abs(Math.log(base.value));
  const logError = -Math.log1p(-base.error / base.value);
  const exponentError = by.error * (log + logError) + Math.abs(by.value) * logError;
  return measured(value, value * (Math.expm1(exponentError) + LIBRARY) + TINY);
}
