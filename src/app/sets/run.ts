// A run through a set: begun, taken up again at any exercise, and ended with its marks.
import { computed, signal } from '@preact/signals';
import { skillOf } from '../../catalog.ts';
import { createRng } from '../../exercise/rng.ts';
import { good, type Result } from '../../store/problem.ts';
import type { Run, StoredSet, Work } from '../../store/sets.ts';
import { newSeed } from '../chance.ts';
import { now } from '../clock.ts';
import { type Attempt, begin, thaw } from '../practice/attempt.ts';
import { clearDesk, type Desk, lay } from '../session/desk.ts';
import { day, sets } from '../state.ts';
import { keepSet, keptSet } from './library.ts';
import { indexOfMark, markOf } from './mark.ts';
import type { OpenedSet } from './opened-set.ts';

export type RunOptions = Pick<Run, 'mode' | 'minutes' | 'isForSchedule'> & { readonly isMixed: boolean };

/** The set that lies open. */
export const opened = signal<OpenedSet | undefined>(undefined);

export const stored = computed<StoredSet | undefined>(() => sets.value.find(({ link }) => link === opened.value?.link));

/** The run of the open set, where it is of the exercises that this version of the app makes of it. */
export const run = computed<Run | undefined>(() => {
  const here = stored.value?.run;
  return here && here.digest === opened.value?.digest ? here : undefined;
});

const UNTOUCHED: Work = {
  typed: [],
  answers: [],
  hints: 0,
  shown: false,
  overridden: false,
  retracted: false,
  activeSeconds: 0,
  saved: false,
};

/** Begins a run of the open set, in place of an earlier one. */
export const startRun = async ({ isMixed, ...options }: RunOptions): Promise<Result<undefined>> => {
  const set = opened.value;
  if (!set) return good(undefined);
  const kept = await keptSet(set.link, 'received');
  if (!kept.ok) return kept;
  const places = set.exercises.map((_, i) => i);
  const order = isMixed ? createRng(newSeed()).shuffle(places) : places;
  const works = places.map(() => UNTOUCHED);
  clearDesk();
  const fresh: Run = { ...options, order, startedAt: now(), endedAt: 0, digest: set.digest, works, marks: [] };
  return keepSet({ ...kept.value, run: fresh });
};

/** The exercise at this place of the set, as far as it is worked; a text that no longer fits counts for nothing. */
export const attemptAt = ({ exercises }: OpenedSet, { works }: Run, place: number): Attempt | undefined => {
  const [exercise, work] = [exercises[place], works[place]];
  if (!exercise || !work) return undefined;
  const { typed, answers, hints, shown, overridden, retracted, activeSeconds } = work;
  const frozen = { texts: typed, tries: answers, hints, revealed: shown, overridden, retracted, activeMs: activeSeconds * 1000 };
  return (typed.length > 0 ? thaw(exercise, frozen) : undefined) ?? begin(exercise);
};

/** In the order of the set. */
export const attemptsOf = (set: OpenedSet, here: Run): readonly Attempt[] =>
  set.exercises.map((exercise, place) => attemptAt(set, here, place) ?? begin(exercise));

/** The desk with the exercise at this place on it, as it was left. */
export const deskAt = (place: number): Desk | undefined => {
  const [set, here] = [opened.value, run.value];
  const attempt = set && here && attemptAt(set, here, place);
  const skill = attempt && skillOf(attempt.exercise.id);
  if (!skill) return undefined;
  const saving = here.works[place]?.saved ? 'saved' : 'no';
  return {
    skill,
    role: null,
    purpose: 'set',
    day: day.value,
    attempt,
    saving,
    isForSchedule: here.isForSchedule,
    run: here.startedAt,
  };
};

export const layAt = (place: number): void => {
  const next = deskAt(place);
  if (next) lay(next);
};

export const workOf = ({ attempt, saving }: Pick<Desk, 'attempt' | 'saving'>): Work => ({
  typed: attempt.texts,
  answers: attempt.tries.map(({ texts }) => texts),
  hints: attempt.hints,
  shown: attempt.revealed,
  overridden: attempt.overridden,
  retracted: attempt.retracted,
  activeSeconds: Math.min(86_400, attempt.activeMs / 1000),
  saved: saving === 'saved',
});

/** Ends the run with these attempts, in the order of the set, and marks them. */
export const endRun = async (attempts: readonly Attempt[]): Promise<Result<undefined>> => {
  const [set, here] = [stored.value, run.value];
  if (!set || !here) return good(undefined);
  const works = attempts.map((attempt, i) => workOf({ attempt, saving: here.works[i]?.saved ? 'saved' : 'no' }));
  const marks = attempts.map(attempt => indexOfMark(markOf(attempt)));
  const ended = await keepSet({ ...set, run: { ...here, works, marks, endedAt: Math.max(now(), here.startedAt + 1) } });
  if (ended.ok) clearDesk();
  return ended;
};
