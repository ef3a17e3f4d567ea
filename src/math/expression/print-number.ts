// Numbers as they were typed: a decimal keeps its digits, a fraction stays one.
import type { Rational } from '../rational.ts';

interface NumberLike {
  readonly value: Rational;
  readonly decimals?: number;
}

/** `0.50`, `-3`, `3/4`; a decimal only where `decimals` says that the value has no more places. */
export function numberText({ value, decimals }: NumberLike): string {
  return decimals === undefined ? value.toString() : (decimalDigits(value, decimals) ?? value.toString());
}

/** Whether it prints as p/q. */
export function isFraction({ value, decimals }: NumberLike): boolean {
  return !value.isInteger() && (decimals === undefined || decimalDigits(value, decimals) === undefined);
}

function decimalDigits(value: Rational, decimals: number): string | undefined {
  const scaled = value.times(10n ** BigInt(decimals));
  if (!scaled.isInteger()) return undefined;
  const digits = scaled
    .abs()
    .toString()
    .padStart(decimals + 1, '0');
  const sign = value.sign() < 0 ? '-' : '';
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 ? sign + digits : `${sign}${whole}.${digits.slice(digits.length - decimals)}`;
}
