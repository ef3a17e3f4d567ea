// The browser had lost data, and they are here again: said until the learner says that it was seen.
import type { JSX } from 'preact';
import { Notice } from '../parts/Notice.tsx';
import { hrefOf } from '../router.ts';
import { isBroughtBack } from '../state.ts';

const words = {
  says: 'The browser had lost what Gradus keeps here. It has been brought back from a second copy, so go on as always. A backup of your own is safer still.',
  backup: 'To the backup',
  seen: 'All right',
};

const see = (): void => {
  isBroughtBack.value = false;
};

export const BroughtBack = (): JSX.Element => (
  <Notice says={words.says}>
    <button type="button" class="button" data-action="seen" onClick={see}>
      {words.seen}
    </button>
    <a class="button plain" href={hrefOf({ at: 'settings' })} onClick={see}>
      {words.backup}
    </a>
  </Notice>
);
