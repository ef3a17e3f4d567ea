// A graph: nodes on a circle, clockwise from the top, or in layers from left to right; with weights, groups and values.

import { type FigureEdge, layersOf } from '../exercise/figure/graph.ts';
import type { Figure } from '../exercise/figure.ts';
import { type DrawnEdge, drawEdge, drawLoop, NODE, nodeBox, nodeShape, type Place } from './edges.ts';
import { type Point, union } from './geometry.ts';
import { drawLabel, SMALL, textWidth, told } from './label.ts';
import { dashOf, picture, WIDEST } from './picture.ts';
import { placeLabels } from './placing.ts';
import { type SvgNode, svg } from './svg-node.ts';
import { listed } from './words.ts';

type GraphFigure = Extract<Figure, { kind: 'graph' }>;

const LAYER_GAP = 92;
const ROW_GAP = 66;

export function drawGraph(figure: GraphFigure): SvgNode {
  const { nodes, edges, directed, bold = [], values } = figure;
  const sizes = nodes.map((name, i) => sizeOf(name, values?.[i]));
  const widest = Math.max(...sizes.map(({ width }) => width));
  const centres = figure.layout === 'layers' ? inLayers(nodes, edges, widest) : onCircle(nodes.length, widest);
  const places = sizes.map((size, i): Place => ({ ...size, ...(centres[i] ?? { x: 0, y: 0 }) }));
  const at = (name: string): Place => places[nodes.indexOf(name)] ?? fail(name);
  const drawn = edges.map(([from, to, label], i): DrawnEdge => {
    const isBold = bold.some(pair => sameEnds(pair, [from, to], directed));
    const look = { label, directed, bold: isBold, bend: bendOf(edges, i, directed) };
    return from === to ? drawLoop(at(from), awayFromMiddle(at(from)), look) : drawEdge(at(from), at(to), places, look);
  });
  return assemble(
    'graph',
    places,
    drawn,
    nodes.map((name, i) => drawNode(figure, name, places[i] ?? at(name), values?.[i])),
  );
}

/** Edges below, nodes over them, labels on top. */
export function assemble(
  kind: string,
  places: readonly Place[],
  drawn: readonly DrawnEdge[],
  nodes: readonly SvgNode[],
): SvgNode {
  const discs = places.map(place => nodeBox(grown(place, 10)));
  const wishes = drawn.flatMap(({ wish }) => wish ?? []);
  const lines = drawn.flatMap(({ boxes }) => boxes);
  const labels = placeLabels(wishes, [...discs.map(disc => ({ ...disc, weight: 6 })), ...lines]);
  const content = union([...discs, ...lines, ...labels.map(({ box }) => box)]);
  return picture(kind, content, [
    svg(
      'g',
      { class: 'figure-edges' },
      drawn.map(({ node }) => node),
    ),
    ...nodes,
    ...labels.map(({ node }) => node),
  ]);
}

function sizeOf(name: string, value: string | undefined): Omit<Place, 'x' | 'y'> {
  const text = Math.max(textWidth(name), value === undefined ? 0 : textWidth(value, SMALL));
  const height = value === undefined ? NODE : 46;
  return { width: Math.max(height, text + 18), height, radius: value === undefined ? NODE / 2 : 14 };
}

/** Evenly on a circle that grows with the number of nodes; a flat polygon stands on its base. */
function onCircle(count: number, widest: number): Point[] {
  if (count === 1) return [{ x: 0, y: 0 }];
  const radius = Math.min(132, 50 + 8 * count);
  const across = Math.min(radius, (WIDEST - 18 - widest) / 2);
  const start = count % 2 === 0 && count > 2 ? -Math.PI / 2 - Math.PI / count : -Math.PI / 2;
  return Array.from({ length: count }, (_, i) => {
    const angle = (count === 2 ? Math.PI : start) + (2 * Math.PI * i) / count;
    return { x: across * Math.cos(angle), y: radius * Math.sin(angle) };
  });
}

/** Sources left; in each layer in the order of the means of where their edges come from. */
export function inLayers(nodes: readonly string[], edges: readonly FigureEdge[], widest: number, row = ROW_GAP): Point[] {
  const layers = layersOf(nodes, edges);
  const last = Math.max(...layers.values());
  const pitch = last > 0 ? Math.min(LAYER_GAP, (WIDEST - 18 - widest) / last) : 0;
  const height = new Map<string, number>();
  for (let layer = 0; layer <= last; layer++) {
    const own = nodes.filter(node => layers.get(node) === layer);
    const mean = (node: string) => {
      const sources = edges.filter(([, to]) => to === node).map(([from]) => height.get(from) ?? 0);
      return sources.reduce((a, b) => a + b, 0) / (sources.length || 1);
    };
    const order = own.map((node, i) => ({ node, key: mean(node) + i * 1e-6 })).sort((a, b) => a.key - b.key);
    for (const [i, { node }] of order.entries()) height.set(node, (i - (own.length - 1) / 2) * row);
  }
  return nodes.map(node => ({ x: (layers.get(node) ?? 0) * pitch, y: height.get(node) ?? 0 }));
}

/** The same place with a rim around it. */
export function grown(place: Place, by: number): Place {
  return { ...place, width: place.width + by, height: place.height + by, radius: place.radius + by / 2 };
}

function awayFromMiddle({ x, y }: Point): number {
  return Math.hypot(x, y) < 1 ? -Math.PI / 2 : Math.atan2(y, x);
}

function sameEnds([a, b]: readonly [string, string], [c, d]: readonly [string, string], directed: boolean): boolean {
  return (a === c && b === d) || (!directed && a === d && b === c);
}

/** Edges between the same two nodes bend away from each other. */
function bendOf(edges: readonly FigureEdge[], i: number, directed: boolean): number {
  const [from = '', to = ''] = edges[i] ?? [];
  const same = edges.flatMap((edge, j) => (sameEnds([from, to], [edge[0], edge[1]], false) ? [j] : []));
  if (same.length < 2) return 0;
  const turn = directed || from < to ? 1 : -1;
  const rank = edges.filter((edge, j) => j < i && edge[0] === from && edge[1] === to).length;
  return turn * 0.16 * (1 + rank) * (directed || same.indexOf(i) % 2 === 0 ? 1 : -1);
}

function drawNode({ marked = [], groups = [] }: GraphFigure, name: string, at: Place, value: string | undefined): SvgNode {
  const group = groups.findIndex(names => names.includes(name)) + 1;
  const isMarked = marked.includes(name);
  const tone = group > 0 ? ` figure-toned figure-tone-${group}` : '';
  const ring = grown(at, 9);
  const lift = value === undefined ? 0 : 9;
  return svg('g', { class: `figure-node${isMarked ? ' figure-marked' : ''}${tone}` }, [
    ...(isMarked ? [nodeShape(ring, { class: 'figure-ring', fill: 'none', 'stroke-width': 1.5 })] : []),
    nodeShape(at, group > 0 ? { ...dashOf(group), 'stroke-width': 2.5 } : {}),
    drawLabel(name, { x: at.x, y: at.y - lift }),
    ...(value === undefined ? [] : [drawLabel(value, { x: at.x, y: at.y + 11 }, { size: SMALL })]),
  ]);
}

function fail(name: string): never {
  throw new RangeError(`an edge names ${name}, which is no node`);
}

export function describeGraph({ nodes, edges, directed, marked = [], bold = [], groups = [], values }: GraphFigure): string {
  const kind = directed ? 'A directed graph' : 'A graph';
  const pair = ([from, to]: readonly [string, string, ...unknown[]]) => `${told(from)}${directed ? ' to ' : '–'}${told(to)}`;
  const links = edges.map(edge => (edge[2] === undefined ? pair(edge) : `${pair(edge)} (${told(edge[2])})`));
  const names = nodes.map((name, i) => (values?.[i] === undefined ? told(name) : `${told(name)} (value ${told(values[i])})`));
  return [
    `${kind} on the nodes ${listed(names)}.`,
    links.length > 0 ? `Edges: ${listed(links)}.` : 'It has no edges.',
    groups.length > 0 ? `Groups: ${groups.map((group, i) => `${i + 1} with ${listed(group.map(told))}`).join('; ')}.` : '',
    bold.length > 0 ? `Bold edges: ${listed(bold.map(pair))}.` : '',
    marked.length > 0 ? `Marked: ${listed(marked.map(told))}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
