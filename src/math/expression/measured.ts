// Doubles that carry a bound of their own error, so that a difference is either certain or left to more digits.
import type { Rational } from '../rational.ts';
import { writtenRational } from './exponent.ts';
import type { Expression, FunctionName } from './tree.ts';

/** value ± error. NaN with error 0: certainly no real value. Error Infinity: nothing is known. */
export interface Measured {
  readonly value: number;
  readonly error: number;
}

/** Twice the rounding of one operation; library functions are taken to be off by at most four of them. */
const ROUNDING = 2 ** -52;
const TINY = 2 ** -1060;
const LIBRARY = 4 * ROUNDING;

const NONE: Measured = { value: Number.NaN, error: 0 };
const UNKNOWN: Measured = { value: Number.NaN, error: Number.POSITIVE_INFINITY };

export function isUndefined(m: Measured): boolean {
  return m.error === 0 && Number.isNaN(m.value);
}

export function isKnown(m: Measured): boolean {
  return m.error < Number.POSITIVE_INFINITY;
}

function measured(value: number, error: number): Measured {
  return Number.isFinite(value) && error < Number.POSITIVE_INFINITY ? { value, error } : UNKNOWN;
}

/** A rational as a double; exact where it is an integer or a dyadic of few digits. */
export function measuredRational(value: Rational): Measured {
  const { numerator, denominator } = value;
  if (denominator === 1n && numerator < MAX_EXACT && numerator > -MAX_EXACT) return { value: Number(numerator), error: 0 };
  const near = value.toNumber();
  const isDyadic =
    denominator < 2n ** 40n && (denominator & (denominator - 1n)) === 0n && numerator < MAX_EXACT && numerator > -MAX_EXACT;
  return measured(near, isDyadic ? 0 : Math.abs(near) * ROUNDING + TINY);
}

const MAX_EXACT = 2n ** 53n;

export function measure(e: Expression, point: ReadonlyMap<string, Measured>): Measured {
  switch (e.kind) {
    case 'number':
      return measuredRational(e.value);
    case 'constant':
      return e.name === 'pi' ? PI : e.name === 'e' ? E : UNKNOWN;
    case 'variable':
      return point.get(e.name) ?? UNKNOWN;
    case 'add':
      return e.terms.reduce((total: Measured, term) => plus(total, measure(term, point)), ZERO);
    case 'multiply':
      return e.factors.reduce((total: Measured, factor) => times(total, measure(factor, point)), ONE);
    case 'divide':
      return over(measure(e.numerator, point), measure(e.denominator, point));
    case 'negate':
      return negated(measure(e.operand, point));
    case 'power':
      return raised(measure(e.base, point), e.exponent, point);
    case 'call':
      return applied(
        e.name,
        e.args.map(arg => measure(arg, point)),
      );
  }
}

const ZERO: Measured = { value: 0, error: 0 };
const ONE: Measured = { value: 1, error: 0 };
const PI: Measured = { value: Math.PI, error: ROUNDING * 4 };
const E: Measured = { value: Math.E, error: ROUNDING * 4 };

/** Where a part has no value the whole has none; where a part is unknown, so is the whole. */
function broken(a: Measured, b: Measured): Measured | undefined {
  if (isUndefined(a) || isUndefined(b)) return NONE;
  return isKnown(a) && isKnown(b) ? undefined : UNKNOWN;
}

function plus(a: Measured, b: Measured): Measured {
  const value = a.value + b.value;
  if (Number.isNaN(value)) return broken(a, b) ?? UNKNOWN;
  const isExact = a.error === 0 && b.error === 0 && Number.isSafeInteger(value);
  return measured(value, isExact ? 0 : a.error + b.error + Math.abs(value) * ROUNDING);
}

function negated(a: Measured): Measured {
  return { value: -a.value, error: a.error };
}

function times(a: Measured, b: Measured): Measured {
  const value = a.value * b.value;
  if (Number.isNaN(value)) return broken(a, b) ?? UNKNOWN;
  if (a.error === 0 && b.error === 0 && Number.isSafeInteger(value) && (value !== 0 || a.value === 0 || b.value === 0))
    return { value, error: 0 };
  return measured(
    value,
    Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error + Math.abs(value) * ROUNDING + TINY,
  );
}

function over(a: Measured, b: Measured): Measured {
  const problem = broken(a, b);
  if (problem !== undefined) return problem;
  const size = Math.abs(b.value);
  if (size <= b.error) return b.error === 0 ? NONE : UNKNOWN;
  const value = a.value / b.value;
  if (a.value === 0 && a.error === 0) return ZERO;
  if (a.error === 0 && b.error === 0 && Number.isSafeInteger(value) && value * b.value === a.value) return { value, error: 0 };
  return measured(value, (a.error + Math.abs(value) * b.error) / (size - b.error) + Math.abs(value) * ROUNDING + TINY);
}

// ---- powers

function raised(base: Measured, exponent: Expression, point: ReadonlyMap<string, Measured>): Measured {
  const exact = writtenRational(exponent);
  if (exact !== undefined) return toRational(base, exact);
  const by = measure(exponent, point);
  return broken(base, by) ?? toReal(base, by);
}

function toRational(base: Measured, exponent: Rational): Measured {
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

function toReal(base: Measured, by: Measured): Measured {
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

// ---- functions

type Rule = (x: number, error: number) => Measured;

/** f with derivative at most `slope` times (1 + …) near x. */
function smooth(f: (x: number) => number, slope: (x: number, error: number) => number): Rule {
  return (x, error) => {
    const value = f(x);
    return measured(value, error * slope(x, error) + Math.abs(value) * LIBRARY + TINY);
  };
}

const sine = smooth(Math.sin, () => 1);
const cosine = smooth(Math.cos, () => 1);
const growing = smooth(Math.exp, (x, error) => Math.exp(x + error) * (1 + LIBRARY));

/** Where the domain is |x| ≤ 1 and the slope grows without bound at its ends. */
function inUnit(f: (x: number) => number, slope: (square: number) => number, closed: boolean): Rule {
  return (x, error) => {
    const [least, most] = [Math.abs(x) - error, Math.abs(x) + error];
    if (least > 1 || (least === 1 && error === 0 && !closed)) return NONE;
    if (error === 0) return measured(f(x), Math.abs(f(x)) * LIBRARY + TINY);
    return most < 1 ? measured(f(x), error * slope(1 - most * most) * (1 + LIBRARY) + Math.abs(f(x)) * LIBRARY + TINY) : UNKNOWN;
  };
}

const RULES: Partial<Record<FunctionName, Rule>> = {
  sqrt(x, error) {
    if (x + error < 0) return NONE;
    if (error === 0)
      return measured(Math.sqrt(x), Number.isInteger(Math.sqrt(x)) && Math.sqrt(x) ** 2 === x ? 0 : Math.sqrt(x) * ROUNDING);
    return x - error <= 0 ? UNKNOWN : measured(Math.sqrt(x), error / Math.sqrt(x - error) + Math.sqrt(x) * ROUNDING);
  },
  exp: growing,
  ln(x, error) {
    if (x + error <= 0) return NONE;
    if (x - error <= 0) return UNKNOWN;
    return x === 1 && error === 0 ? ZERO : measured(Math.log(x), error / (x - error) + Math.abs(Math.log(x)) * LIBRARY + TINY);
  },
  sin: sine,
  cos: cosine,
  tan: (x, error) => over(sine(x, error), cosine(x, error)),
  cot: (x, error) => over(cosine(x, error), sine(x, error)),
  sec: (x, error) => over(ONE, cosine(x, error)),
  csc: (x, error) => over(ONE, sine(x, error)),
  asin: inUnit(Math.asin, rest => 1 / Math.sqrt(rest), true),
  acos: inUnit(Math.acos, rest => 1 / Math.sqrt(rest), true),
  atan: smooth(Math.atan, () => 1),
  sinh: smooth(Math.sinh, (x, error) => Math.cosh(Math.abs(x) + error) * (1 + LIBRARY)),
  cosh: smooth(Math.cosh, (x, error) => Math.cosh(Math.abs(x) + error) * (1 + LIBRARY)),
  tanh: smooth(Math.tanh, () => 1),
  asinh: smooth(Math.asinh, () => 1),
  acosh(x, error) {
    if (x + error < 1) return NONE;
    if (error === 0) return measured(Math.acosh(x), Math.acosh(x) * LIBRARY);
    const least = x - error;
    return least <= 1 ? UNKNOWN : measured(Math.acosh(x), error / Math.sqrt(least * least - 1) + Math.acosh(x) * LIBRARY);
  },
  atanh: inUnit(Math.atanh, rest => 1 / rest, false),
  abs: (x, error) => measured(Math.abs(x), error),
  sign: (x, error) => (Math.abs(x) > error || error === 0 ? measured(Math.sign(x), 0) : UNKNOWN),
  floor: (x, error) => (Math.floor(x - error) === Math.floor(x + error) ? measured(Math.floor(x), 0) : UNKNOWN),
  ceil: (x, error) => (Math.ceil(x - error) === Math.ceil(x + error) ? measured(Math.ceil(x), 0) : UNKNOWN),
  sigmoid(x, error) {
    const value = 1 / (1 + Math.exp(-x));
    return measured(value, value * (Math.expm1(error) + 2 * LIBRARY) + TINY);
  },
};

function applied(name: FunctionName, args: readonly Measured[]): Measured {
  const [x, y] = args;
  if (x === undefined) return UNKNOWN;
  const problem = args.find(isUndefined) ?? args.find(arg => !isKnown(arg));
  if (problem !== undefined) return problem;
  const rule = RULES[name];
  if (rule !== undefined) return rule(x.value, x.error);
  if (name === 'log') return logarithm(x, y);
  if (name === 'max' || name === 'min') return extremum(args, name === 'max' ? Math.max : Math.min);
  return counted(x, name === 'binomial' ? y : undefined);
}

const TEN: Measured = { value: Math.LN10, error: ROUNDING * 4 };

function logarithm(x: Measured, base: Measured | undefined): Measured {
  const [top, bottom] = [applied('ln', [x]), base === undefined ? TEN : applied('ln', [base])];
  return over(top, bottom);
}

function extremum(args: readonly Measured[], pick: (...values: number[]) => number): Measured {
  return measured(pick(...args.map(arg => arg.value)), Math.max(...args.map(arg => arg.error)));
}

/** n! or n over k at exact integers; other values belong to no one. */
function counted(n: Measured, k: Measured | undefined): Measured {
  const isOff = (m: Measured) => m.value + m.error < 0 || Math.abs(m.value - Math.round(m.value)) > m.error;
  if (isOff(n) || (k !== undefined && Math.abs(k.value - Math.round(k.value)) > k.error)) return NONE;
  if (n.error > 0 || (k !== undefined && k.error > 0) || n.value > 1000) return UNKNOWN;
  let value = 1;
  if (k !== undefined && (k.value < 0 || k.value > n.value)) return ZERO;
  if (k === undefined) for (let i = 2; i <= n.value; i++) value *= i;
  else for (let i = 1; i <= Math.min(k.value, n.value - k.value); i++) value = (value * (n.value - i + 1)) / i;
  return measured(value, Number.isSafeInteger(value) ? 0 : value * n.value * 2 * ROUNDING);
}
