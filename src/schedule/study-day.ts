// Study days: the learner's civil date, which begins at a set hour of the night. Never a sum of 24 hours.

import { bad, type Checked, good } from './checked.ts';
import { type CivilDate, dayOfDate } from './civil.ts';

/** The hour at which a study day begins where the learner sets no other. */
export const ROLLOVER_HOUR = 4;

/** The study day at an instant (milliseconds UTC) in an IANA zone, as days since 1970-01-01. */
export const studyDay = (at: number, zone: string, rolloverHour: number): Checked<number> => {
  const says = refusal(at, rolloverHour);
  if (says !== undefined) return bad(says);
  const clock = clockOf(zone);
  return clock.ok ? good(dayBy(clock.value, at, rolloverHour)) : clock;
};

/** The instant (milliseconds UTC) at which the next study day begins. */
export const nextRollover = (at: number, zone: string, rolloverHour: number): Checked<number> => {
  const today = studyDay(at, zone, rolloverHour);
  const clock = clockOf(zone);
  if (!today.ok) return today;
  if (!clock.ok) return clock;
  return good(firstInstantAfter(at, instant => dayBy(clock.value, instant, rolloverHour) !== today.value));
};

const HOUR = 3_600_000;

/** The first whole millisecond after `at` at which `isNext` holds, as it does for good within a few days. */
const firstInstantAfter = (at: number, isNext: (instant: number) => boolean): number => {
  let before = Math.floor(at);
  while (!isNext(before + HOUR)) before += HOUR;
  let after = before + HOUR;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (isNext(middle)) after = middle;
    else before = middle;
  }
  return after;
};

const dayBy = (clock: Intl.DateTimeFormat, at: number, rolloverHour: number): number => {
  const local = localTime(clock, at);
  return dayOfDate(local) - (local.hour < rolloverHour ? 1 : 0);
};

const localTime = (clock: Intl.DateTimeFormat, at: number): CivilDate & { readonly hour: number } => {
  const parts = new Map(clock.formatToParts(at).map(part => [part.type, Number(part.value)]));
  const numberOf = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? Number.NaN;
  return { year: numberOf('year'), month: numberOf('month'), date: numberOf('day'), hour: numberOf('hour') };
};

// A formatter costs a thousand times what asking it costs.
const clocks = new Map<string, Intl.DateTimeFormat>();

const clockOf = (zone: string): Checked<Intl.DateTimeFormat> => {
  const known = clocks.get(zone);
  if (known) return good(known);
  try {
    const clock = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
    });
    clocks.set(zone, clock);
    return good(clock);
  } catch {
    return bad(`There is no time zone called “${zone.slice(0, 40)}”.`);
  }
};

// One day inside the years 1 to 9999, so that every zone shows a date with a year of our era.
const EARLIEST = -62_135_510_400_000;
const LATEST = 253_402_128_000_000;

const refusal = (at: number, rolloverHour: number): string | undefined => {
  if (!(at >= EARLIEST && at <= LATEST)) return 'The time lies outside of the years 1 to 9999.';
  if (!(Number.isInteger(rolloverHour) && rolloverHour >= 0 && rolloverHour <= 23)) {
    return 'A study day begins at a whole hour from 0 to 23.';
  }
  return undefined;
};
