// Numbers as they were typed: a decimal keeps its digits, a fraction stays one.
import { roundedText } from '../decimal.ts';
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
  const isWhole = value.times(10n ** BigInt(decimals)).isInteger();
  return isWhole ? roundedText(value, decimals) : undefined;
}
