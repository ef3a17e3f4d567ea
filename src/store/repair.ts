// A damaged entry made readable again, where what it says of the schedule stands or can be told from the rest.

import type { Json } from '../schedule/checked.ts';
import type { AnswerEntry, Entry, MoveDueEntry, OverrideEntry, UndoEntry } from '../schedule/entry.ts';
import { readEntry } from '../schedule/entry.ts';
import { qualityOf } from '../schedule/quality.ts';
import type { Damaged } from './damaged.ts';

const DAY = 86_400_000;
const place = { device: 'x', seq: 1, at: 0, day: 0, purpose: 'free', skill: 'a/a' } as const;

/** What stands in for a part that is lost. `free` leaves the schedule alone. */
const blanks: { readonly [K in Entry['kind']]: Extract<Entry, { kind: K }> } = {
  answer: {
    ...{ ...place, kind: 'answer', level: 1, seed: '', version: 1, given: null, answers: [], verdicts: [] },
    ...{ quality: 0, hints: 0, activeSeconds: 0, guessable: false },
  } satisfies AnswerEntry,
  undo: { ...place, kind: 'undo', target: 'x:1' } satisfies UndoEntry,
  override: { ...place, kind: 'override', target: 'x:1' } satisfies OverrideEntry,
  'move-due': { ...place, kind: 'move-due', due: 0 } satisfies MoveDueEntry,
};

const NEEDED = ['device', 'seq', 'skill', 'target', 'due'];

/** Undefined where too much is lost. Nothing is ever made a review that was none. */
export const repaired = (record: Damaged): Entry | undefined => {
  const blank = Object.values(blanks).find(({ kind }) => kind === record.kind);
  if (!blank) return undefined;
  const keys = Object.keys(blank);
  const lost = new Set(keys.filter(key => !readEntry({ ...blank, [key]: record[key] }).ok));
  if (NEEDED.some(key => lost.has(key)) || (lost.has('at') && lost.has('day'))) return undefined;
  const stands = Object.fromEntries(keys.filter(key => !lost.has(key)).map(key => [key, record[key]]));
  const entry = readEntry({ ...blank, ...stands, ...told(stands, lost) });
  return entry.ok ? entry.value : undefined;
};

type Parts = { readonly [key: string]: Json | undefined };

const told = ({ at, day, verdicts, hints }: Parts, lost: ReadonlySet<string>): Parts => {
  const when = {
    ...(lost.has('at') && { at: Number(day) * DAY }),
    ...(lost.has('day') && { day: Math.floor(Number(at) / DAY) }),
  };
  if (lost.has('level')) return { ...when, purpose: 'free' };
  if (!lost.has('quality')) return when;
  if (lost.has('verdicts') || !Array.isArray(verdicts)) return { ...when, purpose: 'free' };
  // As slow as can be: how fast it was counts for a 5 only.
  const slow = { activeSeconds: 1, par: 0, timed: true, overruled: false };
  return { ...when, quality: qualityOf({ verdicts, hints: Number(hints ?? 0), ...slow }) };
};
