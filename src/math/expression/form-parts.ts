// What all the rules of the normal form share: inverses, integer powers, the terms of a sum, prime factors.
import { type Rational, rational } from '../rational.ts';
import { over, remainder, type Whole } from '../whole.ts';
import type { Kernels } from './kernels.ts';
import { OutOfBounds, unpack } from './multi-polynomial.ts';
import { RationalFunction } from './rational-function.ts';

/** There is no form at all where a denominator vanishes identically. */
export function inverse(f: RationalFunction): RationalFunction {
  const inverted = f.inverse();
  if (inverted === undefined) throw new OutOfBounds('division by zero');
  return inverted;
}

/** Within ±200, or out of bounds. */
export function integerPower(f: RationalFunction, exponent: Whole): RationalFunction {
  const result = exponent > -200 && exponent < 200 ? f.power(Number(exponent)) : undefined;
  if (result === undefined) throw new OutOfBounds('power too large');
  return result;
}

/** The product; without factors 1. */
export function productOf(factors: readonly RationalFunction[]): RationalFunction {
  let product: RationalFunction | undefined;
  for (const factor of factors) product = product?.times(factor) ?? factor;
  return product ?? RationalFunction.constant(1);
}

/** The terms of a sum over one denominator, each as a rational times a monic part. */
export function summands(f: RationalFunction): { part: RationalFunction; times: Rational }[] {
  const below = RationalFunction.of(f.denominator);
  return f.numerator.terms.map(({ monomial, coefficient: times }) => {
    const powers = unpack(monomial).map((power, index) => integerPower(RationalFunction.generator(index), power));
    const above = productOf(powers.filter(power => power.constant() === undefined));
    return { part: f.isPolynomial() || !below ? above : above.times(inverse(below)), times };
  });
}

/** |c·p| as |c|·|p| with a monic p. */
export function absolute(x: RationalFunction, kernels: Kernels): RationalFunction {
  const value = x.constant();
  if (value !== undefined) return RationalFunction.constant(value.abs());
  const size = x.numerator.leading();
  return kernels.generator('abs', '', x.scaled(rational(1).over(size))).scaled(size.abs());
}

const MAX_PRIME = 1000;

/** Prime factors with their exponents; what is left above the bound counts as one prime. */
export function factors(value: Rational): [Whole, number][] {
  return [...integerFactors(value.top, 1), ...integerFactors(value.bottom, -1)];
}

function integerFactors(value: Whole, sign: 1 | -1): [Whole, number][] {
  const found: [Whole, number][] = [];
  let rest = value;
  for (let prime = 2; prime <= MAX_PRIME && prime * prime <= rest; prime++) {
    let exponent = 0;
    for (; remainder(rest, prime) === 0; rest = over(rest, prime)) exponent += sign;
    if (exponent !== 0) found.push([prime, exponent]);
  }
  return rest > 1 ? [...found, [rest, sign]] : found;
}
