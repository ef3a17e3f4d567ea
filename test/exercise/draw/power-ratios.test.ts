// Drawn pairs are distributions over one total whose ratios are powers of 2, in lowest terms and not equal.
import { expect, it } from 'vitest';
import { paired } from '../../../src/exercise/at.ts';
import { drawPowerRatios } from '../../../src/exercise/draw/power-ratios.ts';
import { createRng } from '../../../src/exercise/rng.ts';

const rng = createRng('power ratios');
const drawn = Array.from({ length: 3000 }, () => drawPowerRatios(rng)).filter(pair => pair !== undefined);
const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

it('has positive whole counts with one total from 5 to 16', () => {
  for (const { p, q } of drawn) {
    expect([...p, ...q].every(count => Number.isInteger(count) && count > 0)).toBe(true);
    expect([p.length, total(p)]).toEqual([q.length, total(q)]);
    expect(total(p)).toBeGreaterThanOrEqual(5);
    expect(total(p)).toBeLessThanOrEqual(16);
  }
});

it('has ratios from 1/4 to 4 that are powers of 2, not all of them 1, and no factor in all counts', () => {
  for (const { p, q } of drawn) {
    const ratios = paired(p, q).map(([a, b]) => a / b);
    expect(ratios.every(ratio => [1 / 4, 1 / 2, 1, 2, 4].includes(ratio))).toBe(true);
    expect(new Set(ratios).size).toBeGreaterThan(1);
    for (const factor of [2, 3, 5, 7]) expect([...p, ...q].every(count => count % factor === 0)).toBe(false);
  }
});

it('draws many different pairs, often', () => {
  expect(drawn.length).toBeGreaterThan(500);
  expect(new Set(drawn.map(({ p, q }) => `${p} ${q}`)).size).toBeGreaterThan(300);
});
