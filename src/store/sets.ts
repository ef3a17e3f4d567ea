// The sets of exercises on this device: made or received, how far they are worked, and the results that were sent back.

import { clamped, fields, list, oneOf, orNull, type Reader, since, text, truth, whole } from '../schedule/checked.ts';
import { canonical } from './canonical.ts';

/** One exercise of a run, down to the half-typed answer. */
export type Work = {
  /** the text in each part's field; empty where the exercise was not opened yet */
  readonly typed: readonly string[];
  /** as in an answer's entry */
  readonly answers: readonly (readonly string[])[];
  readonly hints: number;
  readonly shown: boolean;
  readonly overridden: boolean;
  readonly retracted: boolean;
  readonly activeSeconds: number;
  /** whether its answer is in the log */
  readonly saved: boolean;
};

export const RUN_MODES = ['practice', 'exam'] as const;
export type RunMode = (typeof RUN_MODES)[number];

/** A set being worked, or worked to its end; instants in milliseconds UTC. */
export type Run = {
  readonly mode: RunMode;
  /** of an exam, 0: as long as it takes */
  readonly minutes: number;
  /** whether what is due counts for its skill's schedule */
  readonly isForSchedule: boolean;
  /** the places of the exercises in the set, as they are asked */
  readonly order: readonly number[];
  readonly startedAt: number;
  /** 0 while it is under way */
  readonly endedAt: number;
  /** of the exercises that this device made of the set */
  readonly digest: string;
  /** in the order of the set */
  readonly works: readonly Work[];
  /** in the order of the set, once it has ended: the index of each in `MARKS` of the link room */
  readonly marks: readonly number[];
};

export const ORIGINS = ['made', 'received'] as const;

export type StoredSet = {
  /** from the # on: where the app stands may change */
  readonly link: string;
  readonly at: number;
  readonly from: (typeof ORIGINS)[number];
  readonly run: Run | null;
  /** links of results that were sent back, from the # on */
  readonly results: readonly string[];
};

const MOST_EXERCISES = 200;
const MOST_RESULTS = 1000;
const readResult = text(600);
const instant = whole(0, 253_402_300_799_999);
const texts = list(text(2000), 100);

const readRun = fields({
  mode: oneOf(RUN_MODES),
  minutes: whole(0, 600),
  isForSchedule: truth,
  order: list(whole(0, MOST_EXERCISES - 1), MOST_EXERCISES),
  startedAt: instant,
  endedAt: instant,
  digest: text(20),
  works: list(
    fields({
      typed: texts,
      answers: list(texts, 1000),
      hints: whole(0, 100),
      shown: truth,
      overridden: truth,
      retracted: truth,
      activeSeconds: clamped(0, 86_400),
      saved: truth,
    }),
    MOST_EXERCISES,
  ),
  marks: list(whole(0, 9), MOST_EXERCISES),
});

/** A set as it was kept, also by an earlier version of the app. */
export const readSet: Reader<StoredSet> = since(
  { from: 'received', run: null, results: [] },
  fields({
    link: text(2000),
    at: instant,
    from: oneOf(ORIGINS),
    run: orNull(readRun),
    results: list(readResult, MOST_RESULTS),
  }),
);

/** What is left of a damaged one: its link, and the results that can be read. */
export const rescuedSet = ({ link, at, from, results }: Partial<StoredSet>): StoredSet | undefined =>
  readSet({
    link,
    at: instant(at) ?? 0,
    from: oneOf(ORIGINS)(from) ?? 'received',
    run: null,
    results: (Array.isArray(results) ? results : []).filter(readResult).slice(0, MOST_RESULTS),
  });

/** One set as two devices have it, the same whichever comes first: the results of both, and the run that is further on. */
export const mergedSet = (a: StoredSet, b: StoredSet): StoredSet => ({
  link: a.link,
  at: Math.min(a.at, b.at),
  from: a.from === 'made' ? a.from : b.from,
  run: further(a.run, b.run),
  results: [...new Set([...a.results, ...b.results])].toSorted().slice(0, MOST_RESULTS),
});

const further = (a: Run | null, b: Run | null): Run | null => {
  if (!a || !b) return a ?? b;
  const [first, second] = [rankOf(a), rankOf(b)];
  const apart = first.findIndex((rank, i) => rank !== second[i]);
  return apart < 0 || (first[apart] ?? 0) > (second[apart] ?? 0) ? a : b;
};

/** Compared from the left; the last is the whole of it. */
const rankOf = (run: Run): readonly (number | string)[] => [
  run.endedAt,
  run.works.filter(({ saved }) => saved).length,
  run.startedAt,
  canonical(run),
];
