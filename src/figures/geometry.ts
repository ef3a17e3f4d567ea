// Points, boxes and pieces of paths, in the units of a drawing.
import { rounded } from './svg-node.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function xy({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`;
}

export function line(points: readonly Point[]): string {
  return points.length > 0 ? `M ${points.map(xy).join(' L ')}` : '';
}

export function boxAround({ x, y }: Point, width: number, height = width): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

export function union(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** The area that two boxes share. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

export function isInside(inner: Box, outer: Box): boolean {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
}

export function between(a: Point, b: Point, share = 0.5): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** From a point so far towards another one. */
export function towards(from: Point, to: Point, far: number): Point {
  return between(from, to, far / (distance(from, to) || 1));
}

/** A point of a quadratic Bézier curve. */
export function onBend(from: Point, control: Point, to: Point, share: number): Point {
  return between(between(from, control, share), between(control, to, share), share);
}

/** The part of a chain of points inside a box, in pieces (Liang–Barsky for each segment). */
export function clipped(points: readonly Point[], box: Box): Point[][] {
  const pieces: Point[][] = [];
  points.slice(1).forEach((b, i) => {
    const a = points[i] ?? b;
    const inside = insideShares(a, b, box);
    if (!inside) return;
    const [start, end] = [between(a, b, inside[0]), between(a, b, inside[1])];
    const last = pieces.at(-1);
    if (last && inside[0] === 0 && last.at(-1) === a) last.push(inside[1] === 1 ? b : end);
    else pieces.push([inside[0] === 0 ? a : start, inside[1] === 1 ? b : end]);
  });
  return pieces;
}

/** Between which shares a segment is inside. */
function insideShares(a: Point, b: Point, { left, right, top, bottom }: Box): [number, number] | undefined {
  let [low, high] = [0, 1];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const edges: [number, number][] = [
    [-dx, a.x - left],
    [dx, right - a.x],
    [-dy, a.y - top],
    [dy, bottom - a.y],
  ];
  for (const [slope, room] of edges) {
    if (slope === 0 && room < 0) return undefined;
    if (slope < 0) low = Math.max(low, room / slope);
    if (slope > 0) high = Math.min(high, room / slope);
  }
  return low <= high ? [low, high] : undefined;
}
