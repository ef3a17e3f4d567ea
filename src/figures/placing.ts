// Places labels so that none covers another: the best free place of those that are tried, nearest first.
import { type Box, boxAround, isInside, overlap, type Point, union } from './geometry.ts';
import { drawLabel, type LabelLook, SIZE, textWidth } from './label.ts';
import { rounded, type SvgNode, svg } from './svg-node.ts';

export interface Wish extends LabelLook {
  readonly text: string;
  /** What the label belongs to; a label that ends up far from it is joined to it by a thin line. */
  readonly at: Point;
  /** Centres in order of preference, before places all around are tried. */
  readonly first?: readonly Point[];
  /** How far from the point the label begins. */
  readonly gap?: number;
  /** The side that is tried first, as an angle (0 is right, a quarter turn is down). */
  readonly towards?: number;
}

/** What a label had better not cover; the more it weighs the less. */
export interface Obstacle extends Box {
  readonly weight?: number;
}

export interface Placed {
  readonly node: SvgNode;
  readonly box: Box;
}

const RINGS = [0, 8, 18, 30, 44, 60, 80, 104, 132, 164, 200];
const FAR = 3;

/** Labels keep clear of each other and of the bounds; of the obstacles as well as they can. */
export function placeLabels(wishes: readonly Wish[], obstacles: readonly Obstacle[] = [], bounds?: Box): Placed[] {
  const taken: Box[] = [];
  return wishes.map(wish => {
    const { box, centre, ring } = bestPlace(wish, taken, obstacles, bounds);
    taken.push(box);
    const label = drawLabel(wish.text, centre, { halo: true, ...wish });
    return { node: ring < FAR ? label : svg('g', {}, [leader(wish.at, box), label]), box };
  });
}

function leader(at: Point, box: Box): SvgNode {
  const end = { x: Math.min(Math.max(at.x, box.left), box.right), y: Math.min(Math.max(at.y, box.top), box.bottom) };
  const ends = { x1: rounded(at.x), y1: rounded(at.y), x2: rounded(end.x), y2: rounded(end.y) };
  return svg('line', { class: 'figure-leader', ...ends, stroke: 'currentColor', 'stroke-width': 1 });
}

interface Try {
  readonly box: Box;
  readonly centre: Point;
  readonly ring: number;
}

function bestPlace(wish: Wish, taken: readonly Box[], obstacles: readonly Obstacle[], bounds: Box | undefined): Try {
  const size = wish.size ?? SIZE;
  const [width, height] = [textWidth(wish.text, size), size * 1.1];
  let best: (Try & { cost: number }) | undefined;
  for (const [i, { centre, ring }] of candidates(wish, width, height).entries()) {
    const least = ring * 16 + i * 0.1;
    if (best && best.cost <= least) break;
    const box = boxAround(centre, width, height);
    const roomy = boxAround(centre, width + 4, height + 2);
    if (taken.some(other => overlap(roomy, other) > 0) || (bounds && !isInside(box, bounds))) continue;
    const cost = obstacles.reduce((sum, other) => sum + overlap(box, other) * (other.weight ?? 1), least);
    if (!best || cost < best.cost) best = { box, centre, ring, cost };
  }
  if (best) return best;
  const below = { x: wish.at.x, y: union([...taken, boxAround(wish.at, 1)]).bottom + size };
  return { box: boxAround(below, width, height), centre: below, ring: 0 };
}

/** Those that are asked for, then eight directions in rings around the point. */
function candidates(wish: Wish, width: number, height: number): { centre: Point; ring: number }[] {
  const { at, first = [], gap = 6, towards = -Math.PI / 4 } = wish;
  const turns = [0, 1, -1, 2, -2, 3, -3, 4].map(eighth => towards + (eighth * Math.PI) / 4);
  const around = RINGS.flatMap((far, ring) =>
    turns.map(angle => {
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const x = at.x + dx * (gap + far) + clamp(dx) * (width / 2);
      const y = at.y + dy * (gap + far) + clamp(dy) * (height / 2);
      return { centre: { x, y }, ring };
    }),
  );
  return [...first.map(centre => ({ centre, ring: 0 })), ...around];
}

/** The label's middle moves aside with the direction, and fully so from an eighth turn on. */
function clamp(share: number): number {
  return Math.max(-1, Math.min(1, share * Math.SQRT2));
}
