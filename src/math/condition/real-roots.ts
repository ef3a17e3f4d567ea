// The real roots of a polynomial to more digits than anything is compared with: bisection between the turning points in doubles, then
// Newton's steps in integers, checked by the signs on both sides; where that fails, bisection in integers.
import { Rational } from '../rational.ts';

/** Places are integers, in units of 2^-SCALE. */
const SCALE = 400n;
const UNITS = 2 ** 400;
/** A root is within so many units of what is found. */
const MARGIN = 1n << 16n;
/** What is smaller than 2^-VANISHING coefficients at a turning point is zero: the square of the margin is all that is missing. */
const VANISHING = 640n;

/** Coefficients ascending, the last one not zero. Ascending, each once; rational ones exact, the others to about 100 digits. */
export function realRoots(coefficients: readonly Rational[]): readonly Rational[] {
  const scale = coefficients.reduce((common, { denominator }) => common * denominator, 1n);
  const whole = coefficients.map(value => value.times(scale).numerator);
  return rootsOf(whole).map(place => exactly(place, whole));
}

/** A rational root has a denominator that divides the leading coefficient. */
function exactly(place: bigint, whole: readonly bigint[]): Rational {
  const leading = whole.at(-1) ?? 1n;
  const near = Rational.ratio((place * leading + (1n << (SCALE - 1n))) >> SCALE, leading);
  const found = Rational.ratio(place, 1n << SCALE);
  const isRoot = whole.reduceRight((value, next) => value.times(near).plus(next), Rational.integer(0n)).isZero();
  return isRoot &&
    near
      .minus(found)
      .abs()
      .compare(Rational.ratio(MARGIN, 1n << SCALE)) <= 0
    ? near
    : found;
}

function rootsOf(whole: readonly bigint[]): readonly bigint[] {
  if (whole.length < 2) return [];
  /** Above the size of every root (Cauchy). */
  const bound = (largest(whole) / largest(whole.slice(-1)) + 2n) << SCALE;
  const stops = [-bound, ...rootsOf(derivative(whole)), bound];
  return stops.slice(1).flatMap((high, i) => crossing(whole, stops[i] ?? high, high));
}

/** It is monotone between the two places. */
function crossing(whole: readonly bigint[], low: bigint, high: bigint): readonly bigint[] {
  const [below, above] = [signAt(whole, low), signAt(whole, high)];
  if (below === 0) return [low];
  if (above === 0 || below === above) return [];
  const slope = derivative(whole);
  let place = nearly(whole, below, low, high);
  for (let step = 0; step < 5; step++) place -= valueAt(whole, place) / (valueAt(slope, place) || 1n);
  const isSure =
    low < place && place < high && signAt(whole, place - MARGIN) === below && signAt(whole, place + MARGIN) === above;
  return [isSure ? place : bisected(whole, below, low, high)];
}

/** In doubles. */
function nearly(whole: readonly bigint[], below: number, from: bigint, to: bigint): bigint {
  const coefficients = whole.map(Number);
  let [low, high] = [Number(from) / UNITS, Number(to) / UNITS];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (Math.sign(coefficients.reduceRight((value, next) => value * middle + next, 0)) === below) low = middle;
    else high = middle;
  }
  const place = Math.round(low * 2 ** 60);
  return Number.isFinite(place) ? BigInt(place) << (SCALE - 60n) : from;
}

function bisected(whole: readonly bigint[], below: number, from: bigint, to: bigint): bigint {
  let [low, high] = [from, to];
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (signAt(whole, middle) === below) low = middle;
    else high = middle;
  }
  return high;
}

function derivative(whole: readonly bigint[]): readonly bigint[] {
  return whole.slice(1).map((value, k) => value * BigInt(k + 1));
}

/** Times 2^(SCALE · degree). */
function valueAt(whole: readonly bigint[], place: bigint): bigint {
  return whole.reduceRight((value, next, k) => value * place + (next << (SCALE * BigInt(whole.length - 1 - k))), 0n);
}

function signAt(whole: readonly bigint[], place: bigint): number {
  const value = valueAt(whole, place);
  const excess = SCALE * BigInt(whole.length - 1) - VANISHING;
  const unit = largest(whole) << (excess > 0n ? excess : 0n);
  return value > unit ? 1 : value < -unit ? -1 : 0;
}

function largest(whole: readonly bigint[]): bigint {
  return whole.reduce((top, value) => (value > top ? value : -value > top ? -value : top), 1n);
}
