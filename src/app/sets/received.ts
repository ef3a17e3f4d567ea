// A result that somebody sent: which set on this device it belongs to.
import { skills } from '../../catalog.ts';
import { exercisesOf } from '../../exercise/problem-set.ts';
import { encodeResult, type SetResult } from '../../link/result.ts';
import { decodeSet, type SentSet } from '../../link.ts';
import type { StoredSet } from '../../store/sets.ts';

export interface Belonging {
  readonly stored: StoredSet;
  readonly sent: SentSet;
  /** It is in the set's table already. */
  readonly isIn: boolean;
}

/** The set that it is of: of several with the same exercises one that was made here, or else the latest. */
export const setOf = (result: SetResult, sets: readonly StoredSet[]): Belonging | undefined => {
  const link = encodeResult(result);
  const all = sets.flatMap(stored => {
    const found = decodeSet(stored.link, skills);
    if (!found.ok || found.value.digest !== result.digest) return [];
    if (exercisesOf(found.value.set).length !== result.marks.length) return [];
    return [{ stored, sent: found.value, isIn: stored.results.includes(link) }];
  });
  return all.find(({ isIn }) => isIn) ?? all.findLast(({ stored }) => stored.from === 'made') ?? all.at(-1);
};
