// Graphs, layered graphs, Markov chains and computation graphs as data.
import type { Graph } from '../../math/graph.ts';
import { Matrix } from '../../math/matrix.ts';
import { Rational, type RationalLike, sum } from '../../math/rational.ts';
import { filled, must, requireDistinct, type Shown, shown } from './value.ts';

export type FigureEdge = readonly [from: string, to: string] | readonly [from: string, to: string, label: string];

/** Nodes stand on a circle in the given order, or in layers from left to right; edges are pairs of node names. */
export interface GraphFigure {
  readonly kind: 'graph';
  readonly nodes: readonly string[];
  readonly edges: readonly FigureEdge[];
  readonly directed: boolean;
  readonly layout?: 'layers';
  /** Names of nodes to stress. */
  readonly marked?: readonly string[];
  /** Pairs of edges to stress. */
  readonly bold?: readonly (readonly [from: string, to: string])[];
  /** At most four groups of nodes, told apart by colour and by border. */
  readonly groups?: readonly (readonly string[])[];
  /** One beside each node, such as its feature. */
  readonly values?: readonly string[];
}

type Node = string | number;

/** Rough widths, in the units of the drawing, which is 320 across. */
const NODE = 36;
const LETTER = 8;

interface GraphLook {
  /** For graphs without a directed circle. */
  readonly layout?: 'layers';
  readonly marked?: readonly Node[];
  readonly bold?: readonly (readonly [Node, Node, ...unknown[]])[];
  readonly groups?: readonly (readonly Node[])[];
  /** In the order of the nodes. */
  readonly values?: readonly Shown[];
}

/** A kit graph, or nodes (a number n stands for 1 to n) and edges with or without a weight or label; 12 nodes at most. */
export function graph(
  source: Graph | { nodes: number | readonly Node[]; edges: readonly (readonly [Node, Node, Shown?])[]; directed?: boolean },
  { layout, marked, bold, groups, values }: GraphLook = {},
): GraphFigure {
  const nodes = typeof source.nodes === 'number' ? Array.from({ length: source.nodes }, (_, i) => i + 1) : source.nodes;
  const edges: readonly (readonly [Node, Node, Shown?])[] = source.edges;
  const figure: GraphFigure = filled({
    kind: 'graph' as const,
    nodes: nodes.map(node => shown(node, 8)),
    edges: edges.map(([from, to, label]): FigureEdge => {
      return label === undefined ? [`${from}`, `${to}`] : [`${from}`, `${to}`, shown(label, 8)];
    }),
    directed: source.directed ?? false,
    layout,
    marked: marked?.map(String),
    bold: bold?.map(([from, to]) => [`${from}`, `${to}`] as const),
    groups: groups?.map(group => group.map(String)),
    values: values?.map(value => shown(value, 10)),
  });
  requireGraph(figure);
  return figure;
}

function requireGraph({ nodes, edges, marked = [], bold = [], groups = [], values, layout, directed }: GraphFigure): void {
  requireDistinct(nodes, 'node');
  must(nodes.length > 0 && nodes.length <= 12, 'a graph figure has 1 to 12 nodes');
  const ends = [...edges, ...bold].map(([from, to]) => [from, to]);
  for (const name of [...ends.flat(), ...marked, ...groups.flat()]) {
    must(nodes.includes(name), `${name} is no node of this figure`);
  }
  for (const [from, to] of bold) {
    const isThere = edges.some(([a, b]) => (a === from && b === to) || (!directed && a === to && b === from));
    must(isThere, `there is no edge ${from}–${to} to stress`);
  }
  must(groups.length <= 4, 'a figure has at most four groups');
  must(values === undefined || values.length === nodes.length, 'one value a node');
  const longest = Math.max(...[...nodes, ...(values ?? [])].map(text => [...text].length));
  if (layout === 'layers') {
    const layers = [...layersOf(nodes, edges).values()];
    mustBeLow(layers, 6);
    const room = 300 / (1 + Math.max(...layers));
    must(Math.max(NODE, longest * LETTER + 18) + 16 <= room, 'the names are too long for so many layers');
  } else must(longest <= 3 || nodes.length <= 6, 'more than six nodes on a circle have names of three signs at most');
}

function mustBeLow(layers: readonly number[], most: number): void {
  const isLow = layers.every(layer => layers.filter(other => other === layer).length <= most);
  must(isLow, `a layer of this figure has at most ${most} nodes`);
}

/** The layer of each node: one more than the highest that leads to it. Throws on a circle. */
export function layersOf(nodes: readonly string[], edges: readonly FigureEdge[]): ReadonlyMap<string, number> {
  const layers = new Map<string, number>();
  while (layers.size < nodes.length) {
    const before = layers.size;
    for (const node of nodes) {
      const sources = edges.filter(([, to]) => to === node).map(([from]) => layers.get(from) ?? Number.NaN);
      const layer = 1 + Math.max(-1, ...sources);
      if (!layers.has(node) && !Number.isNaN(layer)) layers.set(node, layer);
    }
    must(layers.size > before, 'a layered figure has no directed circle');
  }
  return layers;
}

/** Row i holds the probabilities from state i, as text; an unknown one is a letter or `?`. */
export interface MarkovFigure {
  readonly kind: 'markov';
  readonly states: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A kit matrix, or rows with `?` or a letter for what is asked. Throws where a row of numbers does not add up to 1. */
export function markov(states: readonly string[], rows: Matrix | readonly (readonly RationalLike[])[]): MarkovFigure {
  const table = (rows instanceof Matrix ? rows.entries : rows).map(row => row.map(entry => shown(entry, 6)));
  const isSquare = table.length === states.length && table.every(row => row.length === states.length);
  must(isSquare, 'a Markov chain has a row and a column for each state');
  must(states.length > 1 && states.length <= 5, 'a Markov figure has 2 to 5 states');
  requireDistinct(states, 'state');
  for (const row of table.filter(entries => entries.every(isNumber))) {
    const isStochastic = row.every(entry => Rational.from(entry).sign() >= 0) && sum(row).equals(1);
    must(isStochastic, `the row ${row.join(', ')} is no distribution`);
  }
  return { kind: 'markov', states: states.map(state => shown(state, states.length > 3 ? 5 : 9)), rows: table };
}

function isNumber(text: string): boolean {
  return /\d/.test(text);
}

export interface ComputationNode {
  readonly name: string;
  /** The operation, such as `×`, `+`, `σ` or `( )^2`; inputs have none. */
  readonly op?: string;
  /** Names of nodes; with a label on the edge, such as a local slope. */
  readonly inputs?: readonly (readonly [name: string] | readonly [name: string, label: string])[];
  /** Forward, above the node. */
  readonly value?: string;
  /** Backward, below the node. */
  readonly gradient?: string;
}

/** Nodes in layers from left to right. */
export interface ComputationFigure {
  readonly kind: 'computation';
  readonly nodes: readonly ComputationNode[];
}

interface ComputationNodeLike {
  readonly name: string;
  readonly op?: string;
  readonly inputs?: readonly (string | readonly [name: string, label: Shown])[];
  readonly value?: Shown;
  readonly gradient?: Shown;
}

/** Any order; 12 nodes in six layers of four at most, the edges as `inputs` of the node that they lead to. Throws on a circle. */
export function computation(nodes: readonly ComputationNodeLike[]): ComputationFigure {
  const made = nodes.map(({ name, op, inputs, value, gradient }): ComputationNode => {
    return filled({
      name: shown(name, 6),
      op: op === undefined ? undefined : shown(op, 6),
      inputs: inputs?.map(input => (typeof input === 'string' ? ([input] as const) : ([input[0], shown(input[1], 6)] as const))),
      value: value === undefined ? undefined : shown(value, 7),
      gradient: gradient === undefined ? undefined : shown(gradient, 7),
    });
  });
  const names = made.map(({ name }) => name);
  requireDistinct(names, 'node');
  must(names.length > 0 && names.length <= 12, 'a computation graph has 1 to 12 nodes');
  for (const [from] of made.flatMap(({ inputs = [] }) => inputs)) must(names.includes(from), `${from} is no node of this figure`);
  const layers = layersOf(names, computationEdges(made));
  mustBeLow([...layers.values()], 4);
  const room = 306 / (1 + Math.max(...layers.values()));
  const inside = Math.max(...made.map(({ name, op = '' }) => Math.max([...name].length, [...op].length)));
  const outside = Math.max(...made.map(({ value = '', gradient = '' }) => Math.max(value.length, gradient.length)));
  const needed = 14 + Math.max(NODE, inside * LETTER + 16, outside * LETTER);
  must(needed <= room, 'a computation graph has at most six layers, fewer where its labels are long');
  return { kind: 'computation', nodes: made };
}

export function computationEdges(nodes: readonly ComputationNode[]): FigureEdge[] {
  return nodes.flatMap(({ name, inputs = [] }) => {
    return inputs.map(([from, label]): FigureEdge => (label === undefined ? [from, name] : [from, name, label]));
  });
}
