import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank } from '../../src/math/elimination.ts';
import { type Edge, type Graph, graph } from '../../src/math/graph.ts';
import { completeGraph, cycleGraph } from '../../src/math/graph-families.ts';
import { incidenceMatrix, laplacian, randomWalk, roughness, weightedLaplacian } from '../../src/math/laplacian.ts';
import { stationaryDistribution } from '../../src/math/markov-chain.ts';
import { pageRank, pageRankStep } from '../../src/math/page-rank.ts';
import { Rational, rational, sum } from '../../src/math/rational.ts';
import { eigenvalues } from '../../src/math/spectrum.ts';
import { Vector, vector } from '../../src/math/vector.ts';
import { vectors } from './arbitraries.ts';

function graphs(directed: boolean): fc.Arbitrary<Graph> {
  const nodes = [1, 2, 3, 4, 5];
  const pairs = nodes.flatMap(a => nodes.filter(b => (directed ? a !== b : a < b)).map((b): Edge => [a, b]));
  return fc.shuffledSubarray(pairs, { minLength: 1 }).map(edges => graph({ nodes, edges, directed }));
}

test('xᵀLx three ways: matrix, edges, incidence; the rank leaves one for each component', () => {
  fc.assert(
    fc.property(graphs(false), vectors(5), (g, x) => {
      const l = laplacian(g);
      expect(x.dot(l.apply(x))).toEqual(roughness(g, x));
      expect(incidenceMatrix(g).times(incidenceMatrix(g).transpose())).toEqual(l);
      expect(5 - rank(l)).toBe(g.components().length);
      expect(weightedLaplacian({ nodes: 5, edges: g.edges.map(([a, b]) => [a, b, 3] as const) })).toEqual(l.times(3));
    }),
  );
  expect(eigenvalues(laplacian(completeGraph(4)))?.map(String)).toEqual(['0', '4', '4', '4']);
  expect(eigenvalues(laplacian(cycleGraph(4)))?.map(String)).toEqual(['0', '2', '2', '4']);
});

test('the random walk rests where degrees say', () => {
  fc.assert(
    fc.property(graphs(false), g => {
      fc.pre(g.isConnected());
      const pi = vector(g.degrees().map(degree => rational(degree, 2 * g.edges.length)));
      expect(stationaryDistribution(randomWalk(g))).toEqual(pi);
    }),
  );
});

test('PageRank: a round leaves it as it is, and rounds from any start come close; all links to one page favour it', () => {
  fc.assert(
    fc.property(graphs(true), fc.constantFrom('0', '1/2', '4/5'), (g, damping) => {
      const ranks = pageRank(g, { damping });
      expect(pageRankStep(g, ranks, { damping })).toEqual(ranks);
      expect(sum(ranks.entries)).toEqual(Rational.from(1));
      let near = Vector.unit(5, 0);
      for (let i = 0; i < 12; i++) near = pageRankStep(g, near, { damping: '1/2' });
      const halves = pageRank(g, { damping: '1/2' });
      const farthest = Math.max(...near.minus(halves).entries.map(entry => Math.abs(entry.toNumber())));
      expect(farthest).toBeLessThan(2 ** -11);
    }),
    { numRuns: 30 },
  );
  const star = graph({
    nodes: 3,
    edges: [
      [1, 3],
      [2, 3],
    ],
    directed: true,
  });
  expect(`${pageRank(star, { damping: '1/2', restart: vector([1, 0, 0]) })}`).toBe('(2/3, 0, 1/3)');
  expect(() => pageRank(star, { damping: 1 })).toThrow('damping 1');
  expect(() => pageRank(star, { damping: 0, restart: vector([1, 1, 0]) })).toThrow('no distribution');
});
