// Matrices of a graph beside its adjacency matrix; rows and columns in the order of the nodes.
import type { Graph, Node } from './graph.ts';
import { Matrix } from './matrix.ts';
import { type Rational, sum } from './rational.ts';
import { type Vector, vector } from './vector.ts';
import { unweighted, type WeightedGraph } from './weighted-graph.ts';

/** L = D − A with the row sums of A in D: out-degrees where the graph is directed. */
export function laplacian(g: Graph): Matrix {
  return fromAdjacency(g.adjacencyMatrix());
}

/** The same with weights in A. */
export function weightedLaplacian(data: WeightedGraph): Matrix {
  return fromAdjacency(weightMatrix(data));
}

/** Entry (i, j) is the weight of the edge from node i to node j, 0 without one. */
export function weightMatrix(data: WeightedGraph): Matrix {
  const { nodes, directed } = unweighted(data);
  return Matrix.build(nodes.length, nodes.length, (i, j) => {
    const edge = data.edges.find(
      ([from, to]) => (from === nodes[i] && to === nodes[j]) || (!directed && from === nodes[j] && to === nodes[i]),
    );
    return edge?.[2] ?? 0;
  });
}

/** A column for each edge, −1 at its first and 1 at its second node; L = BBᵀ for an undirected graph. Throws without edges. */
export function incidenceMatrix(g: Graph): Matrix {
  return Matrix.build(g.nodes.length, g.edges.length, (i, j) => {
    const [from, to] = g.edges[j] ?? [];
    return g.nodes[i] === from ? -1 : g.nodes[i] === to ? 1 : 0;
  });
}

/** xᵀLx as the sum of (xᵢ − xⱼ)² over the edges. */
export function roughness(g: Graph, x: Vector): Rational {
  const at = (node: Node) => x.at(g.nodes.indexOf(node));
  return sum(g.edges.map(([from, to]) => at(from).minus(at(to)).power(2)));
}

/** D⁻¹A: from each node to one of its neighbours, all equally likely. Throws where a node has none. */
export function randomWalk(g: Graph): Matrix {
  const a = g.adjacencyMatrix();
  const degrees = degreesOf(a);
  return a.map((entry, i) => entry.over(degrees.at(i)));
}

function fromAdjacency(a: Matrix): Matrix {
  return Matrix.diagonal(...degreesOf(a).entries).minus(a);
}

function degreesOf(a: Matrix): Vector {
  return vector(a.entries.map(sum));
}
