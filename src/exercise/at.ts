// Entries of short lists, such as the wordings of a statement, of which `given` stores the index.

/** Entry i, counted from 0. Throws outside, so that a generator needs no default. */
export function at<T>(list: readonly T[], i: number): T {
  const entry = list[i];
  if (entry === undefined) throw new RangeError(`no entry ${i} in a list of ${list.length}`);
  return entry;
}
