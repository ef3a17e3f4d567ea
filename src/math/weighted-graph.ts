// Graphs whose edges have weights, as plain data that survives JSON, and shortest ways through them.
import { type Edge, type Graph, graph, type Node } from './graph.ts';

export type WeightedEdge = readonly [from: Node, to: Node, weight: number];

export interface WeightedGraph {
  /** A number n stands for the nodes 1 to n. */
  readonly nodes: number | readonly Node[];
  /** Weights are safe integers, or what sums exactly in doubles. */
  readonly edges: readonly WeightedEdge[];
  readonly directed?: boolean;
}

export interface ShortestPaths {
  /** The order in which Dijkstra's algorithm settles the nodes that it reaches; of equal distances the earlier node first. */
  readonly settled: readonly Node[];
  /** Of the nodes that are reached. */
  readonly distances: ReadonlyMap<Node, number>;
  /** The node before on a shortest way; none for the start. */
  readonly previous: ReadonlyMap<Node, Node>;
}

/** The same graph without weights; it throws as `graph` does. */
export function unweighted({ nodes, edges, directed = false }: WeightedGraph): Graph {
  return graph({ nodes, edges: edges.map(([from, to]): Edge => [from, to]), directed });
}

/** Dijkstra (1959). Throws on a negative weight and on an unknown start. */
export function dijkstra(data: WeightedGraph, start: Node): ShortestPaths {
  if (data.edges.some(([, , weight]) => weight < 0)) throw new RangeError('a negative weight');
  const { nodes } = unweighted(data);
  const arcs = arcsOf(data);
  const distances = new Map([[requireNode(nodes, start), 0]]);
  const previous = new Map<Node, Node>();
  const settled: Node[] = [];
  for (;;) {
    const open = nodes.filter(node => distances.has(node) && !settled.includes(node));
    const at = (node: Node) => distances.get(node) ?? Number.POSITIVE_INFINITY;
    const [nearest] = open.sort((a, b) => at(a) - at(b));
    if (nearest === undefined) return { settled, distances, previous };
    settled.push(nearest);
    for (const [from, to, weight] of arcs) {
      if (from !== nearest || at(from) + weight >= at(to)) continue;
      distances.set(to, at(from) + weight);
      previous.set(to, from);
    }
  }
}

/**
 * Bellman–Ford: round k holds the least weight of a way of at most k edges to each node that has one, from round 0 to the first that
 * changes nothing; undefined where a cycle of negative weight is reached. Throws on an unknown start.
 */
export function bellmanFord(data: WeightedGraph, start: Node): ReadonlyMap<Node, number>[] | undefined {
  const { nodes } = unweighted(data);
  const rounds = [new Map([[requireNode(nodes, start), 0]])];
  for (let round = 0; round <= nodes.length; round++) {
    const before = rounds.at(-1) ?? new Map<Node, number>();
    const after = new Map(before);
    for (const [from, to, weight] of arcsOf(data)) {
      const way = (before.get(from) ?? Number.POSITIVE_INFINITY) + weight;
      if (way < (after.get(to) ?? Number.POSITIVE_INFINITY)) after.set(to, way);
    }
    rounds.push(after);
    if ([...after].every(([node, distance]) => before.get(node) === distance)) return rounds;
  }
  return undefined;
}

/** All distances by Floyd and Warshall (1962), rows and columns in the order of the nodes, Infinity where there is no way. No negative cycles. */
export function allDistances(data: WeightedGraph): number[][] {
  const { nodes } = unweighted(data);
  const arcs = arcsOf(data);
  let table = nodes.map(a =>
    nodes.map(b => (a === b ? 0 : (arcs.find(([from, to]) => from === a && to === b)?.[2] ?? Number.POSITIVE_INFINITY))),
  );
  for (const k of nodes.keys()) {
    const through = (i: number, j: number) => (table[i]?.[k] ?? 0) + (table[k]?.[j] ?? 0);
    table = table.map((row, i) => row.map((value, j) => Math.min(value, through(i, j))));
  }
  return table;
}

/** The sum of the weights along the nodes. Throws where two in a row are not joined. */
export function pathWeight(data: WeightedGraph, path: readonly Node[]): number {
  const arcs = arcsOf(data);
  return path.slice(1).reduce<number>((total, to, i) => {
    const arc = arcs.find(([from, target]) => from === path[i] && target === to);
    if (arc === undefined) throw new RangeError(`no edge from ${path[i]} to ${to}`);
    return total + arc[2];
  }, 0);
}

function arcsOf({ edges, directed = false }: WeightedGraph): readonly WeightedEdge[] {
  return directed ? edges : [...edges, ...edges.map(([from, to, weight]): WeightedEdge => [to, from, weight])];
}

function requireNode(nodes: readonly Node[], node: Node): Node {
  if (!nodes.includes(node)) throw new RangeError(`no node ${node}`);
  return node;
}
