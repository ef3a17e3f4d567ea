import { expect, test } from 'vitest';
import { duration, many, monthsName, percent, shortDate } from '../../../../src/app/screens/progress/progress-words.ts';
import { dayOfDate } from '../../../../src/schedule/civil.ts';

const day = (year: number, month: number, date: number) => dayOfDate({ year, month, date });

test.each<[number, string]>([
  [0, 'less than a minute'],
  [29, 'less than a minute'],
  [30, 'one minute'],
  [41 * 60, '41 minutes'],
  [99 * 60, '99 minutes'],
  [100 * 60, '1 h 40 min'],
  [3 * 3600 + 1199, '3 h 20 min'],
  [9 * 3600 + 59 * 60 + 20, '9 h 59 min'],
  [10 * 3600, '10 hours'],
  [1234 * 3600, '1,234 hours'],
])('%i seconds are %s', (seconds, words) => expect(duration(seconds)).toBe(words));

test.each<[number, number, string]>([
  [0, 3, '0%'],
  [1, 3, '33%'],
  [2, 3, '67%'],
  [999, 1000, '99%'],
  [7, 7, '100%'],
])('%i of %i are %s, and never all where one is missing', (part, whole, words) => expect(percent(part, whole)).toBe(words));

test('amounts are words, figures, and figures in groups', () => {
  expect([1, 12, 31, 30_000].map(amount => many(amount, 'exercise'))).toEqual([
    'one exercise',
    'twelve exercises',
    '31 exercises',
    '30,000 exercises',
  ]);
});

test('months and dates', () => {
  expect(shortDate(day(2026, 11, 2))).toBe('2 Nov');
  expect(monthsName(day(2026, 11, 2), day(2026, 11, 30))).toBe('November 2026');
  expect(monthsName(day(2026, 9, 2), day(2026, 11, 30))).toBe('September to November 2026');
  expect(monthsName(day(2025, 12, 2), day(2026, 3, 1))).toBe('December 2025 to March 2026');
});
