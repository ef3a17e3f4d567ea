// The sets on this device, as the store has them.
import { good, type Result } from '../../store/problem.ts';
import type { StoredSet } from '../../store/sets.ts';
import { now } from '../clock.ts';
import { sets, store } from '../state.ts';

export const setAt = (link: string): StoredSet | undefined => sets.value.find(set => set.link === link);

/** Keeps it, in place of what was kept of this link. */
export const keepSet = async (set: StoredSet): Promise<Result<undefined>> => {
  const saved = await store().saveSet(set);
  if (saved.ok) sets.value = [...sets.value.filter(({ link }) => link !== set.link), set].toSorted((a, b) => a.at - b.at);
  return saved;
};

/** The set of this link, kept from now on if it is not yet. */
export const keptSet = async (link: string, from: StoredSet['from']): Promise<Result<StoredSet>> => {
  const known = setAt(link);
  if (known) return good(known);
  const fresh: StoredSet = { link, at: now(), from, run: null, results: [] };
  const saved = await keepSet(fresh);
  return saved.ok ? good(fresh) : saved;
};

export const forgetSet = async (link: string): Promise<Result<undefined>> => {
  const removed = await store().removeSet(link);
  if (removed.ok) sets.value = sets.value.filter(set => set.link !== link);
  return removed;
};
