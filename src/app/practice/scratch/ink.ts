// From what a hand drew to a stroke that is kept: jitter smoothed away, and no more points than the line needs.
import { FARTHEST, LONGEST_STROKE, NUMBERS, type Stroke } from '../../../store/scratch.ts';

/** A place on the paper and the width of the line there, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** How far smoothing may move a point: as far as a mouse that counts whole pixels is wrong. */
const JITTER = 0.6;
/** How far the kept line may be from the drawn one. */
const TOLERANCE = 0.35;
/** Where a line bends more than a curve does, the points this far before and after hold the corner. */
const CORNER = 3;
/** A finger that taps moves as far. */
const DOT = 1.5;

const between = (a: number, b: number): number => Math.min(FARTHEST, Math.max(0, Math.round(a * b)));

export const strokeOf = (drawn: readonly Point[]): Stroke => ({
  ink: withDots(thinned(smoothed(drawn)))
    .slice(0, LONGEST_STROKE)
    .flatMap(({ x, y, width }) => [between(x, 4), between(y, 4), between(width, 10)]),
});

/** What goes nowhere is a decimal point, or a sign of multiplication: one that can be seen. */
const withDots = (line: readonly Point[]): readonly Point[] => {
  const [first] = line;
  const isDot = first && line.every(point => apart(point, first) < DOT);
  return isDot ? [{ ...first, width: 1.7 * first.width }] : line;
};

export const pointsOf = ({ ink }: Stroke): readonly Point[] =>
  Array.from({ length: Math.floor(ink.length / NUMBERS) }, (_, i) => {
    const [x = 0, y = 0, width = 0] = ink.slice(i * NUMBERS, (i + 1) * NUMBERS);
    return { x: x / 4, y: y / 4, width: width / 10 };
  });

/** The line without its jitter; its ends stay. */
export const smoothed = (points: readonly Point[]): readonly Point[] => calmed(calmed(points));

const calmed = (points: readonly Point[]): readonly Point[] =>
  points.map((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (!before || !after) return point;
    const dx = (before.x + after.x) / 4 - point.x / 2;
    const dy = (before.y + after.y) / 4 - point.y / 2;
    const part = Math.min(1, JITTER / (Math.hypot(dx, dy) || 1));
    return { x: point.x + dx * part, y: point.y + dy * part, width: (before.width + 2 * point.width + after.width) / 4 };
  });

/** The fewest of these points that keep the line (Ramer, Douglas, Peucker), with what holds its corners. */
export const thinned = (points: readonly Point[]): readonly Point[] => {
  const kept = new Set([0, points.length - 1]);
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const far = farthest(points, from, to);
    if (far === undefined) continue;
    kept.add(far);
    spans.push([from, far], [far, to]);
  }
  for (const at of cornersAmong(points, ordered(kept))) for (const held of heldBy(points, at)) kept.add(held);
  return ordered(kept).flatMap(place => points[place] ?? []);
};

const ordered = (places: ReadonlySet<number>): readonly number[] => [...places].sort((a, b) => a - b);

const farthest = (points: readonly Point[], from: number, to: number): number | undefined => {
  let [far, most] = [-1, TOLERANCE];
  const [start, end] = [points[from], points[to]];
  for (let i = from + 1; i < to && start && end; i++) {
    const off = offLine(points[i] ?? start, start, end);
    if (off > most) [far, most] = [i, off];
  }
  return far < 0 ? undefined : far;
};

/** How far a point is from a straight piece of line, in place or in width. */
const offLine = (point: Point, start: Point, end: Point): number => {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const along = ((point.x - start.x) * dx + (point.y - start.y) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(1, Math.max(0, along));
  const off = Math.hypot(point.x - start.x - part * dx, point.y - start.y - part * dy);
  return Math.max(off, Math.abs(point.width - start.width - part * (end.width - start.width)));
};

/** Where straight pieces meet: no arc within the tolerance bends like that. */
const cornersAmong = (points: readonly Point[], kept: readonly number[]): readonly number[] =>
  kept.filter((place, i) => {
    const [before, here, after] = [points[kept[i - 1] ?? -1], points[place], points[kept[i + 1] ?? -1]];
    if (!before || !here || !after) return false;
    const shorter = Math.min(apart(before, here), apart(here, after));
    return shorter * turn(before, here, after) > 10 * TOLERANCE;
  });

const heldBy = (points: readonly Point[], at: number): readonly number[] => {
  const corner = points[at];
  const away = (by: 1 | -1): number => {
    let place = at + by;
    for (let next = points[place]; corner && next && apart(corner, next) < CORNER; next = points[place]) place += by;
    return place;
  };
  return [away(-1), away(1)].filter(place => points[place] !== undefined);
};

export const apart = (a: Pick<Point, 'x' | 'y'>, b: Pick<Point, 'x' | 'y'>): number => Math.hypot(a.x - b.x, a.y - b.y);

/** By how much the direction changes at a point, 0 to π. */
export const turn = (before: Point, here: Point, after: Point): number => {
  const [ax, ay, bx, by] = [here.x - before.x, here.y - before.y, after.x - here.x, after.y - here.y];
  return Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by));
};
