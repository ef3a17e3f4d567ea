// The time at exercises, week by week.
import type { JSX } from 'preact';
import type { ByDay } from '../../../schedule/progress.ts';
import { totalOf, WEEK, weeklyTotals, weekOf } from '../../../schedule/progress-figures.ts';
import { capital } from '../../words.ts';
import { Bars } from './Bars.tsx';
import { duration, shortDate } from './progress-words.ts';

const WEEKS = 12;
const MANY_MINUTES = 100;

/** Short enough to stand over a bar. */
const IN = {
  minutes: (seconds: number) => Math.round(seconds / 60),
  hours: (seconds: number) => Math.round(seconds / 360) / 10,
};

const words = {
  title: 'Time',
  says: (week: string, all: string) => `${capital(week)} this week, ${all} in all.`,
  nothing: 'nothing',
  none: 'No time was taken yet: it is switched off in the settings.',
  bar: (date: string, time: string) => `Week of ${date}: ${time}`,
  counts: (unit: string) => `${unit} a week, while an exercise was in sight and you were at it.`,
  units: { minutes: 'Minutes', hours: 'Hours' },
};

export const TimeSpent = ({ tenths, today }: { readonly tenths: ByDay; readonly today: number }): JSX.Element => {
  const weeks = weeklyTotals(tenths, today, WEEKS).map(amount => amount / 10);
  const all = totalOf(tenths) / 10;
  const unit = Math.max(...weeks) < MANY_MINUTES * 60 ? 'minutes' : 'hours';
  const bars = weeks.map((seconds, i) => {
    const date = shortDate(weekOf(today) - WEEK * (WEEKS - 1 - i));
    return { amount: IN[unit](seconds), name: date.split(' ')[0] ?? '', says: words.bar(date, said(seconds)) };
  });
  return (
    <section class="card figure" data-figure="time" data-seconds={Math.round(all)}>
      <h2>{words.title}</h2>
      <p class="figure-says">{all === 0 ? words.none : words.says(said(weeks.at(-1) ?? 0), duration(all))}</p>
      {all > 0 && <Bars class="bars-weeks" bars={bars} now={WEEKS - 1} />}
      {all > 0 && <p class="quiet small">{words.counts(words.units[unit])}</p>}
    </section>
  );
};

const said = (seconds: number): string => (seconds === 0 ? words.nothing : duration(seconds));
