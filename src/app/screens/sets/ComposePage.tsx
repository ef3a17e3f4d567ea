// Making a set: what is in it, with its title and its numbers, and every exercise to look at before it is made.
import '../../styles/compose.css';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import { emptyDraft, mayHaveMore } from '../../sets/draft.ts';
import { changeDraft, draft, draftProblem, keepDraftNow, loadDraft, replaceDraft } from '../../sets/draft-keeping.ts';
import { role } from '../../state.ts';
import { DraftItems } from './DraftItems.tsx';
import { DraftPreview } from './DraftPreview.tsx';
import { DraftTitle } from './DraftTitle.tsx';
import { EmptyDraft } from './EmptyDraft.tsx';
import { MakeSet } from './MakeSet.tsx';
import { PickSkills } from './PickSkills.tsx';
import { Undo } from './Undo.tsx';
import { addWeakest, weakestHere } from './weakest-here.ts';

const words = {
  title: 'Make a set',
  back: 'Sets',
  note: {
    exact: 'Exactly the exercises that you did.',
    renewed: 'As many of the same skills and levels, with new numbers: your own exercises do not fit into one link.',
    made: 'This set is made. What you change here makes another one.',
  },
  notKept: 'What you put together here is not kept: another window of Gradus does the saving.',
  add: 'Add skills',
  weakest: 'Your weakest skills',
  startOver: 'Start over',
};

/** What the entry of this page in the browser's history says: skills are being picked, or its set was made. */
type Step = 'pick' | 'made' | null;

const stepHere = (): Step => (history.state === 'pick' || history.state === 'made' ? history.state : null);

export const ComposePage = (): JSX.Element => {
  const isLoaded = useSignal(false);
  const step = useSignal<Step>(stepHere());
  useEffect(() => void begin().then(() => (isLoaded.value = true)), [role.value]);
  useEffect(() => {
    const turn = () => (step.value = stepHere());
    addEventListener('popstate', turn);
    addEventListener('pagehide', keepDraftNow);
    document.addEventListener('visibilitychange', keepDraftNow);
    return () => {
      removeEventListener('popstate', turn);
      removeEventListener('pagehide', keepDraftNow);
      document.removeEventListener('visibilitychange', keepDraftNow);
      keepDraftNow();
    };
  }, []);
  useFocus(step.value);
  const pick = () => {
    // The way back leads from the skills to the set.
    history.pushState('pick', '');
    step.value = 'pick';
  };
  if (isLoaded.value && step.value === 'pick') return <PickSkills onDone={() => history.back()} />;
  return (
    <Page title={words.title} back={{ href: hrefOf({ at: 'sets' }), title: words.back }} wide>
      {isLoaded.value && <Composition onPick={pick} />}
    </Page>
  );
};

/** From the set to the skills, and back to where one left it. */
const useFocus = (step: Step): void => {
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    if (step === 'pick') scrollTo(0, 0);
    const add = step === 'pick' ? null : document.querySelector<HTMLElement>('[data-action="add-skills"]');
    (add ?? document.querySelector('h1'))?.focus({ preventScroll: step === 'pick' });
  }, [step]);
};

/** A set that is made is shown again to those who go back to it; to others a new one. */
const begin = async (): Promise<void> => {
  await loadDraft();
  if (draft.value.note === 'made' && stepHere() !== 'made') changeDraft(emptyDraft());
};

const Composition = ({ onPick }: { readonly onPick: () => void }): JSX.Element => {
  const here = draft.value;
  const isEmpty = here.items.length === 0;
  const startOver = () => {
    replaceDraft(emptyDraft(), 'all');
    scrollTo(0, 0);
  };
  return (
    <>
      {notKept() !== '' && <Notice says={notKept()} />}
      {isEmpty ? (
        <>
          <EmptyDraft onPick={onPick} />
          <div class="compose-foot">
            <Undo />
          </div>
        </>
      ) : (
        <div class="compose">
          <div class="compose-set">
            {here.note !== '' && (
              <p class="standing" data-note={here.note}>
                {words.note[here.note]}
              </p>
            )}
            <DraftTitle />
            <DraftItems />
            <div class="compose-more">
              <button type="button" class="button" data-action="add-skills" disabled={!mayHaveMore(here)} onClick={onPick}>
                {words.add}
              </button>
              {weakestHere() && (
                <button
                  type="button"
                  class="button plain"
                  data-action="add-weakest"
                  disabled={!mayHaveMore(here)}
                  onClick={addWeakest}
                >
                  {words.weakest}
                </button>
              )}
            </div>
          </div>
          <DraftPreview draft={here} />
          <MakeSet draft={here}>
            <button type="button" class="button plain" data-action="start-over" onClick={startOver}>
              {words.startOver}
            </button>
          </MakeSet>
        </div>
      )}
    </>
  );
};

const notKept = (): string => (role.value === 'reader' ? words.notKept : draftProblem.value);
