// What was done on a scratch pad, step by step: strokes and what was rubbed out, each of which can be undone and done again.
import { type Erasure, isTooMuch, MOST_POINTS, MOST_STEPS, type Pad, type Stroke, sizeOf } from '../../../store/scratch.ts';

export const EMPTY: Pad = { steps: [], at: 0 };

/** The strokes that are to be seen, by their places among the steps. */
export const strokesOn = ({ steps, at }: Pad): ReadonlyMap<number, Stroke> => {
  const seen = new Map<number, Stroke>();
  for (const [place, step] of steps.slice(0, at).entries()) {
    if ('ink' in step) seen.set(place, step);
    else for (const gone of step.gone) seen.delete(gone);
  }
  return seen;
};

/** No further stroke has room; what happens then is for the screen to say. */
export const isFull = (pad: Pad): boolean => {
  const seen = [...strokesOn(pad).values()];
  return seen.length >= MOST_STEPS || sizeOf(seen) >= MOST_POINTS;
};

/** The step is done, and what was undone before is gone. Where the steps are too many, only what can be seen stays. */
export const withStep = ({ steps, at }: Pad, step: Stroke | Erasure): Pad => {
  const next = [...steps.slice(0, at), step];
  return isTooMuch(next) ? onlySeen({ steps: next, at: next.length }) : { steps: next, at: next.length };
};

const onlySeen = (pad: Pad): Pad => {
  const seen = [...strokesOn(pad).values()];
  return { steps: seen, at: seen.length };
};

/** Nothing happens where there is nothing to clear. */
export const cleared = (pad: Pad): Pad => {
  const gone = [...strokesOn(pad).keys()];
  return gone.length > 0 ? withStep(pad, { gone }) : pad;
};

export const undone = ({ steps, at }: Pad): Pad => ({ steps, at: Math.max(0, at - 1) });
export const redone = ({ steps, at }: Pad): Pad => ({ steps, at: Math.min(steps.length, at + 1) });
