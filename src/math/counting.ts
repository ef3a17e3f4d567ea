// Counting by formula; enumeration.ts lists the same things one by one.
import { binomial, factorial } from './integer.ts';

/** Ordered choices of k from n things, n!/(n − k)!; 0 where k is above n. */
export function arrangements(n: number, k: number): bigint {
  return binomial(n, k) * factorial(k);
}

/** Choices of k from n kinds with repeats and without order (stars and bars); also the solutions of x₁ + … + xₙ = k in 0, 1, 2, … */
export function multisets(n: number, k: number): bigint {
  return n === 0 ? BigInt(k === 0 ? 1 : 0) : binomial(n + k - 1, k);
}

/** (a + b + …)!/(a! b! …): ways to split so many things into labelled groups of these sizes. */
export function multinomial(...sizes: readonly number[]): bigint {
  let [placed, ways] = [0, 1n];
  for (const size of sizes) {
    placed += size;
    ways *= binomial(placed, size);
  }
  return ways;
}

/** Partitions of n things into k nonempty unlabelled blocks (second kind), by inclusion and exclusion. */
export function stirlingNumber(n: number, k: number): bigint {
  return surjections(n, k) / factorial(k);
}

/** Functions from n things onto all of k, by inclusion and exclusion. */
export function surjections(n: number, k: number): bigint {
  let total = 0n;
  for (let missing = 0; missing <= k; missing++) {
    const functions = binomial(k, missing) * BigInt(k - missing) ** BigInt(n);
    total += missing % 2 === 0 ? functions : -functions;
  }
  return total;
}

/** Partitions of n things into any number of blocks. */
export function bellNumber(n: number): bigint {
  return Array.from({ length: n + 1 }, (_, k) => stirlingNumber(n, k)).reduce((total, count) => total + count, 0n);
}

/** Permutations of n things that leave none in its place. */
export function derangements(n: number): bigint {
  let count = 1n;
  for (let k = 1; k <= n; k++) count = BigInt(k) * count + (k % 2 === 0 ? 1n : -1n);
  return count;
}

/** Shapes of binary trees with n inner nodes; ways to bracket a product of n + 1 factors. */
export function catalanNumber(n: number): bigint {
  return binomial(2 * n, n) / BigInt(n + 1);
}

/** The size of a union of n sets from the sizes of all intersections; `shared` gets the indices of at least one of them, ascending. */
export function unionSize(n: number, shared: (indices: readonly number[]) => number): number {
  let total = 0;
  for (let mask = 1; mask < 2 ** n; mask++) {
    const indices = Array.from({ length: n }, (_, i) => i).filter(i => Math.floor(mask / 2 ** i) % 2 === 1);
    total += indices.length % 2 === 1 ? shared(indices) : -shared(indices);
  }
  return total;
}
