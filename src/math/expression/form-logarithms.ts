// Exponentials and logarithms of normal forms.
import { type Rational, rational } from '../rational.ts';
import { absolute, factors, integerPower, productOf, summands } from './form-parts.ts';
import type { Kernels } from './kernels.ts';
import { type MultiPolynomial, OutOfBounds, unpack } from './multi-polynomial.ts';
import { RationalFunction } from './rational-function.ts';

/** Turns sums into products; exp(c·ln|p|) is p^c for even c, |p|^c for odd. */
export function exponential(f: RationalFunction, kernels: Kernels): RationalFunction {
  return productOf(
    summands(f).map(({ part, times }) => {
      const inside = times.isInteger() ? insideLogarithm(part, kernels) : undefined;
      const factor = inside ? absolute(inside, kernels) : kernels.generator('exp', `${times.bottom}`, part);
      return integerPower(factor, times.top);
    }),
  );
}

/** p where the form is exactly ln|p|. */
function insideLogarithm(f: RationalFunction, kernels: Kernels): RationalFunction | undefined {
  const index = soleGenerator(f);
  const kernel = index === undefined ? undefined : kernels.kernel(index);
  return kernel?.name === 'lnabs' ? kernel.args[0] : undefined;
}

function soleGenerator(f: RationalFunction): number | undefined {
  const [term, other] = f.numerator.terms;
  if (!f.isPolynomial() || !term || other) return undefined;
  const exponents = unpack(term.monomial);
  const isSole = term.coefficient.equals(1) && exponents.reduce((a, b) => a + b, 0) === 1;
  return isSole ? exponents.length - 1 : undefined;
}

/** ln|f| as a sum over the factors that can be seen: numbers by primes, monomials by generators. */
export function logarithm(f: RationalFunction, kernels: Kernels): RationalFunction {
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
