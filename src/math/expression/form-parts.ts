// What all the rules of the normal form share: inverses, integer powers, the terms of a sum, prime factors.
import { type Rational, rational } from '../rational.ts';
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
export function integerPower(f: RationalFunction, exponent: bigint): RationalFunction {
  const result = exponent > -200n && exponent < 200n ? f.power(Number(exponent)) : undefined;
  if (result === undefined) throw new OutOfBounds('power too large');
  return result;
}

/** The terms of a sum over one denominator, each as a rational times a monic part. */
export function summands(f: RationalFunction): { part: RationalFunction; times: Rational }[] {
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

/** |c·p| as |c|·|p| with a monic p. */
export function absolute(x: RationalFunction, kernels: Kernels): RationalFunction {
  const value = x.constant();
  if (value !== undefined) return RationalFunction.constant(value.abs());
  const size = x.numerator.leading();
  return kernels.generator('abs', '', x.scaled(rational(1).over(size))).scaled(size.abs());
}

const MAX_PRIME = 1000n;

/** Prime factors with their exponents; what is left above the bound counts as one prime. */
export function factors(value: Rational): [bigint, bigint][] {
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
