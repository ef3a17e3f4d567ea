// Decides rational functions exactly by one value each: a polynomial with integer coefficients that add up to less than X in
// size does not vanish at X, unless it is zero everywhere (Cauchy); several letters become powers of one (Kronecker).
import { Rational } from '../rational.ts';
import { evaluateExact } from './evaluate-exact.ts';
import { writtenRational } from './exponent.ts';
import type { Expression } from './tree.ts';

/** Bounds of a polynomial: of the sizes of its coefficients, added up, and of its degree. */
interface Bounds {
  readonly size: number;
  readonly degree: number;
}

/** Of the quotient of integer polynomials that a tree spells out. */
interface Quotient {
  readonly top: Bounds;
  readonly bottom: Bounds;
}

/** Bits of the largest coordinate's highest power: beyond, other ways are shorter. */
const MOST_BITS = 400;

/**
 * Of constants, too, that are no rational functions. Undefined where one side is neither, has no value or would need numbers that
 * are too large.
 */
export function sameAtTellingPoint(a: Expression, b: Expression, names: readonly string[]): boolean | undefined {
  const point = names.length === 0 ? new Map<string, Rational>() : tellingPoint(a, b, names);
  const x = point && evaluateExact(a, point);
  const y = x && evaluateExact(b, point);
  return y && x.equals(y);
}

/** Where the difference vanishes only if it is zero. */
function tellingPoint(a: Expression, b: Expression, names: readonly string[]): Map<string, Rational> | undefined {
  const own = quotientOf(a);
  const theirs = own && quotientOf(b);
  if (own === undefined || theirs === undefined) return undefined;
  const { size, degree } = sum(own, theirs).top;
  const bits = Math.ceil(Math.log2(size + 1)) + 1;
  if (!(bits * (degree + 1) ** names.length <= MOST_BITS)) return undefined;
  const point = new Map<string, Rational>();
  for (const name of names) point.set(name, Rational.integer(1n << BigInt(bits * (degree + 1) ** point.size)));
  return point;
}

const UNIT: Bounds = { size: 1, degree: 0 };
const LETTER: Quotient = { top: { size: 1, degree: 1 }, bottom: UNIT };

function quotientOf(e: Expression): Quotient | undefined {
  switch (e.kind) {
    case 'number':
      return { top: { size: Math.abs(Number(e.value.top)), degree: 0 }, bottom: { size: Number(e.value.bottom), degree: 0 } };
    case 'variable':
      return LETTER;
    case 'add':
      return joined(e.terms, sum);
    case 'multiply':
      return joined(e.factors, product);
    case 'negate':
      return quotientOf(e.operand);
    case 'divide':
      return joined([e.numerator, e.denominator], (a, b) => product(a, inverse(b)));
    case 'power':
      return raised(quotientOf(e.base), writtenRational(e.exponent));
    default:
      return undefined;
  }
}

function joined(parts: readonly Expression[], join: (a: Quotient, b: Quotient) => Quotient): Quotient | undefined {
  let total: Quotient | undefined;
  for (const part of parts) {
    const next = quotientOf(part);
    if (next === undefined) return undefined;
    total = total ? join(total, next) : next;
  }
  return total;
}

function times(a: Bounds, b: Bounds): Bounds {
  return { size: a.size * b.size, degree: a.degree + b.degree };
}

function product(a: Quotient, b: Quotient): Quotient {
  return { top: times(a.top, b.top), bottom: times(a.bottom, b.bottom) };
}

function sum(a: Quotient, b: Quotient): Quotient {
  const left = times(a.top, b.bottom);
  const right = times(b.top, a.bottom);
  const top = { size: left.size + right.size, degree: Math.max(left.degree, right.degree) };
  return { top, bottom: times(a.bottom, b.bottom) };
}

function inverse({ top, bottom }: Quotient): Quotient {
  return { top: bottom, bottom: top };
}

function raised(base: Quotient | undefined, exponent: Rational | undefined): Quotient | undefined {
  if (!base || !exponent?.isInteger()) return undefined;
  const n = Math.abs(exponent.toNumber());
  const power = ({ size, degree }: Bounds) => ({ size: size ** n, degree: degree * n });
  const { top, bottom } = exponent.sign() < 0 ? inverse(base) : base;
  return { top: power(top), bottom: power(bottom) };
}
