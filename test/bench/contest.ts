// A table of pairs put to all graders in turn, round after round: what each says, and how long it takes, in the same run.
import { Script } from 'node:vm';
import type { Peer } from './peers/peer.ts';
import { Unspeakable } from './peers/spelling.ts';
import type { Question } from './questions.ts';
import { median } from './timing.ts';

export const OUTCOMES = ['right', 'false accept', 'false reject', 'throws', 'cannot say it', 'no end'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One grader and one pair. Milliseconds of each timed call; none where there was no verdict. */
export interface Trial {
  readonly outcome: Outcome;
  readonly times: readonly number[];
}

/** A call that takes longer has no end. */
export const LIMIT = 250;
/** Calls that take longer are not repeated: their first time counts. */
const LONG = 20;
const WARM_UPS = 2;
const ROUNDS = 5;

/** Trials of each grader, in the order of the questions. */
export function contest(graders: readonly Peer[], questions: readonly Question[]): ReadonlyMap<Peer, readonly Trial[]> {
  const runs = new Map(graders.map(grader => [grader, questions.map(question => meet(grader, question))]));
  for (let round = 0; round < WARM_UPS + ROUNDS; round++) {
    for (const run of [...runs.values()].flat()) if (run.work && !run.isLong) time(run, round >= WARM_UPS);
  }
  return runs;
}

interface Run {
  readonly outcome: Outcome;
  readonly times: number[];
  readonly isLong: boolean;
  readonly work?: () => boolean;
}

function meet(grader: Peer, question: Question): Run {
  const start = performance.now();
  try {
    const work = grader.prepare(question);
    const verdict = limited(work);
    const time = performance.now() - start;
    const outcome = verdict === question.equal ? 'right' : verdict ? 'false accept' : 'false reject';
    return { outcome, work, isLong: time > LONG, times: time > LONG ? [time] : [] };
  } catch (error) {
    const outcome = failure(error);
    if (outcome === 'no end') grader.restart?.();
    return { outcome, isLong: true, times: [] };
  }
}

function failure(error: unknown): Outcome {
  if (error instanceof Unspeakable) return 'cannot say it';
  return error instanceof Error && /timed? ?out/.test(error.message) ? 'no end' : 'throws';
}

/** Keeps the time of a call that ends as the first did; some systems have time-outs of their own. */
function time({ work, times }: Run, isKept: boolean): void {
  const start = performance.now();
  try {
    work?.();
  } catch {
    return;
  }
  if (isKept) times.push(performance.now() - start);
}

const knock = new Script('globalThis.contestWork()');

/** Stops work that does not end; a timer could not, since nothing else runs meanwhile. */
function limited(work: () => boolean): boolean {
  let verdict = false;
  Object.assign(globalThis, {
    contestWork: () => {
      verdict = work();
    },
  });
  knock.runInThisContext({ timeout: LIMIT });
  return verdict;
}

/** Milliseconds of each pair that got a verdict: the median of its calls. */
export function typicalTimes(trials: readonly Trial[]): number[] {
  return trials.filter(trial => trial.times.length > 0).map(trial => median(trial.times));
}
