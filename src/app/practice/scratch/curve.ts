// A line through its points as one smooth curve, as wide as the pen was pressed.
import { apart, type Point, turn } from './ink.ts';

/** From one point to the next by two handles. */
interface Bend {
  readonly from: Point;
  readonly handles: readonly [Point, Point];
  readonly to: Point;
}

/** A piece of the curve that is as wide everywhere. */
export interface Run {
  readonly width: number;
  readonly bends: readonly Bend[];
}

/** What it is drawn with: a canvas, or in tests a list of what was drawn. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  'beginPath' | 'moveTo' | 'bezierCurveTo' | 'stroke' | 'lineWidth' | 'lineCap' | 'lineJoin'
>;

/** A step in width that nobody sees. */
const STEP = 0.3;
/** Turning back on itself: a point, not a curve. */
const TURNS_BACK = 2.4;

export const draw = (pen: Pen, runs: readonly Run[]): void => {
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const { width, bends } of runs) {
    const [first] = bends;
    pen.lineWidth = width;
    pen.beginPath();
    if (first) pen.moveTo(first.from.x, first.from.y);
    for (const { handles, to } of bends) {
      const [a, b] = handles;
      pen.bezierCurveTo(a.x, a.y, b.x, b.y, to.x, to.y);
    }
    pen.stroke();
  }
};

export const curveThrough = (points: readonly Point[]): readonly Run[] => {
  const runs: { width: number; bends: Bend[] }[] = [];
  for (const bend of bendsThrough(points).flatMap(inSteps)) {
    const width = (bend.from.width + bend.to.width) / 2;
    const last = runs.at(-1);
    if (last && Math.abs(width - last.width) <= STEP / 2) last.bends.push(bend);
    else runs.push({ width, bends: [bend] });
  }
  return runs;
};

/** Through all points: the handles at a point lie on one line, and are no longer than its shorter neighbour allows. */
const bendsThrough = (points: readonly Point[]): readonly Bend[] => {
  const [first] = points;
  if (first && points.length === 1) return [dot(first)];
  const handles = points.map((point, i) => handlesAt(point, points[i - 1], points[i + 1]));
  return points.slice(1).map((to, i) => {
    const from = points[i] ?? to;
    const [a, b] = [handles[i]?.[1] ?? from, handles[i + 1]?.[0] ?? to];
    if (i === 0) return { from, handles: [swungIn(from, to, b), b], to };
    return { from, handles: [a, i === points.length - 2 ? swungIn(to, from, a) : b], to };
  });
};

/** A line of no length would not be drawn. */
const dot = (at: Point): Bend => {
  const beside = { ...at, x: at.x + 0.01 };
  return { from: at, handles: [at, beside], to: beside };
};

const handlesAt = (here: Point, before: Point | undefined, after: Point | undefined): readonly [Point, Point] => {
  if (!before || !after || turn(before, here, after) > TURNS_BACK) return [here, here];
  const [back, ahead] = [apart(before, here), apart(here, after)];
  if (back === 0 || ahead === 0) return [here, here];
  // The direction leans towards that of the nearer neighbour.
  const x = ((here.x - before.x) / back) * ahead + ((after.x - here.x) / ahead) * back;
  const y = ((here.y - before.y) / back) * ahead + ((after.y - here.y) / ahead) * back;
  const length = Math.hypot(x, y) || 1;
  const reach = (side: number): number => Math.min(side, 1.5 * Math.min(back, ahead)) / 3 / length;
  const at = (by: number): Point => ({ x: here.x + x * by, y: here.y + y * by, width: here.width });
  return [at(-reach(back)), at(reach(ahead))];
};

/** The handle at an end of the line, which swings out of the bend at its neighbour. */
const swungIn = (end: Point, neighbour: Point, { x, y }: Point): Point => ({
  ...end,
  x: end.x + (2 / 3) * (neighbour.x + 1.5 * (x - neighbour.x) - end.x),
  y: end.y + (2 / 3) * (neighbour.y + 1.5 * (y - neighbour.y) - end.y),
});

/** Halved until no piece changes its width by more than a step. */
const inSteps = (bend: Bend): readonly Bend[] => {
  const { from, handles, to } = bend;
  if (Math.abs(from.width - to.width) <= STEP) return [bend];
  const [a, b] = handles;
  const [start, top, end] = [middle(from, a), middle(a, b), middle(b, to)];
  const [left, right] = [middle(start, top), middle(top, end)];
  const half = { ...middle(left, right), width: (from.width + to.width) / 2 };
  return [...inSteps({ from, handles: [start, left], to: half }), ...inSteps({ from: half, handles: [right, end], to })];
};

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, width: (a.width + b.width) / 2 });
