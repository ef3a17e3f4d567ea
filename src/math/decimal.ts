// Rationals written as decimal numbers.
import { Rational } from './rational.ts';

const MOST_PLACES = 20;

/** Rounded half away from zero, written with that many decimals; negative for tens, hundreds and so on. */
export function roundedText(value: Rational, decimals: number): string {
  const scaled = value.abs().times(Rational.from(10).power(decimals)).plus(Rational.ratio(1n, 2n)).floor();
  const sign = value.sign() < 0 && scaled !== 0n ? '-' : '';
  if (decimals <= 0) return `${sign}${scaled * 10n ** BigInt(-decimals)}`;
  const digits = `${scaled}`.padStart(decimals + 1, '0');
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** As in `-0.25`; undefined where the decimals do not end within 20 places. */
export function decimalText(value: Rational): string | undefined {
  let [scaled, places] = [value, 0];
  while (!scaled.isInteger() && places <= MOST_PLACES) [scaled, places] = [scaled.times(10), places + 1];
  return places > MOST_PLACES ? undefined : roundedText(value, places);
}
