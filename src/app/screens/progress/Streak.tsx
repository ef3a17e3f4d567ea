// Days in a row, with rest days in them; a row that has ended is not spoken of.
import type { JSX } from 'preact';
import type { ByDay } from '../../../schedule/progress.ts';
import { streakOf } from '../../../schedule/progress-figures.ts';
import { number } from './progress-words.ts';

const words = {
  title: (days: number) => (days === 1 ? 'day in a row' : 'days in a row'),
  begins: 'A row of days begins with the next exercise.',
  rests: 'Two rest days in any seven belong to it.',
  mayRest: 'Today may be one of them.',
  longest: (days: number) => `Your longest so far: ${number(days)}.`,
};

export const Streak = ({ exercises, today }: { readonly exercises: ByDay; readonly today: number }): JSX.Element => {
  const { days, longest, mayRest } = streakOf(exercises, today);
  const says = [words.rests, ...(mayRest ? [words.mayRest] : []), ...(longest > days ? [words.longest(longest)] : [])];
  return (
    <section class="streak" data-streak={days} data-longest={longest}>
      {days > 0 ? (
        <h2 class="streak-days">
          <span class="streak-number">{number(days)}</span> {words.title(days)}
        </h2>
      ) : (
        <h2>{words.begins}</h2>
      )}
      <p class="quiet small">{says.join(' ')}</p>
    </section>
  );
};
