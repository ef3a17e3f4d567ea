// The session under way, kept on the device down to the half-typed answer.
import type { Current, Session } from '../../store/session.ts';
import { type Attempt, type StoredAttempt, verdictsOf } from '../practice/attempt.ts';
import { role, session, store } from '../state.ts';
import type { Desk } from './desk.ts';

/** What stands in for the id of an entry that is saved in the same transaction. */
export const SAVED = 'saved';

export const currentOf = ({ skill, role, attempt }: Desk, saved = ''): Current => ({
  skill: skill.id,
  role,
  level: attempt.exercise.level,
  seed: attempt.exercise.seed,
  version: attempt.exercise.version,
  typed: attempt.texts,
  answers: attempt.tries.map(({ texts }) => texts),
  verdicts: verdictsOf(attempt),
  hints: attempt.hints,
  shown: attempt.revealed,
  overridden: attempt.overridden,
  activeSeconds: attempt.activeMs / 1000,
  saved,
});

/** What `thaw` makes an attempt of. */
export const storedAttempt = ({ typed, answers, hints, shown, overridden, activeSeconds }: Current): StoredAttempt => ({
  texts: typed,
  tries: answers,
  hints,
  revealed: shown,
  overridden,
  activeMs: activeSeconds * 1000,
});

/** Whether anything would be lost if another exercise took its place. */
export const isBegun = (current: Current | null): boolean =>
  current !== null && current.saved === '' && (current.answers.length > 0 || current.typed.some(text => text !== ''));

let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps the session in the store, at once or after a pause in typing; undefined ends it. */
export const keep = (next: Session | undefined, wait = 0): void => {
  session.value = next;
  clearTimeout(timer);
  timer = setTimeout(write, wait);
};

/** Nothing that is waiting to be kept is written any more: a record of the log takes the session with it. */
export const holdKeeping = (): void => {
  clearTimeout(timer);
  timer = undefined;
};

/** Writes what waits: the page may be gone in a moment. */
export const keepNow = (): void => {
  if (timer !== undefined) void write();
};

const write = async (): Promise<void> => {
  holdKeeping();
  if (role.value !== 'writer') return;
  const kept = await store().saveSession(session.value);
  // The learner hears of it when an answer cannot be saved; until then everything still works.
  if (!kept.ok) console.warn(kept.problem.detail || kept.problem.says);
};

/** The attempt before its last step: the right answer not yet handed in, or the solution not yet asked for. */
export const reopened = (attempt: Attempt): Attempt => {
  const isRight = attempt.tries.at(-1)?.grade.verdict === 'right';
  return {
    ...attempt,
    tries: isRight ? attempt.tries.slice(0, -1) : attempt.tries,
    revealed: false,
    overridden: false,
    done: false,
  };
};
