// Progress before the first exercise: what will stand here.
import type { JSX } from 'preact';
import { Page } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';

const words = {
  lead: 'This page draws itself as you practise. After the first exercise you see here:',
  points: [
    'A calendar of your days. Two rest days in any seven belong to every row of days.',
    'What comes back when, so that no day surprises you.',
    'How much stayed each time a skill came back, area by area.',
    'Which mistakes you make most, in words, with a set to practise them.',
  ],
  begin: 'Begin',
};

export const NothingYet = ({ title }: { readonly title: string }): JSX.Element => (
  <Page title={title}>
    <p class="lead">{words.lead}</p>
    <ul class="points" data-nothing-yet>
      {words.points.map(point => (
        <li key={point}>{point}</li>
      ))}
    </ul>
    <div class="at-thumb">
      <a class="button primary" href={hrefOf({ at: 'today' })} data-action="begin">
        {words.begin}
      </a>
    </div>
  </Page>
);
