// Whether a number is close enough: within a tolerance, or the same after rounding to so many decimals or digits.
import { evaluateExact } from '../math/expression/evaluate.ts';
import { evaluatePrecise } from '../math/expression/precise.ts';
import type { Expression } from '../math/expression/tree.ts';
import { Rational, ZERO } from '../math/rational.ts';

export interface Allowed {
  readonly tolerance?: Rational;
  readonly relative?: Rational;
}

/** Far below any tolerance and far above what 70 digits leave open. */
const SLACK = Rational.ratio(1n, 10n ** 50n);

/** The share of the numbers above which doubles tell a distance from the tolerance. */
const PLAIN = 1e-9;

/** Decided to 50 digits, exactly where both are rational, so that the very edge of the tolerance counts as right. */
export function isWithin(value: Expression, key: Expression, allowed: Allowed, times = 1): boolean {
  const { tolerance = ZERO, relative = ZERO } = allowed;
  const [number, keyNumber] = [closeRational(value), closeRational(key)];
  if (!number || !keyNumber) return false;
  const [x, y] = [number.toNumber(), keyNumber.toNumber()];
  const reach = Math.max(tolerance.toNumber(), relative.toNumber() * Math.abs(y)) * times;
  const beyond = Math.abs(x - y) - reach;
  if (Math.abs(beyond) > PLAIN * (Math.abs(x) + Math.abs(y) + reach)) return beyond < 0;
  const [distance, size] = [number.minus(keyNumber).abs(), keyNumber.abs()];
  const slack = evaluateExact(value) && evaluateExact(key) ? ZERO : SLACK.times(size.plus(tolerance));
  return [tolerance, relative.times(size)].some(bound => distance.compare(bound.times(times).plus(slack)) <= 0);
}

/** Whether the key rounds to it: typed with at least two decimals, and not just zeros. */
export function isRounding(value: Expression, key: Expression): boolean {
  const typed = writtenDigits(value);
  if (!typed || typed.decimals < 2 || closeRational(value)?.isZero()) return false;
  return isWithin(value, key, { tolerance: halfUnit(typed.decimals) });
}

/** To about 70 digits; undefined where there is no real value. Found once for each tree: a key is held against every mistake. */
export function closeRational(value: Expression): Rational | undefined {
  const known = remembered.get(value) ?? calculated(value) ?? 'none';
  remembered.set(value, known);
  return known === 'none' ? undefined : known;
}

const remembered = new WeakMap<Expression, Rational | 'none'>();

function calculated(value: Expression): Rational | undefined {
  const exact = evaluateExact(value);
  if (exact) return exact;
  const real = evaluatePrecise(value, new Map());
  if (typeof real !== 'object' || Math.abs(real.exponent) > 4000) return undefined;
  const power = 2n ** BigInt(Math.abs(real.exponent));
  return real.exponent < 0 ? Rational.ratio(real.mantissa, power) : Rational.integer(real.mantissa * power);
}

/** The place of the last digit as decimals after the point; negative for tens and hundreds. */
export function decimalsFor(value: Rational, digits: number): number {
  if (value.isZero()) return digits - 1;
  let leading = `${value.abs().numerator}`.length - `${value.denominator}`.length;
  if (value.abs().compare(powerOfTen(leading)) < 0) leading--;
  return digits - 1 - leading;
}

/** Half a unit in that place, which is how far rounding may move a number; either way at a tie. */
export function halfUnit(decimals: number): Rational {
  return powerOfTen(-decimals).over(2);
}

export function powerOfTen(exponent: number): Rational {
  return Rational.from(10).power(exponent);
}

/** How a decimal number is written: the decimals, and the least and most significant digits that it can have; else undefined. */
export interface Written {
  readonly decimals: number;
  readonly digits: readonly [least: number, most: number];
}

export function writtenDigits(value: Expression): Written | undefined {
  if (value.kind === 'negate') return writtenDigits(value.operand);
  if (value.kind === 'multiply') return scientific(value.factors);
  return value.kind === 'number' ? ofNumber(value.value, value.decimals) : undefined;
}

function ofNumber(value: Rational, decimals = 0): Written | undefined {
  const scaled = value.abs().times(powerOfTen(decimals));
  if (!scaled.isInteger()) return undefined;
  const text = `${scaled.numerator}`;
  if (value.isZero()) return { decimals, digits: [Math.max(1, decimals), Math.max(1, decimals)] };
  return { decimals, digits: [decimals > 0 ? text.length : text.replace(/0+$/, '').length, text.length] };
}

/** 1.38 · 10^(−3): the digits are those of the first factor. */
function scientific([first, second, ...more]: readonly Expression[]): Written | undefined {
  if (!first || second?.kind !== 'power' || second.base.kind !== 'number' || more.length > 0) return undefined;
  const [mantissa, exponent] = [writtenDigits(first), evaluateExact(second.exponent)];
  if (!mantissa || !exponent?.isInteger() || !second.base.value.equals(10)) return undefined;
  return { decimals: mantissa.decimals - Number(exponent.numerator), digits: mantissa.digits };
}
