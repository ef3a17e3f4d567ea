// Halved wholes add up to 1, keep to the deepest part, and every such distribution can come.
import { describe, expect, it } from 'vitest';
import { drawHalvings } from '../../../src/exercise/draw/halvings.ts';
import { createRng } from '../../../src/exercise/rng.ts';
import { tuples } from '../../../src/math/enumeration.ts';

const ascending = (bits: readonly number[]) => [...bits].sort((a, b) => a - b).join(' ');
const total = (bits: readonly number[]) => bits.reduce((all, k) => all + 1 / 2 ** k, 0);

describe.each([
  { parts: 3, deepest: 2 },
  { parts: 4, deepest: 3 },
  { parts: 5, deepest: 4 },
])('$parts parts down to $deepest bits', ({ parts, deepest }) => {
  it('are all those that brute force finds', () => {
    const rng = createRng('halvings');
    const drawn = new Set(Array.from({ length: 1000 }, () => drawHalvings(rng, parts, deepest).join(' ')));
    const surprises = Array.from({ length: deepest }, (_, i) => i + 1);
    const found = [...tuples(surprises, parts)].filter(bits => total(bits) === 1);
    expect(new Set([...drawn].map(bits => ascending(bits.split(' ').map(Number))))).toEqual(new Set(found.map(ascending)));
    expect(drawn.size).toBeGreaterThan(found.length / 2);
  });
});

it('refuses more parts than fit', () => {
  expect(drawHalvings(createRng('one'), 1, 3)).toEqual([0]);
  expect(() => drawHalvings(createRng('five'), 5, 2)).toThrow(RangeError);
});
