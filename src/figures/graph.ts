// A graph on a circle: nodes in the given order, clockwise from the top.
import type { GraphFigure } from '../exercise/figure.ts';
import { rounded, type SvgNode, svg } from './svg-node.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

const MARGIN = 6;
const ARROW = 9;
const BEND = 0.16;
const LETTER = 9;

export function drawGraph(graph: GraphFigure): SvgNode {
  const places = layout(graph.nodes.length);
  const node = nodeRadius(graph.nodes);
  const place = new Map(graph.nodes.map((name, i) => [name, places[i] ?? { x: 0, y: 0 }]));
  const at = (name: string) => place.get(name) ?? fail(name);
  const edges = graph.edges.map(([from, to]) => drawEdge(graph, at(from), at(to), node, isDoubled(graph, from, to)));
  const nodes = graph.nodes.map(name => drawNode(name, at(name), node, graph.marked?.includes(name) ?? false));
  const loops = graph.edges.some(([from, to]) => from === to) ? node * 1.6 : 0;
  return svg('svg', { class: 'figure figure-graph', viewBox: viewBox(places, node + MARGIN + loops) }, [
    svg('g', { class: 'figure-edges', fill: 'none', stroke: 'currentColor', 'stroke-width': 2 }, edges),
    ...nodes,
  ]);
}

/** Evenly on a circle that grows with the number of nodes; a flat polygon stands on its base. */
function layout(count: number): Point[] {
  if (count === 1) return [{ x: 0, y: 0 }];
  const radius = 52 + 9 * Math.min(count, 10);
  const start = count % 2 === 0 && count > 2 ? -Math.PI / 2 - Math.PI / count : -Math.PI / 2;
  return Array.from({ length: count }, (_, i) => {
    const angle = (count === 2 ? Math.PI : start) + (2 * Math.PI * i) / count;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
}

function nodeRadius(names: readonly string[]): number {
  return Math.max(17, ...names.map(name => 7 + (LETTER * [...name].length) / 2));
}

function viewBox(places: readonly Point[], margin: number): string {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  return [left, top, Math.max(...xs) + margin - left, Math.max(...ys) + margin - top].map(rounded).join(' ');
}

function drawNode(name: string, { x, y }: Point, r: number, marked: boolean): SvgNode {
  const centre = { cx: rounded(x), cy: rounded(y) };
  const rings = marked
    ? [svg('circle', { ...centre, r: r + 4, class: 'figure-ring', fill: 'none', stroke: 'currentColor' })]
    : [];
  return svg('g', { class: marked ? 'figure-node figure-marked' : 'figure-node' }, [
    ...rings,
    svg('circle', { ...centre, r, class: 'figure-disc', stroke: 'currentColor', 'stroke-width': 2 }),
    svg('text', { x: rounded(x), y: rounded(y), dy: '0.35em', 'text-anchor': 'middle', fill: 'currentColor' }, [name]),
  ]);
}

/** The same two nodes are joined by another edge too: then both bend away from each other. */
function isDoubled({ edges, directed }: GraphFigure, from: string, to: string): boolean {
  const there = edges.filter(edge => edge[0] === from && edge[1] === to).length;
  const back = edges.filter(edge => edge[0] === to && edge[1] === from).length;
  return from !== to && (directed ? back > 0 : there + back > 1);
}

function drawEdge({ directed }: GraphFigure, from: Point, to: Point, node: number, bent: boolean): SvgNode {
  if (from === to) return drawLoop(from, node);
  const control = bent ? beside(from, to) : { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const start = towards(from, control, node);
  const tip = towards(to, control, node + (directed ? 3 : 0));
  const line = directed ? towards(tip, control, ARROW - 2) : tip;
  const path = svg('path', {
    d: bent ? `M ${xy(start)} Q ${xy(control)} ${xy(line)}` : `M ${xy(start)} L ${xy(line)}`,
  });
  return directed ? svg('g', {}, [path, drawArrow(tip, control)]) : path;
}

function drawArrow(tip: Point, from: Point): SvgNode {
  const base = towards(tip, from, ARROW);
  const [dx, dy] = [(tip.y - base.y) * 0.5, (base.x - tip.x) * 0.5];
  const corners = [tip, { x: base.x + dx, y: base.y + dy }, { x: base.x - dx, y: base.y - dy }];
  return svg('path', { class: 'figure-arrow', d: `M ${corners.map(xy).join(' L ')} Z`, fill: 'currentColor', stroke: 'none' });
}

/** A circle that touches the node on the side away from the middle. */
function drawLoop(at: Point, node: number): SvgNode {
  const length = Math.hypot(at.x, at.y) || 1;
  const centre = { x: at.x + (at.x / length) * node * 1.2, y: at.y + (length === 1 ? -1 : at.y / length) * node * 1.2 };
  return svg('circle', { cx: rounded(centre.x), cy: rounded(centre.y), r: rounded(node * 0.8) });
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * distance, y: from.y + ((to.y - from.y) / length) * distance };
}

function beside(from: Point, to: Point): Point {
  return {
    x: (from.x + to.x) / 2 + (to.y - from.y) * BEND,
    y: (from.y + to.y) / 2 - (to.x - from.x) * BEND,
  };
}

function xy({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`;
}

function fail(name: string): never {
  throw new RangeError(`an edge names ${name}, which is no node`);
}
