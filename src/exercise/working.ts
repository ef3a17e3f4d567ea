// How a calculation is written out, with this exercise's numbers.
import { ONE, Rational, type RationalLike, sum } from '../math/rational.ts';
import { bracketed, type Formula, formula, math } from './formula.ts';

/** `2 \cdot 3 + (-1) \cdot 4`: the products of the pairs, summed up, not yet worked out. */
export function productSum(pairs: readonly (readonly RationalLike[])[]): Formula {
  const terms = pairs.map(factors => factors.map(factor => bracketed(Rational.from(factor))));
  return {
    tex: terms.map(factors => factors.map(factor => factor.tex).join(' \\cdot ')).join(' + '),
    speech: terms.map(factors => factors.map(factor => factor.speech).join(' times ')).join(' plus '),
  };
}

/** The same with its value: `2 \cdot 3 + (-1) \cdot 4 = 2`. */
export function productSumWorked(pairs: readonly (readonly RationalLike[])[]): Formula {
  const value = sum(pairs.map(factors => factors.reduce((product: Rational, factor) => product.times(factor), ONE)));
  return math`${productSum(pairs)} = ${formula(value)}`;
}
