// All rational roots of a polynomial without factoring integers: exact bisection between the turning points.
import { lcm } from './integer.ts';
import type { Polynomial } from './polynomial.ts';
import { ONE, Rational, ZERO } from './rational.ts';

/** Ascending, each as often as its multiplicity. Throws on the zero polynomial. */
export function rationalRoots(p: Polynomial): Rational[] {
  if (p.isZero()) throw new RangeError('every number is a root of the zero polynomial');
  return distinctRoots(p).flatMap(root => Array.from({ length: multiplicity(p, root) }, () => root));
}

/** How often x - root divides p; 0 where it is no root. */
export function multiplicity(p: Polynomial, root: Rational): number {
  let count = 0;
  for (let rest = p; !rest.isZero() && rest.evaluate(root).isZero(); rest = rest.derivative()) count++;
  return count;
}

/**
 * With integer coefficients and leading one a, the substitution y = ax makes p monic over the integers, so that its rational roots
 * become integers (the rational root theorem).
 */
function distinctRoots(p: Polynomial): Rational[] {
  const scale = p.coefficients.reduce((common, { denominator }) => lcm(common, denominator), 1n);
  const whole = p.times(scale);
  const a = whole.leading;
  const monic = whole.map((value, k) => (k === p.degree ? ONE : value.times(a.power(p.degree - 1 - k))));
  return integerRoots(monic)
    .map(y => Rational.integer(y).over(a))
    .sort((x, y) => x.compare(y));
}

function integerRoots(p: Polynomial): bigint[] {
  const candidates = new Set(rootCells(p, cauchyBound(p)).flatMap(cell => [cell, cell + 1n]));
  return [...candidates].filter(y => valueAt(p, y) === 0n);
}

/** Integers k, ascending, such that every real root of p within the bound lies in some [k, k + 1]; there may be more of them. */
function rootCells(p: Polynomial, bound: bigint): bigint[] {
  if (p.degree < 1) return [];
  const turning = rootCells(p.derivative(), bound);
  const stops = [...new Set([-bound, ...turning.flatMap(cell => [cell, cell + 1n]), bound])];
  return stops.slice(1).flatMap((high, i) => signChange(p, stops[i] ?? high, high));
}

/**
 * p is monotone between two stops that are more than 1 apart: at most one cell between them holds a root. A multiple root is a
 * turning point, so the cell that holds it is there already.
 */
function signChange(p: Polynomial, from: bigint, to: bigint): bigint[] {
  let [low, high] = [from, to];
  if (high - low === 1n) return [low];
  const lowSign = sign(valueAt(p, low));
  if (lowSign === 0) return [low];
  if (lowSign === sign(valueAt(p, high))) return [];
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (sign(valueAt(p, middle)) === lowSign) low = middle;
    else high = middle;
  }
  return [low];
}

/** Every root is smaller than this in size (Cauchy). */
function cauchyBound(p: Polynomial): bigint {
  const largest = p.coefficients.reduce((top, value) => (value.abs().compare(top) > 0 ? value.abs() : top), ZERO);
  return largest.ceil() + 1n;
}

function valueAt(p: Polynomial, y: bigint): bigint {
  return p.coefficients.reduceRight((value, next) => value * y + next.numerator, 0n);
}

function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}
