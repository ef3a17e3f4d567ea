import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/exercise/figure.ts';
import { describe as inWords } from '../../src/figures/describe.ts';
import { draw } from '../../src/figures/draw.ts';
import { expr, figure } from '../../src/kit.ts';
import { all, boxOf, flawsOf, labelsOf, ofClass } from './drawn.ts';
import { RANDOM } from './random-figures.ts';
import { SAMPLES } from './samples.ts';

const words = (made: Figure) => inWords(made);

describe('every kind of figure', () => {
  test('has samples whose labels stay inside and apart, small enough for a phone', () => {
    const flaws = Object.entries(SAMPLES).map(([name, made]) => [name, flawsOf(draw(made))]);
    expect(flaws.filter(([, found]) => found?.length)).toEqual([]);
  });

  for (const [name, figures] of Object.entries(RANDOM)) {
    test(`labels of random ${name} stay inside and apart, small enough for a phone`, () => {
      fc.assert(
        fc.property(figures, made => {
          expect(flawsOf(draw(made))).toEqual([]);
        }),
        { numRuns: 50 },
      );
    });

    test(`random ${name} survive JSON and are told in whole sentences`, () => {
      fc.assert(
        fc.property(figures, made => {
          const again: Figure = JSON.parse(JSON.stringify(made));
          expect(again).toEqual(made);
          expect(JSON.stringify(draw(again))).toBe(JSON.stringify(draw(made)));
          expect(words(made)).toMatch(/^[A-Z].*\.$/);
          expect(words(made)).not.toMatch(/undefined|NaN|\[object| {2}|\s[.,;]|-\d/);
        }),
        { numRuns: 15 },
      );
    });
  }
});

describe('a graph', () => {
  test('shows every node and edge, with an arrow where it is directed', () => {
    const made = figure.graph(
      {
        nodes: 3,
        edges: [
          [1, 2],
          [2, 1],
          [3, 3],
        ],
        directed: true,
      },
      { marked: [2] },
    );
    expect(labelsOf(draw(made))).toEqual(['1', '2', '3']);
    expect(ofClass(draw(made), 'figure-edge')).toHaveLength(3);
    expect(ofClass(draw(made), 'figure-arrow')).toHaveLength(3);
    expect(ofClass(draw(made), 'figure-ring')).toHaveLength(1);
  });

  test('nodes do not touch', () => {
    const discs = ofClass(draw(figure.graph({ nodes: 12, edges: [] })), 'figure-disc').map(({ attributes }) => attributes);
    for (const [i, a] of discs.entries()) {
      for (const b of discs.slice(i + 1)) {
        expect(Math.hypot(Number(a.x) - Number(b.x), Number(a.y) - Number(b.y))).toBeGreaterThan(Number(a.width) + 12);
      }
    }
  });

  test('is told in words', () => {
    const edges = [['A', 'B', 3]] as const;
    expect(words(figure.graph({ nodes: ['A', 'B', 'C'], edges }))).toBe('A graph on the nodes A, B, C. Edges: A–B (3).');
    expect(words(figure.graph({ nodes: ['A', 'B'], edges, directed: true }, { marked: ['B'], values: [1, '-2'] }))).toBe(
      'A directed graph on the nodes A (value 1), B (value −2). Edges: A to B (3). Marked: B.',
    );
  });

  test('an edge of stored data to nowhere is told at once', () => {
    expect(() => draw({ kind: 'graph', nodes: ['A'], edges: [['A', 'B']], directed: false })).toThrow('B');
  });
});

describe('bars', () => {
  const made = figure.bars({ title: 'Code lengths', labels: ['a', 'b', 'c'], values: ['1/2', '1/4', '-1/4'] });

  test('are as long as their values', () => {
    const [a, b, c] = ofClass(draw(made), 'figure-bar').map(({ attributes }) => attributes);
    expect(Number(a?.width)).toBeCloseTo(2 * Number(b?.width), 1);
    expect(Number(c?.x) + Number(c?.width)).toBeCloseTo(Number(a?.x), 1);
    expect(labelsOf(draw(made))).toEqual(['a', '1/2', 'b', '1/4', 'c', '−1/4']);
  });

  test('all of zero draw without a division by zero', () => {
    expect(flawsOf(draw(figure.bars({ title: 'None', labels: ['a'], values: [0] })))).toEqual([]);
  });

  test('are told in words', () => expect(words(made)).toBe('Code lengths: a 1/2, b 1/4, c −1/4.'));
});

describe('curves', () => {
  const paths = (made: Figure) =>
    ofClass(draw(made), 'figure-curve').map(curve => `${all(curve)[1]?.attributes.d}`.split('M').length - 1);

  test('break at poles, at jumps and where the domain ends, and nowhere else', () => {
    const plot = (f: ReturnType<typeof expr>) => paths(figure.plot({ curves: [f], x: [-3, 3] }));
    expect(plot(expr`1/(x - 1/7)`)).toEqual([2]);
    expect(plot(expr`floor(x)`)).toEqual([6]);
    expect(plot(expr`sqrt(x + 1/7)`)).toEqual([1]);
    expect(plot(expr`tan(x)`)).toEqual([3]);
    expect(plot(expr`x^3 + 5sin(3x)`)).toEqual([1]);
    expect(plot(expr`abs(x)`)).toEqual([1]);
  });

  test('a hidden formula is told by its values', () => {
    const made = figure.plot({ curves: [{ f: expr`x^2`, secret: true }], x: [-1, 2] });
    expect(words(made)).toContain('1 at −1');
    expect(words(made)).not.toContain('squared');
  });
});

describe('a Venn diagram', () => {
  test('shades every region of three circles by paths whose areas add up to the box', () => {
    const regions = Array.from({ length: 8 }, (_, i) => i.toString(2).padStart(3, '0'));
    const made = figure.venn(['A', 'B', 'C'], { shaded: regions });
    expect(ofClass(draw(made), 'figure-tint').map(({ attributes }) => `${attributes.d}`.match(/M/g)?.length)).toEqual([
      2, 1, 1, 1, 1, 1, 1, 1,
    ]);
  });

  test('says where each thing is', () => {
    expect(words(figure.venn(['A', 'B'], { regions: { '10': [1, 2], '00': 4 }, shaded: ['11'] }))).toBe(
      'A Venn diagram of the sets A, B. In A but not in B: 1, 2; outside all sets: 4. Shaded: in both sets.',
    );
  });
});

describe('other figures in words', () => {
  test('a tree is told node by node', () => {
    const made = figure.tree({
      children: [
        { branch: '1/3', label: 'A', children: [{ branch: '1/2', label: 'B' }] },
        { branch: '2/3', label: 'C' },
      ],
    });
    expect(words(made)).toBe('A tree. From the root: by 1/3 to A; by 2/3 to C. From A: by 1/2 to B.');
  });

  test('lines are equations, minus signs are signs that are read aloud', () => {
    const made = figure.plane({
      lines: [
        {
          through: [
            [0, 3],
            [3, 0],
          ],
        },
      ],
      points: [{ at: [-1, 2], label: 'P' }],
      vectors: [{ to: [2, 1], label: 'v' }],
    });
    expect(words(made)).toContain('Vectors: v from the origin to (2, 1). Points: P at (−1, 2). Lines: −3x − 3y = −9.');
  });

  test('a Markov chain is told state by state', () => {
    expect(
      words(
        figure.markov(
          ['A', 'B'],
          [
            ['1/2', '1/2'],
            [1, 0],
          ],
        ),
      ),
    ).toContain('From A: to itself 1/2, to B 1/2. From B: to A 1.');
  });

  test('a computation graph is told as it is computed', () => {
    const made = figure.computation([
      { name: 'x', value: 2 },
      { name: 'u', op: '×', inputs: ['x', ['x', '3']], gradient: '-1' },
    ]);
    expect(words(made)).toContain('x is an input, value 2. u is x × x, gradient −1, on the edge from x: 3.');
  });

  test('a square and a shift on a computation graph are told with their input', () => {
    const made = figure.computation([
      { name: 'x' },
      { name: 'u', op: 'x^2', inputs: ['x'] },
      { name: 'v', op: '−6', inputs: ['u'] },
      { name: 'w', op: 'ln', inputs: ['v'] },
    ]);
    expect(words(made)).toContain('u is x squared. v is u −6. w is ln of v.');
  });
});

test('a picture is as wide as its content, never wider than a small phone takes', () => {
  expect(
    boxOf(
      draw(
        figure.matrix([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).width,
  ).toBeLessThan(100);
});
