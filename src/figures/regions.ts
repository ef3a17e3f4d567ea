// The outline of a region of overlapping circles: inside some and outside the others, made of arcs.
import { type Box, type Point, xy } from './geometry.ts';
import { rounded } from './svg-node.ts';

export interface Circle extends Point {
  readonly r: number;
}

/** From one angle to a larger one, on one of the circles. */
interface Arc {
  readonly circle: Circle;
  readonly from: number;
  readonly to: number;
}

/** `region` says for each circle whether it is inside (1) or outside (0); outside all goes to the box. Fill with the even-odd rule. */
export function regionPath(circles: readonly Circle[], region: string, { left, right, top, bottom }: Box): string {
  const isIn = (p: Point) =>
    circles.every((circle, i) => Math.hypot(p.x - circle.x, p.y - circle.y) < circle.r === (region[i] === '1'));
  const border = circles.flatMap(arcsOf(circles)).filter(({ circle, from, to }) => {
    const middle = (from + to) / 2;
    return isIn(onCircle(circle, middle, 0.1)) !== isIn(onCircle(circle, middle, -0.1));
  });
  const outer = region.includes('1') ? '' : `M ${left} ${top} H ${right} V ${bottom} H ${left} Z `;
  return outer + loops(border).map(pathOf).join(' ');
}

function onCircle({ x, y, r }: Circle, angle: number, off = 0): Point {
  return { x: x + (r + off) * Math.cos(angle), y: y + (r + off) * Math.sin(angle) };
}

/** A circle cut where the others cross it. */
function arcsOf(circles: readonly Circle[]): (circle: Circle) => Arc[] {
  return circle => {
    const cuts = circles.filter(other => other !== circle).flatMap(other => crossings(circle, other));
    const angles = cuts.sort((a, b) => a - b);
    return angles.map((from, i) => ({ circle, from, to: angles[i + 1] ?? (angles[0] ?? 0) + 2 * Math.PI }));
  };
}

/** Angles on the first circle, from 0 to a full turn. */
function crossings(a: Circle, b: Circle): number[] {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const far = Math.hypot(dx, dy);
  const share = (a.r * a.r - b.r * b.r + far * far) / (2 * far * a.r);
  if (Math.abs(share) >= 1) return [];
  const [middle, half] = [Math.atan2(dy, dx), Math.acos(share)];
  return [middle - half, middle + half].map(angle => (angle + 4 * Math.PI) % (2 * Math.PI));
}

interface Step {
  readonly arc: Arc;
  readonly start: Point;
  readonly end: Point;
  readonly forwards: boolean;
}

/** Joins arcs at their ends into closed ways. */
function loops(arcs: readonly Arc[]): Step[][] {
  const open = [...arcs];
  const found: Step[][] = [];
  for (let arc = open.pop(); arc; arc = open.pop()) {
    const way = [step(arc, true)];
    for (;;) {
      const end = way.at(-1)?.end ?? { x: 0, y: 0 };
      const next = open.findIndex(
        other => isNear(end, onCircle(other.circle, other.from)) || isNear(end, onCircle(other.circle, other.to)),
      );
      const other = open[next];
      if (!other) break;
      open.splice(next, 1);
      way.push(step(other, isNear(end, onCircle(other.circle, other.from))));
    }
    found.push(way);
  }
  return found;
}

function step(arc: Arc, forwards: boolean): Step {
  const [from, to] = [onCircle(arc.circle, arc.from), onCircle(arc.circle, arc.to)];
  return { arc, forwards, start: forwards ? from : to, end: forwards ? to : from };
}

function isNear(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < 0.01;
}

function pathOf(way: readonly Step[]): string {
  const [first] = way;
  const arcs = way.map(({ arc, end, forwards }) => {
    const isLarge = arc.to - arc.from > Math.PI ? 1 : 0;
    return `A ${rounded(arc.circle.r)} ${rounded(arc.circle.r)} 0 ${isLarge} ${forwards ? 1 : 0} ${xy(end)}`;
  });
  return first ? `M ${xy(first.start)} ${arcs.join(' ')} Z` : '';
}
