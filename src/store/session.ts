// The session under way, down to the half-typed answer, so that a killed app goes on where it was.

import { clamped, fields, list, oneOf, orNull, type Reader, since, text, truth, whole } from '../schedule/checked.ts';
import { PURPOSES, type Purpose } from '../schedule/entry.ts';
import { VERDICTS, type Verdict } from '../schedule/quality.ts';
import { type Item, ROLES, type Role } from '../schedule/queue.ts';
import { QUALITIES, type Quality } from '../schedule/sm2.ts';

/** The exercise on the screen: what it was made from, what is typed, and what has happened at it so far. */
export type Current = {
  readonly skill: string;
  readonly role: Role | null;
  readonly level: number;
  readonly seed: string;
  readonly version: number;
  /** the text in each part's field */
  readonly typed: readonly string[];
  /** as in an answer's entry */
  readonly answers: readonly (readonly string[])[];
  readonly verdicts: readonly Verdict[];
  readonly hints: number;
  readonly shown: boolean;
  /** the learner said "My answer was right" */
  readonly overridden: boolean;
  readonly activeSeconds: number;
  /** the id of its entry once that is saved, else empty */
  readonly saved: string;
  /** the learner took a wrong try back as a typo */
  readonly retracted: boolean;
};

export type Done = Item & {
  /** null: an example that was only read */
  readonly quality: Quality | null;
  readonly id: string;
  /** the level of the skill's card before it, 0 where it had none */
  readonly from: number;
  /** how many items it added to the end of the plan */
  readonly added: number;
};

export type Session = {
  readonly purpose: Purpose;
  readonly day: number;
  readonly startedAt: number;
  readonly activeSeconds: number;
  /** exercises, and minutes (0: as long as they take): it ends at whichever comes first */
  readonly length: number;
  readonly minutes: number;
  readonly plan: readonly Item[];
  readonly done: readonly Done[];
  readonly current: Current | null;
};

const shortText = text(200);
const typed = list(text(2000), 100);

const readExercise = fields({
  skill: shortText,
  role: orNull(oneOf(ROLES)),
  level: whole(1, 100),
  seed: shortText,
  version: whole(1, 1_000_000),
  typed,
  answers: list(typed, 1000),
  verdicts: list(oneOf(VERDICTS), 1000),
  hints: whole(0, 100),
  shown: truth,
  overridden: truth,
  activeSeconds: clamped(0, 86_400),
  saved: shortText,
  retracted: truth,
});

const readDone = fields({
  skill: shortText,
  role: oneOf(ROLES),
  quality: orNull(oneOf(QUALITIES)),
  id: shortText,
  from: whole(0, 100),
  added: whole(0, 100),
});

const TEN_EXERCISES = { length: 10, minutes: 0 };

const readWhole = fields({
  purpose: oneOf(PURPOSES),
  day: whole(0, 3_000_000),
  startedAt: whole(0, Number.MAX_SAFE_INTEGER),
  activeSeconds: clamped(0, 86_400),
  length: whole(1, 100),
  minutes: whole(0, 60),
  plan: list(fields({ skill: shortText, role: oneOf(ROLES) }), 1000),
  done: list(since({ role: 'due', from: 1, added: 0 }, readDone), 1000),
  current: orNull(since({ retracted: false }, readExercise)),
});

/** The session as it was kept, also by an earlier version of the app; one of any other shape is none. */
export const readSession: Reader<Session> = since(TEN_EXERCISES, readWhole);
