// Calls in normal form: what can be said by exponentials, roots and other kernels is said by them.
import { rational } from '../rational.ts';
import { exponential, logarithm } from './form-logarithms.ts';
import { absolute, inverse } from './form-parts.ts';
import { rationalPower } from './form-powers.ts';
import type { Kernels } from './kernels.ts';
import { OutOfBounds } from './multi-polynomial.ts';
import { RationalFunction } from './rational-function.ts';
import type { FunctionName } from './tree.ts';

export function callForm(name: FunctionName, args: readonly RationalFunction[], kernels: Kernels): RationalFunction {
  const [x, y] = args;
  if (x === undefined) throw new OutOfBounds('a function of nothing');
  const rule = RULES[name];
  if (rule !== undefined) return rule(x, kernels);
  if (name === 'log') return logarithm(x, kernels).times(inverse(logarithm(y ?? RationalFunction.constant(10), kernels)));
  if (name === 'max' || name === 'min') return args.reduce((a, b) => extremum(a, b, name === 'max' ? 1 : -1, kernels));
  if (name === 'binomial' && y) return binomial(x, y, kernels);
  return kernels.generator(name, '', ...args);
}

type Rule = (x: RationalFunction, kernels: Kernels) => RationalFunction;

const HALF = rational(1, 2);

const RULES: Partial<Record<FunctionName, Rule>> = {
  sqrt: (x, kernels) => rationalPower(x, HALF, kernels),
  exp: exponential,
  ln: logarithm,
  sin: (x, kernels) => odd('sin', x, kernels),
  cos: (x, kernels) => even('cos', x, kernels),
  tan: (x, kernels) => odd('sin', x, kernels).times(inverse(even('cos', x, kernels))),
  cot: (x, kernels) => even('cos', x, kernels).times(inverse(odd('sin', x, kernels))),
  sec: (x, kernels) => inverse(even('cos', x, kernels)),
  csc: (x, kernels) => inverse(odd('sin', x, kernels)),
  sinh: (x, kernels) => hyperbolic(x, -1, kernels),
  cosh: (x, kernels) => hyperbolic(x, 1, kernels),
  tanh: (x, kernels) => hyperbolic(x, -1, kernels).times(inverse(hyperbolic(x, 1, kernels))),
  sigmoid: (x, kernels) => inverse(RationalFunction.constant(1).plus(exponential(x.negated(), kernels))),
  abs: absolute,
  asin: (x, kernels) => odd('asin', x, kernels),
  atan: (x, kernels) => odd('atan', x, kernels),
  asinh: (x, kernels) => odd('asinh', x, kernels),
  atanh: (x, kernels) => odd('atanh', x, kernels),
  sign: (x, kernels) => odd('sign', x, kernels),
  factorial,
};

function isTurned(x: RationalFunction): boolean {
  return x.numerator.leading().sign() < 0;
}

function odd(name: FunctionName, x: RationalFunction, kernels: Kernels): RationalFunction {
  if (x.isZero()) return x;
  return isTurned(x) ? kernels.generator(name, '', x.negated()).negated() : kernels.generator(name, '', x);
}

function even(name: FunctionName, x: RationalFunction, kernels: Kernels): RationalFunction {
  if (x.isZero()) return RationalFunction.constant(1);
  return kernels.generator(name, '', isTurned(x) ? x.negated() : x);
}

function hyperbolic(x: RationalFunction, sign: 1 | -1, kernels: Kernels): RationalFunction {
  return exponential(x, kernels).plus(exponential(x.negated(), kernels).scaled(sign)).scaled(HALF);
}

function extremum(a: RationalFunction, b: RationalFunction, sign: 1 | -1, kernels: Kernels): RationalFunction {
  return a
    .plus(b)
    .plus(absolute(a.plus(b.negated()), kernels).scaled(sign))
    .scaled(HALF);
}

const MAX_SHIFT = 12n;

/** (f + k)! as f! times or over k factors, for a whole number k. */
function factorial(x: RationalFunction, kernels: Kernels): RationalFunction {
  const shift = x.isPolynomial() ? x.numerator.constantTerm() : rational(0);
  if (x.constant() !== undefined || !shift.isInteger() || shift.abs().compare(MAX_SHIFT) > 0)
    return kernels.generator('factorial', '', x);
  const start = x.plus(RationalFunction.constant(shift.negated()));
  let result = kernels.generator('factorial', '', start);
  for (let k = 1n; k <= shift.numerator; k++) result = result.times(start.plus(RationalFunction.constant(k)));
  for (let k = shift.numerator + 1n; k <= 0n; k++) result = result.times(inverse(start.plus(RationalFunction.constant(k))));
  return result;
}

function binomial(n: RationalFunction, k: RationalFunction, kernels: Kernels): RationalFunction {
  const rest = factorial(n.plus(k.negated()), kernels);
  return factorial(n, kernels).times(inverse(factorial(k, kernels).times(rest)));
}
