// A seed gives the same numbers for ever, inside the ranges and without favourites.
import { describe, expect, it } from 'vitest';
import { createRng } from '../../src/exercise/rng.ts';

describe('the seeded stream', () => {
  it('gives these very numbers for this seed: they may never change', () => {
    const rng = createRng('linear-algebra/matrix-product@1/1/0');
    expect(rng.ints(12, -9, 9)).toMatchInlineSnapshot(`
      [
        7,
        1,
        -7,
        2,
        -6,
        -1,
        -3,
        5,
        -7,
        -4,
        0,
        8,
      ]
    `);
    expect(rng.shuffle([1, 2, 3, 4, 5, 6])).toMatchInlineSnapshot(`
      [
        6,
        3,
        5,
        2,
        4,
        1,
      ]
    `);
    expect([rng.sign(), rng.nonzero(-1, 1), rng.pick(['a', 'b', 'c'])]).toMatchInlineSnapshot(`
      [
        -1,
        1,
        "a",
      ]
    `);
  });

  it('takes every value of a range, about equally often', () => {
    const rng = createRng('even');
    const counts = new Map<number, number>();
    for (let i = 0; i < 7000; i++) counts.set(rng.int(-3, 3), (counts.get(rng.int(-3, 3)) ?? 0) + 1);
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
  });

  it('shuffles every order of three about equally often, and leaves the list as it was', () => {
    const rng = createRng('orders');
    const list = ['a', 'b', 'c'];
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = rng.shuffle(list).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
    expect(list).toEqual(['a', 'b', 'c']);
  });

  it('never gives 0 where it is not wanted, and refuses impossible samples', () => {
    const rng = createRng('nonzero');
    for (let i = 0; i < 500; i++) expect(rng.nonzero(-1, 1)).not.toBe(0);
    expect(new Set(rng.sample([1, 2, 3, 4], 4)).size).toBe(4);
    expect(new Set(Array.from({ length: 100 }, () => rng.index(['a', 'b', 'c'])))).toEqual(new Set([0, 1, 2]));
    expect(() => rng.sample([1], 2)).toThrow(RangeError);
    expect(() => rng.pick([])).toThrow(RangeError);
  });
});
