// All short vectors with an integer length are drawn, and no others.
import { describe, expect, it } from 'vitest';
import { drawIntegerNorm } from '../../../src/exercise/draw/integer-norm.ts';
import { createRng } from '../../../src/exercise/rng.ts';
import { tuples } from '../../../src/math/enumeration.ts';

// Not Math.hypot, which is off in the last digit.
const squaresOf = (entries: readonly number[]) => entries.reduce((total, entry) => total + entry * entry, 0);
const sizesOf = (entries: readonly number[]) => entries.map(Math.abs).sort((a, b) => a - b);

describe.each([
  { length: 2, largest: 12 },
  { length: 3, largest: 9 },
  { length: 4, largest: 7 },
] as const)('vectors of $length entries up to $largest', ({ length, largest }) => {
  const rng = createRng('integer norm');
  const drawn = new Set(Array.from({ length: 2000 }, () => sizesOf(drawIntegerNorm(rng, length, 99)).join(' ')));

  it('are all those that brute force finds', () => {
    const sizes = Array.from({ length: largest }, (_, i) => i + 1);
    const found = [...tuples(sizes, length)].filter(
      entries => Number.isInteger(Math.sqrt(squaresOf(entries))) && new Set(entries).size > 1,
    );
    expect([...drawn].sort()).toEqual([...new Set(found.map(entries => sizesOf(entries).join(' ')))].sort());
  });
});

it('keeps to the longest length and draws both signs', () => {
  const rng = createRng('short');
  const drawn = Array.from({ length: 200 }, () => drawIntegerNorm(rng, 3, 7));
  expect(Math.max(...drawn.map(squaresOf))).toBe(49);
  expect(new Set(drawn.flat().map(Math.sign))).toEqual(new Set([1, -1]));
  expect(() => drawIntegerNorm(rng, 4, 3)).toThrow(RangeError);
});
