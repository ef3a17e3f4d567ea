// Another window does the saving: said plainly, with the way to take over.
import type { JSX } from 'preact';
import { SENTENCES } from '../../store/problem.ts';
import { Notice } from '../parts/Notice.tsx';
import { hrefOf, route } from '../router.ts';
import { store } from '../state.ts';

const words = { takeOver: 'Take over here', home: 'Back to Today' };

export const OtherWindow = (): JSX.Element => (
  <Notice says={SENTENCES['read-only']}>
    <button type="button" class="button" data-action="take-over" onClick={() => void store().takeOver()}>
      {words.takeOver}
    </button>
    {route.value.at !== 'today' && (
      <a class="button plain" href={hrefOf({ at: 'today' })}>
        {words.home}
      </a>
    )}
  </Notice>
);
