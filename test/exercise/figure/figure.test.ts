import { describe, expect, test } from 'vitest';
import { expr, figure, graph, interval, matrix, rational, vector } from '../../../src/kit.ts';

describe('figures are plain data with exact numbers as text', () => {
  test('from kit values', () => {
    expect(figure.graph(graph({ nodes: 2, edges: [[1, 2]] }))).toEqual({
      kind: 'graph',
      nodes: ['1', '2'],
      edges: [['1', '2']],
      directed: false,
    });
    expect(figure.numberLine({ sets: [interval('[', '1/2', 'inf', ')')] })).toEqual({
      kind: 'number-line',
      from: '-1',
      to: '2',
      step: '0.5',
      sets: [{ pieces: [['[', '1/2', 'inf', ')']] }],
      points: [],
    });
    expect(
      figure.markov(
        ['A', 'B'],
        matrix([
          ['1/2', '1/2'],
          [0, 1],
        ]),
      ),
    ).toMatchObject({
      rows: [
        ['1/2', '1/2'],
        ['0', '1'],
      ],
    });
    expect(figure.plane({ vectors: [{ to: vector(['1/2', 3]) }] })).toMatchObject({
      vectors: [{ from: ['0', '0'], to: ['1/2', '3'] }],
    });
    expect(figure.plot({ curves: [expr`x^2 - ${rational(1, 2)}`], x: [0, 1] })).toMatchObject({
      curves: [{ expression: 'x^2 - 1/2' }],
    });
    expect(figure.bars({ title: 'T', labels: ['a'], values: ['0.25'] })).toMatchObject({ series: [{ values: ['0.25'] }] });
  });

  test('a line through two points, an upright one and one by its normal are all equations', () => {
    const { lines } = figure.plane({
      lines: [
        {
          through: [
            [0, 1],
            [2, 2],
          ],
        },
        { x: '1/2' },
        { normal: [2, 1], offset: 4 },
      ],
    });
    expect(lines).toEqual([
      { normal: ['1', '-2'], offset: '-2' },
      { normal: ['1', '0'], offset: '1/2' },
      { normal: ['2', '1'], offset: '4' },
    ]);
  });

  test('the window holds all that is in the plane', () => {
    expect(figure.plane({ points: [[-3, 5]] }).window).toEqual({ x: ['-4', '1'], y: ['-1', '6'] });
    expect(figure.scatter({ classes: [{ points: [['1/2', 7]] }] }).window).toEqual({ x: ['-1', '2'], y: ['6', '8'] });
  });
});

describe('an author’s mistake throws', () => {
  const long = 'a name that no phone has room for';
  const mistakes: Readonly<Record<string, readonly [make: () => unknown, says: string]>> = {
    'an edge to no node': [() => figure.graph({ nodes: 2, edges: [[1, 3]] }), '3 is no node'],
    'a node twice': [() => figure.graph({ nodes: ['A', 'A'], edges: [] }), 'name of its own'],
    'a marked node that is none': [() => figure.graph({ nodes: 2, edges: [] }, { marked: ['X'] }), 'X is no node'],
    'a bold edge that is none': [() => figure.graph({ nodes: 2, edges: [] }, { bold: [[1, 2]] }), 'no edge 1–2'],
    'layers of a circle': [
      () =>
        figure.graph(
          {
            nodes: 2,
            edges: [
              [1, 2],
              [2, 1],
            ],
            directed: true,
          },
          { layout: 'layers' },
        ),
      'directed circle',
    ],
    'too few values': [() => figure.graph({ nodes: 2, edges: [] }, { values: [1] }), 'one value a node'],
    'long names on a circle': [() => figure.graph({ nodes: ['long', 'b', 'c', 'd', 'e', 'f', 'g'], edges: [] }), 'three signs'],
    'a row that is no distribution': [
      () =>
        figure.markov(
          ['A', 'B'],
          [
            ['1/2', '1/3'],
            [0, 1],
          ],
        ),
      'no distribution',
    ],
    'a state without a row': [() => figure.markov(['A', 'B'], [[1, 0]]), 'a row and a column'],
    'an input that is no node': [() => figure.computation([{ name: 'u', op: '+', inputs: ['x'] }]), 'x is no node'],
    'a computation in a circle': [() => figure.computation([{ name: 'u', op: '+', inputs: ['u'] }]), 'circle'],
    'a tree too wide': [
      () => figure.tree({ children: [{ label: long.slice(0, 20), children: [{ label: long.slice(0, 20) }] }] }),
      'signs side by side',
    ],
    'a point off the line': [() => figure.numberLine({ from: 0, to: 1, points: [2] }), 'inside'],
    'a line that runs backwards': [() => figure.numberLine({ from: 1, to: 0 }), 'left to right'],
    'a region of another diagram': [() => figure.venn(['A', 'B'], { shaded: ['101'] }), 'no region'],
    'one set': [() => figure.venn(['A']), 'two or three'],
    'a point outside the window': [
      () => figure.plane({ points: [[5, 5]], window: { x: [0, 1], y: [0, 1] } }),
      'inside the window',
    ],
    'a place with three coordinates': [() => figure.plane({ points: [[1, 2, 3]] }), 'two coordinates'],
    'a line through one point': [
      () =>
        figure.plane({
          lines: [
            {
              through: [
                [1, 1],
                [1, 1],
              ],
            },
          ],
        }),
      'two different points',
    ],
    'several classes without names': [() => figure.scatter({ classes: [{ points: [[1, 1]] }, { points: [[2, 2]] }] }), 'label'],
    'a variable without a value': [() => figure.plot({ curves: [expr`a*x`], x: [0, 1] }), 'a has no value'],
    'a tangent where there is no value': [
      () => figure.plot({ curves: [expr`1/x`], x: [-1, 1], tangents: [{ at: 0, slope: 1 }] }),
      'touches',
    ],
    'an area between one curve': [
      () => figure.plot({ curves: [expr`x`], x: [0, 1], shaded: { from: 0, to: 1, between: true } }),
      'needs two',
    ],
    'no levels': [() => figure.contour({ f: expr`x + y`, window: { x: [0, 1], y: [0, 1] }, levels: [] }), 'levels'],
    'a value too few': [() => figure.bars({ title: 'T', labels: ['a', 'b'], values: [1] }), 'a value for each label'],
    'a number that is not exact': [() => figure.bars({ title: 'T', labels: ['a'], values: [0.1] }), 'exact'],
    'rows of different lengths': [() => figure.matrix([[1, 2], [3]]), 'same length'],
    'a window beside the grid': [() => figure.matrix([[1, 2]], { window: { row: 0, column: 1, columns: 2 } }), 'in the grid'],
    'a grid wider than a phone': [() => figure.matrix([Array.from({ length: 8 }, () => 'eightsgn')]), 'too wide'],
    'heat of words': [() => figure.matrix([['a']], { heat: true }), 'rational'],
    'a long label': [() => figure.tree({ label: long }), 'too long'],
  };
  for (const [what, [make, says]] of Object.entries(mistakes)) test(what, () => expect(make).toThrow(says));
});
