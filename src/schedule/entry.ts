// What the review log holds: one entry for everything that a learner did which bears on the schedule.

import {
  bad,
  type Checked,
  clamped,
  fields,
  good,
  type Json,
  json,
  list,
  oneOf,
  type Reader,
  text,
  truth,
  whole,
} from './checked.ts';
import { VERDICTS, type Verdict } from './quality.ts';
import { QUALITIES, type Quality } from './sm2.ts';

/** Only `practice` bears on cards; the others are kept for the learner to look back on. */
export const PURPOSES = ['practice', 'free', 'set', 'placement'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Who wrote the entry, as which of the device's entries (from 1), when (milliseconds UTC) and on which study day. */
export type Stamp = { readonly device: string; readonly seq: number; readonly at: number; readonly day: number };

export type AnswerEntry = Stamp & {
  readonly kind: 'answer';
  readonly purpose: Purpose;
  readonly skill: string;
  readonly level: number;
  readonly seed: string;
  readonly version: number;
  readonly given: Json;
  /** the texts of every part, as typed, each time that the learner handed in */
  readonly answers: readonly (readonly string[])[];
  /** the verdict of the whole, each time */
  readonly verdicts: readonly Verdict[];
  readonly quality: Quality;
  readonly hints: number;
  /** 0 where the time was not taken */
  readonly activeSeconds: number;
  readonly guessable: boolean;
};

type About = Stamp & { readonly purpose: Purpose; readonly skill: string };

/** Takes back the entry named by `target`, an id; the skill is the target's own. */
export type UndoEntry = About & { readonly kind: 'undo'; readonly target: string };
/** "My answer was right": the answer named by `target`, of the same skill, counts as quality 4. */
export type OverrideEntry = About & { readonly kind: 'override'; readonly target: string };
/** Moves a card's due day and nothing else. */
export type MoveDueEntry = About & { readonly kind: 'move-due'; readonly due: number };

export type Entry = AnswerEntry | UndoEntry | OverrideEntry | MoveDueEntry;

/** What is written before the store has given it a place in the log. */
export type Draft = { [E in Entry as E['kind']]: Omit<E, 'device' | 'seq'> }[Entry['kind']];

/** The name of an entry among all entries of all devices. */
export const entryId = ({ device, seq }: Pick<Stamp, 'device' | 'seq'>): string => `${device}:${seq}`;

/** Whether it is an answer to this very exercise. */
export const isAnswerTo = (
  entry: Entry,
  exercise: { readonly id: string; readonly level: number; readonly seed: string },
): boolean =>
  entry.kind === 'answer' && entry.skill === exercise.id && entry.level === exercise.level && entry.seed === exercise.seed;

/** The order of the log: day, instant, device, number. Never 0 for two different entries. */
export const compareEntries = (a: Stamp, b: Stamp): number =>
  a.day - b.day || a.at - b.at || compareText(a.device, b.device) || a.seq - b.seq;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const LAST_DAY = 2_932_896;

/** The highest number that a device's entry may have. */
export const LAST_SEQ = 1_000_000_000;

const about = {
  device: text(64, /^[A-Za-z0-9_-]+$/),
  seq: whole(1, LAST_SEQ),
  at: whole(0, 253_402_300_799_999),
  day: whole(0, LAST_DAY),
  purpose: oneOf(PURPOSES),
  skill: text(100, /^[a-z0-9-]+\/[a-z0-9-]+$/),
} as const;

const target = text(90, /^[A-Za-z0-9_-]+:[1-9][0-9]*$/);

const readers: { readonly [K in Entry['kind']]: Reader<Extract<Entry, { kind: K }>> } = {
  answer: fields({
    ...about,
    kind: oneOf(['answer'] as const),
    level: whole(1, 100),
    seed: text(200),
    version: whole(1, 1_000_000),
    given: json(12),
    answers: list(list(text(2000), 100), 1000),
    verdicts: list(oneOf(VERDICTS), 1000),
    quality: oneOf(QUALITIES),
    hints: clamped(0, 100),
    activeSeconds: clamped(0, 86_400),
    guessable: truth,
  }),
  undo: fields({ ...about, kind: oneOf(['undo'] as const), target }),
  override: fields({ ...about, kind: oneOf(['override'] as const), target }),
  'move-due': fields({ ...about, kind: oneOf(['move-due'] as const), due: whole(0, LAST_DAY + 1000) }),
};

/** A fresh entry from something untrusted; anything missing, unknown or out of range refuses it. */
export const readEntry = (value: unknown): Checked<Entry> => {
  for (const reader of Object.values(readers)) {
    const entry = reader(value);
    if (entry !== undefined) return good(entry);
  }
  return bad('This is no entry of a review log.');
};
