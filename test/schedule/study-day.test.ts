import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayToIso } from '../../src/schedule/civil.ts';
import { nextRollover, studyDay } from '../../src/schedule/study-day.ts';

const dateAt = (utc: string, zone: string, hour = 4): string => {
  const day = studyDay(Date.parse(utc), zone, hour);
  return day.ok ? dayToIso(day.value) : day.says;
};

const rolloverAfter = (utc: string, zone: string, hour = 4): string => {
  const at = nextRollover(Date.parse(utc), zone, hour);
  return at.ok ? new Date(at.value).toISOString() : at.says;
};

test.each([
  ['the minute before four', '2026-11-22T03:59:59.999Z', 'UTC', 4, '2026-11-21'],
  ['four', '2026-11-22T04:00:00Z', 'UTC', 4, '2026-11-22'],
  ['the day may begin at midnight', '2026-11-22T00:00:00Z', 'UTC', 0, '2026-11-22'],
  ['the minute before midnight', '2026-11-21T23:59:59Z', 'UTC', 0, '2026-11-21'],
  ['the latest beginning', '2026-11-22T22:59:59Z', 'UTC', 23, '2026-11-21'],
  ['Berlin in winter', '2026-01-10T02:59:59Z', 'Europe/Berlin', 4, '2026-01-09'],
  ['Berlin in winter, four', '2026-01-10T03:00:00Z', 'Europe/Berlin', 4, '2026-01-10'],
  ['Berlin in summer, four', '2026-07-10T02:00:00Z', 'Europe/Berlin', 4, '2026-07-10'],
  ['Berlin, the night that loses an hour', '2026-03-29T01:59:59Z', 'Europe/Berlin', 4, '2026-03-28'],
  ['Berlin, the night that loses an hour, four', '2026-03-29T02:00:00Z', 'Europe/Berlin', 4, '2026-03-29'],
  ['Berlin, a beginning that the clock leaps over', '2026-03-29T01:00:00Z', 'Europe/Berlin', 2, '2026-03-29'],
  ['Berlin, the night that gains an hour', '2026-10-25T02:59:59Z', 'Europe/Berlin', 4, '2026-10-24'],
  ['Berlin, the night that gains an hour, four', '2026-10-25T03:00:00Z', 'Europe/Berlin', 4, '2026-10-25'],
  ['New York, spring', '2026-03-08T07:59:59Z', 'America/New_York', 4, '2026-03-07'],
  ['New York, spring, four', '2026-03-08T08:00:00Z', 'America/New_York', 4, '2026-03-08'],
  ['New York, autumn', '2026-11-01T08:59:59Z', 'America/New_York', 4, '2026-10-31'],
  ['New York, autumn, four', '2026-11-01T09:00:00Z', 'America/New_York', 4, '2026-11-01'],
  ['Lord Howe shifts by half an hour', '2026-04-04T17:29:59Z', 'Australia/Lord_Howe', 4, '2026-04-04'],
  ['Lord Howe, four', '2026-04-04T17:30:00Z', 'Australia/Lord_Howe', 4, '2026-04-05'],
  ['Kathmandu is 5:45 ahead', '2026-05-01T22:14:59Z', 'Asia/Kathmandu', 4, '2026-05-01'],
  ['Kathmandu, four', '2026-05-01T22:15:00Z', 'Asia/Kathmandu', 4, '2026-05-02'],
  ['Apia, the last evening before the skipped date', '2011-12-30T09:59:59Z', 'Pacific/Apia', 4, '2011-12-29'],
  ['Apia, the night hours after the skipped date belong to it', '2011-12-30T10:00:00Z', 'Pacific/Apia', 4, '2011-12-30'],
  ['Apia, the morning after', '2011-12-30T14:00:00Z', 'Pacific/Apia', 4, '2011-12-31'],
  ['a leap day', '2028-02-29T12:00:00Z', 'Asia/Tokyo', 4, '2028-02-29'],
  ['before 1970', '1969-12-31T12:00:00Z', 'UTC', 4, '1969-12-31'],
])('%s', (_, utc, zone, hour, date) => {
  expect(dateAt(utc, zone, hour)).toBe(date);
});

test.each([
  ['Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T02:00:00.000Z'],
  ['Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25T03:00:00.000Z'],
  ['America/New_York', '2026-11-01T08:59:59.999Z', '2026-11-01T09:00:00.000Z'],
  ['America/New_York', '2026-11-01T09:00:00Z', '2026-11-02T09:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-04-04T12:00:00Z', '2026-04-04T17:30:00.000Z'],
  ['Pacific/Apia', '2011-12-29T20:00:00Z', '2011-12-30T10:00:00.000Z'],
])('in %s the day of %s ends at %s', (zone, utc, end) => {
  expect(rolloverAfter(utc, zone)).toBe(end);
});

test('what lies before the rollover is today, what follows is not', () => {
  const zones = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'UTC',
  );
  const instants = fc.integer({ min: Date.parse('2005-01-01'), max: Date.parse('2030-01-01') });
  fc.assert(
    fc.property(zones, instants, fc.nat(23), (zone, at, hour) => {
      const end = nextRollover(at, zone, hour);
      if (!end.ok) throw new Error(end.says);
      const today = studyDay(at, zone, hour);
      expect(end.value).toBeGreaterThan(at);
      expect(studyDay(end.value - 1, zone, hour)).toEqual(today);
      expect(studyDay(end.value, zone, hour)).not.toEqual(today);
    }),
    { numRuns: 200 },
  );
});

test.each([
  [0, 'Mars/Olympus', 4],
  [0, '', 4],
  [Number.NaN, 'UTC', 4],
  [Number.POSITIVE_INFINITY, 'UTC', 4],
  [8.64e15, 'UTC', 4],
  [0, 'UTC', 24],
  [0, 'UTC', -1],
  [0, 'UTC', 3.5],
])('%s in %j beginning at %s is refused in words', (at, zone, hour) => {
  expect(studyDay(at, zone, hour)).toEqual({ ok: false, says: expect.stringMatching(/\.$/) });
  expect(nextRollover(at, zone, hour).ok).toBe(false);
});
