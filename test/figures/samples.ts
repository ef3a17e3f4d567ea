// One or more of each kind of figure, as authors make them: for the gallery and the tests.
import type { Figure } from '../../src/exercise/figure.ts';
import { expr, figure, graph, interval, matrix, rational, vector } from '../../src/kit.ts';

const petersen = {
  nodes: 10,
  edges: [
    ...Array.from({ length: 5 }, (_, i) => [i + 1, ((i + 1) % 5) + 1] as const),
    ...Array.from({ length: 5 }, (_, i) => [i + 1, i + 6] as const),
    ...Array.from({ length: 5 }, (_, i) => [i + 6, ((i + 2) % 5) + 6] as const),
  ],
};

export const SAMPLES: Readonly<Record<string, Figure>> = {
  'graph, marked': figure.graph(
    graph({
      nodes: [...'ABCDE'],
      edges: [
        ['A', 'B'],
        ['A', 'C'],
        ['B', 'C'],
        ['C', 'D'],
        ['D', 'E'],
      ],
    }),
    { marked: ['C'] },
  ),
  'graph, directed': figure.graph({
    nodes: 4,
    directed: true,
    edges: [
      [1, 2],
      [2, 1],
      [2, 3],
      [3, 4],
      [4, 1],
      [1, 3],
    ],
  }),
  'graph, weights and a tree': figure.graph(
    {
      nodes: [...'ABCDE'],
      edges: [
        ['A', 'B', 2],
        ['A', 'C', 7],
        ['B', 'C', 6],
        ['B', 'D', 8],
        ['C', 'D', 3],
        ['D', 'E', 4],
        ['C', 'E', 5],
      ],
    },
    {
      bold: [
        ['A', 'B'],
        ['B', 'C'],
        ['C', 'D'],
        ['D', 'E'],
      ],
    },
  ),
  'graph, groups and values': figure.graph(
    {
      nodes: 6,
      edges: [
        [1, 2],
        [2, 3],
        [1, 3],
        [3, 4],
        [4, 5],
        [5, 6],
        [4, 6],
      ],
    },
    {
      groups: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      values: [1, '-2', '3/2', 0, 4, '-1'],
    },
  ),
  'graph, ten nodes': figure.graph(petersen),
  'graph, in layers': figure.graph(
    {
      nodes: ['s', 'a', 'b', 'c', 'd', 't'],
      directed: true,
      edges: [
        ['s', 'a'],
        ['s', 'b'],
        ['a', 'c'],
        ['b', 'c'],
        ['b', 'd'],
        ['c', 't'],
        ['d', 't'],
        ['s', 't'],
      ],
    },
    { layout: 'layers' },
  ),
  'graph, words': figure.graph({
    nodes: ['cat', 'dog', 'bird', 'fish'],
    directed: true,
    edges: [
      ['cat', 'bird', '0.7'],
      ['cat', 'fish'],
      ['dog', 'cat', '0.2'],
    ],
  }),
  'markov, three': figure.markov(
    ['A', 'B', 'C'],
    matrix([
      ['1/2', '1/4', '1/4'],
      ['1/3', '1/3', '1/3'],
      [0, '1/5', '4/5'],
    ]),
  ),
  'markov, two': figure.markov(
    ['rain', 'sun'],
    [
      ['3/5', '2/5'],
      ['p', '3/4'],
    ],
  ),
  'markov, four': figure.markov(
    [...'ABCD'],
    [
      ['0', '0.3', '0', '0.7'],
      ['0.5', '0.5', '0', '0'],
      ['0', '0.4', '0.6', '0'],
      ['1', '0', '0', '0'],
    ],
  ),
  'computation graph': figure.computation([
    { name: 'w', value: 2, gradient: '-24' },
    { name: 'x', value: 3, gradient: '-16' },
    { name: 'b', value: 1, gradient: '-8' },
    { name: 'u', op: '×', inputs: ['w', 'x'], value: 6, gradient: '-8' },
    { name: 'v', op: '+', inputs: ['u', 'b'], value: 7, gradient: '-8' },
    { name: 'L', op: '( )^2', inputs: [['v', '2v']], value: 16, gradient: 1 },
  ]),
  'computation graph, plain': figure.computation([
    { name: 'x' },
    { name: 'y' },
    { name: 'a', op: '+', inputs: ['x', 'y'] },
    { name: 'm', op: 'max', inputs: ['x', 'y'] },
    { name: 'f', op: '×', inputs: ['a', 'm'] },
  ]),
  'tree, probabilities': figure.tree({
    children: [
      {
        branch: '1/100',
        label: 'ill',
        children: [
          { branch: '9/10', label: 'positive', marked: true },
          { branch: '1/10', label: 'negative' },
        ],
      },
      {
        branch: '99/100',
        label: 'well',
        children: [
          { branch: '1/20', label: 'positive', marked: true },
          { branch: '19/20', label: 'negative' },
        ],
      },
    ],
  }),
  'tree, code': figure.tree(
    {
      children: [
        { branch: '0', label: 'a' },
        {
          branch: '1',
          children: [
            { branch: '0', label: 'b' },
            {
              branch: '1',
              children: [
                { branch: '0', label: 'c' },
                { branch: '1', label: 'd' },
              ],
            },
          ],
        },
      ],
    },
    'down',
  ),
  'tree, decision': figure.tree(
    {
      label: 'x_1 <= 3',
      children: [
        { branch: 'yes', label: '+', marked: true },
        {
          branch: 'no',
          label: 'x_2 <= 5/2',
          children: [
            { branch: 'yes', label: '-' },
            { branch: 'no', label: '+' },
          ],
        },
      ],
    },
    'down',
  ),
  'number line': figure.numberLine({
    sets: [interval('(', '-inf', -2, ']').union(interval('(', 1, 3, ')'))],
    points: [{ at: '1/2', label: 'm' }],
  }),
  'number line, rows': figure.numberLine({
    sets: [
      { label: 'A', set: interval('[', -2, 3, ')') },
      { label: 'B', set: interval('(', 1, 'inf', ')') },
    ],
  }),
  'number line, points': figure.numberLine({
    points: [
      { at: 2, label: 'a' },
      { at: 3, label: 'b' },
      { at: '7/2', label: 'c' },
      { at: 9, label: 'd', open: true },
    ],
  }),
  'venn, two': figure.venn(['A', 'B'], { regions: { '10': 12, '11': 5, '01': '8', '00': 3 }, universe: 'U' }),
  'venn, shaded': figure.venn(['A', 'B'], { shaded: ['10', '01'] }),
  'venn, elements': figure.venn(['primes', 'even'], { regions: { '10': [3, 5, 7], '11': 2, '01': [4, 6, 8, 10], '00': [1, 9] } }),
  'venn, three': figure.venn(['A', 'B', 'C'], {
    shaded: ['110', '111'],
    regions: { '100': 7, '010': 4, '001': 9, '110': 3, '101': 2, '011': 1, '111': 6, '000': 11 },
  }),
  'venn, outside': figure.venn(['A', 'B', 'C'], { shaded: ['000', '101'], universe: 'Ω' }),
  'plane, vectors': figure.plane({
    vectors: [
      { to: vector([3, 1]), label: 'u' },
      { to: [1, 2], label: 'v', tone: 2 },
      { to: [4, 3], label: 'u + v', tone: 3 },
    ],
  }),
  'plane, image': figure.plane({
    polygons: [
      {
        corners: [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
        label: 'Q',
        tone: 2,
      },
      {
        corners: [
          [0, 0],
          [2, 1],
          [1, 3],
          [-1, 2],
        ],
        label: 'A(Q)',
      },
    ],
  }),
  'plane, lines and points': figure.plane({
    lines: [
      { normal: [2, 1], offset: 4, label: 'g' },
      {
        through: [
          [0, -1],
          [2, 1],
        ],
        label: 'h',
        tone: 3,
      },
    ],
    points: [
      { at: ['5/3', '2/3'], label: 'P' },
      { at: [-1, 2], label: 'Q', open: true },
    ],
  }),
  scatter: figure.scatter({
    classes: [
      {
        label: 'spam',
        points: [
          [1, 5],
          [2, 6],
          [2, 4],
          [3, 6],
        ],
      },
      {
        label: 'ham',
        points: [
          [6, 2],
          [7, 1],
          [7, 3],
          [8, 2],
        ],
      },
    ],
    centroids: [
      { at: [2, '21/4'], label: 'c_1' },
      { at: [7, 2], label: 'c_2' },
    ],
    lines: [{ x: '9/2' }],
    axes: ['links', 'words (100)'],
  }),
  'scatter, four classes': figure.scatter({
    classes: ['a', 'b', 'c', 'd'].map((label, i) => ({
      label: `group ${label}`,
      points: [
        [i, 1],
        [i + 1, i * 2],
        [i * 3, 4],
      ],
    })),
  }),
  plot: figure.plot({ curves: [expr`x^2 - 2x - 1`], x: [-2, 4], tangents: [{ at: 2, slope: 2, label: 't' }] }),
  'plot, pole and two curves': figure.plot({
    curves: [
      { f: expr`1/x`, label: 'f' },
      { f: expr`x/2`, label: 'g' },
    ],
    x: [-4, 4],
  }),
  'plot, area': figure.plot({ curves: [expr`4 - x^2`], x: [-3, 3], shaded: { from: -1, to: 2 } }),
  'plot, hole': figure.plot({
    curves: [{ f: expr`(x^2 - 1)/(x - 1)`, secret: true }],
    x: [-3, 3],
    points: [{ at: [1, 2], open: true }],
  }),
  'plot, sigmoid': figure.plot({
    curves: [
      { f: expr`sigmoid(x)`, label: 'σ(z)' },
      { f: expr`max(0, x)/6`, label: 'ReLU(z)/6' },
    ],
    x: [-6, 6],
    axes: ['z', 'output'],
  }),
  'plot, logarithm and jump': figure.plot({
    curves: [
      { f: expr`ln(x)`, label: 'ln x' },
      { f: expr`floor(x)/2`, label: 'jump' },
    ],
    x: [-1, 4],
  }),
  'contour, descent': figure.contour({
    f: expr`x^2 + 4y^2`,
    window: { x: [-4, 4], y: [-3, 3] },
    path: [
      [-3, 2],
      ['-12/5', '-4/5'],
      ['-48/25', '8/25'],
      ['-192/125', '-16/125'],
      ['-1', 0],
    ],
  }),
  'contour, levels': figure.contour({
    f: expr`x^2 - x*y + y^2`,
    window: { x: [-4, 4], y: [-4, 4] },
    levels: [1, 4, 9, 16],
    points: [{ at: [1, 2], label: 'P' }],
    vectors: [{ from: [1, 2], to: [1, '7/2'], label: '∇f' }],
  }),
  'contour, saddle': figure.contour({
    f: expr`x^2 - y^2`,
    variables: ['x', 'y'],
    window: { x: [-2, 2], y: [-2, 2] },
    levels: [-2, -1, 0, 1, 2],
  }),
  bars: figure.bars({ title: 'Distribution of X', labels: [0, 1, 2, 3], values: ['1/8', '3/8', '3/8', '1/8'] }),
  'bars, grouped': figure.bars({
    title: 'Label p and prediction q',
    labels: ['cat', 'dog', 'bird'],
    series: [
      { label: 'p', values: [1, 0, 0] },
      { label: 'q', values: ['0.7', '0.2', '0.1'] },
    ],
  }),
  'bars, negative': figure.bars({ title: 'Gradient', labels: ['w_1', 'w_2', 'b'], values: ['3/2', '-1/2', '-2'] }),
  'matrix, convolution': figure.matrix(
    [
      [1, 0, 2, 1],
      [0, 1, 1, 3],
      [2, 1, 0, 0],
      [1, 2, 3, 1],
    ],
    { window: { row: 1, column: 1, rows: 2, columns: 2 } },
  ),
  'matrix, attention': figure.matrix(
    [
      ['0.7', '0.2', '0.1'],
      ['0.3', '0.6', '0.1'],
      ['0.1', '0.4', '0.5'],
    ],
    {
      title: 'Attention',
      rowLabels: ['the', 'cat', 'sat'],
      columnLabels: ['the', 'cat', 'sat'],
      heat: true,
      marked: [[2, 1]],
    },
  ),
  'matrix, table': figure.matrix(
    [
      ['sunny', 'no', '-'],
      ['rain', 'yes', '+'],
      ['cloudy', 'no', '+'],
    ],
    {
      columnLabels: ['sky', 'windy', 'class'],
      rowLabels: [1, 2, 3],
    },
  ),
  'matrix, fractions': figure.matrix(
    matrix([
      [rational(1, 2), '-3/4'],
      [2, 0],
    ]),
    {
      marked: [
        [0, 1],
        [1, 0],
      ],
    },
  ),
};
