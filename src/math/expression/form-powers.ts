// Roots and powers of normal forms.
import { type Rational, rational } from '../rational.ts';
import { remainder, type Whole } from '../whole.ts';
import { exponential, logarithm } from './form-logarithms.ts';
import { factors, integerPower, productOf, summands } from './form-parts.ts';
import type { Kernels } from './kernels.ts';
import { OutOfBounds } from './multi-polynomial.ts';
import { RationalFunction } from './rational-function.ts';

/** Integer powers, and roots with numbers taken out of them. */
export function rationalPower(base: RationalFunction, exponent: Rational, kernels: Kernels): RationalFunction {
  if (exponent.isInteger()) return integerPower(base, exponent.top);
  const value = base.constant();
  if (value?.isZero() && exponent.sign() < 0) throw new OutOfBounds('division by zero');
  if (value?.isZero()) return base;
  const root = value === undefined ? formRoot(base, exponent.bottom, kernels) : numberRoot(value, exponent.bottom, kernels);
  return integerPower(root, exponent.top);
}

/** (c·f)^(1/n) with c > 0 taken out, so that √(4x) is 2√x. */
function formRoot(f: RationalFunction, degree: Whole, kernels: Kernels): RationalFunction {
  const size = f.numerator.leading().abs();
  const radicand = f.scaled(rational(1).over(size));
  return numberRoot(size, degree, kernels).times(kernels.generator('root', `${degree}`, radicand));
}

/** Roots of positive numbers as products of roots of primes; one of a negative number keeps its sign inside. */
function numberRoot(value: Rational, degree: Whole, kernels: Kernels): RationalFunction {
  if (value.sign() < 0) {
    if (remainder(degree, 2) === 0) throw new OutOfBounds('an even root of a negative number');
    return numberRoot(value.negated(), degree, kernels).negated();
  }
  return productOf(
    factors(value).flatMap(([prime, exponent]) => {
      const whole = Math.floor(exponent / Number(degree));
      const outside = integerPower(RationalFunction.constant(prime), whole);
      const rest = exponent - whole * Number(degree);
      if (rest === 0) return [outside];
      return [outside, integerPower(kernels.generator('root', `${degree}`, RationalFunction.constant(prime)), rest)];
    }),
  );
}

/** base^exponent term by term of the exponent: x^(2n+1) is (x^n)²·x. */
export function symbolicPower(base: RationalFunction, exponent: RationalFunction, kernels: Kernels): RationalFunction {
  const value = base.constant();
  if (value !== undefined && value.sign() > 0) return exponential(exponent.times(logarithm(base, kernels)), kernels);
  return productOf(
    summands(exponent).map(({ part, times }) => {
      const isNumber = part.constant() !== undefined;
      const factor = isNumber && times.isInteger() ? base : kernels.generator('power', `${times.bottom}`, base, part);
      return integerPower(factor, times.top);
    }),
  );
}
