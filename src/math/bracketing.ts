// Roots and minima by shrinking an interval that is sure to hold them: second opinions in doubles and in exact rationals.
import { Rational, type RationalLike } from './rational.ts';

export interface Bracket<T> {
  readonly low: T;
  readonly high: T;
}

/** Halved until it is narrower than the tolerance. Throws unless f has opposite signs at the ends; f(end) = 0 is a bracket of one point. */
export function bracketRoot(
  f: (x: Rational) => RationalLike,
  low: RationalLike,
  high: RationalLike,
  tolerance: RationalLike,
): Bracket<Rational> {
  const sign = (x: Rational) => Rational.from(f(x)).sign();
  let [left, right] = [Rational.from(low), Rational.from(high)];
  const leftSign = sign(left);
  if (leftSign === 0) return { low: left, high: left };
  if (sign(right) === leftSign) throw new RangeError(`no change of sign between ${left} and ${right}`);
  while (right.minus(left).compare(tolerance) > 0) {
    const middle = left.plus(right).over(2);
    const middleSign = sign(middle);
    if (middleSign === 0) return { low: middle, high: middle };
    if (middleSign === leftSign) left = middle;
    else right = middle;
  }
  return { low: left, high: right };
}

/** The root of a continuous f between two points with opposite signs, to the last digits of a double. Throws on equal signs. */
export function rootBetween(f: (x: number) => number, low: number, high: number): number {
  let [left, right] = [low, high];
  const leftSign = Math.sign(f(left));
  if (leftSign === 0) return left;
  if (!(leftSign * Math.sign(f(right)) <= 0)) throw new RangeError(`no change of sign between ${low} and ${high}`);
  for (;;) {
    const middle = left + (right - left) / 2;
    if (middle <= Math.min(left, right) || middle >= Math.max(left, right)) return middle;
    const sign = Math.sign(f(middle));
    if (sign === 0) return middle;
    if (sign === leftSign) left = middle;
    else right = middle;
  }
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
const SHRINKINGS = 100;

/**
 * Where a unimodal f is least, by golden-section search (Kiefer 1953). Near the minimum f is flat, so that only about half of the
 * digits of a double are sure: compare to 1e-6 of the size.
 */
export function minimumBetween(f: (x: number) => number, low: number, high: number): number {
  let [left, right] = [low, high];
  let [inner, outer] = [right - GOLDEN * (right - left), left + GOLDEN * (right - left)];
  let [innerValue, outerValue] = [f(inner), f(outer)];
  for (let i = 0; i < SHRINKINGS; i++) {
    if (innerValue <= outerValue) {
      [right, outer, outerValue] = [outer, inner, innerValue];
      inner = right - GOLDEN * (right - left);
      innerValue = f(inner);
    } else {
      [left, inner, innerValue] = [inner, outer, outerValue];
      outer = left + GOLDEN * (right - left);
      outerValue = f(outer);
    }
  }
  return (left + right) / 2;
}

/** Where a unimodal f is largest; the limits of `minimumBetween` hold. */
export function maximumBetween(f: (x: number) => number, low: number, high: number): number {
  return minimumBetween(x => -f(x), low, high);
}
