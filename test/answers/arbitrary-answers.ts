// Any answer of any kind, as fast-check values.
import fc from 'fast-check';
import * as answer from '../../src/exercise/answer.ts';
import { add, call, divide, type Expression, multiply, negate, power, variable } from '../../src/math/expression/tree.ts';
import { finiteSet, type SetElementLike } from '../../src/math/finite-set.ts';
import { IntervalUnion } from '../../src/math/interval-union.ts';
import { matrix } from '../../src/math/matrix.ts';
import { type Rational, rational } from '../../src/math/rational.ts';
import { equation, RELATION_SIGNS, relation } from '../../src/math/relation.ts';
import { vector } from '../../src/math/vector.ts';

const [x, y] = [variable('x'), variable('y')];
const int = fc.integer({ min: -12, max: 12 });
const positive = fc.integer({ min: 1, max: 9 });
export const ratio: fc.Arbitrary<Rational> = fc.tuple(int, positive).map(([a, b]) => rational(a, b));
const surd: fc.Arbitrary<Expression> = fc
  .tuple(ratio, int, fc.constantFrom(2, 3, 5))
  .map(([a, b, n]) => add(a, multiply(b, call('sqrt', n))));
const polynomial: fc.Arbitrary<Expression> = fc
  .tuple(int, int, int)
  .map(([a, b, c]) => add(multiply(a, power(x, 2)), multiply(b, y), c));
const term: fc.Arbitrary<Expression> = fc.oneof(
  polynomial,
  surd,
  polynomial.map(p => call('exp', p)),
  fc.tuple(polynomial, positive).map(([p, n]) => divide(p, add(power(x, 2), n))),
  polynomial.map(p => negate(call('sin', p))),
);
const element: fc.Arbitrary<SetElementLike> = fc.letrec<{ element: SetElementLike }>(tie => ({
  element: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    ratio,
    fc.tuple(tie('element'), tie('element')),
    fc.array(tie('element'), { maxLength: 3 }).map(set => ({ set })),
  ),
})).element;
const word = fc.constantFrom('red', 'blue', 'a', 'B', 'x_1', 'green tea');
const span = fc
  .tuple(ratio, positive, fc.constantFrom('[', '('), fc.constantFrom(']', ')'), fc.constantFrom(0, 0, 0, 1, 2))
  .map(([low, width, opening, closing, infinite]) => {
    if (infinite === 1) return ['(', '-inf', low, closing] as const;
    return infinite === 2
      ? ([opening as '[', low, 'inf', ')'] as const)
      : ([opening as '[', low, low.plus(width), closing as ']'] as const);
  });
const options = ['a', 'b', 'c', 'd'].map(id => ({ id, text: [`Step ${id}`] }));
const order = fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 });

export const anyAnswer: fc.Arbitrary<answer.Answer> = fc.oneof(
  fc.tuple(ratio, fc.boolean()).map(([key, lowest]) => answer.number({ key, lowest })),
  fc.tuple(surd, positive).map(([key, n]) => answer.real({ key, tolerance: rational(1, n * 100) })),
  fc.tuple(surd, fc.integer({ min: 0, max: 6 })).map(([key, decimals]) => answer.real({ key, decimals })),
  fc.tuple(surd, positive).map(([key, digits]) => answer.real({ key, digits })),
  term.map(key => answer.expression({ key, variables: ['x', 'y'] })),
  fc.array(ratio, { minLength: 1, maxLength: 4 }).map(entries => answer.vector({ key: vector(entries) })),
  fc.array(term, { minLength: 1, maxLength: 3 }).map(key => answer.vector({ key, variables: ['x', 'y'] })),
  fc
    .array(ratio, { minLength: 2, maxLength: 3 })
    .filter(entries => entries.some(entry => !entry.isZero()))
    .map(entries => answer.direction({ key: vector(entries) })),
  fc.tuple(ratio, ratio, ratio, ratio).map(([a, b, c, d]) =>
    answer.matrix({
      key: matrix([
        [a, b],
        [c, d],
      ]),
    }),
  ),
  fc.tuple(term, term).map(row => answer.matrix({ key: [row, row], variables: ['x', 'y'] })),
  fc.array(element, { maxLength: 4 }).map(elements => answer.set({ key: finiteSet(elements) })),
  fc.array(word, { minLength: 1, maxLength: 4 }).map(words => answer.set({ key: finiteSet(words) })),
  fc.array(surd, { minLength: 1, maxLength: 3 }).map(key => answer.set({ key })),
  fc.array(span, { maxLength: 3 }).map(spans => answer.interval({ key: IntervalUnion.of(...spans) })),
  fc.tuple(surd, positive).map(([low, n]) => answer.interval({ key: [['[', low, add(low, n), ')']] })),
  fc.tuple(polynomial, polynomial).map(([a, b]) => answer.equation({ key: equation(a, b), variables: ['x', 'y'] })),
  fc
    .tuple(polynomial, fc.constantFrom(...RELATION_SIGNS), ratio)
    .map(([a, sign, b]) => answer.equation({ key: relation(a, sign, b), variables: ['x', 'y'] })),
  fc.constantFrom('a', 'b').map(key => answer.choice({ key, options })),
  fc.subarray(['a', 'b', 'c']).map(key => answer.several({ key, options })),
  order.map(key => answer.ordering({ key, options })),
  order.map(key =>
    answer.ordering({
      key,
      options,
      before: [
        [key[0] ?? '', key[2] ?? ''],
        [key[1] ?? '', key[3] ?? ''],
      ],
    }),
  ),
);
