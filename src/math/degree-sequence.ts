// Which lists of numbers are the degrees of a simple graph: two criteria and a construction.
import { type Edge, type Graph, graph } from './graph.ts';

/** Havel (1955) and Hakimi (1962): take the largest degree d away and 1 from each of the d next largest ones. */
export function isGraphicHavelHakimi(degrees: readonly number[]): boolean {
  return realize(degrees) !== undefined;
}

/** Erdős and Gallai (1960): an even sum, and no k largest degrees need more than k(k-1) + the sum of min(d, k) over the rest. */
export function isGraphicErdosGallai(degrees: readonly number[]): boolean {
  const sorted = [...degrees].sort((a, b) => b - a);
  if (!sorted.every(isDegree) || total(sorted) % 2 === 1) return false;
  return sorted.every((_, i) => {
    const k = i + 1;
    return total(sorted.slice(0, k)) <= k * (k - 1) + total(sorted.slice(k).map(degree => Math.min(degree, k)));
  });
}

/** A graph on the nodes 1 to n where node i has the i-th degree, by Havel and Hakimi's steps; undefined where there is none. */
export function realize(degrees: readonly number[]): Graph | undefined {
  if (!degrees.every(isDegree)) return undefined;
  const open = degrees.map((degree, i) => ({ node: i + 1, degree }));
  const edges: Edge[] = [];
  while (open.length > 0) {
    open.sort((a, b) => b.degree - a.degree || a.node - b.node);
    const largest = open.shift();
    const others = open.slice(0, largest?.degree ?? 0);
    if (!largest || others.length < largest.degree) return undefined;
    for (const other of others) {
      if (other.degree === 0) return undefined;
      other.degree--;
      edges.push([largest.node, other.node]);
    }
  }
  return graph({ nodes: degrees.length, edges });
}

function isDegree(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
