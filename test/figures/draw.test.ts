import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BarsFigure, GraphFigure } from '../../src/exercise/figure.ts';
import { describe as inWords } from '../../src/figures/describe.ts';
import { draw } from '../../src/figures/draw.ts';
import type { SvgNode } from '../../src/figures/svg-node.ts';

const all = (node: SvgNode): SvgNode[] => [
  node,
  ...node.children.flatMap(child => (typeof child === 'string' ? [] : all(child))),
];
const texts = (node: SvgNode) => all(node).flatMap(({ children }) => children.filter(child => typeof child === 'string'));
const ofClass = (node: SvgNode, name: string) =>
  all(node).filter(({ attributes }) => `${attributes.class}`.split(' ').includes(name));
const numbersIn = (node: SvgNode) =>
  all(node).flatMap(
    ({ attributes }) =>
      Object.values(attributes)
        .join(' ')
        .match(/-?\d+(\.\d+)?/g) ?? [],
  );
const box = (node: SvgNode) => `${node.attributes.viewBox}`.split(' ').map(Number);

const graphs: fc.Arbitrary<GraphFigure> = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.boolean(), fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 }))
  .map(([count, directed, pairs]) => {
    const nodes = [...'ABCDEFGH'].slice(0, count);
    const name = (i: number) => nodes[i % count] ?? 'A';
    return {
      kind: 'graph',
      nodes,
      directed,
      edges: pairs.map(([i, j]) => [name(i), name(j)] as const),
      marked: nodes.slice(0, 1),
    };
  });

describe('a graph', () => {
  test('shows every node and edge, inside its box', () => {
    fc.assert(
      fc.property(graphs, graph => {
        const drawn = draw(graph);
        expect(texts(drawn)).toEqual(graph.nodes);
        expect(ofClass(drawn, 'figure-edges')[0]?.children).toHaveLength(graph.edges.length);
        const loops = graph.edges.filter(([from, to]) => from === to).length;
        expect(ofClass(drawn, 'figure-arrow')).toHaveLength(graph.directed ? graph.edges.length - loops : 0);
        expect(ofClass(drawn, 'figure-marked')).toHaveLength(1);
        const [left = 0, top = 0, width = 0, height = 0] = box(drawn);
        for (const { attributes } of all(drawn).filter(({ tag }) => tag === 'circle')) {
          const [x, y, r] = [Number(attributes.cx), Number(attributes.cy), Number(attributes.r)];
          expect(Math.min(x - r - left, y - r - top, left + width - x - r, top + height - y - r)).toBeGreaterThanOrEqual(0);
        }
        expect(JSON.stringify(drawn)).not.toMatch(/NaN|Infinity|undefined|null/);
      }),
    );
  });

  test('nodes do not touch', () => {
    const nodes = [...'ABCDEFGH'];
    const discs = ofClass(draw({ kind: 'graph', nodes, edges: [], directed: false }), 'figure-disc').map(
      ({ attributes }) => attributes,
    );
    for (const [i, a] of discs.entries()) {
      for (const b of discs.slice(i + 1)) {
        const distance = Math.hypot(Number(a.cx) - Number(b.cx), Number(a.cy) - Number(b.cy));
        expect(distance).toBeGreaterThan(2 * Number(a.r) + 12);
      }
    }
  });

  test('is told in words', () => {
    const graph: GraphFigure = { kind: 'graph', nodes: ['A', 'B', 'C'], edges: [['A', 'B']], directed: false };
    expect(inWords(graph)).toBe('A graph on the nodes A, B, C. Edges: A–B.');
    expect(inWords({ ...graph, directed: true, marked: ['C'] })).toBe(
      'A directed graph on the nodes A, B, C. Edges: A to B. Marked: C.',
    );
  });

  test('an edge to nowhere is an author’s mistake', () => {
    expect(() => draw({ kind: 'graph', nodes: ['A'], edges: [['A', 'B']], directed: false })).toThrow('B');
  });
});

describe('bars', () => {
  const figure: BarsFigure = {
    kind: 'bars',
    title: 'Code lengths',
    bars: [
      { label: 'a', value: 0.5, shown: '1/2' },
      { label: 'b', value: 0.25, shown: '1/4' },
      { label: 'c', value: -0.25, shown: '-1/4' },
    ],
  };

  test('are as long as their values', () => {
    const [a, b, c] = ofClass(draw(figure), 'figure-bar').map(({ attributes }) => attributes);
    expect(Number(a?.width)).toBeCloseTo(2 * Number(b?.width), 1);
    expect(Number(c?.x) + Number(c?.width)).toBeCloseTo(Number(a?.x), 1);
    expect(texts(draw(figure))).toEqual(['a', '1/2', 'b', '1/4', 'c', '-1/4']);
  });

  test('all of zero, and none, draw without a division by zero', () => {
    for (const bars of [[], [{ label: 'a', value: 0, shown: '0' }]]) {
      expect(numbersIn(draw({ ...figure, bars })).every(number => Number.isFinite(Number(number)))).toBe(true);
    }
  });

  test('are told in words', () => expect(inWords(figure)).toBe('Code lengths: a 1/2, b 1/4, c -1/4.'));
});
