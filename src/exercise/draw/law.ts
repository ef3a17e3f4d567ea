// Random variables with few whole values, and probabilities that are tenths.
import { at } from '../at.ts';
import type { Rng } from '../rng.ts';

/** Values in ascending order, and how many of ten equally likely cases have each. */
export interface Law {
  readonly x: number[];
  readonly tenths: number[];
}

/** `count` different whole numbers from low to high, ascending. Throws where there are not so many. */
export function drawAscending(rng: Rng, count: number, low: number, high: number): number[] {
  const all = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  return rng.sample(all, count).sort((a, b) => a - b);
}

/** `count` values (ten at most), each with a probability of a tenth or more. */
export function drawLaw(rng: Rng, count: number, low: number, high: number): Law {
  const cuts = [0, ...drawAscending(rng, count - 1, 1, 9), 10];
  return { x: drawAscending(rng, count, low, high), tenths: cuts.slice(1).map((cut, i) => cut - at(cuts, i)) };
}

/** The ten equally likely cases, one by one. */
export function casesOf({ x, tenths }: Law): number[] {
  return x.flatMap((value, i) => Array.from({ length: at(tenths, i) }, () => value));
}
