// Trees that join all nodes: of least weight, and how many there are.
import { determinant } from './elimination.ts';
import { type Edge, type Graph, graph, type Node } from './graph.ts';
import { laplacian } from './laplacian.ts';
import { Matrix } from './matrix.ts';
import { unweighted, type WeightedEdge, type WeightedGraph } from './weighted-graph.ts';

/** Kruskal (1956): the edges of a least tree in the order in which they are taken, equal weights as listed; a forest where the graph is not connected. */
export function kruskal(data: WeightedGraph): WeightedEdge[] {
  const root = new Map(unweighted(data).nodes.map(node => [node, node]));
  const taken: WeightedEdge[] = [];
  for (const edge of [...data.edges].sort((a, b) => a[2] - b[2])) {
    const [from, to] = [root.get(edge[0]), root.get(edge[1])];
    if (from === undefined || to === undefined || from === to) continue;
    for (const [node, other] of root) if (other === to) root.set(node, from);
    taken.push(edge);
  }
  return taken;
}

/** Prim (1957): the edges of a least tree of the start's component in the order in which it grows. Throws on an unknown start. */
export function prim(data: WeightedGraph, start: Node): WeightedEdge[] {
  if (!unweighted(data).nodes.includes(start)) throw new RangeError(`no node ${start}`);
  const reached = new Set([start]);
  const taken: WeightedEdge[] = [];
  for (;;) {
    const leaving = data.edges.filter(([from, to]) => reached.has(from) !== reached.has(to));
    const [least] = leaving.sort((a, b) => a[2] - b[2]);
    if (least === undefined) return taken;
    reached.add(least[0]).add(least[1]);
    taken.push(least);
  }
}

export function totalWeight(edges: readonly WeightedEdge[]): number {
  return edges.reduce((total, [, , weight]) => total + weight, 0);
}

/** Whether the edges are of the graph, each once, and join all its nodes without a cycle. */
export function isSpanningTree(g: Graph, edges: readonly Edge[]): boolean {
  const isSame = ([a, b]: Edge, [c, d]: Edge) => (a === c && b === d) || (a === d && b === c);
  const isRepeated = edges.some((edge, i) => edges.slice(0, i).some(other => isSame(edge, other)));
  const isOfGraph = edges.every(([from, to]) => g.edges.some(edge => isSame(edge, [from, to])));
  return isOfGraph && !isRepeated && graph({ nodes: g.nodes, edges }).isTree();
}

/** Of an undirected graph, by Kirchhoff's matrix tree theorem: any cofactor of the Laplacian. */
export function spanningTreeCount(g: Graph): bigint {
  const l = laplacian(g);
  const n = l.rows - 1;
  return n === 0 ? 1n : determinant(Matrix.build(n, n, (i, j) => l.at(i, j))).numerator;
}
