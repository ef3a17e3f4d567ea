// What a class comes to: the mean and the median of its scores, and how each exercise went.
import type { ResultRow } from './results.ts';

export interface ExerciseTotal {
  /** Its place in the set, from 0. */
  readonly place: number;
  readonly right: number;
  readonly partly: number;
}

export interface ClassTotals {
  /** Results that count. */
  readonly people: number;
  readonly mean: number;
  readonly median: number;
  /** The hardest first. */
  readonly exercises: readonly ExerciseTotal[];
}

/** Further results under a name do not count: by then its owner has seen the exercises. */
export const counted = (rows: readonly ResultRow[]): readonly ResultRow[] =>
  rows.filter(({ name, number }) => name === '' || number === 1);

/** Undefined where there is nothing to sum up. */
export const totalsOf = (rows: readonly ResultRow[]): ClassTotals | undefined => {
  const firsts = counted(rows);
  const many = firsts[0]?.marks.length;
  if (many === undefined) return undefined;
  const scores = firsts.map(({ score }) => score).toSorted((a, b) => a - b);
  const middle = scores.slice(Math.ceil(scores.length / 2) - 1, Math.floor(scores.length / 2) + 1);
  const exercises = Array.from({ length: many }, (_, place) => totalAt(firsts, place));
  return {
    people: firsts.length,
    mean: meanOf(scores),
    median: meanOf(middle),
    exercises: exercises.toSorted((a, b) => a.right - b.right || a.partly - b.partly || a.place - b.place),
  };
};

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const totalAt = (rows: readonly ResultRow[], place: number): ExerciseTotal => {
  const marks = rows.map(row => row.marks[place]);
  return {
    place,
    right: marks.filter(mark => mark === 'right').length,
    partly: marks.filter(mark => mark === 'partly').length,
  };
};
