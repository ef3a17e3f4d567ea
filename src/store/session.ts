// The session under way, down to the half-typed answer, so that a killed app goes on where it was.

import { clamped, fields, list, oneOf, type Reader, text, truth, whole } from '../schedule/checked.ts';
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
};

export type Done = { readonly skill: string; readonly quality: Quality; readonly id: string };

export type Session = {
  readonly purpose: Purpose;
  readonly day: number;
  readonly startedAt: number;
  readonly activeSeconds: number;
  readonly plan: readonly Item[];
  readonly done: readonly Done[];
  readonly current: Current | null;
};

const shortText = text(200);
const typed = list(text(2000), 100);

const readCurrent = fields({
  skill: shortText,
  role: value => (value === null ? null : oneOf(ROLES)(value)),
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
});

/** An older version of the app may have left a session of another shape, which is no session. */
export const readSession: Reader<Session> = fields({
  purpose: oneOf(PURPOSES),
  day: whole(0, 3_000_000),
  startedAt: whole(0, Number.MAX_SAFE_INTEGER),
  activeSeconds: clamped(0, 86_400),
  plan: list(fields({ skill: shortText, role: oneOf(ROLES) }), 1000),
  done: list(fields({ skill: shortText, quality: oneOf(QUALITIES), id: shortText }), 1000),
  current: value => (value === null ? null : readCurrent(value)),
});
