// Amounts, times and dates as the screen of progress says them.
import { dateOfDay } from '../../../schedule/civil.ts';
import { count } from '../../words.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

export const monthName = (day: number): string => MONTHS[dateOfDay(day).month - 1] ?? '';

/** `22 Nov`. */
export const shortDate = (day: number): string => `${dateOfDay(day).date} ${monthName(day).slice(0, 3)}`;

/** `September to November 2026`, `December 2025 to March 2026`. */
export const monthsName = (from: number, to: number): string => {
  const [first, last] = [dateOfDay(from), dateOfDay(to)];
  if (first.year !== last.year) return `${monthName(from)} ${first.year} to ${monthName(to)} ${last.year}`;
  return first.month === last.month ? `${monthName(to)} ${last.year}` : `${monthName(from)} to ${monthName(to)} ${last.year}`;
};

const inGroups = new Intl.NumberFormat('en-GB');

/** `30,000`. */
export const number = (many: number): string => inGroups.format(many);

/** `30,000 exercises`, `one exercise`. */
export const many = (amount: number, one: string, more = `${one}s`): string =>
  amount < 1000 ? count(amount, one, more) : `${number(amount)} ${more}`;

const [MINUTE, HOUR] = [60, 3600];

/** `less than a minute`, `41 minutes`, `3 h 20 min`, `182 hours`. */
export const duration = (seconds: number): string => {
  const minutes = Math.round(seconds / MINUTE);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 100) return count(minutes, 'minute');
  if (seconds < 10 * HOUR) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return `${number(Math.round(seconds / HOUR))} hours`;
};

/** Never 100 where something is missing. */
export const percent = (part: number, whole: number): string => {
  const share = Math.round((100 * part) / whole);
  return `${part < whole ? Math.min(99, share) : share}%`;
};
