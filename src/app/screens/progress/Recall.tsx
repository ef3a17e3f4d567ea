// How much stayed: of the skills that came back, how many were still known, area by area.
import type { JSX } from 'preact';
import { areas } from '../../../catalog.ts';
import type { Tally } from '../../../schedule/progress.ts';
import { recallWithin, WEEK, weekOf } from '../../../schedule/progress-figures.ts';
import { capital } from '../../words.ts';
import { Share } from './Bars.tsx';
import { many, number, percent } from './progress-words.ts';

const WEEKS = 12;

const words = {
  title: 'What stayed',
  says: (due: number, share: string) =>
    `${capital(many(due, 'skill'))} came back in the last twelve weeks. You still knew ${share}.`,
  none: 'A skill comes back a day after you met it, then after six days, then later and later. How much stayed is shown here.',
  counts: 'Known means right at the first or second try, without a hint that costs.',
  of: (due: number) => `of ${number(due)}`,
};

export const Recall = ({ tally, today }: { readonly tally: Tally; readonly today: number }): JSX.Element => {
  const recall = recallWithin(tally, weekOf(today) - WEEK * (WEEKS - 1), today);
  const all = [...recall.values()];
  const [due, recalled] = [sum(all.map(each => each.due)), sum(all.map(each => each.recalled))];
  const shown = areas.flatMap(({ id, title }) => {
    const found = recall.get(id);
    return found ? [{ id, title, ...found }] : [];
  });
  return (
    <section class="card figure" data-figure="recall">
      <h2>{words.title}</h2>
      <p class="figure-says">{due === 0 ? words.none : words.says(due, percent(recalled, due))}</p>
      {due > 0 && (
        <>
          <ul class="recall">
            {shown.map(area => (
              <li key={area.id} data-area={area.id} data-due={area.due} data-recalled={area.recalled}>
                <span class="recall-area">{area.title}</span>
                <span class="recall-share">
                  {percent(area.recalled, area.due)} <span class="quiet small">{words.of(area.due)}</span>
                </span>
                <Share part={area.recalled} whole={area.due} />
              </li>
            ))}
          </ul>
          <p class="quiet small">{words.counts}</p>
        </>
      )}
    </section>
  );
};

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
