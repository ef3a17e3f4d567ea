// A list that is put in order: which rows stand where, and where a dragged one falls.
import { kindOf } from '../../answers/kinds.ts';
import type { AnswerOf } from '../../exercise/answer.ts';

/** As typed; before anything is, in the order in which the options are listed. */
export function orderIn(answer: AnswerOf<'ordering'>, text: string): readonly string[] {
  const reading = kindOf(answer).read(text, answer);
  return reading.ok ? reading.value : answer.options.map(({ id }) => id);
}

/** Out of one place and into another, both counted from 0. */
export function moved(order: readonly string[], from: number, to: number): readonly string[] {
  const id = order[from];
  return id === undefined || to < 0 || to >= order.length ? order : order.toSpliced(from, 1).toSpliced(to, 0, id);
}

/** The row that a height falls on, by the middles of the rows from top to bottom. */
export function placeAt(middles: readonly number[], from: number, height: number): number {
  const above = middles.filter((middle, i) => i !== from && middle < height).length;
  return Math.min(above, middles.length - 1);
}
