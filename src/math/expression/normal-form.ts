// Brings an expression into a quotient of polynomials in variables and kernels. Equal forms mean equal values wherever both
// expressions have one; unequal forms mean different values only where no kernel but variables occurs.
import { constantValue } from './evaluate-exact.ts';
import { callForm } from './form-functions.ts';
import { exponential } from './form-logarithms.ts';
import { inverse } from './form-parts.ts';
import { rationalPower, symbolicPower } from './form-powers.ts';
import type { Kernels } from './kernels.ts';
import { OutOfBounds } from './multi-polynomial.ts';
import { RationalFunction } from './rational-function.ts';
import type { Expression } from './tree.ts';

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
      return joined(e.terms, kernels, plus) ?? RationalFunction.constant(0);
    case 'multiply':
      return joined(e.factors, kernels, times) ?? RationalFunction.constant(1);
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

const plus = (a: RationalFunction, b: RationalFunction) => a.plus(b);
const times = (a: RationalFunction, b: RationalFunction) => a.times(b);

function joined(
  parts: readonly Expression[],
  kernels: Kernels,
  join: (a: RationalFunction, b: RationalFunction) => RationalFunction,
): RationalFunction | undefined {
  let whole: RationalFunction | undefined;
  for (const part of parts) {
    const next = form(part, kernels);
    whole = whole === undefined ? next : join(whole, next);
  }
  return whole;
}

function constantForm(name: 'pi' | 'e' | 'infinity', kernels: Kernels): RationalFunction {
  if (name === 'pi') return kernels.generator('pi', '');
  if (name === 'e') return exponential(RationalFunction.constant(1), kernels);
  throw new OutOfBounds('infinity has no normal form');
}

function powerForm(base: Expression, exponent: Expression, kernels: Kernels): RationalFunction {
  const value = constantValue(exponent);
  if (base.kind === 'constant' && base.name === 'e') return exponential(form(exponent, kernels), kernels);
  if (value !== undefined) return rationalPower(form(base, kernels), value, kernels);
  return symbolicPower(form(base, kernels), form(exponent, kernels), kernels);
}
