// How an exercise of a set went, and what a whole run comes to.
import type { Verdict } from '../../answers/grade.ts';
import { MARKS, type Mark } from '../../link/result.ts';
import type { Run, Work } from '../../store/sets.ts';
import { type Attempt, paidHints, verdictsOf } from '../practice/attempt.ts';

/** Right is right at once and unaided; partly is right later, with help, in a part, or of another form than asked. */
export const markOf = (attempt: Attempt): Mark => {
  if (attempt.overridden) return 'right';
  const verdicts = verdictsOf(attempt);
  if (verdicts.at(-1) === 'right') return isAtOnce(attempt, verdicts) ? 'right' : 'partly';
  if (verdicts.includes('form') || rightParts(attempt) > 0) return 'partly';
  return attempt.done || verdicts.includes('wrong') ? 'wrong' : 'open';
};

const isAtOnce = (attempt: Attempt, verdicts: readonly Verdict[]): boolean =>
  !verdicts.includes('wrong') && paidHints(attempt) === 0;

/** Parts that were right in the best of the tries. */
export const rightParts = (attempt: Attempt): number => {
  if (attempt.overridden) return attempt.exercise.answers.length;
  const rights = attempt.tries.map(({ grade: { parts } }) => parts.filter(({ verdict }) => verdict === 'right').length);
  return Math.max(0, ...rights);
};

/** Parts that are right, and all parts. */
export const partsOf = (attempts: readonly Attempt[]): { readonly right: number; readonly all: number } => ({
  right: attempts.reduce((sum, attempt) => sum + rightParts(attempt), 0),
  all: attempts.reduce((sum, { exercise }) => sum + exercise.answers.length, 0),
});

export const marksOf = ({ marks }: Run): readonly Mark[] => marks.map(index => MARKS[index] ?? 'open');

export const indexOfMark = (mark: Mark): number => MARKS.indexOf(mark);

/** Active seconds so far. */
export const secondsOf = (works: readonly Work[]): number => works.reduce((sum, { activeSeconds }) => sum + activeSeconds, 0);
