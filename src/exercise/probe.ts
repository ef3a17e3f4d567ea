// Arbitrary test values for `verify`: the same for the same numbers, chosen by nobody.
import type { Json } from './json.ts';
import { createRng } from './rng.ts';

/** `count` whole numbers from low to high without 0, seeded from `given`. */
export function probes(given: Json, count: number, low = -9, high = 9): number[] {
  const rng = createRng(`probe ${JSON.stringify(given)}`);
  return Array.from({ length: count }, () => rng.nonzero(low, high));
}
