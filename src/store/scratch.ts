// What is drawn by hand beside an exercise: strokes and what was rubbed out, as many as can be kept.

import { fields, list, type Reader, whole } from '../schedule/checked.ts';

/** x, y (quarters of a pixel) and width (tenths) of each point, one after the other. */
export type Stroke = { readonly ink: readonly number[] };
/** The strokes rubbed out at once, by their places among the steps. */
export type Erasure = { readonly gone: readonly number[] };

/** Everything that was done, of which the first `at` steps hold; the others were undone. */
export type Pad = { readonly steps: readonly (Stroke | Erasure)[]; readonly at: number };

/** Points and steps that can be seen at once; what was rubbed out or undone may be as much again. */
export const MOST_POINTS = 8000;
export const MOST_STEPS = 2000;
export const LONGEST_STROKE = 1500;
export const NUMBERS = 3;
export const FARTHEST = 16_383;

const readInk: Reader<Stroke> = fields({ ink: list(whole(0, FARTHEST), LONGEST_STROKE * NUMBERS) });
const readErasure: Reader<Erasure> = fields({ gone: list(whole(0, 2 * MOST_STEPS), 2 * MOST_STEPS) });
const readStroke: Reader<Stroke> = value => {
  const stroke = readInk(value);
  return stroke && stroke.ink.length > 0 && stroke.ink.length % NUMBERS === 0 ? stroke : undefined;
};

const readSteps: Reader<Pad> = fields({
  steps: list<Stroke | Erasure>(value => readStroke(value) ?? readErasure(value), 2 * MOST_STEPS),
  at: whole(0, 2 * MOST_STEPS),
});

/** Points of strokes, places of erasures. */
export const sizeOf = (steps: Pad['steps']): number =>
  steps.reduce((sum, step) => sum + ('ink' in step ? step.ink.length / NUMBERS : step.gone.length), 0);

/** Whether it is more than is kept. */
export const isTooMuch = (steps: Pad['steps']): boolean => steps.length > 2 * MOST_STEPS || sizeOf(steps) > 2 * MOST_POINTS;

/** A pad as it was kept; one of any other shape is none. */
export const readPad: Reader<Pad> = value => {
  const pad = readSteps(value);
  return pad && pad.at <= pad.steps.length && !isTooMuch(pad.steps) ? pad : undefined;
};
