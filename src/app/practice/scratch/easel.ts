// The paper under the hand: what is drawn on it, the line that is being drawn, and what the eraser has touched so far.
import type { Erasure, Pad, Stroke } from '../../../store/scratch.ts';
import { curveThrough, draw } from './curve.ts';
import { type Contact, type Wishes, watchHands } from './hands.ts';
import { type Point, smoothed, strokeOf } from './ink.ts';
import { EMPTY, isFull, strokesOn } from './pad.ts';
import { lineOf, touches } from './paper.ts';
import { watchPointers } from './pointers.ts';
import { lookAt } from './sight.ts';
import { fitted, penOn, penOnEmpty, watchColours, watchSize } from './surface.ts';

export type Tool = 'pen' | 'eraser';

export interface Easel {
  show(pad: Pad): void;
  hold(tool: Tool): void;
  end(): void;
}

interface Parts {
  /** What takes the pointers and holds the rest. */
  readonly paper: HTMLElement;
  readonly ink: HTMLCanvasElement;
  /** Above it, the line that is being drawn. */
  readonly wet: HTMLCanvasElement;
  /** Shows which part of the sheet is seen. */
  readonly bar: HTMLElement;
  /** Gives the pad with the step. */
  onStep(step: Stroke | Erasure): Pad;
}

const ERASER = 9;
/** A line as long as this is kept, and goes on as another one. */
const LONG = 1200;

export const setUpEasel = ({ paper, ink, wet, bar, onStep }: Parts): Easel => {
  const sight = lookAt(paper, bar);
  let [pad, tool]: [Pad, Tool] = [EMPTY, 'pen'];
  let line: Point[] | undefined;
  let erased: Set<number> | undefined;

  const paintInk = (): void => {
    const pen = penOnEmpty(ink, sight);
    for (const [place, stroke] of strokesOn(pad)) {
      const { box, curve } = lineOf(stroke);
      if (pen && !erased?.has(place) && sight.isSeen(box)) draw(pen, curve);
    }
  };
  const paintLine = (): void => {
    const pen = penOnEmpty(wet, sight);
    if (pen && line) draw(pen, curveThrough(smoothed(line)));
  };
  const frames = paintedInFrames(paintInk, paintLine);

  /** The line dries; the rest of the ink stays as it is. */
  const keepLine = (): void => {
    if (!line) return;
    const stroke = strokeOf(line);
    const pen = penOn(ink, sight);
    if (pen) draw(pen, lineOf(stroke).curve);
    take(stroke);
    line = undefined;
    frames.wantLine();
  };
  const take = (step: Stroke | Erasure): void => {
    pad = onStep(step);
    sight.show(pad);
  };
  const drawTo = (point: Point): void => {
    line?.push(point);
    if (line && line.length >= LONG) {
      keepLine();
      if (!isFull(pad)) line = [point];
    }
    frames.wantLine();
  };
  const erase = (at: Pick<Point, 'x' | 'y'>): void => {
    for (const [place, stroke] of strokesOn(pad)) {
      if (touches(lineOf(stroke), at, ERASER / sight.scale())) erased?.add(place);
    }
    frames.want();
  };
  const go = ({ x, y, thick }: Contact): void => {
    const at = sight.placeOf(x, y);
    if (erased) erase(at);
    else if (line) drawTo({ ...at, width: thick });
  };
  const drop = (): void => {
    if (erased) frames.want();
    line = undefined;
    erased = undefined;
    frames.wantLine();
  };
  const pull = (by: number): void => {
    sight.pull(by);
    frames.want();
  };
  const wishes: Wishes = {
    begin(contact) {
      if (tool === 'eraser' || contact.isEraser) erased = new Set();
      else if (!isFull(pad)) line = [];
      go(contact);
    },
    go,
    end() {
      keepLine();
      if (erased && erased.size > 0) take({ gone: [...erased] });
      drop();
    },
    drop,
    pull,
  };
  const ends = [
    frames.end,
    watchPointers(paper, watchHands(wishes), pull),
    watchColours(frames.want),
    watchSize(paper, (view, pixels) => {
      for (const canvas of [ink, wet]) fitted(canvas, pixels);
      sight.fit(view);
      // Before the screen is: a canvas that was made to fit is empty.
      paintInk();
      paintLine();
    }),
  ];
  return {
    show(next) {
      if (next === pad) return;
      pad = next;
      sight.show(pad);
      frames.want();
    },
    hold(next) {
      tool = next;
    },
    end() {
      for (const end of ends) end();
    },
  };
};

/** However often it is wanted, once a frame; the line alone, or both. */
const paintedInFrames = (paintInk: () => void, paintLine: () => void) => {
  let frame = 0;
  let isAll = false;
  const paint = (): void => {
    if (isAll) paintInk();
    paintLine();
    frame = 0;
    isAll = false;
  };
  const wantLine = (): void => {
    frame ||= requestAnimationFrame(paint);
  };
  const want = (): void => {
    isAll = true;
    wantLine();
  };
  return { want, wantLine, end: () => cancelAnimationFrame(frame) };
};
