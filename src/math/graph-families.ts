// The graphs that have names: complete, bipartite, cycle, path.
import { type Edge, type Graph, graph } from './graph.ts';

/** Every pair of the nodes 1 to n is an edge. */
export function completeGraph(n: number): Graph {
  const nodes = numbered(n);
  return graph({ nodes, edges: nodes.flatMap(from => numbered(from - 1).map((to): Edge => [to, from])) });
}

/** The first p nodes are joined with each of the q others. */
export function completeBipartite(p: number, q: number): Graph {
  return graph({ nodes: p + q, edges: numbered(p).flatMap(from => numbered(q).map((to): Edge => [from, p + to])) });
}

/** n nodes in a ring, at least 3. */
export function cycleGraph(n: number): Graph {
  if (n < 3) throw new RangeError(`no cycle of ${n} nodes`);
  return graph({ nodes: n, edges: numbered(n).map((from): Edge => [from, (from % n) + 1]) });
}

/** n nodes in a row. */
export function pathGraph(n: number): Graph {
  return graph({ nodes: n, edges: numbered(n - 1).map((from): Edge => [from, from + 1]) });
}

function numbered(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1);
}
