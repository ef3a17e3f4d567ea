// What comes back on each of the next fourteen days.
import type { JSX } from 'preact';
import { skills } from '../../../catalog.ts';
import type { Cards } from '../../../schedule/path.ts';
import { forecastOf } from '../../../schedule/progress-figures.ts';
import { capital, count, dayName, quantity } from '../../words.ts';
import { Bars } from './Bars.tsx';

const DAYS = 14;

const words = {
  title: 'Coming back',
  says: (today: number, all: number) =>
    `${today === 0 ? 'No skill' : capital(count(today, 'skill'))} today, ${quantity(all)} within two weeks.`,
  none: 'Nothing comes back within two weeks.',
  bar: (day: string, skills: number) => `${day}: ${count(skills, 'skill')}`,
  late: 'What is late counts today. A session takes the most urgent, and the rest can wait.',
};

export const Forecast = ({ cards, today }: { readonly cards: Cards; readonly today: number }): JSX.Element => {
  const coming = forecastOf(skills, cards, today, DAYS);
  const all = coming.reduce((sum, amount) => sum + amount, 0);
  const isAnyLate = [...cards.values()].some(({ due, reviewed }) => due < today && reviewed < today);
  const bars = coming.map((amount, i) => {
    const name = dayName(today + i);
    return { amount, name: name.charAt(0), says: words.bar(name, amount) };
  });
  return (
    <section class="card figure" data-figure="forecast">
      <h2>{words.title}</h2>
      <p class="figure-says">{all === 0 ? words.none : words.says(coming[0] ?? 0, all)}</p>
      <Bars class="bars-days" bars={bars} now={0} />
      {isAnyLate && <p class="quiet small">{words.late}</p>}
    </section>
  );
};
