import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coordinate, FiniteDistribution } from '../../src/math/distribution.ts';
import { Rational, rational, sum } from '../../src/math/rational.ts';
import type { SetElement } from '../../src/math/set-element.ts';
import { probabilities, rationals } from './arbitraries.ts';

const triples = probabilities(3);
const values = fc.array(rationals, { minLength: 3, maxLength: 3 });
const tables = probabilities(6).map(cells =>
  FiniteDistribution.joint([cells.slice(0, 3), cells.slice(3)], ['rain', 'sun'], [1, 2, 3]),
);
const second = (pair: SetElement) => coordinate(pair, 1);

test('expectation is linear, and the variance is the mean squared distance from it', () => {
  fc.assert(
    fc.property(triples, values, rationals, (p, xs, c) => {
      const distribution = FiniteDistribution.of(p);
      const x = (_: unknown, i: number) => xs[i] ?? 0;
      const mean = distribution.expectation(x);
      expect(distribution.expectation((_, i) => c.times(x(_, i)).plus(1))).toEqual(mean.times(c).plus(1));
      expect(distribution.variance(x)).toEqual(distribution.expectation((_, i) => mean.minus(x(_, i)).power(2)));
    }),
  );
});

test('numeric outcomes are their own values', () => {
  const die = FiniteDistribution.uniform([1, 2, 3, 4, 5, 6]);
  expect(die.expectation()).toEqual(rational('7/2'));
  expect(die.variance()).toEqual(rational('35/12'));
  expect(die.probabilityThat(outcome => outcome instanceof Rational && outcome.compare(4) > 0)).toEqual(rational('1/3'));
  expect(() => FiniteDistribution.of([1], ['red']).expectation()).toThrow('red is no number');
});

test('independent ones multiply; their marginals give them back', () => {
  fc.assert(
    fc.property(triples, triples, (p, q) => {
      const [x, y] = [FiniteDistribution.of(p), FiniteDistribution.of(q, ['a', 'b', 'c'])];
      const product = x.product(y);
      expect(sum(product.probabilities)).toEqual(rational(1));
      expect(product.marginal(0).equals(x) && product.marginal(1).equals(y)).toBe(true);
      expect(product.probability([2, 'c'])).toEqual(x.probability(2).times(y.probability('c')));
    }),
  );
});

test('total probability: conditionals weighted by the marginal give the joint distribution', () => {
  fc.assert(
    fc.property(tables, joint => {
      const weather = joint.marginal(0);
      for (const outcome of weather.support()) {
        const given = joint.condition(pair => coordinate(pair, 0) === outcome);
        expect(sum(given.probabilities)).toEqual(rational(1));
        for (const pair of joint.outcomes.filter(pair => coordinate(pair, 0) === outcome)) {
          expect(given.probability(pair).times(weather.probability(outcome))).toEqual(joint.probability(pair));
        }
      }
    }),
  );
});

test('an image adds up what falls together', () => {
  fc.assert(
    fc.property(tables, joint => {
      const odd = joint.image(pair => (second(pair) instanceof Rational && `${second(pair)}` === '2' ? 'even' : 'odd'));
      expect(odd.probability('even')).toEqual(joint.marginal(1).probability(2));
      expect(odd.probability('odd')).toEqual(joint.probabilityThat(pair => `${second(pair)}` !== '2'));
    }),
  );
});

test('support leaves out what has probability 0, and equality ignores it', () => {
  const p = FiniteDistribution.of(['1/2', 0, '1/2'], ['a', 'b', 'c']);
  expect(p.support()).toEqual(['a', 'c']);
  expect(p.equals(FiniteDistribution.of(['1/2', '1/2'], ['c', 'a']))).toBe(true);
  expect(p.equals(FiniteDistribution.of(['1/2', '1/2'], ['c', 'b']))).toBe(false);
  expect(p.probability('nothing')).toEqual(rational(0));
});

test('prints a table, a vector and words, and survives JSON', () => {
  const p = FiniteDistribution.of(['1/4', '3/4'], ['heads', [0, 1]]);
  expect(p.toTeX()).toBe(
    '\\begin{array}{c|cc}x & \\text{heads} & (0, 1) \\\\ \\hline p(x) & \\frac{1}{4} & \\frac{3}{4}\\end{array}',
  );
  expect(`${p}`).toBe('(1/4, 3/4)');
  expect(p.toSpeech()).toBe('the distribution with probability 1 over 4 for heads, 3 over 4 for the pair 0, 1');
  const data = JSON.parse(JSON.stringify(p));
  expect(FiniteDistribution.of(data.probabilities, data.outcomes).equals(p)).toBe(true);
});

test('misuse throws', () => {
  expect(() => FiniteDistribution.of(['1/2', '1/3'])).toThrow('sum 5/6');
  expect(() => FiniteDistribution.of([2, -1])).toThrow('negative');
  expect(() => FiniteDistribution.of(['1/2', '1/2'], ['a', 'a'])).toThrow('listed twice');
  expect(() => FiniteDistribution.of([1], ['a', 'b'])).toThrow('1 probabilities for 2 outcomes');
  expect(() => FiniteDistribution.of([1]).marginal(0)).toThrow('no coordinate 0 in 1');
  expect(() => FiniteDistribution.of([1]).condition(() => false)).toThrow('probability 0');
  expect(() => FiniteDistribution.joint([['1/2'], ['1/4', '1/4']], ['a', 'b'], [1, 2])).toThrow('joint table');
});
