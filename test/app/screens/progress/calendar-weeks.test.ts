import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayAt,
  fullDay,
  HEAD,
  monthStarts,
  NAMES,
  shade,
  weeksAround,
} from '../../../../src/app/screens/progress/calendar-weeks.ts';
import { dateOfDay, dayOfDate } from '../../../../src/schedule/civil.ts';
import { weekOf } from '../../../../src/schedule/progress-figures.ts';

const TODAY = dayOfDate({ year: 2026, month: 11, date: 22 });

describe('the weeks in sight', () => {
  test('end with this week, and are as many as fit', () => {
    expect(weeksAround(TODAY, TODAY, 318).mondays).toHaveLength(15);
    expect(weeksAround(TODAY, TODAY, 248).mondays).toHaveLength(11);
    expect(weeksAround(TODAY, TODAY, 1000).mondays).toHaveLength(53);
    expect(weeksAround(TODAY, TODAY, 9).mondays).toHaveLength(4);
    expect(weeksAround(TODAY, TODAY, 318).mondays.at(-1)).toBe(weekOf(TODAY));
  });

  test('hold the day that is looked at, in pages that leave no week out, and fit', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 120, max: 1100 }), (ago, room) => {
        const { mondays, pitch } = weeksAround(TODAY - ago, TODAY, room);
        expect(mondays).toContain(weekOf(TODAY - ago));
        expect(mondays.every((monday, i) => i === 0 || monday === (mondays[i - 1] ?? 0) + 7)).toBe(true);
        expect((weekOf(TODAY) - (mondays.at(-1) ?? 0)) % (7 * mondays.length)).toBe(0);
        expect(NAMES + pitch * mondays.length).toBeLessThanOrEqual(room + 0.001);
      }),
    );
  });

  test('a day’s square leads back to the day', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 120, max: 1100 }), (ago, room) => {
        const weeks = weeksAround(TODAY - ago, TODAY, room);
        const day = TODAY - ago;
        const [week, row] = [weeks.mondays.indexOf(weekOf(day)), day - weekOf(day)];
        const [x, y] = [NAMES + weeks.pitch * (week + 0.4), HEAD + weeks.pitch * (row + 0.4)];
        expect(dayAt(weeks, x, y)).toBe(day);
      }),
    );
    const weeks = weeksAround(TODAY, TODAY, 318);
    expect([
      dayAt(weeks, 3, 40),
      dayAt(weeks, 100, 3),
      dayAt(weeks, 100, HEAD + 7 * weeks.pitch + 1),
      dayAt(weeks, 999, 40),
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('each month is named where its first day stands, with room for the names', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 120, max: 1100 }), (ago, room) => {
        const weeks = weeksAround(TODAY - ago, TODAY, room);
        const starts = monthStarts(weeks);
        for (const { week, day } of starts.slice(1)) {
          expect(dateOfDay(day).date).toBe(1);
          expect(weekOf(day)).toBe(weeks.mondays[week]);
        }
        for (const [i, { week }] of starts.entries())
          if (i > 0) expect(week - (starts[i - 1]?.week ?? 0)).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});

test('a day is the fuller the more of a full day was done', () => {
  expect([0, 1, 4, 5, 9, 10, 19, 20, 500].map(done => shade(done, 10))).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
});

test('a full day is a session, or a day in the middle of the learner’s own', () => {
  const days = (...done: readonly number[]) => new Map(done.map((each, i) => [i, each]));
  expect(fullDay(days(), 10)).toBe(10);
  expect(fullDay(days(2, 3, 4), 10)).toBe(10);
  expect(fullDay(days(5, 60, 90), 10)).toBe(60);
});
