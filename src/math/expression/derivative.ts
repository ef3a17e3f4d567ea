// Symbolic derivatives, tidied so that they can be shown in a worked solution.
import { simplify } from './simplify.ts';
import { variablesOf } from './substitute.ts';
import { add, call, divide, type Expression, type FunctionName, multiply, negate, power, toExpression } from './tree.ts';

const ZERO = toExpression(0);

/**
 * With respect to one variable, all others constant. |x| gives sign(x), max and min the mean of both sides where they meet.
 * Throws on factorials and binomials of the variable.
 */
export function derivative(e: Expression, variable: string): Expression {
  return simplify(derive(e, variable));
}

function derive(e: Expression, x: string): Expression {
  if (e.kind === 'variable') return toExpression(e.name === x ? 1 : 0);
  if (!variablesOf(e).includes(x)) return ZERO;
  switch (e.kind) {
    case 'add':
      return add(...e.terms.map(term => derive(term, x)));
    case 'negate':
      return negate(derive(e.operand, x));
    case 'multiply':
      return add(...e.factors.map((factor, index) => multiply(...e.factors.with(index, derive(factor, x)))));
    case 'divide':
      return quotientRule(e.numerator, e.denominator, x);
    case 'power':
      return powerRule(e.base, e.exponent, x);
    case 'call':
      return chainRule(e.name, e.args, x);
    default:
      return ZERO;
  }
}

function isFree(e: Expression, x: string): boolean {
  return !variablesOf(e).includes(x);
}

function quotientRule(u: Expression, v: Expression, x: string): Expression {
  if (isFree(v, x)) return divide(derive(u, x), v);
  if (isFree(u, x)) return negate(divide(multiply(u, derive(v, x)), power(v, 2)));
  return divide(add(multiply(derive(u, x), v), negate(multiply(u, derive(v, x)))), power(v, 2));
}

function powerRule(u: Expression, n: Expression, x: string): Expression {
  if (isFree(n, x)) return multiply(n, power(u, simplify(add(n, -1))), derive(u, x));
  const isNatural = u.kind === 'constant' && u.name === 'e';
  if (isFree(u, x)) return multiply(power(u, n), isNatural ? 1 : call('ln', u), derive(n, x));
  return multiply(power(u, n), add(multiply(derive(n, x), call('ln', u)), divide(multiply(n, derive(u, x)), u)));
}

/** The outer derivative at u. */
const OUTER: Partial<Record<FunctionName, (u: Expression) => Expression>> = {
  sqrt: u => divide(1, multiply(2, call('sqrt', u))),
  exp: u => call('exp', u),
  ln: u => divide(1, u),
  sin: u => call('cos', u),
  cos: u => negate(call('sin', u)),
  tan: u => divide(1, power(call('cos', u), 2)),
  cot: u => negate(divide(1, power(call('sin', u), 2))),
  sec: u => multiply(call('sec', u), call('tan', u)),
  csc: u => negate(multiply(call('csc', u), call('cot', u))),
  asin: u => divide(1, call('sqrt', add(1, negate(power(u, 2))))),
  acos: u => negate(divide(1, call('sqrt', add(1, negate(power(u, 2)))))),
  atan: u => divide(1, add(1, power(u, 2))),
  sinh: u => call('cosh', u),
  cosh: u => call('sinh', u),
  tanh: u => add(1, negate(power(call('tanh', u), 2))),
  asinh: u => divide(1, call('sqrt', add(power(u, 2), 1))),
  acosh: u => divide(1, call('sqrt', add(power(u, 2), -1))),
  atanh: u => divide(1, add(1, negate(power(u, 2)))),
  abs: u => call('sign', u),
  sign: () => ZERO,
  floor: () => ZERO,
  ceil: () => ZERO,
  sigmoid: u => multiply(call('sigmoid', u), add(1, negate(call('sigmoid', u)))),
};

function chainRule(name: FunctionName, args: readonly Expression[], x: string): Expression {
  const [u = ZERO, v] = args;
  if (name === 'log') return logarithmRule(u, v ?? toExpression(10), x);
  if (name === 'max' || name === 'min') return extremumRule(name, args, x);
  const outer = OUTER[name];
  if (outer === undefined) throw new RangeError(`${name} of a variable has no derivative`);
  return multiply(outer(u), derive(u, x));
}

function logarithmRule(u: Expression, base: Expression, x: string): Expression {
  if (isFree(base, x)) return divide(derive(u, x), multiply(u, call('ln', base)));
  return derive(divide(call('ln', u), call('ln', base)), x);
}

/** max(a, b) is (a + b + |a − b|)/2; more than two are taken pair by pair. */
function extremumRule(name: 'max' | 'min', args: readonly Expression[], x: string): Expression {
  const [a = ZERO, b, ...others] = args;
  if (b === undefined) return derive(a, x);
  if (others.length > 0) return extremumRule(name, [call(name, a, b), ...others], x);
  const [da, db] = [derive(a, x), derive(b, x)];
  const difference = multiply(call('sign', add(a, negate(b))), add(da, negate(db)));
  return divide(add(da, db, name === 'max' ? difference : negate(difference)), 2);
}
