import { expect, test } from 'vitest';
import {
  arrangements,
  bellNumber,
  catalanNumber,
  derangements,
  multinomial,
  multisets,
  stirlingNumber,
  surjections,
  unionSize,
} from '../../src/math/counting.ts';
import {
  cartesianProduct,
  combinations,
  compositions,
  permutations,
  repeatedCombinations,
  setPartitions,
  subsets,
  tuples,
} from '../../src/math/enumeration.ts';
import { binomial, factorial } from '../../src/math/integer.ts';
import { bracketings } from '../../src/math/matrix-chain.ts';

const first = (n: number) => Array.from({ length: n }, (_, i) => i);
const count = (all: Iterable<unknown>) => BigInt([...all].length);
const areDistinct = (all: Iterable<unknown>) => {
  const texts = [...all].map(value => JSON.stringify(value));
  return new Set(texts).size === texts.length;
};

test('formula and enumeration agree, and nothing is listed twice', () => {
  for (let n = 0; n <= 6; n++) {
    for (let k = 0; k <= 6; k++) {
      const [chosen, ordered, repeated] = [
        combinations(first(n), k),
        permutations(first(n), k),
        repeatedCombinations(first(n), k),
      ].map(all => [...all]);
      expect([chosen, ordered, repeated].map(all => count(all ?? []))).toEqual([
        binomial(n, k),
        arrangements(n, k),
        multisets(n, k),
      ]);
      expect([chosen, ordered, repeated].every(all => areDistinct(all ?? []))).toBe(true);
      const exponents = [...compositions(k, n)];
      expect(count(exponents)).toBe(multisets(n, k));
      expect(exponents.every(list => list.length === n && list.reduce((a, b) => a + b, 0) === k)).toBe(true);
    }
    expect(count(subsets(first(n)))).toBe(2n ** BigInt(n));
    expect(count(permutations(first(n)))).toBe(factorial(n));
  }
});

test('functions, partitions, derangements, brackets', () => {
  for (let n = 0; n <= 6; n++) {
    const partitions = [...setPartitions(first(n))];
    expect(count(partitions)).toBe(bellNumber(n));
    expect(
      areDistinct(partitions) &&
        partitions.every(blocks => blocks.flat().length === n && blocks.every(block => block.length > 0)),
    ).toBe(true);
    for (let k = 0; k <= n; k++) expect(count(partitions.filter(blocks => blocks.length === k))).toBe(stirlingNumber(n, k));
    for (let k = 0; k <= 3; k++)
      expect(count([...tuples(first(k), n)].filter(list => new Set(list).size === k))).toBe(surjections(n, k));
    expect(count([...permutations(first(n))].filter(order => order.every((value, i) => value !== i)))).toBe(derangements(n));
    expect(count(bracketings(n + 1))).toBe(catalanNumber(n));
  }
});

test('groups of given sizes are the labelings with so many of each', () => {
  for (const sizes of [
    [2, 1],
    [2, 2, 1],
    [0, 3],
    [1, 1, 1, 1],
  ]) {
    const labelings = [
      ...tuples(
        first(sizes.length),
        sizes.reduce((a, b) => a + b, 0),
      ),
    ];
    expect(
      count(labelings.filter(list => sizes.every((size, label) => list.filter(other => other === label).length === size))),
    ).toBe(multinomial(...sizes));
  }
});

test('the union by inclusion and exclusion is the union', () => {
  for (const divisors of [
    [2, 3, 5],
    [2, 4],
    [6, 10, 15],
  ]) {
    const numbers = first(60).map(n => n + 1);
    const divisible = (n: number, by: readonly number[]) => by.every(divisor => n % divisor === 0);
    const shared = (indices: readonly number[]) =>
      numbers.filter(n =>
        divisible(
          n,
          indices.map(i => divisors[i] ?? 1),
        ),
      ).length;
    expect(unionSize(divisors.length, shared)).toBe(numbers.filter(n => divisors.some(divisor => n % divisor === 0)).length);
  }
});

test('products take one from each list, the last one changing fastest', () => {
  expect([...cartesianProduct(['a', 'b'], ['x', 'y'])]).toEqual([
    ['a', 'x'],
    ['a', 'y'],
    ['b', 'x'],
    ['b', 'y'],
  ]);
  expect([...cartesianProduct<number>()]).toEqual([[]]);
});
