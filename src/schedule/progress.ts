// What a review log comes to: exercises and time by study day, what was recalled, skills met and strong. Each entry is folded in once.

import { type Card, type Rules, type Step, step } from './card.ts';
import { type AnswerEntry, compareEntries, type Entry, entryId, type Stamp } from './entry.ts';
import { isStrong } from './path.ts';
import { together } from './quality.ts';
import { bySkill, isStep, stepsOf } from './replay.ts';
import type { Quality } from './sm2.ts';

/** Amounts by study day; a day without any is left out. */
export type ByDay = ReadonlyMap<number, number>;

export type Tally = {
  /** exercises, whatever they were done for; none that was taken back */
  readonly exercises: ByDay;
  /** tenths of active seconds at them */
  readonly tenths: ByDay;
  /** by how many more skills, or fewer, were met, and strong, than the day before */
  readonly met: ByDay;
  readonly strong: ByDay;
  /**
   * By area, the reviews of skills that had a card and were due, each on the day of its first answer; `recalled` are those of
   * quality 3 and more: right at the first or second try without a hint that costs, or overruled. Two guessable answers are one.
   */
  readonly due: ReadonlyMap<string, ByDay>;
  readonly recalled: ReadonlyMap<string, ByDay>;
  /** how far each skill's log is in it */
  readonly skills: ReadonlyMap<string, Played>;
};

type Played = { readonly card: Card | undefined; readonly last: Stamp };

/** Of a log in any order. */
export const tallyOf = (entries: Iterable<Entry>, rules: Rules): Tally => {
  const tally = open(EMPTY);
  for (const [skill, log] of bySkill(entries)) playAll(tally, skill, log, rules);
  return tally;
};

/** Skills of which `withFresh` needs the whole log: something was taken back or overruled, or a clock was set back. */
export const skillsToReplay = ({ skills }: Tally, fresh: readonly Entry[]): readonly string[] =>
  [...bySkill(fresh)].filter(([skill, own]) => !goesOn(skills.get(skill), own)).map(([skill]) => skill);

const goesOn = (played: Played | undefined, own: readonly Entry[]): boolean =>
  own.every((entry, i) => {
    const last = own[i - 1] ?? played?.last;
    return isStep(entry) && (!last || compareEntries(last, entry) < 0);
  });

/** With more entries of the log, none of which is in it; `logs` holds the whole ones, with these, that `skillsToReplay` names. */
export const withFresh = (
  before: Tally,
  fresh: readonly Entry[],
  logs: ReadonlyMap<string, readonly Entry[]>,
  rules: Rules,
): Tally => {
  const tally = open(before);
  for (const [skill, own] of bySkill(fresh)) {
    const log = logs.get(skill);
    if (log) {
      const ids = new Set(own.map(entryId));
      play(tally, undefined, stepsOf(log.filter(entry => !ids.has(entryId(entry)))), rules, -1);
      playAll(tally, skill, log, rules);
    } else {
      const card = play(tally, tally.skills.get(skill)?.card, own.filter(isStep), rules, 1);
      tally.skills.set(skill, { card, last: lastOf(own) });
    }
  }
  return tally;
};

type Amounts = Map<number, number>;
type OpenTally = {
  readonly exercises: Amounts;
  readonly tenths: Amounts;
  readonly met: Amounts;
  readonly strong: Amounts;
  readonly due: Map<string, Amounts>;
  readonly recalled: Map<string, Amounts>;
  readonly skills: Map<string, Played>;
};

const none: ByDay = new Map();
const EMPTY: Tally = {
  ...{ exercises: none, tenths: none, met: none, strong: none },
  ...{ due: new Map(), recalled: new Map(), skills: new Map() },
};

const open = ({ exercises, tenths, met, strong, due, recalled, skills }: Tally): OpenTally => ({
  exercises: new Map(exercises),
  tenths: new Map(tenths),
  met: new Map(met),
  strong: new Map(strong),
  due: openAreas(due),
  recalled: openAreas(recalled),
  skills: new Map(skills),
});

const openAreas = (areas: ReadonlyMap<string, ByDay>): Map<string, Amounts> =>
  new Map([...areas].map(([area, amounts]) => [area, new Map(amounts)]));

const playAll = (tally: OpenTally, skill: string, log: readonly Entry[], rules: Rules): void => {
  tally.skills.set(skill, { card: play(tally, undefined, stepsOf(log), rules, 1), last: lastOf(log) });
};

const lastOf = (log: readonly Entry[]): Stamp => {
  const { device, seq, at, day } = log.reduce((last, entry) => (compareEntries(last, entry) < 0 ? entry : last));
  return { device, seq, at, day };
};

/** Adds what the steps come to, or takes it away again; gives the card after them. */
const play = (tally: OpenTally, from: Card | undefined, steps: readonly Step[], rules: Rules, sign: 1 | -1): Card | undefined => {
  let card = from;
  for (const entry of steps) {
    const before = card;
    card = step(before, entry, rules);
    if (entry.kind === 'answer') note(tally, before, card, entry, sign);
  }
  return card;
};

const note = (tally: OpenTally, before: Card | undefined, after: Card | undefined, entry: AnswerEntry, sign: 1 | -1): void => {
  const { day, purpose, skill, activeSeconds } = entry;
  add(tally.exercises, day, sign);
  add(tally.tenths, day, sign * Math.round(activeSeconds * 10));
  if (purpose !== 'practice') return;
  add(tally.met, day, before ? 0 : sign);
  add(tally.strong, day, sign * (Number(isStrong(after)) - Number(isStrong(before))));
  const [area = ''] = skill.split('/');
  const { due, recalled } = recallBy(before, entry);
  addTo(tally.due, area, day, sign * due);
  addTo(tally.recalled, area, day, sign * recalled);
};

const add = (amounts: Amounts, day: number, amount: number): void => {
  if (amount === 0) return;
  const sum = (amounts.get(day) ?? 0) + amount;
  if (sum === 0) amounts.delete(day);
  else amounts.set(day, sum);
};

const addTo = (areas: Map<string, Amounts>, area: string, day: number, amount: number): void => {
  if (amount === 0) return;
  const amounts = areas.get(area) ?? new Map<number, number>();
  add(amounts, day, amount);
  if (amounts.size > 0) areas.set(area, amounts);
  else areas.delete(area);
};

const NOTHING = { due: 0, recalled: 0 } as const;

/** What an answer adds to the due reviews, and to those recalled; the second of two guessable ones may take that back. */
const recallBy = (
  before: Card | undefined,
  { day, quality }: AnswerEntry,
): { readonly due: number; readonly recalled: number } => {
  if (!before) return NOTHING;
  const { due, reviewed, started, half } = before;
  if (reviewed !== day) return due <= day ? { due: 1, recalled: passed(quality) } : NOTHING;
  if (!half || started === day || half.before.due > day) return NOTHING;
  return { due: 0, recalled: passed(together(half.quality, quality)) - passed(half.quality) };
};

const passed = (quality: Quality): number => (quality < 3 ? 0 : 1);
