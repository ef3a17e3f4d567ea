// The expression tree: types and builders, the ground floor of everything that reads, prints or decides expressions.
import { type Rational, type RationalLike, rational } from '../rational.ts';

export const CONSTANTS = ['pi', 'e', 'infinity'] as const;
export type ConstantName = (typeof CONSTANTS)[number];

/** Names as printed in text; `log` takes (argument) for base 10 or (argument, base). */
export const FUNCTIONS = [
  'sqrt',
  'exp',
  'ln',
  'log',
  'sin',
  'cos',
  'tan',
  'cot',
  'sec',
  'csc',
  'asin',
  'acos',
  'atan',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'acosh',
  'atanh',
  'abs',
  'sign',
  'floor',
  'ceil',
  'max',
  'min',
  'sigmoid',
  'factorial',
  'binomial',
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** A tree as it was written: nothing is simplified, so that it can be shown again and its form judged. */
export type Expression =
  | { readonly kind: 'number'; readonly value: Rational; readonly decimals?: number }
  | { readonly kind: 'constant'; readonly name: ConstantName }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'add'; readonly terms: readonly Expression[] }
  | { readonly kind: 'multiply'; readonly factors: readonly Expression[] }
  | { readonly kind: 'divide'; readonly numerator: Expression; readonly denominator: Expression }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | { readonly kind: 'power'; readonly base: Expression; readonly exponent: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] };

export type ExpressionLike = Expression | RationalLike;

/** A rational as a number node; a fraction becomes one node, a decimal keeps its digits only through the parser. */
export function toExpression(value: ExpressionLike): Expression {
  return typeof value === 'object' && 'kind' in value ? value : { kind: 'number', value: rational(value) };
}

/** Names are a letter with optional subscript, Greek spelled out: `x`, `w_1`, `theta`. */
export function variable(name: string): Expression {
  return { kind: 'variable', name };
}

export function constant(name: ConstantName): Expression {
  return { kind: 'constant', name };
}

export function add(...terms: ExpressionLike[]): Expression {
  return { kind: 'add', terms: terms.map(toExpression) };
}

export function multiply(...factors: ExpressionLike[]): Expression {
  return { kind: 'multiply', factors: factors.map(toExpression) };
}

export function divide(numerator: ExpressionLike, denominator: ExpressionLike): Expression {
  return { kind: 'divide', numerator: toExpression(numerator), denominator: toExpression(denominator) };
}

export function negate(operand: ExpressionLike): Expression {
  return { kind: 'negate', operand: toExpression(operand) };
}

export function power(base: ExpressionLike, exponent: ExpressionLike): Expression {
  return { kind: 'power', base: toExpression(base), exponent: toExpression(exponent) };
}

export function call(name: FunctionName, ...args: ExpressionLike[]): Expression {
  return { kind: 'call', name, args: args.map(toExpression) };
}

/** The parts right below a node, in reading order. */
export function childrenOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'add':
      return e.terms;
    case 'multiply':
      return e.factors;
    case 'divide':
      return [e.numerator, e.denominator];
    case 'negate':
      return [e.operand];
    case 'power':
      return [e.base, e.exponent];
    case 'call':
      return e.args;
    default:
      return [];
  }
}

/** What its value takes in many digits, in nodes of ordinary arithmetic. */
export function effortOf(e: Expression): number {
  return childrenOf(e).reduce((total, child) => total + effortOf(child), e.kind === 'call' ? CALL : 1);
}

const CALL = 6;

/** The same node over other parts, as many as before. */
export function withChildren(e: Expression, parts: readonly Expression[]): Expression {
  const [first = e, second = e] = parts;
  switch (e.kind) {
    case 'add':
      return { kind: 'add', terms: parts };
    case 'multiply':
      return { kind: 'multiply', factors: parts };
    case 'divide':
      return { kind: 'divide', numerator: first, denominator: second };
    case 'negate':
      return { kind: 'negate', operand: first };
    case 'power':
      return { kind: 'power', base: first, exponent: second };
    case 'call':
      return { kind: 'call', name: e.name, args: parts };
    default:
      return e;
  }
}
