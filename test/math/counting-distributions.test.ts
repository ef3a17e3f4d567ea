import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  binomialDistribution,
  geometricProbability,
  geometricTail,
  hypergeometricDistribution,
  poissonFactor,
  poissonProbability,
} from '../../src/math/counting-distributions.ts';
import { FiniteDistribution } from '../../src/math/distribution.ts';
import { combinations, tuples } from '../../src/math/enumeration.ts';
import { evaluate } from '../../src/math/expression/evaluate.ts';
import { ONE, rational, sum } from '../../src/math/rational.ts';

const chances = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .filter(([a, b]) => a <= b)
  .map(([a, b]) => rational(a, b));

test('binomial: every list of successes and failures counted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6 }), chances, (n, p) => {
      const distribution = binomialDistribution(n, p);
      for (let k = 0; k <= n; k++) {
        const lists = [...tuples([true, false], n)].filter(list => list.filter(hit => hit).length === k);
        const weights = lists.map(list => list.reduce((all, hit) => all.times(hit ? p : ONE.minus(p)), ONE));
        expect(distribution.probability(k)).toEqual(sum(weights));
      }
      expect(distribution.expectation()).toEqual(p.times(n));
      expect(distribution.variance()).toEqual(p.times(n).times(ONE.minus(p)));
    }),
  );
  expect(() => binomialDistribution(2, 2)).toThrow('negative probability');
});

test('drawing without replacement: every hand counted', () => {
  for (const [total, marked, n] of [
    [7, 3, 3],
    [5, 5, 2],
    [6, 0, 4],
    [8, 2, 5],
  ] as const) {
    const hands = [
      ...combinations(
        Array.from({ length: total }, (_, i) => i),
        n,
      ),
    ];
    const counts = Array.from(
      { length: n + 1 },
      (_, k) => hands.filter(hand => hand.filter(i => i < marked).length === k).length,
    );
    const expected = FiniteDistribution.of(
      counts.map(count => rational(count, hands.length)),
      counts.map((_, k) => k),
    );
    expect(hypergeometricDistribution(total, marked, n).equals(expected)).toBe(true);
  }
});

test('geometric: the tail is what is left after the first k', () => {
  fc.assert(
    fc.property(chances, fc.integer({ min: 0, max: 6 }), (p, k) => {
      const first = Array.from({ length: k }, (_, i) => geometricProbability(p, i + 1));
      expect(geometricTail(p, k)).toEqual(ONE.minus(sum(first)));
    }),
  );
});

test('Poisson: neighbours have the ratio rate/(k + 1), and all together are 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 8 }), (rate, k) => {
      expect(poissonFactor(rate, k + 1).over(poissonFactor(rate, k))).toEqual(rational(rate, k + 1));
      const counts = Array.from({ length: 60 }, (_, i) => i);
      expect(evaluate(poissonProbability(rate, counts))).toBeCloseTo(1, 12);
    }),
  );
  expect(evaluate(poissonProbability(3, []))).toBe(0);
  expect(evaluate(poissonProbability('1/2', [0]))).toBeCloseTo(Math.exp(-0.5), 15);
});
