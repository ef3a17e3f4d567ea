// The calendar's layout: which weeks are in sight, and where on the drawing a day lies.
import { dateOfDay } from '../../../schedule/civil.ts';
import type { ByDay } from '../../../schedule/progress.ts';
import { WEEK, weekOf } from '../../../schedule/progress-figures.ts';
import { median } from '../../../schedule/quality.ts';

/** The least distance of two weeks, and the room of the weekdays' names. */
const PITCH = 18;
export const NAMES = 34;
export const HEAD = 18;
const [FEWEST, MOST] = [4, 53];

export interface Weeks {
  /** The Mondays, oldest first. */
  readonly mondays: readonly number[];
  /** The distance of two weeks, and of two days. */
  readonly pitch: number;
}

/** As many weeks as fit into the room, with the day in sight; the last page ends with the week of today. */
export const weeksAround = (day: number, today: number, room: number): Weeks => {
  const fits = Math.min(MOST, Math.max(FEWEST, Math.floor((room - NAMES) / PITCH)));
  const pages = Math.floor((weekOf(today) - weekOf(day)) / (WEEK * fits));
  const last = weekOf(today) - WEEK * fits * pages;
  return {
    mondays: Array.from({ length: fits }, (_, i) => last - WEEK * (fits - 1 - i)),
    pitch: Math.max(PITCH, Math.min(24, (room - NAMES) / fits)),
  };
};

/** Where months begin: the week's place, and the month's first day. */
export const monthStarts = ({ mondays }: Weeks): readonly { readonly week: number; readonly day: number }[] => {
  const starts = mondays.flatMap((monday, week) => {
    const day = Array.from({ length: WEEK }, (_, i) => monday + i).find(each => dateOfDay(each).date === 1);
    return day === undefined ? [] : [{ week, day }];
  });
  // The first week's own month is named where the next one leaves room for it.
  const [next] = starts;
  const first = mondays[0] ?? 0;
  return next && next.week < 3 ? starts : [{ week: 0, day: first }, ...starts];
};

/** The day at a point of the drawing, undefined beside the days. */
export const dayAt = ({ mondays, pitch }: Weeks, x: number, y: number): number | undefined => {
  const [week, day] = [Math.floor((x - NAMES) / pitch), Math.floor((y - HEAD) / pitch)];
  const monday = mondays[week];
  return monday === undefined || day < 0 || day >= WEEK ? undefined : monday + day;
};

/** The exercises of a full day: a session, or as many as on the learner's own days in the middle. */
export const fullDay = (exercises: ByDay, session: number): number =>
  exercises.size === 0 ? session : Math.max(session, median([...exercises.values()]));

/** How much of a full day was done, from 0 to 4. */
export const shade = (exercises: number, full: number): number => {
  if (exercises === 0) return 0;
  if (exercises < full / 2) return 1;
  if (exercises < full) return 2;
  return exercises < 2 * full ? 3 : 4;
};
