// The learner's last seven days, from the review log: what the mark on Today is drawn from.
import { type AnswerEntry, type Entry, entryId } from '../schedule/entry.ts';

/** The answers that were not taken back. */
export const standingAnswers = (entries: readonly Entry[]): readonly AnswerEntry[] => {
  const undone = new Set(entries.flatMap(entry => (entry.kind === 'undo' ? [entry.target] : [])));
  return entries.filter(entry => entry.kind === 'answer').filter(entry => !undone.has(entryId(entry)));
};

export const DAYS = 7;

/** How many exercises were done on each of the seven days up to this one, oldest first. */
export const exercisesByDay = (entries: readonly Entry[], today: number): readonly number[] => {
  const answers = standingAnswers(entries);
  return Array.from({ length: DAYS }, (_, i) => answers.filter(({ day }) => day === today - DAYS + 1 + i).length);
};
