// How many skills were met, and how many of them were strong, from the first day to this one.
import type { JSX } from 'preact';
import { skills } from '../../../catalog.ts';
import type { Tally } from '../../../schedule/progress.ts';
import { firstDay, sumsBy } from '../../../schedule/progress-figures.ts';
import { capital, count, quantity } from '../../words.ts';
import { shortDate } from './progress-words.ts';

const words = {
  title: 'Skills',
  says: (met: number, strong: number) =>
    `${capital(count(met, 'skill'))} met, ${strong === 0 ? 'none of them strong yet' : `${quantity(strong)} of them strong`}.`,
  before: (met: number, strong: number) => `Four weeks ago: ${met} met, ${strong} strong.`,
  none: 'The first skill that you do alone is met; one that holds for three weeks is strong.',
  met: 'met',
  strong: 'strong: holds for three weeks and more',
  today: 'today',
};

const MONTH = 28;
const [WIDTH, HEIGHT, POINTS] = [120, 60, 60];

export const SkillsGained = ({ tally, today }: { readonly tally: Tally; readonly today: number }): JSX.Element => {
  const begun = firstDay(tally.met);
  if (begun === undefined) return <Nothing />;
  const start = Math.min(begun, today - 1);
  const days = Array.from({ length: POINTS + 1 }, (_, i) => Math.round(start + ((today - start) * i) / POINTS));
  const [met, strong] = [sumsBy(tally.met, days), sumsBy(tally.strong, days)];
  const [metBefore = 0, strongBefore = 0] = [sumsBy(tally.met, [today - MONTH])[0], sumsBy(tally.strong, [today - MONTH])[0]];
  const most = Math.max(1, ...met);
  return (
    <section class="card figure" data-figure="skills" data-met={met.at(-1)} data-strong={strong.at(-1)}>
      <h2>{words.title}</h2>
      <p class="figure-says">{words.says(met.at(-1) ?? 0, strong.at(-1) ?? 0)}</p>
      {metBefore > 0 && <p class="quiet small">{words.before(metBefore, strongBefore)}</p>}
      <svg class="growth" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="growth-met" d={area(met, most)} />
        <path class="growth-strong" d={area(strong, most)} />
      </svg>
      <p class="growth-dates quiet fine" aria-hidden="true">
        <span>{shortDate(start)}</span>
        <span>{words.today}</span>
      </p>
      <ul class="legend fine quiet" aria-hidden="true">
        <li>
          <span class="square growth-met" />
          {words.met}
        </li>
        <li>
          <span class="square growth-strong" />
          {words.strong}
        </li>
      </ul>
    </section>
  );
};

const Nothing = (): JSX.Element => (
  <section class="card figure" data-figure="skills">
    <h2>{words.title}</h2>
    <p class="figure-says">{words.none}</p>
  </section>
);

/** From the ground up; all skills of the course would reach the top only where most of them were met. */
const area = (amounts: readonly number[], most: number): string => {
  const top = Math.max(most, Math.min(skills.length, most * 1.15));
  const points = amounts.map((amount, i) => `${round((WIDTH * i) / POINTS)} ${round(HEIGHT * (1 - amount / top))}`);
  return `M0 ${HEIGHT}L${points.join('L')}L${WIDTH} ${HEIGHT}Z`;
};

const round = (value: number): number => Math.round(value * 100) / 100;
