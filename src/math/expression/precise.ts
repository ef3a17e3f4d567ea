// The value of a tree at a rational point to about 70 digits, or to more where asked.
import { type Rational, rational } from '../rational.ts';
import { writtenRational } from './exponent.ts';
import { call } from './precise-functions.ts';
import { bySign, integerOf, map, NONE, ONE, type Precise, pair, quotient, ZERO } from './precise-value.ts';
import { BITS, Real } from './real.ts';
import { exp, ln, piFor, sqrt } from './real-functions.ts';
import type { ConstantName, Expression } from './tree.ts';

export type { Precise } from './precise-value.ts';

/** `beyond` where a coordinate is missing, or a part leaves the reach of the exponent. */
export function evaluatePrecise(e: Expression, point: ReadonlyMap<string, Rational>, bits = BITS): Precise {
  switch (e.kind) {
    case 'number':
      return Real.rational(e.value, bits);
    case 'constant':
      return constant(e.name, ONE.to(bits));
    case 'variable':
      return atPoint(point.get(e.name), bits);
    case 'add':
      return join(e.terms, point, bits, ZERO, (a, b) => a.plus(b));
    case 'multiply':
      return join(e.factors, point, bits, ONE, (a, b) => a.times(b));
    case 'divide':
      return pair(evaluatePrecise(e.numerator, point, bits), evaluatePrecise(e.denominator, point, bits), quotient);
    case 'negate':
      return map(evaluatePrecise(e.operand, point, bits), x => x.negated());
    case 'power':
      return power(e.base, e.exponent, point, bits);
    case 'call':
      return call(
        e.name,
        e.args.map(arg => evaluatePrecise(arg, point, bits)),
      );
  }
}

function constant(name: ConstantName, one: Real): Precise {
  if (name === 'pi') return piFor(one);
  return name === 'e' ? (exp(one) ?? 'beyond') : 'beyond';
}

function atPoint(value: Rational | undefined, bits: number): Precise {
  return value === undefined ? 'beyond' : Real.rational(value, bits);
}

function join(
  parts: readonly Expression[],
  point: ReadonlyMap<string, Rational>,
  bits: number,
  start: Real,
  f: (a: Real, b: Real) => Real,
): Precise {
  return parts.reduce((total: Precise, part) => pair(total, evaluatePrecise(part, point, bits), f), start);
}

const MAX_SQUARINGS = 2 ** 20;

function power(baseTree: Expression, exponentTree: Expression, point: ReadonlyMap<string, Rational>, bits: number): Precise {
  const base = evaluatePrecise(baseTree, point, bits);
  if (typeof base === 'string') return base;
  const written = writtenRational(exponentTree);
  if (written !== undefined) return rationalPower(base, written);
  return map(evaluatePrecise(exponentTree, point, bits), exponent => {
    const whole = base.sign() > 0 ? 'none' : integerOf(exponent);
    if (whole === 'beyond') return whole;
    if (whole !== 'none') return rationalPower(base, rational(whole));
    return bySign(base, NONE, zeroPower(exponent), x => realPower(x, exponent));
  });
}

function zeroPower(exponent: Real): Precise {
  return bySign(exponent, NONE, ONE, () => ZERO);
}

function rationalPower(base: Real, exponent: Rational): Precise {
  if (exponent.isInteger() && exponent.abs().compare(MAX_SQUARINGS) <= 0) return integerPower(base, Number(exponent.numerator));
  const isOdd = exponent.denominator % 2n === 1n;
  const flips = exponent.numerator % 2n !== 0n;
  const positive = (x: Real) => (exponent.equals(HALF) ? sqrt(x) : realPower(x, Real.rational(exponent, x.bits)));
  const negative = (x: Real) => (isOdd ? map(positive(x.abs()), y => (flips ? y.negated() : y)) : 'none');
  return bySign(base, negative, exponent.sign() > 0 ? ZERO : 'none', positive);
}

const HALF = rational(1, 2);

function realPower(base: Real, exponent: Real): Precise {
  return exp(exponent.times(ln(base))) ?? 'beyond';
}

function integerPower(base: Real, exponent: number): Precise {
  let result = ONE;
  for (let square = base, rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = result.times(square);
    if (rest > 1) square = square.times(square);
  }
  return exponent < 0 ? quotient(ONE, result) : result;
}
