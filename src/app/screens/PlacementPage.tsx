// Placement: a few exercises that find where a learner starts; what it is, its exercises, and what came of it.
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { MOST_QUESTIONS } from '../../schedule/placement.ts';
import { Page } from '../parts/Page.tsx';
import { loadPractice } from '../practice-part.ts';
import { go, hrefOf } from '../router.ts';
import { desk } from '../session/desk.ts';
import { enterPlacement, nextPlacement, placement, skipPlacement, startPlacement } from '../session/placement.ts';
import { isStuck } from '../session/session.ts';
import { role } from '../state.ts';
import { capital, count } from '../words.ts';
import { PlacementResult } from './PlacementResult.tsx';
import { openTable, Stuck, Table } from './Table.tsx';

const words = {
  title: 'Find your level',
  about: [
    `${capital(count(MOST_QUESTIONS, 'exercise'))} at most, and fewer where it is clear sooner. Each one decides what is asked next.`,
    'One try each. “I don’t know” is a good answer: it saves you time, and nothing is lost by it.',
    'You can stop at any point, and come back to it. Your answers open skills; they close none.',
  ],
  start: 'Start',
  goOn: 'Go on',
  at: (at: number) => `You are at exercise ${at}.`,
  anew: 'Start over',
  leave: 'Not now',
};

/** Which of its pages is shown. */
export const placementStep = signal<'about' | 'asking' | 'result'>('about');

const begin = async (enter: () => Promise<boolean>): Promise<void> => {
  if (await openTable(enter)) placementStep.value = placement.value ? 'asking' : 'result';
};

export const PlacementPage = (): JSX.Element | null => {
  const [here, under] = [desk.value, placement.value];
  useEffect(() => {
    void loadPractice();
    return () => {
      placementStep.value = 'about';
    };
  }, []);
  useEffect(() => {
    if (placementStep.value === 'asking' && !under) placementStep.value = 'result';
  }, [under === undefined]);
  if (placementStep.value === 'result') return <PlacementResult />;
  if (placementStep.value === 'about') return <About at={under?.at} onBegin={begin} />;
  if (isStuck.value) return <Stuck again={() => begin(enterPlacement)} />;
  if (here?.purpose !== 'placement' || !under) return null;
  const progress = { at: under.at, of: under.most };
  const close = () => {
    placementStep.value = 'about';
  };
  return <Table desk={here} progress={progress} onNext={nextPlacement} onClose={close} />;
};

interface AboutProps {
  /** The exercise at which it was left. */
  readonly at: number | undefined;
  onBegin(enter: () => Promise<boolean>): Promise<void>;
}

const About = ({ at, onBegin }: AboutProps): JSX.Element => {
  const leave = async (): Promise<void> => {
    await skipPlacement();
    go({ at: 'today' }, true);
  };
  const isOpen = role.value === 'writer';
  return (
    <Page title={words.title} back={{ href: hrefOf({ at: 'today' }), title: 'Today' }}>
      <ul class="points">
        {words.about.map(point => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {at !== undefined && <p class="standing">{words.at(at)}</p>}
      <div class="at-thumb">
        <button
          type="button"
          class="button primary"
          data-action="begin-placement"
          disabled={!isOpen}
          onClick={() => void onBegin(at === undefined ? startPlacement : enterPlacement)}
        >
          {at === undefined ? words.start : words.goOn}
        </button>
        <div class="beside">
          {at !== undefined && (
            <button type="button" class="button plain" data-action="anew" onClick={() => void onBegin(startPlacement)}>
              {words.anew}
            </button>
          )}
          <button type="button" class="button plain" data-action="leave" onClick={() => void leave()}>
            {words.leave}
          </button>
        </div>
      </div>
    </Page>
  );
};
