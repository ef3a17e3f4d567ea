// Random conditions in x whose sides meet at multiples of 1/2 only, so that a grid of quarters tells when they hold; and in x, y.
import fc from 'fast-check';
import { ALWAYS, CONNECTIVES, type Condition, joined, NEVER, type Statement } from '../../../src/math/condition/condition.ts';
import { evaluateExact } from '../../../src/math/expression/evaluate.ts';
import { substitute } from '../../../src/math/expression/substitute.ts';
import { add, call, divide, type Expression, multiply, negate, power, variable } from '../../../src/math/expression/tree.ts';
import { type Rational, rational } from '../../../src/math/rational.ts';
import { RELATION_SIGNS, relation } from '../../../src/math/relation.ts';

const [x, y] = [variable('x'), variable('y')];
const half = fc.integer({ min: -5, max: 5 }).map(n => rational(n, 2));
const linear = half.map(root => add(x, negate(root)));
const sign = fc.constantFrom(...RELATION_SIGNS);

const compared: fc.Arbitrary<Statement> = fc.oneof(
  fc.tuple(linear, sign).map(([p, s]) => relation(p, s, 0)),
  fc.tuple(linear, linear, sign).map(([p, q, s]) => relation(multiply(p, q), s, 0)),
  fc.tuple(linear, linear, sign).map(([p, q, s]) => relation(divide(p, q), s, 0)),
  fc.tuple(half, sign, half).map(([a, s, b]) => relation(call('abs', add(x, negate(a))), s, b)),
  fc.tuple(linear, linear, sign).map(([p, q, s]) => relation(call('abs', p), s, call('abs', q))),
  fc.tuple(linear, linear, sign).map(([p, q, s]) => relation(add(call('abs', p), call('abs', q)), s, 2)),
  fc.tuple(linear, sign).map(([p, s]) => relation(call('abs', p), s, p)),
  fc.tuple(linear, sign).map(([p, s]) => relation(call('sqrt', p), s, 1)),
  fc.tuple(half, sign, half).map(([a, s, b]) => relation(power(2, add(x, a)), s, power(2, add(multiply(3, x), b)))),
  fc.tuple(linear, sign).map(([p, s]) => relation(add(power(p, 2), 1), s, 0)),
);
const plain: fc.Arbitrary<Statement> = fc
  .tuple(fc.constantFrom(x, y, add(x, y), add(x, negate(y)), multiply(x, y), power(x, 2)), sign, fc.integer({ min: -1, max: 2 }))
  .map(([left, s, right]) => relation(left, s, right));

function trees(statement: fc.Arbitrary<Statement>): fc.Arbitrary<Condition> {
  return fc.letrec<{ tree: Condition }>(tie => ({
    tree: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      statement,
      fc.constantFrom<Condition>(ALWAYS, NEVER),
      fc
        .tuple(fc.constantFrom(...CONNECTIVES), tie('tree'), tie('tree'))
        .map(([join, a, b]) => (join === 'not' ? joined('not', a) : joined(join, a, b))),
    ),
  })).tree;
}

export const conditionInX = trees(compared);
export const conditionInXY = trees(plain);
export const logic = trees(fc.constantFrom('A', 'B', 'C').map((letter): Statement => ({ letter })));

export const GRID: readonly Rational[] = Array.from({ length: 41 }, (_, i) => rational(i - 20, 4));

/** Exact; undefined where the expression has no value. */
export function valueAt(e: Expression, point: Readonly<Record<string, Rational>>): Rational | undefined {
  return evaluateExact(Object.entries(point).reduce((tree, [name, value]) => substitute(tree, name, value), e));
}
