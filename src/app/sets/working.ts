// Working a set with feedback after each exercise, from any interruption to the end.

import { computed, signal } from '@preact/signals';
import { isAnswerTo } from '../../schedule/entry.ts';
import type { Run } from '../../store/sets.ts';
import { clearDesk, desk } from '../session/desk.ts';
import { goOn, save } from '../session/saving.ts';
import { store } from '../state.ts';
import { standingAnswers } from '../week.ts';
import { attemptsOf, endRun, layAt, opened, run } from './run.ts';
import { holdRun, stopTime } from './run-keeping.ts';
import { doneIn } from './under-way.ts';

/** Where the run is: the exercise's number, and of how many. */
export const runProgress = computed(() => {
  const here = run.value;
  if (!here) return { at: 1, of: 1 };
  const isOpen = desk.value?.saving !== 'saved';
  return { at: Math.max(1, doneIn(here) + (isOpen ? 1 : 0)), of: here.works.length };
});

const nextPlace = ({ order, works }: Run): number | undefined => order.find(place => !works[place]?.saved);

/** Shows the exercise that is to be done next. False where the run is over, or there is none. */
export const enterRun = async (): Promise<boolean> => {
  const here = run.value;
  if (!here || here.endedAt > 0) return false;
  const place = nextPlace(here);
  if (place === undefined) return !(await finishRun());
  if (isOnTable(place)) return true;
  clearDesk();
  layAt(place);
  // It was done when the app was killed, and may be in the log already.
  if (desk.value?.attempt.done) {
    if (await isLogged(here, place)) desk.value = { ...desk.value, saving: 'saved' };
    else await save();
  }
  return true;
};

const isOnTable = (place: number): boolean => desk.value?.attempt.exercise === opened.value?.exercises[place];

/** Whether the answer to the exercise at this place was given in this run, and stands in the log. */
export const isLogged = async ({ startedAt }: Run, place: number): Promise<boolean> => {
  const exercise = opened.value?.exercises[place];
  if (!exercise) return false;
  const entries = await store().entriesOfSkill(exercise.id);
  return entries.ok && standingAnswers(entries.value).some(entry => entry.at >= startedAt && isAnswerTo(entry, exercise));
};

/** The tap on Next: the next exercise, or the end. Whether the run has ended. */
export const nextInRun = async (): Promise<boolean> => {
  let hasEnded = false;
  await goOn(async () => {
    const here = run.value;
    const place = here && nextPlace(here);
    if (place === undefined) hasEnded = await finishRun();
    else layAt(place);
  });
  return hasEnded;
};

/** What stood in the way of keeping the run's end, in words. */
export const runProblem = signal('');

/** Ends the run as it is: what is open stays open. Whether that is kept. */
export const finishRun = async (): Promise<boolean> => {
  const set = opened.value;
  stopTime();
  holdRun();
  const here = run.value;
  if (!set || !here) return false;
  const ended = await endRun(attemptsOf(set, here));
  runProblem.value = ended.ok ? '' : ended.problem.says;
  return ended.ok;
};
