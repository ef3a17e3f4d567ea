// Functions by simpler ones, for systems that lack them.
import {
  add,
  call,
  constant,
  divide,
  type Expression,
  multiply,
  negate,
  power,
  toExpression,
} from '../../../src/math/expression/tree.ts';

type Definition = (x: Expression, y: Expression | undefined) => Expression | undefined;

const definitions: Readonly<Record<string, Definition>> = {
  exp: x => power(constant('e'), x),
  sigmoid: x => divide(1, add(1, power(constant('e'), negate(x)))),
  sec: x => divide(1, call('cos', x)),
  csc: x => divide(1, call('sin', x)),
  cot: x => divide(call('cos', x), call('sin', x)),
  sinh: x => divide(add(call('exp', x), negate(call('exp', negate(x)))), 2),
  cosh: x => divide(add(call('exp', x), call('exp', negate(x))), 2),
  tanh: x => divide(call('sinh', x), call('cosh', x)),
  asinh: x => call('ln', add(x, call('sqrt', add(power(x, 2), 1)))),
  acosh: x => call('ln', add(x, multiply(call('sqrt', add(x, -1)), call('sqrt', add(x, 1))))),
  atanh: x => divide(call('ln', divide(add(1, x), add(1, negate(x)))), 2),
  sign: x => divide(x, call('abs', x)),
  ceil: x => negate(call('floor', negate(x))),
  log: (x, base) => divide(call('ln', x), call('ln', base ?? 10)),
  max: (x, y) => y && divide(add(x, y, call('abs', add(x, negate(y)))), 2),
  min: (x, y) => y && divide(add(x, y, negate(call('abs', add(x, negate(y))))), 2),
  binomial: (n, k) => k && divide(factorial(n), multiply(factorial(k), factorial(add(n, negate(k))))),
};

/** Undefined where there is nothing simpler; more than two values are taken two by two. */
export function writtenOut(e: Extract<Expression, { kind: 'call' }>): Expression | undefined {
  const [first = toExpression(0), second, ...more] = e.args;
  if (second !== undefined && more.length > 0) return call(e.name, call(e.name, first, second), ...more);
  return definitions[e.name]?.(first, second);
}

function factorial(n: Expression): Expression {
  return call('factorial', n);
}
