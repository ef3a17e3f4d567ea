import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combinations } from '../../src/math/enumeration.ts';
import { completeGraph, cycleGraph, pathGraph } from '../../src/math/graph-families.ts';
import { diameter, eccentricity, hopDistances, simplePaths, triangles, walks } from '../../src/math/graph-walks.ts';
import { isSpanningTree, kruskal, prim, spanningTreeCount, totalWeight } from '../../src/math/spanning-tree.ts';
import {
  allDistances,
  bellmanFord,
  dijkstra,
  pathWeight,
  unweighted,
  type WeightedEdge,
  type WeightedGraph,
} from '../../src/math/weighted-graph.ts';

function networks(directed: boolean, least = 0): fc.Arbitrary<WeightedGraph> {
  return fc.integer({ min: 1, max: 5 }).chain(n => {
    const nodes = Array.from({ length: n }, (_, i) => i + 1);
    const pairs = nodes.flatMap(a => nodes.filter(b => (directed ? a !== b : a < b)).map(b => [a, b] as const));
    return fc.shuffledSubarray(pairs).chain(chosen =>
      fc.array(fc.integer({ min: least, max: 9 }), { minLength: chosen.length, maxLength: chosen.length }).map(weights => ({
        nodes: n,
        edges: chosen.map(([a, b], i): WeightedEdge => [a, b, weights[i] ?? 0]),
        directed,
      })),
    );
  });
}
const anyNetwork = fc.oneof(networks(true), networks(false));

test('Dijkstra, Bellman–Ford, Floyd–Warshall and the best of all simple paths agree', () => {
  fc.assert(
    fc.property(anyNetwork, network => {
      const g = unweighted(network);
      const [table, { distances, settled, previous }] = [allDistances(network), dijkstra(network, 1)];
      const last = bellmanFord(network, 1)?.at(-1);
      g.nodes.forEach((node, j) => {
        const best = Math.min(...[...simplePaths(g, 1, node)].map(path => pathWeight(network, path)));
        expect([table[0]?.[j], distances.get(node) ?? Infinity, last?.get(node) ?? Infinity]).toEqual([best, best, best]);
        const before = previous.get(node);
        if (before !== undefined) expect((distances.get(before) ?? 0) + pathWeight(network, [before, node])).toBe(best);
      });
      const order = settled.map(node => distances.get(node) ?? Infinity);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(settled.length).toBe(distances.size);
    }),
  );
  expect(() => dijkstra({ nodes: 2, edges: [[1, 2, -1]] }, 1)).toThrow('a negative weight');
});

test('Bellman–Ford round k is the best of all walks of at most k edges; a negative cycle has no last round', () => {
  fc.assert(
    fc.property(networks(true, -3), network => {
      const g = unweighted(network);
      const rounds = bellmanFord(network, 1);
      const walked = [0, 1, 2, 3];
      rounds?.slice(0, 4).forEach((round, k) => {
        for (const node of g.nodes) {
          const all = walked.slice(0, k + 1).flatMap(length => [...walks(g, 1, node, length)]);
          expect(round.get(node) ?? Infinity).toBe(Math.min(...all.map(path => pathWeight(network, path))));
        }
      });
      const lengths = walked.concat([4, 5]);
      const hasBadCycle = [...hopDistances(g, 1).keys()].some(node =>
        lengths.slice(1).some(length => [...walks(g, node, node, length)].some(path => pathWeight(network, path) < 0)),
      );
      expect(rounds === undefined).toBe(hasBadCycle);
    }),
    { numRuns: 50 },
  );
});

test('hops are the distances with weights 1; walks are counted by powers of the adjacency matrix', () => {
  fc.assert(
    fc.property(anyNetwork, fc.integer({ min: 0, max: 4 }), (network, length) => {
      const g = unweighted(network);
      const ones = { ...network, edges: network.edges.map(([a, b]): WeightedEdge => [a, b, 1]) };
      const table = allDistances(ones);
      g.nodes.forEach((from, i) => {
        g.nodes.forEach((to, j) => {
          expect(hopDistances(g, from).get(to) ?? Infinity).toBe(table[i]?.[j]);
          expect([...walks(g, from, to, length)].length).toBe(g.adjacencyMatrix().power(length).at(i, j).toNumber());
        });
        expect(eccentricity(g, from)).toBe(Math.max(...(table[i] ?? [])));
      });
      expect(diameter(g)).toBe(Math.max(...table.flat()));
      if (!g.directed) expect(6 * triangles(g).length).toBe(g.adjacencyMatrix().power(3).trace().toNumber());
    }),
  );
  expect([diameter(pathGraph(5)), diameter(cycleGraph(7)), triangles(completeGraph(5)).length]).toEqual([4, 3, 10]);
});

test('least trees: Kruskal, Prim and the best of all; the matrix tree theorem counts them', () => {
  fc.assert(
    fc.property(networks(false), network => {
      const g = unweighted(network);
      const trees = [...combinations(network.edges, g.nodes.length - 1)].filter(edges =>
        isSpanningTree(
          g,
          edges.map(([a, b]) => [a, b]),
        ),
      );
      expect(spanningTreeCount(g)).toBe(BigInt(trees.length));
      expect(trees.length > 0).toBe(g.isConnected());
      fc.pre(trees.length > 0);
      const best = Math.min(...trees.map(totalWeight));
      expect([totalWeight(kruskal(network)), totalWeight(prim(network, 1))]).toEqual([best, best]);
      expect(kruskal(network).length).toBe(g.nodes.length - 1);
    }),
  );
  expect(spanningTreeCount(completeGraph(6))).toBe(6n ** 4n);
  expect(
    isSpanningTree(pathGraph(3), [
      [1, 2],
      [2, 1],
    ]),
  ).toBe(false);
  expect(
    isSpanningTree(pathGraph(3), [
      [1, 2],
      [1, 3],
    ]),
  ).toBe(false);
});
