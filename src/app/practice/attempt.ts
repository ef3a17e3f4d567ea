// One exercise being answered, as plain data that survives a kill: pure functions, no clock.
import { type Grade, grade, type Verdict } from '../../answers/grade.ts';
import type { Answer } from '../../exercise/answer.ts';
import type { Exercise } from '../../exercise/generator.ts';

/** What was handed in, one text a part, and how it was judged. */
export interface Try {
  readonly texts: readonly string[];
  readonly grade: Grade;
}

export interface Attempt {
  readonly exercise: Exercise;
  /** What stands in the fields, one a part. */
  readonly texts: readonly string[];
  /** All that was handed in; what was unreadable or only of the wrong form is kept too, but counts as no try. */
  readonly tries: readonly Try[];
  /** How many are shown; the first is free. */
  readonly hints: number;
  /** The solution was asked for before it was right. */
  readonly revealed: boolean;
  /** The learner said "My answer was right". */
  readonly overridden: boolean;
  /** The learner said of the first wrong try "That was a typo": it is kept, and counts as no try. */
  readonly retracted: boolean;
  /** Time with the page visible and the learner at it. */
  readonly activeMs: number;
  /** Right, revealed or overridden. */
  readonly done: boolean;
}

/** An attempt without the exercise's words, as JSON; the grades come back by grading again. */
export type StoredAttempt = {
  readonly texts: readonly string[];
  readonly tries: readonly (readonly string[])[];
  readonly hints: number;
  readonly revealed: boolean;
  readonly overridden: boolean;
  readonly retracted?: boolean;
  readonly activeMs: number;
};

const LONGEST_TEXT = 2000;
const MOST_TRIES = 1000;
const DAY_MS = 86_400_000;

export function begin(exercise: Exercise): Attempt {
  return {
    exercise,
    texts: exercise.answers.map(() => ''),
    tries: [],
    hints: 0,
    revealed: false,
    overridden: false,
    retracted: false,
    activeMs: 0,
    done: false,
  };
}

/** What is done stays as it was handed in. */
export function edit(attempt: Attempt, part: number, text: string): Attempt {
  if (attempt.done || attempt.texts[part] === undefined) return attempt;
  return { ...attempt, texts: attempt.texts.with(part, text.slice(0, LONGEST_TEXT)) };
}

/** Hands in what stands in the fields. */
export function submit(attempt: Attempt): Attempt {
  if (attempt.done || attempt.tries.length >= MOST_TRIES) return attempt;
  const { exercise, texts } = attempt;
  const judged = grade(exercise, texts);
  return { ...attempt, tries: [...attempt.tries, { texts, grade: judged }], done: judged.verdict === 'right' };
}

/** The same where each thing is asked once: after a wrong answer the solution is shown. */
export function submitOnce(attempt: Attempt): Attempt {
  const judged = submit(attempt);
  return judged.tries.at(-1)?.grade.verdict === 'wrong' ? reveal(judged) : judged;
}

export function showHint(attempt: Attempt): Attempt {
  return { ...attempt, hints: Math.min(attempt.hints + 1, attempt.exercise.hints.length) };
}

/** Gives up: the solution is shown. */
export function reveal(attempt: Attempt): Attempt {
  return attempt.done ? attempt : { ...attempt, revealed: true, done: true };
}

/** "My answer was right": only where something readable was refused. */
export function override(attempt: Attempt): Attempt {
  return mayOverride(attempt) ? { ...attempt, overridden: true, done: true } : attempt;
}

export function mayOverride(attempt: Attempt): boolean {
  const judged = verdictsOf(attempt);
  return !attempt.overridden && !judged.includes('right') && judged.includes('wrong');
}

/** "That was a typo": takes the first wrong try back. */
export function retractTry(attempt: Attempt): Attempt {
  return mayRetract(attempt) ? { ...attempt, retracted: true } : attempt;
}

/** Once an exercise, right after its first wrong try. A known mistake is none of the fingers, and a second choice no correction. */
export function mayRetract({ exercise, tries, retracted, done }: Attempt): boolean {
  const last = tries.at(-1)?.grade;
  if (done || retracted || last?.verdict !== 'wrong' || wrongTries(tries) > 1) return false;
  return last.parts.every(({ verdict, known }, i) => verdict !== 'wrong' || (!known && isTyped(exercise.answers[i])));
}

/** The try that was a typo. */
export function typo({ tries, retracted }: Attempt): Try | undefined {
  return retracted ? tries.find(({ grade: { verdict } }) => verdict === 'wrong') : undefined;
}

/** What the tries count as; one that was taken back counts as if it could not have been read. */
export function verdictsOf(attempt: Attempt): readonly Verdict[] {
  const taken = typo(attempt);
  return attempt.tries.map(each => (each === taken ? 'unreadable' : each.grade.verdict));
}

/** The prerequisites whose known mistakes were made. */
export function blamedIn({ tries }: Attempt): readonly string[] {
  return [...new Set(tries.flatMap(({ grade: { parts } }) => parts.flatMap(({ of }) => (of === undefined ? [] : [of]))))];
}

function wrongTries(tries: readonly Try[]): number {
  return tries.filter(({ grade: { verdict } }) => verdict === 'wrong').length;
}

function isTyped(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.kind !== 'choice' && answer.kind !== 'several' && answer.kind !== 'ordering';
}

/** Hints that cost: all but the first. */
export function paidHints({ hints }: Attempt): number {
  return Math.max(0, hints - 1);
}

/** Undefined where the stored data do not belong to this exercise or are damaged. */
export function thaw(exercise: Exercise, stored: unknown): Attempt | undefined {
  if (!isStored(stored)) return undefined;
  const parts = exercise.answers.length;
  if ([stored.texts, ...stored.tries].some(texts => texts.length !== parts)) return undefined;
  const tries = stored.tries.map(texts => ({ texts: [...texts], grade: grade(exercise, texts) }));
  const right = tries.some(({ grade: { verdict } }) => verdict === 'right');
  return {
    exercise,
    texts: [...stored.texts],
    tries,
    hints: Math.min(stored.hints, exercise.hints.length),
    revealed: stored.revealed,
    overridden: stored.overridden,
    retracted: stored.retracted === true,
    activeMs: Math.min(stored.activeMs, DAY_MS),
    done: right || stored.revealed || stored.overridden,
  };
}

function isStored(value: unknown): value is StoredAttempt {
  if (typeof value !== 'object' || value === null) return false;
  const { texts, tries, hints, revealed, overridden, retracted = false, activeMs } = value as Record<string, unknown>;
  return (
    isTexts(texts) &&
    Array.isArray(tries) &&
    tries.length <= MOST_TRIES &&
    tries.every(isTexts) &&
    Number.isInteger(hints) &&
    isAmount(hints) &&
    isAmount(activeMs) &&
    typeof revealed === 'boolean' &&
    typeof overridden === 'boolean' &&
    typeof retracted === 'boolean'
  );
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(text => typeof text === 'string' && text.length <= LONGEST_TEXT);
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
