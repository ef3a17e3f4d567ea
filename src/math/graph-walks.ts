// Ways through a graph: distances in edges, walks and paths one by one, triangles.
import { combinations } from './enumeration.ts';
import type { Graph, Node } from './graph.ts';

/** The least number of edges from the start to each node that it reaches, nearest first (breadth-first search). */
export function hopDistances(g: Graph, start: Node): ReadonlyMap<Node, number> {
  const distances = new Map([[start, 0]]);
  for (const [node, distance] of distances) {
    for (const next of g.neighbours(node)) if (!distances.has(next)) distances.set(next, distance + 1);
  }
  return distances;
}

/** The largest distance from the node; Infinity where some node is not reached. */
export function eccentricity(g: Graph, node: Node): number {
  const distances = hopDistances(g, node);
  return distances.size < g.nodes.length ? Number.POSITIVE_INFINITY : Math.max(...distances.values());
}

/** The largest distance between two nodes; Infinity where it is not connected. */
export function diameter(g: Graph): number {
  return Math.max(...g.nodes.map(node => eccentricity(g, node)));
}

/** All walks of so many edges, nodes may repeat; as many as entry (from, to) of the power of the adjacency matrix says. */
export function* walks(g: Graph, from: Node, to: Node, length: number): Generator<Node[]> {
  if (length === 0 && from === to) yield [from];
  if (length > 0) for (const next of g.neighbours(from)) for (const rest of walks(g, next, to, length - 1)) yield [from, ...rest];
}

/** All paths without a repeated node. */
export function* simplePaths(g: Graph, from: Node, to: Node, used: readonly Node[] = []): Generator<Node[]> {
  const path = [...used, from];
  if (from === to) yield path;
  else for (const next of g.neighbours(from)) if (!path.includes(next)) yield* simplePaths(g, next, to, path);
}

/** All sets of three nodes that are joined pairwise, without regard to directions. */
export function triangles(g: Graph): Node[][] {
  const joined = (a: Node, b: Node) => g.hasEdge(a, b) || g.hasEdge(b, a);
  return [...combinations(g.nodes, 3)].filter(three => [...combinations(three, 2)].every(([a = '', b = '']) => joined(a, b)));
}
