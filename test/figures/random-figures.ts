// Random figures of every kind, as large and as wordy as their constructors allow.
import fc from 'fast-check';
import type { TreeLike } from '../../src/exercise/figure/tree.ts';
import type { Figure } from '../../src/exercise/figure.ts';
import { expr, figure, interval, Rational, rational } from '../../src/kit.ts';

const int = (min: number, max: number) => fc.integer({ min, max });
const fraction = fc.tuple(int(-20, 20), int(1, 9)).map(([a, b]) => rational(a, b));
const name = (most: number) => fc.stringMatching(new RegExp(`^[a-z][a-z0-9]{0,${most - 1}}$`));
const decimal = int(-99, 99).map(n => rational(n, 10));
const point = (range = 6) => fc.tuple(int(-range, range), int(-range, range)).map(([x, y]) => [x, y] as const);
const labelled = (most: number) => fc.record({ at: point(), label: name(most), open: fc.boolean() });
const letters = [...'ABCDEFGHIJKL'];

/** Only what the constructor takes: its refusals are tested elsewhere. */
const made = <T>(inputs: fc.Arbitrary<T>, make: (input: T) => Figure): fc.Arbitrary<Figure> =>
  inputs
    .map(input => {
      try {
        return [make(input)];
      } catch {
        return [];
      }
    })
    .filter(figures => figures.length > 0)
    .map(([made]) => made as Figure);

const edgesOn = (nodes: readonly string[], directed: boolean) =>
  fc.uniqueArray(fc.tuple(fc.nat(nodes.length - 1), fc.nat(nodes.length - 1), fc.option(int(1, 99))), {
    maxLength: 14,
    selector: ([a, b]) => (directed ? `${a},${b}` : `${Math.min(a, b)},${Math.max(a, b)}`),
  });

const graphs = made(
  fc.tuple(int(1, 12), fc.boolean(), name(8)).chain(([count, directed, word]) => {
    const nodes = letters.slice(0, count).map((letter, i) => (i === 0 && count < 6 ? word : letter));
    return fc.record({
      nodes: fc.constant(nodes),
      directed: fc.constant(directed),
      edges: edgesOn(nodes, directed),
      values: fc.option(fc.array(decimal, { minLength: count, maxLength: count })),
    });
  }),
  ({ nodes, directed, edges, values }) => {
    const named = edges.map(([a, b, weight]) => [nodes[a] ?? '', nodes[b] ?? '', weight ?? undefined] as const);
    const plain = named.map(([from, to, weight]) =>
      weight === undefined ? ([from, to] as const) : ([from, to, weight] as const),
    );
    return figure.graph({ nodes, directed, edges: plain }, { marked: nodes.slice(0, 1), ...(values ? { values } : {}) });
  },
);

const layered = made(
  fc.tuple(int(2, 9), fc.array(fc.tuple(fc.nat(8), fc.nat(8), int(1, 9)), { maxLength: 10 })),
  ([count, pairs]) => {
    const nodes = letters.slice(0, count);
    const edges = pairs
      .filter(([a, b]) => a < b && b < count)
      .map(([a, b, weight]) => [nodes[a] ?? '', nodes[b] ?? '', weight] as const);
    return figure.graph({ nodes, directed: true, edges }, { layout: 'layers' });
  },
);

const markov = made(
  fc.tuple(int(2, 5), fc.array(int(0, 3), { minLength: 25, maxLength: 25 }), name(5)),
  ([count, weights, word]) => {
    const rows = letters.slice(0, count).map((_, i) => {
      const own = weights.slice(5 * i, 5 * i + count);
      const total = own.reduce((a, b) => a + b, 0);
      return own.map((weight, j) => (total > 0 ? rational(weight, total) : i === j ? 1 : 0));
    });
    return figure.markov([word, ...letters.slice(1, count)], rows);
  },
);

const computation = made(
  fc.array(
    fc.tuple(
      fc.array(fc.nat(9), { maxLength: 2 }),
      fc.constantFrom('+', '×', 'max', 'exp'),
      int(-99, 999),
      fraction,
      fc.boolean(),
    ),
    { minLength: 2, maxLength: 9 },
  ),
  nodes =>
    figure.computation(
      nodes.map(([inputs, op, value, gradient, isLabelled], i) => {
        const from = [...new Set(inputs.filter(j => j < i))].map(j => (isLabelled ? ([`n_${j}`, `${j}`] as const) : `n_${j}`));
        return { name: `n_${i}`, ...(from.length > 0 ? { op, inputs: from } : {}), value, gradient };
      }),
    ),
);

const { node: randomTree } = fc.letrec<{ node: TreeLike }>(tie => ({
  node: fc.record(
    {
      label: name(5),
      branch: fc.oneof(name(3), int(0, 1)),
      marked: fc.boolean(),
      children: fc.array(tie('node'), { maxLength: 3 }),
    },
    { requiredKeys: [] },
  ),
}));
const trees = made(fc.tuple(randomTree, fc.constantFrom('right' as const, 'down' as const)), ([root, grows]) =>
  figure.tree(root, grows),
);

const pieces = fc.tuple(fraction, fraction, fc.boolean(), fc.boolean()).filter(([a, b]) => !a.equals(b));
const numberLines = made(
  fc.record({
    rows: fc.array(fc.tuple(name(4), pieces), { maxLength: 3 }),
    points: fc.array(fc.record({ at: fraction, label: name(6), open: fc.boolean() }), { maxLength: 5 }),
  }),
  ({ rows, points }) => {
    const sets = rows.map(([label, [a, b, left, right]]) => {
      const [low, high] = a.compare(b) < 0 ? [a, b] : [b, a];
      return { label, set: interval(left ? '[' : '(', low, high, right ? ']' : ')') };
    });
    return figure.numberLine({ sets, points });
  },
);

const regions = (count: number) => Array.from({ length: 2 ** count }, (_, i) => i.toString(2).padStart(count, '0'));
const venns = made(
  fc.tuple(
    int(2, 3),
    fc.array(fc.array(int(1, 99), { maxLength: 4 }), { minLength: 8, maxLength: 8 }),
    fc.array(fc.nat(7)),
    fc.option(name(3)),
    name(12),
  ),
  ([count, contents, shaded, universe, word]) =>
    figure.venn([word, ...letters.slice(1, count)], {
      shaded: [...new Set(shaded)].flatMap(i => regions(count)[i] ?? []),
      regions: Object.fromEntries(regions(count).map((region, i) => [region, contents[i] ?? []])),
      ...(universe ? { universe } : {}),
    }),
);

const tone = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
const lines = fc.array(fc.record({ normal: point(3), offset: int(-5, 5), label: name(2), tone }), { maxLength: 3 });
const planes = made(
  fc.record({
    points: fc.array(labelled(6), { maxLength: 6 }),
    vectors: fc.array(fc.record({ to: point(), from: point(), label: name(3), tone }), { maxLength: 4 }),
    lines,
    polygons: fc.array(fc.record({ corners: fc.array(point(), { minLength: 3, maxLength: 5 }), label: name(4), tone }), {
      maxLength: 2,
    }),
  }),
  figure.plane,
);
const scatters = made(
  fc.record({
    classes: fc.array(
      fc.record({
        label: name(14),
        points: fc.array(
          fc.tuple(int(0, 50), decimal).map(([x, y]) => [x, y] as const),
          { minLength: 1, maxLength: 8 },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    centroids: fc.array(fc.record({ at: point(), label: name(5) }), { maxLength: 4 }),
    lines,
    axes: fc.tuple(name(14), name(14)),
  }),
  figure.scatter,
);

const curves = [
  expr`x^2 - x`,
  expr`1/x`,
  expr`ln(x)`,
  expr`floor(x)`,
  expr`exp(x)`,
  expr`100sin(x)`,
  expr`sqrt(x)/1000`,
  expr`1/(x^2 - 1)`,
  expr`tan(x)`,
  expr`3`,
];
const plots = made(
  fc.record({
    chosen: fc.uniqueArray(fc.nat(curves.length - 1), { minLength: 1, maxLength: 4 }),
    x: fc.tuple(int(-9, 0), int(1, 9)),
    points: fc.array(labelled(6), { maxLength: 3 }),
    tangents: fc.array(fc.record({ at: decimal, slope: fraction, label: name(3) }), { maxLength: 2 }),
    word: name(14),
    isShaded: fc.boolean(),
  }),
  ({ chosen, x, points, tangents, word, isShaded }) =>
    figure.plot({
      curves: chosen.map(i => ({ f: curves[i] ?? expr`x`, label: word })),
      x,
      points,
      tangents,
      axes: ['x', word],
      ...(isShaded ? { shaded: { from: x[0], to: x[1] } } : {}),
    }),
);

const fields = [
  expr`x^2 + y^2`,
  expr`x^2 - x*y + 2y^2`,
  expr`x*y`,
  expr`x^2 - y^2`,
  expr`x^3 - 3x + y^2`,
  expr`exp(x) + y`,
  expr`abs(x) + abs(y)`,
];
const contours = made(
  fc.record({
    f: fc.constantFrom(...fields),
    window: fc.record({ x: fc.tuple(int(-5, -1), int(1, 5)), y: fc.tuple(int(-5, -1), int(1, 5)) }),
    levels: fc.option(fc.uniqueArray(int(-5, 20), { minLength: 1, maxLength: 6 }), { nil: undefined }),
    path: fc.array(
      fc.tuple(fraction, fraction).map(([x, y]) => [x, y] as const),
      { maxLength: 8 },
    ),
    points: fc.array(
      labelled(4).filter(({ at }) => Math.max(...at.map(Math.abs)) <= 1),
      { maxLength: 3 },
    ),
  }),
  ({ levels, ...rest }) => figure.contour(levels ? { ...rest, levels } : rest),
);

const bars = made(
  fc.record({
    labels: fc.uniqueArray(name(12), { minLength: 1, maxLength: 10 }),
    series: int(1, 3),
    values: fc.array(fraction, { minLength: 30, maxLength: 30 }),
    word: name(14),
  }),
  ({ labels, series, values, word }) =>
    figure.bars({
      title: 'A title',
      labels,
      series: Array.from({ length: series }, (_, k) => ({
        label: word,
        values: labels.map((_, i) => values[3 * i + k] ?? Rational.from(0)),
      })),
    }),
);
const matrices = made(
  fc.record({
    rows: int(1, 10),
    columns: int(1, 8),
    entries: fc.array(fc.oneof(fraction, name(8)), { minLength: 80, maxLength: 80 }),
    heads: fc.boolean(),
    word: name(8),
  }),
  ({ rows, columns, entries, heads, word }) =>
    figure.matrix(
      Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => entries[8 * i + j] ?? 0)),
      heads
        ? {
            rowLabels: Array.from({ length: rows }, () => word),
            columnLabels: Array.from({ length: columns }, () => word),
            marked: [[0, 0]],
          }
        : {},
    ),
);

export const RANDOM: Readonly<Record<string, fc.Arbitrary<Figure>>> = {
  ...{
    graphs,
    layered,
    markov,
    computation,
    trees,
    'number lines': numberLines,
    venns,
    planes,
    scatters,
    plots,
    contours,
    bars,
    matrices,
  },
};
