import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FiniteSet, finiteSet, isPartition, type SetElementLike } from '../../src/math/finite-set.ts';

const universe: readonly SetElementLike[] = [-1, 0, '1/2', 3, 'a', 'red ink', [1, 'a'], [1, 2, 3], { set: [1, 'b'] }];
/** Sets as bit masks over the universe, so that each law can be checked by membership. */
const masks = fc.integer({ min: 0, max: 2 ** universe.length - 1 });
const ofMask = (mask: number) => finiteSet(universe.filter((_, i) => (mask >> i) & 1));
const whole = finiteSet(universe);

test('operations agree with the truth table of membership', () => {
  fc.assert(
    fc.property(masks, masks, (a, b) => {
      const [x, y] = [ofMask(a), ofMask(b)];
      expect(x.union(y).equals(ofMask(a | b))).toBe(true);
      expect(x.intersection(y).equals(ofMask(a & b))).toBe(true);
      expect(x.difference(y).equals(ofMask(a & ~b))).toBe(true);
      expect(x.symmetricDifference(y).equals(ofMask(a ^ b))).toBe(true);
      expect(x.complementIn(whole).equals(ofMask(~a))).toBe(true);
      expect(x.isSubsetOf(y)).toBe((a & ~b) === 0);
      expect(x.isDisjointFrom(y)).toBe((a & b) === 0);
      expect(x.equals(y)).toBe(a === b);
      universe.forEach((element, i) => {
        expect(x.has(element)).toBe(((a >> i) & 1) === 1);
      });
    }),
  );
});

test('order and repeats do not count', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...universe, ...universe]), elements => {
      const set = finiteSet(elements);
      expect(`${set}`).toBe(`${ofMask(universe.reduce<number>((mask, e, i) => (set.has(e) ? mask | (1 << i) : mask), 0))}`);
    }),
  );
  expect(`${FiniteSet.of(10, 'b', 2, 'a', '1/2', 2, [2, 1], -1, [1, 10], [1, 9])}`).toBe(
    '{-1, 1/2, 2, 10, a, b, (1, 9), (1, 10), (2, 1)}',
  );
});

test('every set survives JSON', () => {
  fc.assert(
    fc.property(masks, mask => {
      const set = ofMask(mask);
      expect(finiteSet(JSON.parse(JSON.stringify(set))).equals(set)).toBe(true);
    }),
  );
});

test('the product has all pairs, the power set all subsets', () => {
  fc.assert(
    fc.property(masks, masks, (a, b) => {
      const [x, y] = [ofMask(a), ofMask(b)];
      const product = x.product(y);
      expect(product.size).toBe(x.size * y.size);
      for (const first of universe)
        for (const second of universe) expect(product.has([first, second])).toBe(x.has(first) && y.has(second));
    }),
    { numRuns: 20 },
  );
  const subsets = FiniteSet.of(1, 2, 'a').powerSet();
  expect(`${subsets}`).toBe('{{}, {1}, {2}, {a}, {1, 2}, {1, a}, {2, a}, {1, 2, a}}');
  expect(() => finiteSet(Array.from({ length: 13 }, (_, i) => i)).powerSet()).toThrow('too large');
});

test('partitions are nonempty, disjoint and complete', () => {
  const numbers = FiniteSet.of(1, 2, 3);
  expect(isPartition([FiniteSet.of(1, 3), FiniteSet.of(2)], numbers)).toBe(true);
  expect(isPartition([FiniteSet.of(1), FiniteSet.of(2)], numbers)).toBe(false);
  expect(isPartition([FiniteSet.of(1, 2), FiniteSet.of(2, 3)], numbers)).toBe(false);
  expect(isPartition([numbers, FiniteSet.of()], numbers)).toBe(false);
  expect(isPartition([FiniteSet.of(1, 2), FiniteSet.of(4)], numbers)).toBe(false);
  expect(isPartition([], FiniteSet.of())).toBe(true);
});

test('prints braces, the typed syntax and words', () => {
  const set = FiniteSet.of(1, '-1/2', 'x_1', 'red', [1, 'a']);
  expect(set.toTeX()).toBe('\\{-\\frac{1}{2}, 1, \\text{red}, x_{1}, (1, a)\\}');
  expect(`${set}`).toBe('{-1/2, 1, red, x_1, (1, a)}');
  expect(set.toSpeech()).toBe('the set of minus 1 over 2, 1, red, x 1, the pair 1, a');
  const empty = FiniteSet.of();
  expect([empty.toTeX(), `${empty}`, empty.toSpeech()]).toEqual(['\\varnothing', '{}', 'the empty set']);
});

test('misuse throws', () => {
  expect(() => FiniteSet.of('a, b')).toThrow('not a word');
  expect(() => FiniteSet.of('')).toThrow('not a word');
  expect(() => FiniteSet.of([])).toThrow('empty tuple');
  expect(() => FiniteSet.of(0.5)).toThrow('exact integer');
  expect(() => FiniteSet.of(1, 2).complementIn(FiniteSet.of(1))).toThrow('no subset');
});
