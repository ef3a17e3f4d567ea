import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDay, dayOfDate, dayToIso, isoToDay } from '../../src/schedule/civil.ts';

test('every day of the years 0 to 9999 agrees with the calendar of the language', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), day => {
      const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
      expect(dayToIso(day)).toBe(iso);
      expect(isoToDay(iso)).toEqual({ ok: true, value: day });
      expect(dayOfDate(dateOfDay(day))).toBe(day);
    }),
    { numRuns: 2000 },
  );
});

test('leap days', () => {
  expect(dayToIso(0)).toBe('1970-01-01');
  expect(dayToIso(-1)).toBe('1969-12-31');
  expect(isoToDay('2000-02-29')).toEqual({ ok: true, value: 11_016 });
  expect(isoToDay('1900-02-29').ok).toBe(false);
});

test.each(['', '2026-1-1', '2026-13-01', '2026-00-10', '2026-02-30', '2026-01-01T00:00', ' 2026-01-01'])(
  '%j is no date',
  text => {
    expect(isoToDay(text)).toEqual({ ok: false, says: expect.any(String) });
  },
);
