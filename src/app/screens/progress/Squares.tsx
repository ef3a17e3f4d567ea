// The calendar's squares, week beside week, with the names of months and days.
import type { JSX, TargetedPointerEvent } from 'preact';
import type { ByDay } from '../../../schedule/progress.ts';
import { WEEK, weekOf } from '../../../schedule/progress-figures.ts';
import { dayAt, HEAD, monthStarts, NAMES, shade, type Weeks } from './calendar-weeks.ts';
import { monthName } from './progress-words.ts';

/** Every second one is named. */
const WEEKDAYS = [
  { name: 'Mon', row: 0 },
  { name: 'Wed', row: 2 },
  { name: 'Fri', row: 4 },
  { name: 'Sun', row: 6 },
];

interface SquaresProps {
  readonly weeks: Weeks;
  readonly exercises: ByDay;
  readonly today: number;
  readonly day: number;
  /** The exercises of a full day. */
  readonly full: number;
  readonly onDay: (day: number | undefined) => void;
}

export const Squares = ({ weeks, exercises, today, day, full, onDay }: SquaresProps): JSX.Element => {
  const { mondays, pitch } = weeks;
  const side = pitch - 3;
  const [width, height] = [NAMES + pitch * mondays.length, HEAD + pitch * WEEK];
  const point = (event: TargetedPointerEvent<SVGSVGElement>) => {
    const { left, top, width: shown } = event.currentTarget.getBoundingClientRect();
    const scale = width / shown;
    onDay(dayAt(weeks, (event.clientX - left) * scale, (event.clientY - top) * scale));
  };
  return (
    <svg
      class="squares"
      width={`${width / 16}rem`}
      height={`${height / 16}rem`}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      onPointerUp={point}
    >
      {monthStarts(weeks).map(start => (
        <text key={start.day} x={NAMES + pitch * start.week} y="12">
          {monthName(start.day).slice(0, 3)}
        </text>
      ))}
      {WEEKDAYS.map(({ name, row }) => (
        <text key={name} y={HEAD + pitch * row + side - 3}>
          {name}
        </text>
      ))}
      {mondays.flatMap((monday, week) =>
        Array.from({ length: WEEK }, (_, i) => monday + i)
          .filter(each => each <= today)
          .map((each, i) => (
            <rect
              key={each}
              data-square={each}
              class={`shade-${shade(exercises.get(each) ?? 0, full)}`}
              x={NAMES + pitch * week}
              y={HEAD + pitch * i}
              width={side}
              height={side}
              rx="4"
            />
          )),
      )}
      <Ring weeks={weeks} day={day} side={side} />
    </svg>
  );
};

interface RingProps {
  readonly weeks: Weeks;
  readonly day: number;
  readonly side: number;
}

/** Around the day that is looked at. */
const Ring = ({ weeks: { mondays, pitch }, day, side }: RingProps): JSX.Element | null => {
  const week = mondays.indexOf(weekOf(day));
  if (week < 0) return null;
  return (
    <rect
      class="squares-ring"
      x={NAMES + pitch * week - 1.5}
      y={HEAD + pitch * (day - weekOf(day)) - 1.5}
      width={side + 3}
      height={side + 3}
      rx="5.5"
    />
  );
};
