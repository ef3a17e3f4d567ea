// Numbers, days and dates in words, as every screen says them.
import { dateOfDay } from '../schedule/civil.ts';

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'
  .concat(' seventeen eighteen nineteen twenty')
  .split(' ');

/** `four`, `31`. */
export const quantity = (many: number): string => NUMBERS[many] ?? `${many}`;

/** `four exercises`, `one exercise`, `31 exercises`. */
export const count = (many: number, one: string, more = `${one}s`): string => `${quantity(many)} ${many === 1 ? one : more}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** When something comes that is due `days` study days from now. */
export const whenDue = (days: number): string => {
  if (days <= 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days < 60) return `in ${days} days`;
  return days >= 365 ? 'in a year' : `in ${Math.round(days / 30)} months`;
};

/** `due today`, `2 days late`, `due in 6 days`. */
export const dueState = (days: number): string => {
  if (days < 0) return days === -1 ? '1 day late' : `${-days} days late`;
  return `due ${whenDue(days)}`;
};

const longDate = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const shortDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

const instant = (day: number): number => {
  const { year, month, date } = dateOfDay(day);
  return Date.UTC(year, month - 1, date);
};

/** `Sunday, 22 November`. */
export const dayName = (day: number): string => longDate.format(instant(day)).replace(/^(\w+) /, '$1, ');

/** `22 November 2026`. */
export const dateName = (day: number): string => shortDate.format(instant(day));

const moment = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });

/** `22 November at 18:05`, where the device is. */
export const momentName = (at: number): string => moment.format(at);
