// Seeded chance: the one place where random numbers come from, the same for the same seed on every engine and for ever.
import alea from 'seedrandom/lib/alea';

export interface Rng {
  /** A whole number from low to high, both included. */
  int(low: number, high: number): number;
  /** As int, but never 0. */
  nonzero(low: number, high: number): number;
  /** -1 or 1. */
  sign(): number;
  pick<T>(list: readonly T[]): T;
  /** A place in the list, such as that of a wording, which `given` stores. */
  index(list: readonly unknown[]): number;
  /** A new list in another order (Fisher–Yates). */
  shuffle<T>(list: readonly T[]): T[];
  /** `count` different places of the list, in random order. Throws when the list is shorter. */
  sample<T>(list: readonly T[], count: number): T[];
  /** `count` whole numbers from low to high, repeats allowed. */
  ints(count: number, low: number, high: number): number[];
}

/** A stream of its own for each seed. Alea (J. Baagøe) works on 32-bit integers only, so every engine gives the same numbers. */
export function createRng(seed: string): Rng {
  const next = alea(seed);
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => at(list, int(0, list.length - 1));
  const shuffle = <T>(list: readonly T[]): T[] => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = int(0, i);
      [copy[i], copy[j]] = [at(copy, j), at(copy, i)];
    }
    return copy;
  };
  return {
    int,
    pick,
    index: list => int(0, list.length - 1),
    shuffle,
    sign: () => (int(0, 1) === 0 ? -1 : 1),
    nonzero(low, high) {
      let value = int(low, high);
      while (value === 0) value = int(low, high);
      return value;
    },
    sample(list, count) {
      if (count > list.length) throw new RangeError(`a sample of ${count} from ${list.length}`);
      return shuffle(list).slice(0, count);
    },
    ints: (count, low, high) => Array.from({ length: count }, () => int(low, high)),
  };
}

function at<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError('a choice from an empty list');
  return list[index] as T;
}
