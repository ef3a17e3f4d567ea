// What an expression looks like as it was typed: expanded, factored, simplified.
import type { Form } from '../exercise/answer.ts';
import type { Text } from '../exercise/text.ts';
import { derivative } from '../math/expression/derivative.ts';
import { equivalent } from '../math/expression/equivalent.ts';
import { evaluateExact } from '../math/expression/evaluate.ts';
import { simplify } from '../math/expression/simplify.ts';
import { variablesOf } from '../math/expression/substitute.ts';
import { childrenOf, type Expression, toExpression } from '../math/expression/tree.ts';
import { greatestCommonDivisor } from '../math/rational.ts';
import { isProportional } from '../math/relation.ts';

const ZERO = toExpression(0);

/** What there is still to do; undefined where the form is the one that is asked. */
export function formLacks(value: Expression, key: Expression, form: Form, upToConstant = ''): Text | undefined {
  if (form === 'general')
    return hasConstant(value, upToConstant) ? undefined : ['That is one antiderivative. Add + C to give them all.'];
  if (form === 'expanded') return isExpanded(value) ? undefined : ['That is equal to the answer. Now multiply the brackets out.'];
  if (form === 'factored')
    return isFactored(value, key) ? undefined : ['That is equal to the answer. Now write it as a product, factored completely.'];
  return isSimplified(value) ? undefined : ['That is equal to the answer. Now simplify it further.'];
}

/** A letter that changes the value, and by as much for every x. */
function hasConstant(value: Expression, x: string): boolean {
  return variablesOf(value).some(letter => {
    const change = derivative(value, letter);
    return letter !== x && !equivalent(change, ZERO).equal && equivalent(derivative(change, x), ZERO).equal;
  });
}

/** No sum inside a product or under a whole power. */
function isExpanded(value: Expression): boolean {
  if (value.kind === 'add') return value.terms.every(isExpanded);
  if (value.kind === 'negate') return value.operand.kind !== 'add' && isExpanded(value.operand);
  if (value.kind === 'multiply') return value.factors.every(factor => factor.kind !== 'add' && isExpanded(factor));
  if (value.kind === 'power') return !isWhole(value.exponent) || !['add', 'multiply'].includes(value.base.kind);
  return value.kind !== 'divide' || isExpanded(value.numerator);
}

/** At least as many factors as the key has, and no number left inside that all terms of a factor share. */
function isFactored(value: Expression, key: Expression): boolean {
  if (factorCount(value) < factorCount(key)) return false;
  const isSum = value.kind === 'add' || (value.kind === 'negate' && value.operand.kind === 'add');
  if (isSum && factorCount(key) === 1 && key.kind !== 'add') return false;
  if (dividesByVariables(value) && !dividesByVariables(key)) return false;
  return sharesOf(key).length > 0 || sharesOf(value).length === 0;
}

function dividesByVariables(value: Expression): boolean {
  const own = value.kind === 'divide' && variablesOf(value.denominator).length > 0;
  return own || childrenOf(value).some(dividesByVariables);
}

/** Factors in which variables occur, each as often as it counts. */
function factorCount(value: Expression): number {
  if (value.kind === 'negate') return factorCount(value.operand);
  if (value.kind === 'multiply') return value.factors.reduce((count, factor) => count + factorCount(factor), 0);
  if (value.kind === 'divide') return factorCount(value.numerator);
  const times = value.kind === 'power' ? wholeExponent(value.exponent) : undefined;
  if (value.kind === 'power' && times) return times * factorCount(value.base);
  return variablesOf(value).length > 0 ? 1 : 0;
}

/** The sums among the factors whose terms all share a whole number above 1. */
function sharesOf(value: Expression): readonly Expression[] {
  if (value.kind === 'add') return contentOf(value.terms) > 1n ? [value] : [];
  if (value.kind === 'power') return sharesOf(value.base);
  return ['negate', 'multiply', 'divide'].includes(value.kind) ? childrenOf(value).flatMap(sharesOf) : [];
}

function contentOf(terms: readonly Expression[]): bigint {
  return terms.map(wholeFactor).reduce(greatestCommonDivisor, 0n);
}

/** The whole number that is seen to divide it; 1 where none is. */
function wholeFactor(value: Expression): bigint {
  if (value.kind === 'negate') return wholeFactor(value.operand);
  if (value.kind === 'multiply') return value.factors.map(wholeFactor).reduce((a, b) => a * b, 1n);
  if (value.kind === 'add') return contentOf(value.terms);
  return value.kind === 'number' && value.value.isInteger() ? value.value.abs().numerator : 1n;
}

/** Nothing to gather, to cancel or to work out. */
function isSimplified(value: Expression): boolean {
  return leaves(simplify(value)) >= leaves(value) && !hasRedundant(value);
}

/** Letters count 2 and numbers 1, so that c + c weighs more than 2c; a 1 above a fraction line counts nothing. */
function leaves(value: Expression): number {
  if (value.kind === 'divide' && value.numerator.kind === 'number' && value.numerator.value.equals(1))
    return leaves(value.denominator);
  const children = childrenOf(value);
  if (children.length > 0) return children.reduce((count, child) => count + leaves(child), 0);
  return value.kind === 'number' ? numberLeaves(value) : 2;
}

/** A fraction in one node has two. */
function numberLeaves({ value, decimals }: Extract<Expression, { kind: 'number' }>): number {
  return decimals || value.isInteger() || value.abs().numerator === 1n ? 1 : 2;
}

function hasRedundant(value: Expression): boolean {
  return (
    (value.kind === 'divide' && (sharesFactor(value.numerator, value.denominator) || !isLowestFraction(value))) ||
    (value.kind === 'negate' && value.operand.kind === 'negate') ||
    (value.kind === 'multiply' && value.factors.some(factor => factor.kind === 'number' && factor.value.equals(1))) ||
    childrenOf(value).some(hasRedundant)
  );
}

function isLowestFraction(value: Expression): boolean {
  if (value.kind !== 'divide' || value.numerator.kind !== 'number' || value.denominator.kind !== 'number') return true;
  const [top, bottom] = [value.numerator.value, value.denominator.value];
  return !top.isInteger() || !bottom.isInteger() || (evaluateExact(value)?.denominator === bottom.numerator && !bottom.equals(1));
}

function sharesFactor(top: Expression, bottom: Expression): boolean {
  if (greatestCommonDivisor(wholeFactor(top), wholeFactor(bottom)) > 1n) return true;
  const lower = sumFactors(bottom);
  return sumFactors(top).some(factor => lower.some(other => isProportional(factor, other)));
}

function sumFactors(value: Expression): readonly Expression[] {
  if (value.kind === 'negate') return sumFactors(value.operand);
  if (value.kind === 'power') return wholeExponent(value.exponent) ? sumFactors(value.base) : [];
  if (value.kind === 'multiply') return value.factors.flatMap(sumFactors);
  return variablesOf(value).length > 0 ? [value] : [];
}

function isWhole(exponent: Expression): boolean {
  return exponent.kind === 'number' && exponent.value.isInteger() && exponent.value.sign() > 0;
}

/** A written whole exponent from 1 to 1000. */
function wholeExponent(exponent: Expression): number | undefined {
  if (exponent.kind !== 'number' || !exponent.value.isInteger()) return undefined;
  const times = Number(exponent.value.numerator);
  return times >= 1 && times <= 1000 ? times : undefined;
}
