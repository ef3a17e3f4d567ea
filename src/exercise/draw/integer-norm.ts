// Vectors of small integers whose Euclidean length is an integer too, for norms, unit vectors, projections and rotations.
import type { Rng } from '../rng.ts';

/** Sizes of the entries, ascending: all that are at most 12 (two), 9 (three), 7 (four entries), without 0 and not all equal. */
const SIZES = {
  2: ['3 4', '5 12', '6 8', '9 12'],
  3: ['1 2 2', '1 4 8', '2 3 6', '2 4 4', '2 6 9', '3 6 6', '4 4 7', '4 8 8', '6 6 7'],
  4: ['1 1 3 5', '1 1 7 7', '1 2 2 4', '1 4 4 4', '1 5 5 7', '2 2 4 5', '2 4 5 6'],
} as const;

/** Signed, in any order, its length from 3 to `longest`. Throws where no vector is that short. */
export function drawIntegerNorm(rng: Rng, length: 2 | 3 | 4, longest = 15): number[] {
  const all = SIZES[length].map(sizes => sizes.split(' ').map(Number));
  const short = all.filter(sizes => squares(sizes) <= longest * longest);
  return rng.shuffle(rng.pick(short)).map(size => rng.sign() * size);
}

function squares(entries: readonly number[]): number {
  return entries.reduce((total, entry) => total + entry * entry, 0);
}
