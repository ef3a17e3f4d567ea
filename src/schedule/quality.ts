// From what happened at an exercise to a quality of 0 to 5.

import type { Quality } from './sm2.ts';

export const VERDICTS = ['right', 'form', 'wrong', 'unreadable'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Attempt = {
  /** of every answer handed in, in order; an exercise is over at the first `right` */
  readonly verdicts: readonly Verdict[];
  /** hints that cost; looking up a definition is none */
  readonly hints: number;
  /** seconds with the page visible and the learner at it */
  readonly activeSeconds: number;
  /** as `parTime` gives it */
  readonly par: number;
  /** false where the learner has switched time off */
  readonly timed: boolean;
  /** the learner said "My answer was right" */
  readonly overruled: boolean;
};

/** Answers that count as tries: what was unreadable or right in the wrong form is none. */
export const countTries = (verdicts: readonly Verdict[]): number =>
  verdicts.filter(verdict => verdict === 'right' || verdict === 'wrong').length;

/** An attempt that never came right counts as given up: the solution was shown, or the exercise was left. */
export const qualityOf = (attempt: Attempt): Quality => {
  if (attempt.overruled) return 4;
  const tries = countTries(attempt.verdicts);
  if (!attempt.verdicts.includes('right')) return tries === 0 ? 0 : 1;
  if (attempt.hints > 0 || tries > 2) return 2;
  if (tries === 2) return 3;
  return isFluent(attempt) ? 5 : 4;
};

const isFluent = ({ verdicts, timed, activeSeconds, par }: Attempt): boolean =>
  !verdicts.includes('form') && (!timed || activeSeconds <= par);

/** Of a non-empty list; the mean of the middle two where their number is even. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return (lower + upper) / 2;
};

const ENOUGH_TIMES = 5;

/** Seconds that a clean answer may take: the level's par, or 1.25 × the learner's own median for the skill once 5 times are known. */
export const parTime = (levelPar: number, ownTimes: readonly number[]): number =>
  ownTimes.length < ENOUGH_TIMES ? levelPar : Math.max(levelPar, 1.25 * median(ownTimes));

/** Whether a blind guess among `ways` equally likely answers is right one time in four or more often. */
export const isGuessable = (ways: number): boolean => ways <= 4;

/** The quality of two guessable exercises that make one review. */
export const together = (first: Quality, second: Quality): Quality => (first < second ? first : second);
