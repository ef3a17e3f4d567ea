import fc from 'fast-check';
import { expect, test } from 'vitest';
import { permutations } from '../../src/math/enumeration.ts';
import { type Edge, graph } from '../../src/math/graph.ts';
import { simplePaths } from '../../src/math/graph-walks.ts';
import {
  isTopologicalOrder,
  parallelRounds,
  pathCount,
  topologicalOrder,
  topologicalOrderCount,
  topologicalOrders,
} from '../../src/math/topological-order.ts';

const nodes = [1, 2, 3, 4, 5];
const pairs = nodes.flatMap(a => nodes.filter(b => a !== b).map((b): Edge => [a, b]));
const anyGraph = fc.shuffledSubarray(pairs, { maxLength: 7 }).map(edges => graph({ nodes, edges, directed: true }));

test('orders: listed, counted and filtered from all permutations are the same; the first is the first', () => {
  fc.assert(
    fc.property(anyGraph, g => {
      const valid = [...permutations(g.nodes)].filter(order => isTopologicalOrder(g, order));
      expect([...topologicalOrders(g)]).toEqual(valid);
      expect(topologicalOrderCount(g)).toBe(BigInt(valid.length));
      expect(topologicalOrder(g)).toEqual(valid[0]);
      const rounds = parallelRounds(g);
      expect(rounds === undefined).toBe(valid.length === 0);
      fc.pre(rounds !== undefined);
      const paths = nodes.flatMap(a => nodes.flatMap(b => [...simplePaths(g, a, b)]));
      expect(rounds?.length).toBe(Math.max(...paths.map(path => path.length)));
      for (const a of nodes) for (const b of nodes) expect(pathCount(g, a, b)).toBe(BigInt([...simplePaths(g, a, b)].length));
    }),
    { numRuns: 60 },
  );
});

test('a list that misses or repeats a node is no order', () => {
  const chain = graph({ nodes: 3, edges: [[1, 2]], directed: true });
  expect(
    [
      [1, 2],
      [1, 2, 2],
      [2, 1, 3],
      [3, 1, 2],
    ].map(order => isTopologicalOrder(chain, order)),
  ).toEqual([false, false, false, true]);
});
