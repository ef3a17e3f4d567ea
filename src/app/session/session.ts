// A session from its start to its summary: what comes next, going on after a kill, and the way back.
import { computed, signal } from '@preact/signals';
import { skillOf, skills } from '../../catalog.ts';
import { planFurther, planSession } from '../../schedule/plan.ts';
import { exercisesIn, type Item } from '../../schedule/queue.ts';
import { good, type Result } from '../../store/problem.ts';
import type { Current, Session } from '../../store/session.ts';
import { now } from '../clock.ts';
import { standing } from '../path.ts';
import { begin, thaw } from '../practice/attempt.ts';
import { beginGuided } from '../practice/guided.ts';
import { cards, day, pace, role, session } from '../state.ts';
import { clockBehind, greetedDay } from '../study-clock.ts';
import { clearDesk, type Desk, desk, lay, timed } from './desk.ts';
import { levelWithin, makeAgain, prepare, takeExercise } from './exercises.ts';
import { type Gain, gainsOf } from './gains.ts';
import { exercisesOf, nextItem } from './next-item.ts';
import { goOn, levelOf, save, takeBack, unlessBusy } from './saving.ts';
import { sessionRead } from './session-steps.ts';
import { currentOf, drop, isBegun, keep, storedAttempt } from './under-way.ts';
import { trustClock } from './wrong-days.ts';

export { isNewDay } from '../study-clock.ts';

/** A session that has just ended, with its last exercise, which can still be taken back. */
export interface Ended {
  readonly session: Session;
  readonly desk: Desk | undefined;
  /** What was learnt, skill by skill. */
  readonly gains: readonly Gain[];
}

export const ended = signal<Ended | undefined>(undefined);
/** A skill's code could not be loaded. */
export const isStuck = signal(false);
/** The exercise under way is not what it was: its skill has changed since. */
export const isReplaced = signal(false);

/** What a session begun now would do. */
export const plan = computed(() => planSession(skills, cards.value, day.value, pace.value, standing.value));

/** The session of this study day, while there is something left in it. */
export const underWay = computed(() => {
  const here = session.value;
  return here?.day === day.value && (isOpen(here) || upNext(here)) ? here : undefined;
});

/** How many exercises wait: those of a session begun now, or what is left of the one under way. */
export const waiting = computed(() => {
  const here = underWay.value;
  return here
    ? Math.max(1, exercisesOf(here.plan, here.length) - exercisesIn(here.done))
    : exercisesOf(plan.value, pace.value.length);
});

const isOpen = ({ current }: Session): boolean => current !== null && current.saved === '';

const upNext = (here: Session): Item | undefined => {
  const isOver = here.minutes > 0 && here.activeSeconds >= here.minutes * 60;
  const plan = here.plan.filter(({ skill }) => skillOf(skill));
  return isOver ? undefined : nextItem({ plan, done: here.done }, cards.value, day.value, here.length);
};

/** Where the session is: the exercise's number, and of how many. */
export const progress = computed(() => {
  const here = session.value;
  if (!here) return { at: 1, of: 1 };
  const at = Math.max(1, exercisesIn(here.done) + (isOpen(here) ? 1 : 0));
  return { at, of: Math.max(at, exercisesOf(here.plan, here.length)) };
});

/** Shows the exercise that is to be answered: the one under way, or the first of a new session. False where nothing is due. */
export const enterSession = async (): Promise<boolean> => {
  if (role.value !== 'writer') return true;
  isStuck.value = false;
  greetedDay.value = day.value;
  const here = session.value;
  // An exercise begun before the night is finished first, and its session with it.
  const goesOn = here !== undefined && (here.day === day.value || isBegun(here.current));
  if (goesOn && isOnTable(here.current)) return true;
  clearDesk();
  ended.value = undefined;
  if (goesOn) return withoutLosing(() => resume(here));
  if (plan.value.length === 0) return false;
  session.value = newSession(plan.value, pace.value);
  return withoutLosing(advance);
};

const FURTHER = { length: 5, minutes: 0 };

/** After the summary, five exercises more; nothing happens where there is no skill for them. */
export const fiveMore = async (): Promise<void> => {
  if (role.value !== 'writer') return;
  const items = planFurther(skills, cards.value, day.value, { ...pace.value, ...FURTHER }, standing.value);
  const [first, ...others] = items;
  if (!first) return;
  const isJustDone = first.skill === ended.value?.session.done.at(-1)?.skill;
  clearDesk();
  ended.value = undefined;
  session.value = newSession(isJustDone && first.role !== 'worked' ? [...others, first] : items, FURTHER);
  await withoutLosing(advance);
};

const isOnTable = (current: Current | null): boolean =>
  desk.value?.purpose === 'practice' && desk.value.attempt.exercise.seed === current?.seed;

const newSession = (items: readonly Item[], { length, minutes }: Pick<Session, 'length' | 'minutes'>): Session => ({
  purpose: 'practice',
  day: day.value,
  startedAt: now(),
  activeSeconds: 0,
  length,
  minutes,
  plan: items,
  done: [],
  current: null,
});

const withoutLosing = async (work: () => Promise<void>): Promise<true> => {
  try {
    await work();
  } catch (error) {
    console.error(error);
    isStuck.value = true;
  }
  return true;
};

/** The exercise under way as it was left; a new one of the same skill where that has changed since. */
const resume = async ({ current, day: laidOn }: Session): Promise<void> => {
  const skill = current && skillOf(current.skill);
  if (!current || !skill) return advance();
  const { role: was, saved } = current;
  if (was === 'worked' && saved) return advance();
  const exercise = await makeAgain(current);
  const attempt = exercise && thaw(exercise, storedAttempt(current));
  if (attempt) {
    lay({ skill, role: was, purpose: 'practice', day: laidOn, attempt, saving: saved ? 'saved' : 'no' });
    return attempt.done && !saved ? save() : undefined;
  }
  if (saved) return advance();
  isReplaced.value = true;
  return ask(skill.id, was, current.level);
};

const ask = async (id: string, as: Desk['role'], level: number): Promise<void> => {
  const skill = skillOf(id);
  if (!skill || !session.value) return;
  const exercise = await takeExercise(id, levelWithin(skill, level));
  const attempt = as === 'guided' ? beginGuided(exercise) : begin(exercise);
  const next: Desk = { skill, role: as, purpose: 'practice', day: day.value, attempt, saving: 'no' };
  lay(next);
  keep({ ...session.value, current: currentOf(next) });
};

/** On to the next exercise, or to the summary: a session ends with its study day, and what comes next is planned anew. */
const advance = async (): Promise<void> => {
  const here = session.value;
  if (!here) return;
  isReplaced.value = false;
  const item = here.day === day.value ? upNext(here) : undefined;
  if (item) return ask(item.skill, item.role, levelOf(item.skill));
  ended.value = { session: here, desk: desk.value, gains: gainsOf(here, cards.value) };
  clearDesk();
  drop('practice');
};

/** The tap on Next, or on Continue after a worked example. */
export const next = (): Promise<void> => {
  const goAhead = async () => void (await withoutLosing(advance));
  return desk.value?.role === 'worked' ? unlessBusy(() => finishExample().then(goAhead)) : goOn(goAhead);
};

/** A worked example is read, not answered: nothing of it goes into the log. */
const finishExample = async (): Promise<void> => {
  const here = desk.value;
  if (!here || !session.value) return;
  const read = { ...here, attempt: timed(here.attempt) };
  keep(sessionRead(session.value, read));
};

/** Makes the next exercise while the learner still reads about this one. */
export const prepareNext = (): void => {
  const here = underWay.value;
  const item = here ? upNext(here) : plan.value[0];
  if (here?.current && isOpen(here)) void makeAgain(here.current).catch(() => undefined);
  else if (item) prepare(item.skill, levelOf(item.skill));
};

/** Takes back the answer on the table, or the last one of the session that has just ended. */
export const undo = async (): Promise<void> => {
  const last = ended.value;
  if (last?.desk) {
    session.value = last.session;
    lay(last.desk);
    ended.value = undefined;
  }
  await takeBack();
};

/** The learner says that the device's date is right, although the log is ahead of it: see `trustClock`. */
export const confirmDay = async (): Promise<Result<undefined>> =>
  clockBehind.value ? trustClock(clockBehind.value.clock) : good(undefined);
