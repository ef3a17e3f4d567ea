// The calendar: a square a day, the fuller the more was done; each can be looked at, by touch or with the arrow keys.
import { useSignal } from '@preact/signals';
import type { JSX, TargetedPointerEvent } from 'preact';
import type { Tally } from '../../../schedule/progress.ts';
import { firstDay, WEEK, weekOf } from '../../../schedule/progress-figures.ts';
import { BackIcon, OnIcon } from '../../parts/icons.tsx';
import { dayName } from '../../words.ts';
import { dayAt, fullDay, HEAD, monthStarts, NAMES, shade, type Weeks, weeksAround } from './calendar-weeks.ts';
import { duration, many, monthName, monthsName } from './progress-words.ts';
import { useRoom } from './use-room.ts';

const words = {
  title: 'Calendar',
  day: 'Day',
  days: ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'],
  earlier: 'Earlier',
  later: 'Later',
  rest: 'nothing',
  done: (exercises: number, seconds: number) =>
    seconds > 0 ? `${many(exercises, 'exercise')}, ${duration(seconds)}` : many(exercises, 'exercise'),
  less: 'less',
  more: 'more',
};

interface Props {
  readonly tally: Pick<Tally, 'exercises' | 'tenths'>;
  readonly today: number;
  /** Exercises of a full session. */
  readonly session: number;
}

export const Calendar = ({ tally, today, session }: Props): JSX.Element => {
  const [box, room] = useRoom<HTMLElement>();
  const chosen = useSignal<number | undefined>(undefined);
  const day = chosen.value ?? today;
  const weeks = weeksAround(day, today, room.value);
  const first = weekOf(firstDay(tally.exercises) ?? today);
  const [from = 0, to = 0] = [weeks.mondays[0], weeks.mondays.at(-1)];
  const full = fullDay(tally.exercises, session);
  const says = (each: number) => `${dayName(each)}: ${doneOn(tally, each)}`;
  const choose = (each: number | undefined) => {
    if (each !== undefined && each <= today) chosen.value = Math.max(each, Math.min(first, from));
  };
  return (
    <section ref={box} class="card figure calendar">
      <div class="calendar-head">
        <h2>{words.title}</h2>
        <div class="calendar-turn">
          <Turn says={words.earlier} isOff={from <= first} Icon={BackIcon} onTurn={() => choose(from - 1)} />
          <Turn
            says={words.later}
            isOff={to >= weekOf(today)}
            Icon={OnIcon}
            onTurn={() => choose(Math.min(today, to + WEEK * weeks.mondays.length))}
          />
        </div>
      </div>
      <p class="calendar-months quiet small">{monthsName(from, Math.min(today, to + WEEK - 1))}</p>
      <label class="calendar-days">
        <span class="spoken">{words.day}</span>
        {room.value > 0 && (
          <Squares weeks={weeks} exercises={tally.exercises} today={today} day={day} full={full} onDay={choose} />
        )}
        <input
          class="spoken"
          type="range"
          min={Math.min(first, from)}
          max={today}
          value={day}
          aria-valuetext={says(day)}
          onInput={event => choose(event.currentTarget.valueAsNumber)}
        />
      </label>
      <div class="calendar-foot small">
        <p data-day={day}>{says(day)}</p>
        <p class="calendar-scale quiet fine" aria-hidden="true">
          {words.less}
          {[0, 1, 2, 3, 4].map(each => (
            <span key={each} class={`square shade-${each}`} />
          ))}
          {words.more}
        </p>
      </div>
    </section>
  );
};

const doneOn = ({ exercises, tenths }: Props['tally'], day: number): string => {
  const done = exercises.get(day) ?? 0;
  return done === 0 ? words.rest : words.done(done, (tenths.get(day) ?? 0) / 10);
};

interface TurnProps {
  readonly says: string;
  readonly isOff: boolean;
  readonly Icon: () => JSX.Element;
  readonly onTurn: () => void;
}

const Turn = ({ says, isOff, Icon, onTurn }: TurnProps): JSX.Element => (
  <button
    type="button"
    class="turn"
    aria-label={says}
    aria-disabled={isOff}
    data-action={says.toLowerCase()}
    onClick={isOff ? undefined : onTurn}
  >
    <Icon />
  </button>
);

interface SquaresProps {
  readonly weeks: Weeks;
  readonly exercises: Tally['exercises'];
  readonly today: number;
  readonly day: number;
  readonly full: number;
  readonly onDay: (day: number | undefined) => void;
}

const Squares = ({ weeks, exercises, today, day, full, onDay }: SquaresProps): JSX.Element => {
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
      {words.days.map((name, i) => (
        <text key={name} y={HEAD + pitch * i + side - 3}>
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

/** Around the day that is looked at. */
const Ring = ({
  weeks: { mondays, pitch },
  day,
  side,
}: {
  readonly weeks: Weeks;
  readonly day: number;
  readonly side: number;
}) => {
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
