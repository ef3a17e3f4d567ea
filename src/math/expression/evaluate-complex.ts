// The principal complex value of a tree at a real point, over doubles with error bounds or over many digits.
import { type Complex, ComplexArithmetic, type RealArithmetic } from './complex.ts';
import { complexCall } from './complex-functions.ts';
import { writtenRational } from './exponent.ts';
import {
  isUndefined,
  type Measured,
  measuredRational,
  NONE,
  negated,
  ONE,
  over,
  PI,
  plus,
  times,
  UNKNOWN,
  ZERO,
} from './measured.ts';
import { applied } from './measured-functions.ts';
import { call } from './precise-functions.ts';
import * as precise from './precise-value.ts';
import { Real } from './real.ts';
import { piFor } from './real-functions.ts';
import type { Expression } from './tree.ts';

/** Odd roots of negative numbers are principal ones here. Names that the point leaves out are unknown. */
export function evaluateComplex<T>(e: Expression, point: ReadonlyMap<string, T>, c: ComplexArithmetic<T>): Complex<T> {
  switch (e.kind) {
    case 'number':
      return c.of(c.real.rational(e.value));
    case 'constant':
      return e.name === 'pi' ? c.of(c.real.pi) : e.name === 'e' ? c.exp(c.one) : c.unknown;
    case 'variable':
      return c.of(point.get(e.name) ?? c.real.unknown);
    case 'add':
      return e.terms.map(term => evaluateComplex(term, point, c)).reduce((a, b) => c.plus(a, b), c.zero);
    case 'multiply':
      return e.factors.map(factor => evaluateComplex(factor, point, c)).reduce((a, b) => c.times(a, b), c.one);
    case 'divide':
      return c.over(evaluateComplex(e.numerator, point, c), evaluateComplex(e.denominator, point, c));
    case 'negate':
      return c.negated(evaluateComplex(e.operand, point, c));
    case 'power':
      return raised(e.base, e.exponent, point, c);
    case 'call':
      return complexCall(
        c,
        e.name,
        e.args.map(arg => evaluateComplex(arg, point, c)),
      );
  }
}

const MOST_SQUARED = 64;

function raised<T>(
  baseTree: Expression,
  exponent: Expression,
  point: ReadonlyMap<string, T>,
  c: ComplexArithmetic<T>,
): Complex<T> {
  if (baseTree.kind === 'constant' && baseTree.name === 'e') return c.exp(evaluateComplex(exponent, point, c));
  const base = evaluateComplex(baseTree, point, c);
  const written = writtenRational(exponent);
  const whole = Number(written?.numerator ?? MOST_SQUARED + 1);
  if (written && written.denominator <= 2n && Math.abs(whole) <= MOST_SQUARED)
    return integerPower(written.isInteger() ? base : c.sqrt(base), whole, c);
  const by = evaluateComplex(exponent, point, c);
  if (c.isReal(base) && c.real.sign(base.re) === 0) return c.real.sign(by.re) === 1 ? c.zero : c.none;
  return c.exp(c.times(by, c.ln(base)));
}

function integerPower<T>(base: Complex<T>, exponent: number, c: ComplexArithmetic<T>): Complex<T> {
  let result = c.one;
  for (let square = base, rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = c.times(result, square);
    if (rest > 1) square = c.times(square, square);
  }
  return exponent < 0 ? c.over(c.one, result) : result;
}

const measured: RealArithmetic<Measured> = {
  zero: ZERO,
  one: ONE,
  pi: PI,
  none: NONE,
  unknown: UNKNOWN,
  rational: measuredRational,
  plus,
  times,
  over,
  negated,
  call: applied,
  isNone: isUndefined,
  sign: ({ value, error }) => (Math.abs(value) > error ? (value > 0 ? 1 : -1) : error === 0 && value === 0 ? 0 : undefined),
};

function digits(bits: number): RealArithmetic<precise.Precise> {
  const one = precise.ONE.to(bits);
  return {
    zero: precise.ZERO,
    one,
    pi: piFor(one),
    none: 'none',
    unknown: 'beyond',
    rational: value => Real.rational(value, bits),
    plus: (a, b) => precise.pair(a, b, (x, y) => x.plus(y)),
    times: (a, b) => precise.pair(a, b, (x, y) => x.times(y)),
    over: (a, b) => precise.pair(a, b, precise.quotient),
    negated: a => precise.map(a, x => x.negated()),
    call,
    isNone: a => a === 'none',
    sign: a => (typeof a === 'string' ? undefined : a.sign() || (precise.isVanishing(a) ? 0 : undefined)),
  };
}

export const MEASURED = new ComplexArithmetic(measured);

/** Complex numbers of about so many bits. */
export function preciseComplex(bits: number): ComplexArithmetic<precise.Precise> {
  return new ComplexArithmetic(digits(bits));
}
