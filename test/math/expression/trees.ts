// Random expression trees of every kind of node, for property tests.
import fc from 'fast-check';
import {
  add,
  call,
  constant,
  divide,
  type Expression,
  type FunctionName,
  multiply,
  negate,
  power,
  toExpression,
  variable,
} from '../../../src/math/expression/tree.ts';
import { rational } from '../../../src/math/rational.ts';

const number = fc.oneof(
  fc.integer({ min: -9, max: 30 }).map(n => toExpression(n)),
  fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 2, max: 9 })).map(([n, d]) => toExpression(rational(n, d))),
  fc.integer({ min: 0, max: 999 }).map((n): Expression => ({ kind: 'number', value: rational(n, 100), decimals: 2 })),
);
const name = fc.constantFrom('x', 'y', 'theta', 'w_1').map(variable);
const symbol = fc.oneof(
  { weight: 3, arbitrary: name },
  { weight: 1, arbitrary: fc.constantFrom('pi', 'e').map(c => constant(c)) },
);

const SMOOTH = ['sqrt', 'exp', 'ln', 'sin', 'cos', 'tan', 'atan', 'tanh', 'sinh', 'cosh', 'sigmoid', 'asinh'] as const;
const OTHERS = [
  'abs',
  'sign',
  'floor',
  'ceil',
  'asin',
  'acos',
  'acosh',
  'atanh',
  'cot',
  'sec',
  'csc',
  'factorial',
  'log',
] as const;

function grown(names: readonly FunctionName[], depth: number): fc.Arbitrary<Expression> {
  if (depth === 0) return fc.oneof(number, symbol);
  const part = grown(names, depth - 1);
  const several = fc.array(part, { minLength: 2, maxLength: 3 });
  const exponent = fc.oneof(
    fc.integer({ min: -3, max: 4 }).map(n => toExpression(n)),
    fc.constantFrom(divide(1, 2), divide(2, 3), toExpression(rational(1, 3))),
    part,
  );
  return fc.oneof(
    { weight: 2, arbitrary: fc.oneof(number, symbol) },
    { weight: 2, arbitrary: several.map(terms => add(...terms)) },
    { weight: 2, arbitrary: several.map(factors => multiply(...factors)) },
    { weight: 1, arbitrary: fc.tuple(part, part).map(([a, b]) => divide(a, b)) },
    { weight: 1, arbitrary: part.map(negate) },
    { weight: 1, arbitrary: fc.tuple(part, exponent).map(([a, b]) => power(a, b)) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...names), part).map(([f, x]) => call(f, x)) },
  );
}

/** Every node kind and every function of one value. */
export const anyTree = grown([...SMOOTH, ...OTHERS], 3);

/** Functions that have a derivative wherever they have a value. */
export const smoothTree = grown(SMOOTH, 3);

/** Sums, products, quotients and small powers of numbers and variables. */
export const rationalTree = fc.letrec<{ tree: Expression }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(number, name),
    fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map(terms => add(...terms)),
    fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map(factors => multiply(...factors)),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => divide(a, b)),
    tie('tree').map(negate),
    fc.tuple(tie('tree'), fc.integer({ min: -2, max: 3 })).map(([a, n]) => power(a, n)),
  ),
})).tree;

/** Values for the four names of these trees, exact in doubles. */
export const anyPoint = fc
  .tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: -3000, max: 3000 })))
  .map(values => new Map(['x', 'y', 'theta', 'w_1'].map((key, i) => [key, rational(values[i] ?? 0, 256)])));
