// The sheet of paper that the pad shows a part of: how large it is, how much of it is seen, and what lies where.
import type { Pad, Stroke } from '../../../store/scratch.ts';
import { curveThrough, type Run } from './curve.ts';
import { apart, type Point, pointsOf } from './ink.ts';
import { strokesOn } from './pad.ts';

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The sheet in a view: shrunk where it was drawn on a wider one, so that nothing is lost by turning the phone. */
export interface Sheet {
  readonly scale: number;
  readonly height: number;
}

const TALL = 1600;
const MARGIN = 8;
/** There is always paper left below what was drawn. */
const ROOM = 240;
const TALLEST = 4000;

/** A stroke as it lies on the paper. */
export interface Line {
  readonly points: readonly Point[];
  readonly box: Box;
  readonly curve: readonly Run[];
}

const kept = new WeakMap<Stroke, Line>();

/** Worked out once for each stroke. */
export const lineOf = (stroke: Stroke): Line => {
  const before = kept.get(stroke);
  if (before) return before;
  const points = pointsOf(stroke);
  const line = { points, box: boxAround(points), curve: curveThrough(points) };
  kept.set(stroke, line);
  return line;
};

const boxAround = (points: readonly Pick<Point, 'x' | 'y'>[]): Box => {
  const box = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: 0, bottom: 0 };
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x);
    box.top = Math.min(box.top, y);
    box.right = Math.max(box.right, x);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
};

const boxOver = (strokes: readonly Stroke[]): Box =>
  boxAround(
    strokes.flatMap(stroke => {
      const { left, top, right, bottom } = lineOf(stroke).box;
      return [
        { x: left, y: top },
        { x: right, y: bottom },
      ];
    }),
  );

/** Around all that can be seen. */
export const boxOfPad = (pad: Pad): Box => boxOver([...strokesOn(pad).values()]);

export const sheetIn = (view: Size, pad: Pad): Sheet => {
  const { right, bottom } = boxOver(pad.steps.filter(step => 'ink' in step));
  const scale = right > view.width ? view.width / (right + MARGIN) : 1;
  return { scale, height: Math.min(TALLEST, Math.max(TALL, view.height / scale, bottom + ROOM)) };
};

/** A place to which the sheet can be scrolled. */
export const scrollWithin = (view: Size, { scale, height }: Sheet, top: number): number =>
  Math.min(Math.max(0, height - view.height / scale), Math.max(0, top));

/** Whether an eraser of this radius at this place touches the line. */
export const touches = ({ points }: Line, at: Pick<Point, 'x' | 'y'>, radius: number): boolean =>
  points.some((point, i) => offPiece(at, point, points[i + 1] ?? point) <= radius + point.width / 2);

const offPiece = (at: Pick<Point, 'x' | 'y'>, from: Point, to: Point): number => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(1, Math.max(0, along));
  return apart(at, { x: from.x + part * dx, y: from.y + part * dy });
};
