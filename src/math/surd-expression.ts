// The tree of a sum of roots: numerators in a row over one denominator.
import { add, call, divide, type Expression, multiply, negate, toExpression } from './expression/tree.ts';
import { lcm } from './integer.ts';
import { Rational } from './rational.ts';

/** coefficient · √radicand. */
export interface SurdTerm {
  readonly coefficient: Rational;
  readonly radicand: bigint;
}

/** The number 0 for no terms. */
export function surdExpression(terms: readonly SurdTerm[]): Expression {
  const [first, ...more] = terms;
  if (first === undefined || (more.length === 0 && first.radicand === 1n)) return toExpression(first?.coefficient ?? 0);
  const scale = terms.reduce((common, { coefficient }) => lcm(common, coefficient.denominator), 1n);
  const whole = terms.map(term => numerator(term.coefficient.times(scale), term.radicand));
  const top = whole.length === 1 && whole[0] ? whole[0] : add(...whole);
  return scale === 1n ? top : divideBy(top, scale);
}

/** A minus sign stays before the fraction. */
function divideBy(top: Expression, scale: bigint): Expression {
  return top.kind === 'negate' ? negate(divide(top.operand, scale)) : divide(top, scale);
}

function numerator(coefficient: Rational, radicand: bigint): Expression {
  const size = coefficient.abs();
  const root = radicand === 1n ? undefined : call('sqrt', Rational.integer(radicand));
  const term = root === undefined ? toExpression(size) : size.equals(1) ? root : multiply(size, root);
  return coefficient.sign() < 0 ? negate(term) : term;
}
