// Laws with few values: probabilities in tenths that add up, values that are different and in order.
import { describe, expect, it } from 'vitest';
import { casesOf, drawAscending, drawLaw } from '../../../src/exercise/draw/law.ts';
import { createRng } from '../../../src/exercise/rng.ts';

const SEEDS = Array.from({ length: 200 }, (_, i) => `law:${i}`);

describe('drawLaw', () => {
  it('gives different ascending values in range and tenths that add up to ten', () => {
    for (const seed of SEEDS) {
      const { x, tenths } = drawLaw(createRng(seed), 4, -5, 6);
      expect(x).toEqual([...new Set(x)].sort((a, b) => a - b));
      expect(x.every(value => value >= -5 && value <= 6)).toBe(true);
      expect([x.length, tenths.length]).toEqual([4, 4]);
      expect(tenths.every(count => count >= 1)).toBe(true);
      expect(tenths.reduce((total, count) => total + count, 0)).toBe(10);
    }
  });

  it('reaches every value and every tenth', () => {
    const laws = SEEDS.map(seed => drawLaw(createRng(seed), 3, 1, 5));
    expect(new Set(laws.flatMap(law => law.x))).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(new Set(laws.flatMap(law => law.tenths)).size).toBe(8);
  });
});

describe('drawAscending', () => {
  it('throws where the range is too short', () => {
    expect(() => drawAscending(createRng('short'), 4, 1, 3)).toThrow(RangeError);
  });
});

describe('casesOf', () => {
  it('lists each value as often as its tenths say', () => {
    expect(casesOf({ x: [-1, 2, 5], tenths: [7, 1, 2] })).toEqual([-1, -1, -1, -1, -1, -1, -1, 2, 5, 5]);
  });
});
