// Figures read off a tally: the streak, what comes back, what was recalled, how amounts add up over weeks and days.

import type { Card } from './card.ts';
import type { Cards, Course } from './path.ts';
import type { ByDay, Tally } from './progress.ts';
import { knownCards } from './queue.ts';

export const WEEK = 7;

/** The Monday of a study day's week; 1 January 1970 was a Thursday. */
export const weekOf = (day: number): number => day - ((((day + 3) % WEEK) + WEEK) % WEEK);

export const totalOf = (amounts: ByDay): number => totalWithin(amounts, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);

/** Of the study days `from` to `to`, both included. */
export const totalWithin = (amounts: ByDay, from: number, to: number): number => {
  let sum = 0;
  for (const [day, amount] of amounts) if (day >= from && day <= to) sum += amount;
  return sum;
};

/** The earliest study day with an amount, undefined where there is none. */
export const firstDay = (amounts: ByDay): number | undefined =>
  amounts.size === 0 ? undefined : [...amounts.keys()].reduce((first, day) => Math.min(first, day));

/** Days with practice that no third rest day within seven days has parted; a day that is not over is no rest day yet. */
export type Streak = {
  readonly days: number;
  readonly longest: number;
  /** today is without practice so far, and may stay so */
  readonly mayRest: boolean;
};

const REST_DAYS = 2;

export const streakOf = (exercises: ByDay, today: number): Streak => {
  const now = runOf(exercises, today);
  const mayRest = now.days > 0 && !exercises.has(today) && runOf(exercises, today + 1).days === now.days;
  return { ...now, mayRest };
};

const runOf = (exercises: ByDay, today: number): Omit<Streak, 'mayRest'> => {
  let [days, longest] = [0, 0];
  let rests: readonly number[] = [];
  for (let day = firstDay(exercises) ?? today; day <= today; day++) {
    if (exercises.has(day)) longest = Math.max(longest, ++days);
    else if (day < today) {
      rests = [...rests.filter(rest => rest > day - WEEK), day];
      // The run begins anew after the third rest day from here, where that lies within the week.
      const tooFar = rests.at(-1 - REST_DAYS);
      if (tooFar !== undefined) days = day - tooFar - REST_DAYS;
    }
  }
  return { days, longest };
};

/** How many skills of the course come back on each study day from today on; what is late comes today. */
export const forecastOf = (course: Course, cards: Cards, today: number, days: number): readonly number[] => {
  const coming = knownCards(course, cards).map(card => comesOn(card, today));
  return Array.from({ length: days }, (_, i) => coming.filter(day => day === today + i).length);
};

const comesOn = ({ due, reviewed }: Card, today: number): number => Math.max(due, reviewed + 1, today);

export type Recall = { readonly due: number; readonly recalled: number };

/** By area, of the study days `from` to `to`; areas without a due review are left out. */
export const recallWithin = ({ due, recalled }: Tally, from: number, to: number): ReadonlyMap<string, Recall> =>
  new Map(
    [...due].flatMap(([area, amounts]) => {
      const all = totalWithin(amounts, from, to);
      return all === 0 ? [] : [[area, { due: all, recalled: totalWithin(recalled.get(area) ?? new Map(), from, to) }]];
    }),
  );

/** The sums of the last so many weeks, Monday to Sunday, oldest first; the last is the one that today is in. */
export const weeklyTotals = (amounts: ByDay, today: number, weeks: number): readonly number[] =>
  Array.from({ length: weeks }, (_, i) => {
    const monday = weekOf(today) - WEEK * (weeks - 1 - i);
    return totalWithin(amounts, monday, monday + WEEK - 1);
  });

/** What changes have added up to by the end of each of these study days, which ascend. */
export const sumsBy = (changes: ByDay, days: readonly number[]): readonly number[] => {
  const left = [...changes].toSorted(([a], [b]) => b - a);
  let sum = 0;
  return days.map(day => {
    for (let next = left.at(-1); next && next[0] <= day; next = left.at(-1)) sum += left.pop()?.[1] ?? 0;
    return sum;
  });
};
