// A set that lies open: its exercises are made first, then comes what is wanted of it.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Page } from '../../parts/Page.tsx';
import { hrefOf, type Route } from '../../router.ts';
import { keptSet } from '../../sets/library.ts';
import { addressOf, openSet } from '../../sets/opened-set.ts';
import { opened, stored } from '../../sets/run.ts';
import { PrintPage } from './PrintPage.tsx';
import { ResultsPage } from './ResultsPage.tsx';
import { SetPage } from './SetPage.tsx';
import { SetResult } from './SetResult.tsx';
import { titleOfSet } from './set-words.ts';
import { WorkPage } from './WorkPage.tsx';

const words = {
  title: 'Set',
  back: 'Sets',
  broken: 'This set cannot be opened.',
  again: 'Try again',
  scan: 'Open another way',
};

interface Props {
  readonly payload: string;
  readonly step: Extract<Route, { readonly at: 'set' }>['step'] | undefined;
}

export const OpenSet = ({ payload, step }: Props): JSX.Element | null => {
  const problem = useSignal('');
  const isOpen = useSignal(opened.value?.payload === payload);
  const open = async (): Promise<void> => {
    const opening = await openSet(payload);
    problem.value = opening.ok ? '' : opening.says;
    opened.value = opening.ok ? opening.value : undefined;
    // Found again in the library, whatever becomes of the message that it came with.
    if (opening.ok) await keptSet(opening.value.link, 'received');
    isOpen.value = opening.ok;
  };
  useEffect(() => void open(), [payload]);
  const set = isOpen.value ? opened.value : undefined;
  if (problem.value) return <Broken says={problem.value} onAgain={open} />;
  if (!set) return null;
  if (step === 'work') return <WorkPage set={set} />;
  if (step === 'result') return <SetResult set={set} />;
  if (step === 'results' && stored.value) return <ResultsPage set={set} stored={stored.value} />;
  if (step === 'print') {
    const back = { href: hrefOf({ at: 'set', payload: set.payload }), title: titleOfSet(set) };
    return <PrintPage title={set.sent.set.title ?? ''} link={addressOf(set.link)} exercises={set.exercises} back={back} />;
  }
  return <SetPage set={set} />;
};

const Broken = ({ says, onAgain }: { readonly says: string; readonly onAgain: () => Promise<void> }): JSX.Element => (
  <Page title={words.broken} back={{ href: hrefOf({ at: 'sets' }), title: words.back }}>
    <p class="lead" role="alert">
      {says}
    </p>
    <div class="at-thumb">
      <a class="button primary" href={hrefOf({ at: 'sets', place: 'scan' })}>
        {words.scan}
      </a>
      <button type="button" class="button plain" onClick={() => void onAgain()}>
        {words.again}
      </button>
    </div>
  </Page>
);
