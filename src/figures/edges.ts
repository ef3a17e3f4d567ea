// Nodes as rounded boxes and the edges between them: straight or bent around what is in the way, with arrows and labels.
import { type Box, between, boxAround, distance, onBend, type Point, towards, xy } from './geometry.ts';
import { textWidth } from './label.ts';
import { stroke } from './picture.ts';
import type { Wish } from './placing.ts';
import { rounded, type SvgNode, svg } from './svg-node.ts';

export interface Place extends Point {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

export interface DrawnEdge {
  readonly node: SvgNode;
  readonly wish?: Wish;
  readonly boxes: readonly Box[];
}

export interface EdgeLook {
  readonly label?: string | undefined;
  readonly directed: boolean;
  readonly bold?: boolean;
  /** A first bend as a share of the length, to the left of the way. */
  readonly bend?: number;
}

export const NODE = 36;
const ARROW = 9;
const REST = 3;

export function nodeBox({ x, y, width, height }: Place): Box {
  return boxAround({ x, y }, width, height);
}

/** Distance from the border of a rounded box, negative inside. */
function outside({ x, y, width, height, radius }: Place, p: Point): number {
  const [dx, dy] = [Math.abs(p.x - x) - (width / 2 - radius), Math.abs(p.y - y) - (height / 2 - radius)];
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

/** An edge that keeps away from the other nodes; its label stands beside its middle. */
export function drawEdge(from: Place, to: Place, others: readonly Place[], look: EdgeLook): DrawnEdge {
  const control = clearWay(from, to, others, look.bend ?? 0);
  const on = (share: number) => onBend(from, control, to, share);
  const start = shareWhere(share => outside(from, on(share)) - 1, 0, 1);
  const leaves = (rest: number) => shareWhere(share => rest - outside(to, on(share)), 0, 1);
  const [tip, end] = look.directed ? [leaves(REST), leaves(REST + ARROW - 2)] : [leaves(1), leaves(1)];
  const inner = between(between(from, control, start), between(control, to, start), end);
  const isStraight = distance(control, between(from, to)) < 0.5;
  const d = isStraight ? `M ${xy(on(start))} L ${xy(on(end))}` : `M ${xy(on(start))} Q ${xy(inner)} ${xy(on(end))}`;
  const path = stroke(d, look.bold ? 4 : 1.75);
  const parts = look.directed ? [path, drawArrow(on(tip), on(Math.max(0, tip - 0.04)))] : [path];
  const node = svg('g', { class: look.bold ? 'figure-edge figure-marked' : 'figure-edge' }, parts);
  const way = (share: number) => on(start + (tip - start) * share);
  const boxes = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map(share => boxAround(way(share), 5));
  return look.label === undefined ? { node, boxes } : { node, boxes, wish: labelOn(way, look.label) };
}

/** On the edge itself, which the rim of the label cuts. */
function labelOn(way: (share: number) => Point, text: string): Wish {
  const aside = textWidth(text, 15) > 24 ? [] : [0.5, 0.42, 0.58, 0.35, 0.65];
  const [middle, behind] = [way(0.5), way(0.55)];
  const normal = Math.atan2(behind.y - middle.y, behind.x - middle.x) - Math.PI / 2;
  return { text, size: 15, at: middle, gap: 3, towards: normal, first: aside.map(way) };
}

/** The control point with the least bend that keeps the edge clear of other nodes. */
function clearWay(from: Place, to: Place, others: readonly Place[], first: number): Point {
  const middle = { x: mean(others.map(({ x }) => x)), y: mean(others.map(({ y }) => y)) };
  const inwards = distance(beside(from, to, 0.1), middle) < distance(beside(from, to, -0.1), middle) ? 1 : -1;
  const bends = [0, 0.08, -0.08, 0.15, -0.15, 0.28, -0.28, 0.42, -0.42, 0.6, -0.6].map(bend => first + inwards * bend);
  const controls = bends.map(bend => beside(from, to, bend));
  const isClear = (control: Point) =>
    [0.15, 0.25, 0.35, 0.45, 0.5, 0.55, 0.65, 0.75, 0.85].every(share => {
      const p = onBend(from, control, to, share);
      return others.every(other => isAt(other, from) || isAt(other, to) || outside(other, p) > 4);
    });
  return controls.find(isClear) ?? beside(from, to, first);
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / (values.length || 1);
}

function isAt(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y;
}

function beside(from: Point, to: Point, bend: number): Point {
  const middle = between(from, to);
  return { x: middle.x + (to.y - from.y) * bend * 2, y: middle.y - (to.x - from.x) * bend * 2 };
}

/** Where a function along the edge turns positive for good, from the side that is asked; it is monotone enough near the nodes. */
function shareWhere(f: (share: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let i = 0; i < 30; i++) {
    const middle = (a + b) / 2;
    if (f(middle) < 0) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

/** A head whose tip is at the point, coming from the other. */
export function drawArrow(tip: Point, from: Point, length = ARROW): SvgNode {
  const base = towards(tip, from, length);
  const [dx, dy] = [(tip.y - base.y) * 0.45, (base.x - tip.x) * 0.45];
  const notch = towards(tip, from, length * 0.78);
  const corners = [tip, { x: base.x + dx, y: base.y + dy }, notch, { x: base.x - dx, y: base.y - dy }];
  return svg('path', { class: 'figure-arrow', d: `M ${corners.map(xy).join(' L ')} Z`, fill: 'currentColor', stroke: 'none' });
}

/** A loop that leaves the node towards an angle and comes back. */
export function drawLoop(at: Place, angle: number, look: EdgeLook): DrawnEdge {
  const reach = (turn: number, far: number): Point => ({
    x: at.x + Math.cos(angle + turn) * far,
    y: at.y + Math.sin(angle + turn) * far,
  });
  const rim = (turn: number, rest: number): Point => {
    const far = shareWhere(share => outside(at, reach(turn, share * 100)) - rest, 0, 1) * 100;
    return reach(turn, far);
  };
  const [start, end] = [rim(0.5, 1), rim(-0.5, look.directed ? REST + ARROW - 3 : 1)];
  const size = Math.max(at.width, at.height) / 2 + 34;
  const [out, back] = [reach(0.62, size), reach(-0.62, size)];
  const tip = rim(-0.5, REST);
  const path = stroke(`M ${xy(start)} C ${xy(out)} ${xy(back)} ${xy(end)}`, look.bold ? 4 : 1.75);
  const node = svg('g', { class: 'figure-edge' }, look.directed ? [path, drawArrow(tip, back)] : [path]);
  const apex = between(between(start, end), between(out, back), 0.75);
  const boxes = [boxAround(between(start, apex), 8), boxAround(apex, 5), boxAround(between(end, apex), 8)];
  if (look.label === undefined) return { node, boxes };
  return { node, boxes, wish: { text: look.label, size: 15, at: apex, gap: 4, towards: angle } };
}

/** The border of a node with its words. */
export function nodeShape(at: Place, look: Readonly<Record<string, string | number>> = {}): SvgNode {
  const { left, top } = nodeBox(at);
  const size = {
    x: rounded(left),
    y: rounded(top),
    width: rounded(at.width),
    height: rounded(at.height),
    rx: rounded(at.radius),
  };
  return svg('rect', { class: 'figure-disc', ...size, fill: 'white', stroke: 'currentColor', 'stroke-width': 2, ...look });
}
