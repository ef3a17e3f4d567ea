// An address that leads nowhere, and the way home.
import type { JSX } from 'preact';
import { Page } from '../parts/Page.tsx';
import { hrefOf } from '../router.ts';

const words = {
  title: 'There is nothing here.',
  says: 'This address does not lead to a page of Gradus. Perhaps the link was cut short, or a skill has moved. Your progress is safe.',
  home: 'Go to Today',
  explore: 'Look for a skill',
};

export const NotFound = (): JSX.Element => (
  <Page title={words.title}>
    <p class="lead">{words.says}</p>
    <div class="at-thumb">
      <a class="button primary" href={hrefOf({ at: 'today' })}>
        {words.home}
      </a>
      <a class="button plain" href={hrefOf({ at: 'explore' })}>
        {words.explore}
      </a>
    </div>
  </Page>
);
