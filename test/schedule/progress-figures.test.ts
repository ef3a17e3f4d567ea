import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rules } from '../../src/schedule/card.ts';
import { dayOfDate } from '../../src/schedule/civil.ts';
import { type ByDay, tallyOf } from '../../src/schedule/progress.ts';
import {
  firstDay,
  forecastOf,
  recallWithin,
  streakOf,
  sumsBy,
  totalOf,
  weeklyTotals,
  weekOf,
} from '../../src/schedule/progress-figures.ts';
import { dueCards } from '../../src/schedule/queue.ts';
import { card, TODAY } from './cards.ts';
import { logs } from './log.ts';

const rules: Rules = { levels: () => 3 };

/** `x` is a day with practice, `-` one without; the last is today. */
const streak = (days: string) =>
  streakOf(new Map([...days].flatMap((sign, i) => (sign === 'x' ? [[i, 2]] : []))), days.length - 1);

const some: fc.Arbitrary<ByDay> = fc
  .array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 9 })))
  .map(pairs => new Map(pairs));

describe('a streak', () => {
  test.each<[string, string, number, number, boolean]>([
    ['nothing yet', '-', 0, 0, false],
    ['today alone', 'x', 1, 1, false],
    ['a day that is not over is no rest day', 'xxx-', 3, 3, true],
    ['two rest days a week part nothing', 'xxxxx--xxxxx--x', 11, 11, false],
    ['they may be apart', 'xx-xx-x', 5, 5, false],
    ['two rest days just past: today is not another yet', 'xxxxx---', 5, 5, false],
    ['a third one within seven days parts', 'xxxxx---x', 1, 5, false],
    ['what lies between the rest days still counts', 'xxx-x-x-x', 3, 5, false],
    ['long ago', 'xxx----------', 0, 3, false],
    ['rest days before the first day are none', '---x', 1, 1, false],
    ['the longest may lie back', 'xxxxxx---xx', 2, 6, false],
  ])('%s: %s', (_, days, now, longest, mayRest) => {
    expect(streak(days)).toEqual({ days: now, longest, mayRest });
  });

  /** The practised days of the longest stretch that ends here and has no three rest days within seven days. */
  const endingAt = (days: readonly boolean[], end: number): number => {
    let best = 0;
    for (let start = end; start >= 0; start--) {
      const stretch = days.slice(start, end + 1);
      const isBroken = stretch.some((_, i) => stretch.slice(i, i + 7).filter(done => !done).length > 2);
      if (!isBroken && stretch[0]) best = Math.max(best, stretch.filter(done => done).length);
    }
    return best;
  };

  test('is what trying every beginning finds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('x', 'x', 'x', '-'), { minLength: 1, maxLength: 50 }), signs => {
        const days = signs.map(sign => sign === 'x');
        const today = days.length - 1;
        // A day that is not over yet is left out where nothing was done on it.
        const end = days[today] ? today : today - 1;
        const all = days.slice(0, end + 1).map((_, i) => endingAt(days, i));
        const found = streak(signs.join(''));
        expect(found).toEqual({ days: all.at(-1) ?? 0, longest: Math.max(0, ...all), mayRest: found.mayRest });
        const rested = endingAt([...days.slice(0, today), false], today);
        expect(found.mayRest).toBe(!days[today] && rested > 0 && rested === found.days);
      }),
    );
  });
});

test('a week begins on its Monday, also before 1970', () => {
  const monday = dayOfDate({ year: 2026, month: 11, date: 16 });
  for (let i = 0; i < 7; i++) expect(weekOf(monday + i)).toBe(monday);
  expect(weekOf(monday + 7)).toBe(monday + 7);
  expect(weekOf(-1)).toBe(weekOf(0));
  expect([weekOf(-3), weekOf(-4)]).toEqual([-3, -10]);
});

test('weekly totals are the sums of the days of each week, the last one up to now', () => {
  fc.assert(
    fc.property(some, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 20 }), (amounts, today, weeks) => {
      const totals = weeklyTotals(amounts, today, weeks);
      expect(totals).toHaveLength(weeks);
      const first = weekOf(today) - 7 * (weeks - 1);
      const days = Array.from({ length: 7 * weeks }, (_, i) => first + i);
      expect(totals.reduce((sum, total) => sum + total, 0)).toBe(days.reduce((sum, day) => sum + (amounts.get(day) ?? 0), 0));
      expect(totals.at(-1)).toBe(days.slice(-7).reduce((sum, day) => sum + (amounts.get(day) ?? 0), 0));
    }),
  );
});

test('sums go on from day to day', () => {
  fc.assert(
    fc.property(some, fc.array(fc.integer({ min: -50, max: 50 })), (changes, some) => {
      const days = some.toSorted((a, b) => a - b);
      const slow = days.map(end => totalOf(new Map([...changes].filter(([day]) => day <= end))));
      expect(sumsBy(changes, days)).toEqual(slow);
    }),
  );
});

test('the first day is the earliest', () => {
  expect(firstDay(new Map())).toBeUndefined();
  expect(
    firstDay(
      new Map([
        [9, 1],
        [-4, 1],
        [5, 1],
      ]),
    ),
  ).toBe(-4);
});

describe('the forecast', () => {
  const course = ['a/a', 'a/b', 'a/c', 'a/d', 'a/e'].map(id => ({ id, needs: [] }));

  test('has late ones today, the others on their days, and leaves out what lies beyond', () => {
    const cards = new Map([
      card('a/a', { due: TODAY - 3 }),
      card('a/b', { due: TODAY }),
      card('a/c', { due: TODAY + 1, reviewed: TODAY }),
      card('a/d', { due: TODAY + 13 }),
      card('a/e', { due: TODAY + 14 }),
      card('gone/gone', { due: TODAY }),
    ]);
    expect(forecastOf(course, cards, TODAY, 14)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  test('what was done today does not come again today', () => {
    const cards = new Map([card('a/a', { due: TODAY, reviewed: TODAY })]);
    expect(forecastOf(course, cards, TODAY, 2)).toEqual([0, 1]);
  });

  test('says of each day what the queue would ask on it, were nothing done before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -9, max: 20 }), fc.integer({ min: -20, max: 0 })), { maxLength: 5 }),
        all => {
          const cards = new Map(
            all.map(([due, reviewed], i) =>
              card(course[i]?.id ?? '', { due: TODAY + Math.max(due, reviewed + 1), reviewed: TODAY + reviewed }),
            ),
          );
          const coming = forecastOf(course, cards, TODAY, 14);
          for (let i = 0; i < 14; i++) {
            const soFar = coming.slice(0, i + 1).reduce((sum, many) => sum + many, 0);
            expect(soFar).toBe(dueCards(course, cards, TODAY + i).length);
          }
        },
      ),
    );
  });
});

test('recall within some days is counted by area', () => {
  fc.assert(
    fc.property(logs, fc.nat(60), fc.nat(60), (entries, from, length) => {
      const tally = tallyOf(entries, rules);
      const [first, last] = [20_000 + from, 20_000 + from + length];
      const found = recallWithin(tally, first, last);
      for (const area of ['calculus', 'probability']) {
        const sum = (days: ByDay | undefined) =>
          totalOf(new Map([...(days ?? [])].filter(([day]) => day >= first && day <= last)));
        const expected = { due: sum(tally.due.get(area)), recalled: sum(tally.recalled.get(area)) };
        expect(found.get(area) ?? { due: 0, recalled: 0 }).toEqual(expected);
        expect(expected.recalled).toBeLessThanOrEqual(expected.due);
      }
    }),
  );
});
