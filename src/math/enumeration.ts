// Lists of everything that can be chosen, one by one: brute force for checks. Each is in a fixed order; none is cached.

/** All ways to take one value from each list, the last one changing fastest; one empty way from no lists. */
export function* cartesianProduct<T>(...lists: readonly (readonly T[])[]): Generator<T[]> {
  const [first, ...rest] = lists;
  if (first === undefined) yield [];
  else for (const value of first) for (const others of cartesianProduct(...rest)) yield [value, ...others];
}

/** All lists of the given length: sequences of tosses, labelings, hidden paths. */
export function tuples<T>(values: readonly T[], length: number): Generator<T[]> {
  return cartesianProduct(...Array.from({ length }, () => values));
}

/** All choices of k of the values, in the order of the values. */
export function* combinations<T>(values: readonly T[], k: number): Generator<T[]> {
  if (k === 0) yield [];
  for (const [i, value] of values.entries()) {
    if (k > 0) for (const others of combinations(values.slice(i + 1), k - 1)) yield [value, ...others];
  }
}

/** All 2^n choices, by size. */
export function* subsets<T>(values: readonly T[]): Generator<T[]> {
  for (let k = 0; k <= values.length; k++) yield* combinations(values, k);
}

/** All choices of k of the values with repeats, in the order of the values. */
export function* repeatedCombinations<T>(values: readonly T[], k: number): Generator<T[]> {
  if (k === 0) yield [];
  for (const [i, value] of values.entries()) {
    if (k > 0) for (const others of repeatedCombinations(values.slice(i), k - 1)) yield [value, ...others];
  }
}

/** All orders, or all ordered choices of k. */
export function* permutations<T>(values: readonly T[], k: number = values.length): Generator<T[]> {
  if (k === 0) yield [];
  for (const [i, value] of values.entries()) {
    if (k > 0) for (const others of permutations(values.toSpliced(i, 1), k - 1)) yield [value, ...others];
  }
}

/** All lists of n numbers from 0 with this sum: exponents of monomials, sizes of groups. */
export function* compositions(sum: number, n: number): Generator<number[]> {
  if (n === 0 && sum === 0) yield [];
  if (n > 0)
    for (let first = 0; first <= sum; first++) for (const rest of compositions(sum - first, n - 1)) yield [first, ...rest];
}

/** All ways to split the values into nonempty blocks; blocks stand in the order of their first values. */
export function* setPartitions<T>(values: readonly T[]): Generator<T[][]> {
  const last = values.at(-1);
  if (last === undefined) {
    yield [];
    return;
  }
  for (const blocks of setPartitions(values.slice(0, -1))) {
    for (const i of blocks.keys()) yield blocks.map((block, j) => (i === j ? [...block, last] : block));
    yield [...blocks, [last]];
  }
}
