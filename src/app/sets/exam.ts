// Working a set as an exam: every exercise open until it is handed in, by hand or by the clock.
import { computed, signal } from '@preact/signals';
import type { Run, Work } from '../../store/sets.ts';
import { now } from '../clock.ts';
import { type Attempt, reveal, submit } from '../practice/attempt.ts';
import { append, clearDesk, desk, recordOf } from '../session/desk.ts';
import { keepSet } from './library.ts';
import { attemptsOf, deskAt, endRun, layAt, opened, run, stored } from './run.ts';
import { holdRun, stopTime } from './run-keeping.ts';
import { isLogged, runProblem } from './working.ts';

/** The exercise that is shown, by its number in the order of the run; undefined: the sheet with all of them. */
export const examAt = signal<number | undefined>(undefined);

const isTouched = (work: Work | undefined): boolean => work?.typed.some(text => text.trim() !== '') ?? false;

/** One an exercise, in the order of the run: whether something is typed at it. */
export const answered = computed<readonly boolean[]>(() => {
  const here = run.value;
  return here ? here.order.map(place => isTouched(here.works[place])) : [];
});

/** Goes to the first exercise at which nothing is typed, or to the sheet. */
export const enterExam = (): void => {
  const first = answered.value.indexOf(false);
  turnTo(first < 0 ? undefined : first);
};

/** Turns to an exercise, or to the sheet. */
export const turnTo = (number: number | undefined): void => {
  stopTime();
  const place = number === undefined ? undefined : run.value?.order[number];
  examAt.value = place === undefined ? undefined : number;
  if (place === undefined) clearDesk();
  else if (desk.value?.attempt.exercise !== opened.value?.exercises[place]) layAt(place);
};

/** From an exercise to the one after it; from the last to the sheet. */
export const turnOn = (): void => turnTo((examAt.value ?? -1) + 1);

const MINUTE = 60_000;

/** Seconds until the time is up, undefined where there is no limit. The clock on the wall counts, also while the app is closed. */
export const secondsLeft = ({ startedAt, minutes }: Run): number | undefined =>
  minutes === 0 ? undefined : Math.max(0, Math.ceil((startedAt + minutes * MINUTE - now()) / 1000));

const judged = (attempt: Attempt): Attempt =>
  attempt.texts.some(text => text.trim() !== '') ? reveal(submit(attempt)) : attempt;

/** Hands everything in: marks it, and writes it to the log. Whether that is kept. */
export const handIn = async (): Promise<boolean> => {
  stopTime();
  holdRun();
  const [set, here] = [opened.value, run.value];
  const attempts = set && here ? attemptsOf(set, here).map(judged) : [];
  const ended = await endRun(attempts);
  examAt.value = undefined;
  runProblem.value = ended.ok ? '' : ended.problem.says;
  if (ended.ok) await logExam();
  return ended.ok;
};

/** Writes the answers of an exam that has ended to the log, those that are not in it yet; what fails is tried again at the next call. */
export const logExam = async (): Promise<void> => {
  const here = run.value;
  if (here?.mode !== 'exam' || here.endedAt === 0) return;
  let works = here.works;
  for (const [place, { answers, saved }] of here.works.entries()) {
    const done = saved || answers.length === 0 ? undefined : deskAt(place);
    if (!done) continue;
    const isKept = (await isLogged(here, place)) || !('problem' in (await append(recordOf(done).draft)));
    if (isKept) works = works.map((work, i) => (i === place ? { ...work, saved: true } : work));
  }
  if (works !== here.works && stored.value) await keepSet({ ...stored.value, run: { ...here, works } });
};
