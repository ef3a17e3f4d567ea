// Shared way to draw distributions whose probabilities are powers of one half, for exact entropies in bits.
import type { Rng } from '../rng.ts';

/** Surprises k in bits, at most `deepest`, in any order: the probabilities 1/2^k add up to 1. Throws where so many parts do not fit. */
export function drawHalvings(rng: Rng, parts: number, deepest: number): number[] {
  let depths = [0];
  while (depths.length < parts) {
    const open = depths.flatMap((depth, i) => (depth < deepest ? [i] : []));
    const split = rng.pick(open);
    const depth = (depths[split] ?? 0) + 1;
    depths = [...depths.toSpliced(split, 1), depth, depth];
  }
  return rng.shuffle(depths);
}
