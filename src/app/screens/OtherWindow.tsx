// Another window does the saving: said plainly, with the way to take over.
import type { JSX } from 'preact';
import { SENTENCES } from '../../store/problem.ts';
import { Notice } from '../parts/Notice.tsx';
import { Page } from '../parts/Page.tsx';
import { hrefOf } from '../router.ts';
import { store } from '../state.ts';

const words = {
  title: 'You are practising in another window.',
  takeOver: 'Take over here',
  home: 'Back to Today',
};

const takeOver = (): void => void store().takeOver();

/** In place of an exercise, which only one window may have. */
export const OtherWindowPage = (): JSX.Element => (
  <Page title={words.title}>
    <p class="lead">{SENTENCES['read-only']}</p>
    <div class="at-thumb">
      <button type="button" class="button primary" data-action="take-over" onClick={takeOver}>
        {words.takeOver}
      </button>
      <a class="button plain" href={hrefOf({ at: 'today' })}>
        {words.home}
      </a>
    </div>
  </Page>
);

export const OtherWindow = (): JSX.Element => (
  <Notice says={SENTENCES['read-only']}>
    <button type="button" class="button" data-action="take-over" onClick={takeOver}>
      {words.takeOver}
    </button>
  </Notice>
);
