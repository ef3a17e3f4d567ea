// Two states made one, the same whichever comes first: what either has, and of two by one name the later.

import { type Entry, entryId } from '../schedule/entry.ts';
import { MOST_SETS, type State } from './backup.ts';
import { canonical } from './canonical.ts';
import { nameOf } from './damaged.ts';
import { mergedSet } from './sets.ts';
import { mergedSettings } from './settings.ts';

/** What stays as it is in `a` is the very object of `a`. */
export const mergedState = (a: State, b: State): State => {
  const reviews = joined(a.reviews, b.reviews, entryId, laterEntry);
  const damaged = joined(a.damaged ?? [], b.damaged ?? [], nameOf, greater);
  const sets = joined(a.sets, b.sets, ({ link }) => link, mergedSet);
  const unread = [...damaged.values()].filter(each => !reviews.has(nameOf(each)));
  return {
    reviews: [...reviews.values()],
    settings: mergedSettings(a.settings, b.settings),
    sets: [...sets.keys()]
      .toSorted()
      .slice(0, MOST_SETS)
      .flatMap(link => sets.get(link) ?? []),
    ...(unread.length > 0 && { damaged: unread }),
  };
};

/** Both lists by name: what `choose` makes of those by one name, and of each with itself, since that may put it in order. */
const joined = <T>(
  a: readonly T[],
  b: readonly T[],
  name: (each: T) => string,
  choose: (ours: T, theirs: T) => T,
): ReadonlyMap<string, T> => {
  const all = new Map<string, T>();
  for (const each of [...a, ...b]) all.set(name(each), choose(all.get(name(each)) ?? each, each));
  return all;
};

const laterEntry = (ours: Entry, theirs: Entry): Entry => {
  if (ours.at !== theirs.at) return ours.at > theirs.at ? ours : theirs;
  return greater(ours, theirs);
};

const greater = <T>(ours: T, theirs: T): T => (ours === theirs || canonical(ours) >= canonical(theirs) ? ours : theirs);
