// The session under way, kept on the device down to the half-typed answer; a placement beside it just so.
import type { Resumable } from '../../store/resume.ts';
import type { Current, Session } from '../../store/session.ts';
import { type Attempt, type StoredAttempt, verdictsOf } from '../practice/attempt.ts';
import { placementSession, role, session, store } from '../state.ts';
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
  retracted: attempt.retracted,
});

/** What `thaw` makes an attempt of. */
export const storedAttempt = (current: Current): StoredAttempt => {
  const { typed, answers, hints, shown, overridden, retracted, activeSeconds } = current;
  return {
    texts: typed,
    tries: answers,
    hints,
    revealed: shown,
    overridden,
    retracted,
    activeMs: activeSeconds * 1000,
  };
};

/** Whether anything would be lost if another exercise took its place. */
export const isBegun = (current: Current | null): boolean =>
  current !== null &&
  current.saved === '' &&
  (current.answers.length > 0 || (current.hints > 0 && current.role !== 'guided') || current.typed.some(text => text !== ''));

const kept = { practice: session, placement: placementSession };

/** The session that an exercise of this purpose belongs to. */
export const sessionOf = ({ purpose }: Pick<Desk, 'purpose'>): Session | undefined =>
  purpose === 'practice' || purpose === 'placement' ? kept[purpose].value : undefined;

export const setSession = (next: Session): void => {
  kept[next.purpose === 'placement' ? 'placement' : 'practice'].value = next;
};

let timer: ReturnType<typeof setTimeout> | undefined;
const waiting = new Set<Resumable>();

/** Keeps the session in the store, at once or after a pause in typing. */
export const keep = (next: Session, wait = 0): void => {
  setSession(next);
  later(next.purpose === 'placement' ? 'placement' : 'practice', wait);
};

/** Ends the session. */
export const drop = (purpose: Resumable): void => {
  kept[purpose].value = undefined;
  later(purpose, 0);
};

const later = (purpose: Resumable, wait: number): void => {
  waiting.add(purpose);
  clearTimeout(timer);
  timer = setTimeout(write, wait);
};

/** Nothing that is waiting to be kept is written any more: a record of the log takes the session with it. */
export const holdKeeping = (): void => {
  clearTimeout(timer);
  timer = undefined;
  waiting.clear();
};

/** Writes what waits: the page may be gone in a moment. */
export const keepNow = (): void => {
  if (timer !== undefined) void write();
};

const write = async (): Promise<void> => {
  const purposes = [...waiting];
  holdKeeping();
  if (role.value !== 'writer') return;
  for (const purpose of purposes) {
    const saved = await store().saveSession(kept[purpose].value, purpose);
    // The learner hears of it when an answer cannot be saved; until then everything still works.
    if (!saved.ok) console.warn(saved.problem.detail || saved.problem.says);
  }
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
