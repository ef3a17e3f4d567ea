// The functions of expressions at complex arguments: principal branches, all from exp, ln and sqrt (as in DLMF chapter 4).

import { rational } from '../rational.ts';
import type { Complex, ComplexArithmetic } from './complex.ts';
import type { FunctionName } from './tree.ts';

const TEN = rational(10);

type Rule = <T>(c: ComplexArithmetic<T>, z: Complex<T>) => Complex<T>;

const RULES: Partial<Record<FunctionName, Rule>> = {
  sqrt: (c, z) => c.sqrt(z),
  exp: (c, z) => c.exp(z),
  ln: (c, z) => c.ln(z),
  sin: (c, z) => circular(c, z).sine,
  cos: (c, z) => circular(c, z).cosine,
  tan: (c, z) => c.over(circular(c, z).sine, circular(c, z).cosine),
  cot: (c, z) => c.over(circular(c, z).cosine, circular(c, z).sine),
  sec: (c, z) => c.over(c.one, circular(c, z).cosine),
  csc: (c, z) => c.over(c.one, circular(c, z).sine),
  sinh: hyperbolicSine,
  cosh: (c, z) => circular(c, c.times(c.i, z)).cosine,
  tanh: (c, z) => c.over(hyperbolicSine(c, z), circular(c, c.times(c.i, z)).cosine),
  asin: arcSine,
  acos: (c, z) => c.minus(c.of(c.real.times(c.real.pi, c.half)), arcSine(c, z)),
  atan: (c, z) => {
    const turned = c.times(c.i, z);
    return c.times(c.scaled(c.i, c.half), c.minus(c.ln(c.minus(c.one, turned)), c.ln(c.plus(c.one, turned))));
  },
  asinh: (c, z) => c.ln(c.plus(z, c.sqrt(c.plus(c.times(z, z), c.one)))),
  acosh: (c, z) => c.ln(c.plus(z, c.times(c.sqrt(c.plus(z, c.one)), c.sqrt(c.minus(z, c.one))))),
  atanh: (c, z) => c.scaled(c.minus(c.ln(c.plus(c.one, z)), c.ln(c.minus(c.one, z))), c.half),
  abs: (c, z) => c.of(c.real.call('sqrt', [c.square(z)])),
  sigmoid: (c, z) => c.over(c.one, c.plus(c.one, c.exp(c.negated(z)))),
};

/** Real where it is real; what orders or counts its values has none at others. */
export function complexCall<T>(c: ComplexArithmetic<T>, name: FunctionName, args: readonly Complex<T>[]): Complex<T> {
  const [z, base] = args;
  if (z === undefined) return c.unknown;
  if (args.every(arg => c.isReal(arg))) {
    const value = c.real.call(
      name,
      args.map(arg => arg.re),
    );
    if (!c.real.isNone(value)) return c.of(value);
  }
  const rule = RULES[name];
  if (rule !== undefined) return rule(c, z);
  return name === 'log' ? c.over(c.ln(z), c.ln(base ?? c.of(c.real.rational(TEN)))) : c.none;
}

function circular<T>(c: ComplexArithmetic<T>, { re, im }: Complex<T>): { sine: Complex<T>; cosine: Complex<T> } {
  const { call, times, negated } = c.real;
  const [sin, cos, sinh, cosh] = [call('sin', [re]), call('cos', [re]), call('sinh', [im]), call('cosh', [im])];
  return {
    sine: { re: times(sin, cosh), im: times(cos, sinh) },
    cosine: { re: times(cos, cosh), im: negated(times(sin, sinh)) },
  };
}

function hyperbolicSine<T>(c: ComplexArithmetic<T>, z: Complex<T>): Complex<T> {
  return c.negated(c.times(c.i, circular(c, c.times(c.i, z)).sine));
}

function arcSine<T>(c: ComplexArithmetic<T>, z: Complex<T>): Complex<T> {
  const root = c.sqrt(c.minus(c.one, c.times(z, z)));
  return c.negated(c.times(c.i, c.ln(c.plus(c.times(c.i, z), root))));
}
