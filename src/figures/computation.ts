// A computation graph in layers from left to right: values above the nodes, gradients below them.

import { type ComputationNode, computationEdges } from '../exercise/figure/graph.ts';
import type { Figure } from '../exercise/figure.ts';
import { drawEdge, NODE, nodeBox, nodeShape, type Place } from './edges.ts';
import { type Box, union } from './geometry.ts';
import { inLayers } from './graph.ts';
import { drawLabel, labelBox, SMALL, textWidth, told } from './label.ts';
import { picture, toned } from './picture.ts';
import { placeLabels } from './placing.ts';
import { type SvgNode, svg } from './svg-node.ts';
import { listed } from './words.ts';

type ComputationFigure = Extract<Figure, { kind: 'computation' }>;

const ABOVE = 12;
const TALL = 48;

export function drawComputation({ nodes }: ComputationFigure): SvgNode {
  const edges = computationEdges(nodes);
  const names = nodes.map(({ name }) => name);
  const hasNotes = nodes.some(({ value, gradient }) => value !== undefined || gradient !== undefined);
  const sizes = nodes.map(sizeOf);
  const noteWidths = nodes.flatMap(({ value = '', gradient = '' }) => [textWidth(value, 15), textWidth(gradient, 15)]);
  const widest = Math.max(...sizes.map(({ width }) => width), ...noteWidths);
  const centres = inLayers(names, edges, widest, hasNotes ? 92 : 64);
  const places = sizes.map((size, i): Place => ({ ...size, ...(centres[i] ?? { x: 0, y: 0 }) }));
  const blocks = hasNotes ? places.map(place => ({ ...place, height: place.height + 44 })) : places;
  const at = (name: string) => places[names.indexOf(name)];
  const drawn = edges.flatMap(([from, to, label]) => {
    const [start, end] = [at(from), at(to)];
    return start && end ? [drawEdge(start, end, blocks, { label, directed: true })] : [];
  });
  const notes = nodes.flatMap((node, i) => notesOf(node, places[i]));
  const solid = [...places.map(nodeBox), ...notes.map(({ box }) => box)];
  const wishes = drawn.flatMap(({ wish }) => wish ?? []);
  const lines = drawn.flatMap(({ boxes }) => boxes);
  const labels = placeLabels(wishes, [...solid.map(box => ({ ...box, weight: 40 })), ...lines]);
  const content = union([...solid, ...lines, ...labels.map(({ box }) => box)]);
  const legend = legendOf(nodes, content.bottom + 20, (content.left + content.right) / 2);
  return picture('computation', union([content, ...legend.map(({ box }) => box)]), [
    svg(
      'g',
      { class: 'figure-edges' },
      drawn.map(({ node }) => node),
    ),
    ...nodes.map((node, i) => drawNode(node, places[i])),
    ...[...notes, ...labels, ...legend].map(({ node }) => node),
  ]);
}

function sizeOf({ name, op }: ComputationNode): Omit<Place, 'x' | 'y'> {
  const text = Math.max(textWidth(name), op === undefined ? 0 : textWidth(op, SMALL));
  const height = op === undefined ? NODE : TALL;
  return { width: Math.max(NODE, text + 16), height, radius: op === undefined ? NODE / 2 : 10 };
}

function drawNode({ name, op }: ComputationNode, at: Place | undefined): SvgNode {
  if (!at) return svg('g', {});
  const words =
    op === undefined
      ? [drawLabel(name, at)]
      : [drawLabel(name, { x: at.x, y: at.y - 11 }), drawLabel(op, { x: at.x, y: at.y + 11 }, { size: SMALL })];
  return svg('g', { class: `figure-node${op === undefined ? ' figure-input' : ''}` }, [nodeShape(at), ...words]);
}

function notesOf({ value, gradient }: ComputationNode, at: Place | undefined): { node: SvgNode; box: Box }[] {
  if (!at) return [];
  const above = { x: at.x, y: at.y - at.height / 2 - ABOVE };
  const below = { x: at.x, y: at.y + at.height / 2 + ABOVE };
  return [
    ...(value === undefined
      ? []
      : [{ node: drawLabel(value, above, { size: 15, halo: true }), box: labelBox(value, above, 15) }]),
    ...(gradient === undefined
      ? []
      : [{ node: toned(2, [drawLabel(gradient, below, { size: 15, halo: true })]), box: labelBox(gradient, below, 15) }]),
  ];
}

/** Said only where there are gradients to tell from values. */
function legendOf(nodes: readonly ComputationNode[], y: number, x: number): { node: SvgNode; box: Box }[] {
  if (nodes.every(({ gradient }) => gradient === undefined)) return [];
  const text = 'above: value, below: gradient';
  return [{ node: drawLabel(text, { x, y }, { size: SMALL, class: 'figure-quiet' }), box: labelBox(text, { x, y }, SMALL) }];
}

const INFIX = new Set(['+', '-', '−', '×', '*', '·', '/', '÷']);

export function describeComputation({ nodes }: ComputationFigure): string {
  const sentences = nodes.map(({ name, op, inputs = [], value, gradient }) => {
    const from = inputs.map(([input]) => input);
    const facts = [
      op === undefined ? `${told(name)} is an input` : `${told(name)} is ${applied(op, from)}`,
      ...(value === undefined ? [] : [`value ${told(value)}`]),
      ...(gradient === undefined ? [] : [`gradient ${told(gradient)}`]),
      ...inputs.flatMap(([input, label]) => (label === undefined ? [] : [`on the edge from ${told(input)}: ${told(label)}`])),
    ];
    return `${facts.join(', ')}.`;
  });
  return ['A computation graph from left to right.', ...sentences].join(' ');
}

/** `×` stands between its inputs; `+6` follows its one input, and `v^2` names it. */
function applied(op: string, inputs: readonly string[]): string {
  const [from = ''] = inputs;
  if (inputs.length > 1 && INFIX.has(op)) return inputs.map(told).join(` ${told(op)} `);
  if (inputs.length === 1 && op.startsWith(`${from}^`)) return told(op);
  return inputs.length === 1 && /^[+\-−]\d/.test(op) ? `${told(from)} ${told(op)}` : `${told(op)} of ${listed(inputs.map(told))}`;
}
