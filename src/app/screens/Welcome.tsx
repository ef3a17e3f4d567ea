// The first day: what Gradus is, and two ways to begin.
import type { JSX } from 'preact';
import { MOST_QUESTIONS } from '../../schedule/placement.ts';
import { Contour } from '../parts/Contour.tsx';
import { Page } from '../parts/Page.tsx';
import { hrefOf } from '../router.ts';
import { placement } from '../session/placement.ts';
import { day } from '../state.ts';
import { capital, count, dayName } from '../words.ts';

const words = {
  title: 'A few minutes a day, one step at a time.',
  says: [
    'Every exercise has new numbers, and you see at once what was right or what was mistaken.',
    'What is hard comes back soon, what you know comes back later.',
  ],
  ask: 'Where do you want to begin?',
  find: 'Find my level',
  goOn: 'Go on finding my level',
  findDetail: `${capital(count(MOST_QUESTIONS, 'exercise'))} at most, nothing to lose.`,
  start: 'Start at the beginning',
  startDetail: 'The first skills, each with a worked example.',
  other: 'Look around first',
};

export const Welcome = (): JSX.Element => (
  <Page title={words.title} above={<p class="quiet small">{dayName(day.value)}</p>}>
    <Contour shares={[]} />
    <div class="lead">
      {words.says.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
    <section class="ways at-foot" aria-labelledby="ways">
      <h2 id="ways">{words.ask}</h2>
      <Way
        at="placement"
        action="placement"
        title={placement.value ? words.goOn : words.find}
        detail={words.findDetail}
        isFirst
      />
      <Way at="session" action="start" title={words.start} detail={words.startDetail} />
      <a class="button plain" href={hrefOf({ at: 'explore' })} data-action="explore">
        {words.other}
      </a>
    </section>
  </Page>
);

interface WayProps {
  readonly at: 'placement' | 'session';
  readonly action: string;
  readonly title: string;
  readonly detail: string;
  readonly isFirst?: boolean;
}

const Way = ({ at, action, title, detail, isFirst = false }: WayProps): JSX.Element => (
  <a class={isFirst ? 'way is-first' : 'way'} href={hrefOf({ at })} data-action={action}>
    <span class="way-title">{title}</span>
    <span class="way-detail small">{detail}</span>
  </a>
);
