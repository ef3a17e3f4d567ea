// Entries of short lists and values that an author knows to be there, so that a generator needs no default.

/** Entry i, counted from 0, such as a wording of which `given` stores the index. Throws outside. */
export function at<T>(list: readonly T[], i: number): T {
  const entry = list[i];
  if (entry === undefined) throw new RangeError(`no entry ${i} in a list of ${list.length}`);
  return entry;
}

/** The value itself where mathematics answers undefined when there is none: `sure(inverse(A))`. Throws where it is missing. */
export function sure<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('a value that has to be there is missing');
  return value;
}

/** Entries in the same place: `paired([1, 2], [3, 4])` is `[[1, 3], [2, 4]]`. Throws where the lengths differ. */
export function paired<A, B>(a: readonly A[], b: readonly B[]): (readonly [A, B])[] {
  if (a.length !== b.length) throw new RangeError(`lists of ${a.length} and ${b.length} in pairs`);
  return a.map((entry, i) => [entry, at(b, i)]);
}
