// Roots and powers of normal forms.
import { type Rational, rational } from '../rational.ts';
import { exponential, logarithm } from './form-logarithms.ts';
import { factors, integerPower, summands } from './form-parts.ts';
import type { Kernels } from './kernels.ts';
import { OutOfBounds } from './multi-polynomial.ts';
import { RationalFunction } from './rational-function.ts';

/** Integer powers, and roots with numbers taken out of them. */
export function rationalPower(base: RationalFunction, exponent: Rational, kernels: Kernels): RationalFunction {
  if (exponent.isInteger()) return integerPower(base, exponent.numerator);
  const value = base.constant();
  if (value?.isZero() && exponent.sign() < 0) throw new OutOfBounds('division by zero');
  if (value?.isZero()) return base;
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
export function symbolicPower(base: RationalFunction, exponent: RationalFunction, kernels: Kernels): RationalFunction {
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
