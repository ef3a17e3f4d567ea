import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Edge, type Graph, graph } from '../../src/math/graph.ts';
import { completeBipartite, completeGraph, cycleGraph, pathGraph } from '../../src/math/graph-families.ts';
import { Matrix } from '../../src/math/matrix.ts';
import { sum } from '../../src/math/rational.ts';

function pairs(n: number, directed: boolean): Edge[] {
  const nodes = Array.from({ length: n }, (_, i) => i + 1);
  return nodes.flatMap(a => nodes.filter(b => (directed ? a !== b : a < b)).map((b): Edge => [a, b]));
}

function graphs(directed: boolean): fc.Arbitrary<Graph> {
  return fc
    .integer({ min: 1, max: 6 })
    .chain(n => fc.shuffledSubarray(pairs(n, directed)).map(edges => graph({ nodes: n, edges, directed })));
}
const anyGraph = fc.oneof(graphs(false), graphs(true));

test('handshake: degrees sum to twice the edges', () => {
  fc.assert(
    fc.property(anyGraph, g => {
      expect(g.degrees().reduce((total, degree) => total + degree, 0)).toBe(2 * g.edges.length);
      expect(g.nodes.reduce<number>((total, node) => total + g.inDegree(node), 0)).toBe(g.edges.length * (g.directed ? 1 : 2));
    }),
  );
});

test('the adjacency matrix has the degrees as row and column sums', () => {
  fc.assert(
    fc.property(anyGraph, g => {
      const a = g.adjacencyMatrix();
      expect(a.isSymmetric() || g.directed).toBe(true);
      g.nodes.forEach((node, i) => {
        expect(sum(a.row(i).entries).toNumber()).toBe(g.outDegree(node));
        expect(sum(a.column(i).entries).toNumber()).toBe(g.inDegree(node));
        expect(g.neighbours(node).length).toBe(g.outDegree(node));
        g.nodes.forEach((other, j) => {
          expect(a.at(i, j).isZero()).toBe(!g.hasEdge(node, other));
        });
      });
    }),
  );
});

test('connected where (I + A + Aᵀ)^n has no zero; components are the classes of that', () => {
  fc.assert(
    fc.property(anyGraph, g => {
      const a = g.adjacencyMatrix();
      const reach = Matrix.identity(a.rows).plus(a).plus(a.transpose()).power(a.rows);
      expect(g.isConnected()).toBe(reach.entries.flat().every(entry => !entry.isZero()));
      const classes = g.nodes.map((_, i) => g.nodes.filter((_, j) => !reach.at(i, j).isZero()).join());
      expect(g.components().map(part => part.join())).toEqual([...new Set(classes)]);
    }),
  );
});

test('a tree is connected and each of its edges is a bridge', () => {
  fc.assert(
    fc.property(graphs(false), g => {
      const bridges = g.edges.every(edge => {
        return !graph({ nodes: g.nodes, edges: g.edges.filter(other => other !== edge) }).isConnected();
      });
      expect(g.isTree()).toBe(g.isConnected() && bridges);
    }),
  );
});

test('named families', () => {
  expect(completeGraph(5).edges.length).toBe(10);
  expect(completeGraph(4).degrees()).toEqual([3, 3, 3, 3]);
  expect(completeBipartite(2, 3).degrees()).toEqual([3, 3, 2, 2, 2]);
  expect(cycleGraph(5).degrees()).toEqual([2, 2, 2, 2, 2]);
  expect(cycleGraph(5).isConnected() && !cycleGraph(5).isTree()).toBe(true);
  expect(pathGraph(4).isTree() && pathGraph(1).isTree()).toBe(true);
  expect(cycleGraph(3).equals(completeGraph(3))).toBe(true);
  expect(cycleGraph(4).equals(completeGraph(4))).toBe(false);
  expect(() => cycleGraph(2)).toThrow('no cycle of 2');
});

test('prints nodes and edges, and survives JSON', () => {
  const g = graph({ nodes: ['A', 'B', 'in'], edges: [['A', 'B']] });
  expect(`${g}`).toBe('({A, B, in}, {{A, B}})');
  expect(g.toTeX()).toBe('\\left(\\{A, B, \\text{in}\\}, \\{\\{A, B\\}\\}\\right)');
  expect(g.toSpeech()).toBe('the graph with nodes A, B, in and edges A and B');
  const d = graph({ nodes: 2, edges: [[2, 1]], directed: true });
  expect([`${d}`, d.toSpeech()]).toEqual(['({1, 2}, {(2, 1)})', 'the directed graph with nodes 1, 2 and edges 2 to 1']);
  expect(d.toTeX()).toBe('\\left(\\{1, 2\\}, \\{(2, 1)\\}\\right)');
  for (const one of [g, d]) expect(graph(JSON.parse(JSON.stringify(one))).equals(one)).toBe(true);
});

test('misuse throws', () => {
  expect(() => graph({ nodes: 2, edges: [[1, 1]] })).toThrow('a loop at 1');
  expect(() => graph({ nodes: 2, edges: [[1, 3]] })).toThrow('outside the nodes');
  expect(() => graph({ nodes: ['a', 'a'], edges: [] })).toThrow('node is listed twice');
  const twice: Edge[] = [
    [1, 2],
    [2, 1],
  ];
  expect(() => graph({ nodes: 2, edges: twice })).toThrow('listed twice');
  expect(graph({ nodes: 2, edges: twice, directed: true }).degrees()).toEqual([2, 2]);
  expect(() => graph({ nodes: 2, edges: [] }).degree(3)).toThrow('no node 3');
});
