// What is done at the table goes into the run under way, and to the disk: a step at once, typing after a pause.
import { effect } from '@preact/signals';
import type { Work } from '../../store/sets.ts';
import { type Desk, desk, timed } from '../session/desk.ts';
import { role, sets } from '../state.ts';
import { keepSet } from './library.ts';
import { opened, run, stored, workOf } from './run.ts';

const PAUSE = 400;

let timer: ReturnType<typeof setTimeout> | undefined;

/** To be called once. */
export const watchTable = (): void => {
  effect(() => {
    const here = desk.value;
    if (here?.purpose === 'set') note(here);
  });
  // A phone may end a page that is out of sight without another word.
  addEventListener('pagehide', keepRunNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keepRunNow();
  });
};

const note = (here: Desk): void => {
  const [set, current] = [opened.peek(), run.peek()];
  const place = set?.exercises.indexOf(here.attempt.exercise) ?? -1;
  const before = current?.works[place];
  if (!set || !current || !before || current.endedAt > 0) return;
  const work = workOf(here);
  const next = { ...current, works: current.works.with(place, work) };
  sets.value = sets.peek().map(each => (each.link === set.link ? { ...each, run: next } : each));
  clearTimeout(timer);
  timer = setTimeout(() => void keepRun(), isTyping(before, work) ? PAUSE : 0);
};

const isTyping = (before: Work, after: Work): boolean =>
  before.answers.length === after.answers.length && before.hints === after.hints && before.saved === after.saved;

const keepRun = async (): Promise<void> => {
  holdRun();
  const set = stored.peek();
  if (role.peek() !== 'writer' || !set) return;
  const saved = await keepSet(set);
  // The learner hears of it when an answer cannot be saved; until then everything still works.
  if (!saved.ok) console.warn(saved.problem.detail || saved.problem.says);
};

const keepRunNow = (): void => {
  if (timer !== undefined) void keepRun();
};

/** Nothing that waits is written any more: what comes now holds it. */
export const holdRun = (): void => {
  clearTimeout(timer);
  timer = undefined;
};

/** Counts the time at the exercise that is about to be left. */
export const stopTime = (): void => {
  const here = desk.value;
  if (here?.purpose === 'set' && !here.attempt.done) desk.value = { ...here, attempt: timed(here.attempt) };
};
