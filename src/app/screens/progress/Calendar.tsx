// The calendar: a square a day, the fuller the more was done; each can be looked at, by touch or with the arrow keys.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Tally } from '../../../schedule/progress.ts';
import { firstDay, WEEK, weekOf } from '../../../schedule/progress-figures.ts';
import { BackIcon, OnIcon } from '../../parts/icons.tsx';
import { dayName } from '../../words.ts';
import { fullDay, weeksAround } from './calendar-weeks.ts';
import { duration, many, monthsName } from './progress-words.ts';
import { Squares } from './Squares.tsx';
import { useRoom } from './use-room.ts';

const words = {
  title: 'Calendar',
  day: 'Day',
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
