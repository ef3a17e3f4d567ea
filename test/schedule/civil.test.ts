import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDay, dayOfDate, dayToIso } from '../../src/schedule/civil.ts';

test('every day of the years 0 to 9999 agrees with the calendar of the language', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), day => {
      const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
      expect(dayToIso(day)).toBe(iso);
      expect(dayOfDate(dateOfDay(day))).toBe(day);
    }),
    { numRuns: 2000 },
  );
});

test('leap days', () => {
  expect(dayToIso(0)).toBe('1970-01-01');
  expect(dayToIso(-1)).toBe('1969-12-31');
  expect(dayToIso(11_016)).toBe('2000-02-29');
  expect(dayToIso(dayOfDate({ year: 1900, month: 2, date: 28 }) + 1)).toBe('1900-03-01');
});
