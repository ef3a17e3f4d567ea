// Brings an expression into a quotient of polynomials in variables and kernels. Equal forms mean equal values wherever both
// expressions have one; unequal forms mean different values only where no kernel but variables occurs.
import { type Rational, rational } from '../rational.ts';
import { constantValue } from './evaluate.ts';
import type { Kernels } from './kernels.ts';
import { type MultiPolynomial, OutOfBounds, unpack } from './multi-polynomial.ts';
import { RationalFunction } from './rational-function.ts';
import type { Expression, FunctionName } from './tree.ts';

/** Undefined where the form has no value anywhere or outgrows its bounds. */
export function normalForm(e: Expression, kernels: Kernels): RationalFunction | undefined {
  try {
    return form(e, kernels);
  } catch (error) {
    if (error instanceof OutOfBounds) return undefined;
    throw error;
  }
}

function form(e: Expression, kernels: Kernels): RationalFunction {
  switch (e.kind) {
    case 'number':
      return RationalFunction.constant(e.value);
    case 'constant':
      return constantForm(e.name, kernels);
    case 'variable':
      return kernels.generator('variable', e.name);
    case 'add':
      return e.terms.map(term => form(term, kernels)).reduce((a, b) => a.plus(b), RationalFunction.constant(0));
    case 'multiply':
      return e.factors.map(factor => form(factor, kernels)).reduce((a, b) => a.times(b), RationalFunction.constant(1));
    case 'divide':
      return form(e.numerator, kernels).times(inverse(form(e.denominator, kernels)));
    case 'negate':
      return form(e.operand, kernels).negated();
    case 'power':
      return powerForm(e.base, e.exponent, kernels);
    case 'call':
      return callForm(
        e.name,
        e.args.map(arg => form(arg, kernels)),
        kernels,
      );
  }
}

function constantForm(name: 'pi' | 'e' | 'infinity', kernels: Kernels): RationalFunction {
  if (name === 'pi') return kernels.generator('pi', '');
  if (name === 'e') return exponential(RationalFunction.constant(1), kernels);
  throw new OutOfBounds('infinity has no normal form');
}

/** There is no form at all where a denominator vanishes identically. */
function inverse(f: RationalFunction): RationalFunction {
  const inverted = f.inverse();
  if (inverted === undefined) throw new OutOfBounds('division by zero');
  return inverted;
}

function integerPower(f: RationalFunction, exponent: bigint): RationalFunction {
  const result = exponent > -200n && exponent < 200n ? f.power(Number(exponent)) : undefined;
  if (result === undefined) throw new OutOfBounds('power too large');
  return result;
}

// ---- powers

function powerForm(base: Expression, exponent: Expression, kernels: Kernels): RationalFunction {
  const value = constantValue(exponent);
  if (base.kind === 'constant' && base.name === 'e') return exponential(form(exponent, kernels), kernels);
  if (value !== undefined) return rationalPower(form(base, kernels), value, kernels);
  return symbolicPower(form(base, kernels), form(exponent, kernels), kernels);
}

function rationalPower(base: RationalFunction, exponent: Rational, kernels: Kernels): RationalFunction {
  if (exponent.isInteger()) return integerPower(base, exponent.numerator);
  const value = base.constant();
  if (value?.isZero()) throw new OutOfBounds('a root of zero');
  const root =
    value === undefined ? formRoot(base, exponent.denominator, kernels) : numberRoot(value, exponent.denominator, kernels);
  return integerPower(root, exponent.numerator);
}

/** (c·f)^(1/n) with c > 0 taken out, so that √(4x) is 2√x. */
function formRoot(f: RationalFunction, degree: bigint, kernels: Kernels): RationalFunction {
  const size = f.numerator.leading().abs();
  const radicand = f.scaled(rational(1).over(size));
  return numberRoot(size, degree, kernels).times(kernels.generator('root', `${degree}`, radicand));
}

/** Roots of positive numbers as products of roots of primes; one of a negative number keeps its sign inside. */
function numberRoot(value: Rational, degree: bigint, kernels: Kernels): RationalFunction {
  if (value.sign() < 0) {
    if (degree % 2n === 0n) throw new OutOfBounds('an even root of a negative number');
    return numberRoot(value.negated(), degree, kernels).negated();
  }
  let result = RationalFunction.constant(1);
  for (const [prime, exponent] of factors(value)) {
    const whole = exponent >= 0n ? exponent / degree : -((degree - 1n - exponent) / degree);
    const rest = exponent - whole * degree;
    result = result.times(integerPower(RationalFunction.constant(prime), whole));
    if (rest > 0n)
      result = result.times(integerPower(kernels.generator('root', `${degree}`, RationalFunction.constant(prime)), rest));
  }
  return result;
}

/** base^exponent term by term of the exponent: x^(2n+1) is (x^n)²·x. */
function symbolicPower(base: RationalFunction, exponent: RationalFunction, kernels: Kernels): RationalFunction {
  const value = base.constant();
  if (value !== undefined && value.sign() > 0) return exponential(exponent.times(logarithm(base, kernels)), kernels);
  let result = RationalFunction.constant(1);
  for (const { part, times } of summands(exponent)) {
    const isNumber = part.constant() !== undefined;
    const factor = isNumber && times.isInteger() ? base : kernels.generator('power', `${times.denominator}`, base, part);
    result = result.times(integerPower(factor, times.numerator));
  }
  return result;
}

/** The terms of a sum over one denominator, each as a rational times a monic part. */
function summands(f: RationalFunction): { part: RationalFunction; times: Rational }[] {
  const below = RationalFunction.of(f.denominator);
  return [...f.numerator.terms].map(([monomial, times]) => {
    const above = unpack(monomial).reduce(
      (product, power, index) =>
        power === 0 ? product : product.times(integerPower(RationalFunction.generator(index), BigInt(power))),
      RationalFunction.constant(1),
    );
    return { part: below === undefined ? above : above.times(inverse(below)), times };
  });
}

// ---- exponentials and logarithms

/** Turns sums into products; exp(c·ln|p|) is p^c for even c, |p|^c for odd. */
function exponential(f: RationalFunction, kernels: Kernels): RationalFunction {
  let result = RationalFunction.constant(1);
  for (const { part, times } of summands(f)) {
    const inside = times.isInteger() ? insideLogarithm(part, kernels) : undefined;
    const factor = inside ? absolute(inside, kernels) : kernels.generator('exp', `${times.denominator}`, part);
    result = result.times(integerPower(factor, times.numerator));
  }
  return result;
}

/** p where the form is exactly ln|p|. */
function insideLogarithm(f: RationalFunction, kernels: Kernels): RationalFunction | undefined {
  const index = soleGenerator(f);
  const kernel = index === undefined ? undefined : kernels.kernel(index);
  return kernel?.name === 'lnabs' ? kernel.args[0] : undefined;
}

function soleGenerator(f: RationalFunction): number | undefined {
  if (!f.isPolynomial() || f.numerator.terms.size !== 1) return undefined;
  const [[monomial, coefficient]] = [...f.numerator.terms] as [[number, Rational]];
  const exponents = unpack(monomial);
  const isSole = coefficient.equals(1) && exponents.reduce((a, b) => a + b, 0) === 1;
  return isSole ? exponents.length - 1 : undefined;
}

/** ln|f| as a sum over the factors that can be seen: numbers by primes, monomials by generators. */
function logarithm(f: RationalFunction, kernels: Kernels): RationalFunction {
  if (f.isZero()) throw new OutOfBounds('the logarithm of zero');
  return logarithmOf(f.numerator, kernels).plus(logarithmOf(f.denominator, kernels).negated());
}

function logarithmOf(p: MultiPolynomial, kernels: Kernels): RationalFunction {
  const size = p.leading();
  const content = p.content();
  let result = logarithmOfNumber(size.abs(), kernels);
  unpack(content).forEach((power, index) => {
    if (power > 0) result = result.plus(logarithmOfGenerator(index, kernels).scaled(power));
  });
  const rest = RationalFunction.of(p.without(content).scaled(rational(1).over(size)));
  return rest === undefined || rest.constant() !== undefined ? result : result.plus(kernels.generator('lnabs', '', rest));
}

function logarithmOfNumber(value: Rational, kernels: Kernels): RationalFunction {
  let result = RationalFunction.constant(0);
  for (const [prime, exponent] of factors(value))
    result = result.plus(kernels.generator('lnabs', '', RationalFunction.constant(prime)).scaled(exponent));
  return result;
}

function logarithmOfGenerator(index: number, kernels: Kernels): RationalFunction {
  const kernel = kernels.kernel(index);
  const arg = kernel?.args[0];
  if (kernel?.name === 'exp' && arg) return arg.scaled(rational(1, rational(kernel.tag)));
  if (kernel?.name === 'root' && arg) return logarithm(arg, kernels).scaled(rational(1, rational(kernel.tag)));
  return kernels.generator('lnabs', '', RationalFunction.generator(index));
}

const MAX_PRIME = 1000n;

/** Prime factors with their exponents; what is left above the bound counts as one prime. */
function factors(value: Rational): [bigint, bigint][] {
  return [...integerFactors(value.numerator, 1n), ...integerFactors(value.denominator, -1n)];
}

function integerFactors(value: bigint, sign: bigint): [bigint, bigint][] {
  const found: [bigint, bigint][] = [];
  let rest = value;
  for (let prime = 2n; prime <= MAX_PRIME && prime * prime <= rest; prime++) {
    let exponent = 0n;
    for (; rest % prime === 0n; rest /= prime) exponent += sign;
    if (exponent !== 0n) found.push([prime, exponent]);
  }
  return rest > 1n ? [...found, [rest, sign]] : found;
}

// ---- functions

function callForm(name: FunctionName, args: readonly RationalFunction[], kernels: Kernels): RationalFunction {
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

function absolute(x: RationalFunction, kernels: Kernels): RationalFunction {
  const value = x.constant();
  if (value !== undefined) return RationalFunction.constant(value.abs());
  const size = x.numerator.leading();
  return kernels.generator('abs', '', x.scaled(rational(1).over(size))).scaled(size.abs());
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
  const shift = x.isPolynomial() ? (x.numerator.terms.get(0) ?? rational(0)) : rational(0);
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
