// The step from a draft to a set: its link is made and kept, and its page is opened.
import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { encodeSet } from '../../../link.ts';
import { Notice } from '../../parts/Notice.tsx';
import { go, hrefOf } from '../../router.ts';
import { type Draft, setOf } from '../../sets/draft.ts';
import { changeDraft } from '../../sets/draft-keeping.ts';
import { keptSet } from '../../sets/library.ts';
import { payloadFor, sentSet } from '../../sets/opened-set.ts';
import { Undo } from './Undo.tsx';

const words = {
  make: 'Make the set',
  stuck:
    'A part of Gradus that this set needs is not on this device yet. Connect to the network once and try again; nothing is lost.',
  open: 'Open it all the same',
};

/** `payload` of a set that could not be kept; it can be shared for all that. */
type Trouble = { readonly says: string; readonly payload?: string };

interface Props {
  readonly draft: Draft;
  readonly children: ComponentChildren;
}

export const MakeSet = ({ draft, children }: Props): JSX.Element => {
  const isBusy = useSignal(false);
  const trouble = useSignal<Trouble | undefined>(undefined);
  const make = async (): Promise<void> => {
    isBusy.value = true;
    trouble.value = await makeSet(draft);
    isBusy.value = false;
  };
  const { says, payload } = trouble.value ?? {};
  return (
    <>
      {says && (
        <Notice says={says}>
          {payload && (
            <a class="button" href={hrefOf({ at: 'set', payload })}>
              {words.open}
            </a>
          )}
        </Notice>
      )}
      <div class="compose-foot">
        <Undo />
        <button type="button" class="button primary" data-action="make-set" disabled={isBusy.value} onClick={() => void make()}>
          {words.make}
        </button>
      </div>
      <div class="beside">{children}</div>
    </>
  );
};

const makeSet = async (draft: Draft): Promise<Trouble | undefined> => {
  try {
    const sent = await sentSet(setOf(draft));
    const [payload, kept] = [payloadFor(sent), await keptSet(encodeSet(sent), 'made')];
    if (!kept.ok) return { says: kept.problem.says, payload };
    changeDraft({ ...draft, note: 'made' });
    // The way back leads to this set, another way here to a new one.
    history.replaceState('made', '');
    go({ at: 'set', payload });
    return undefined;
  } catch (error) {
    console.error(error);
    return { says: words.stuck };
  }
};
