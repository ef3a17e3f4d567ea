// The mistakes that keep coming back, in the words that they were told in, and a set that practises them.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { skillOf } from '../../../catalog.ts';
import { findWeakSpots } from '../../progress/find-mistakes.ts';
import { practiceFor, type WeakSpot } from '../../progress/weak-spots.ts';
import { hrefOf } from '../../router.ts';
import { store } from '../../state.ts';
import { composeOf } from '../../to-sets.ts';
import { Line } from '../../Words.tsx';
import { quantity } from '../../words.ts';
import { shortDate } from './progress-words.ts';

const words = {
  says: 'Made lately and not left behind yet. After three clean answers a mistake is gone from here.',
  none: 'No known mistake stands out in your latest answers.',
  times: (times: number, when: string) => {
    if (times === 1) return `once, ${when}`;
    return `${times === 2 ? 'twice' : `${quantity(times)} times`}, last ${when}`;
  },
  when: (ago: number, day: number) => {
    if (ago <= 0) return 'today';
    return ago === 1 ? 'yesterday' : `on ${shortDate(day)}`;
  },
  practise: 'Practise these',
  title: 'What goes wrong most',
};

const SHOWN = 5;

interface Props {
  readonly today: number;
  readonly looking: string;
  readonly missing: string;
}

export const MistakeList = ({ today, looking, missing }: Props): JSX.Element => {
  const found = useSignal<readonly WeakSpot[] | 'missing' | undefined>(undefined);
  useEffect(() => {
    findWeakSpots(entriesOfDays, today).then(
      spots => (found.value = spots.slice(0, SHOWN)),
      error => {
        console.error(error);
        found.value = 'missing';
      },
    );
  }, [today]);
  if (found.value === undefined) return <p class="quiet small">{looking}</p>;
  if (found.value === 'missing') return <p class="quiet small">{missing}</p>;
  return found.value.length === 0 ? <p class="figure-says">{words.none}</p> : <Spots spots={found.value} today={today} />;
};

const entriesOfDays = async (from: number, to: number) => {
  const entries = await store().entriesOfDays(from, to);
  return entries.ok ? entries.value : [];
};

const Spots = ({ spots, today }: { readonly spots: readonly WeakSpot[]; readonly today: number }): JSX.Element => (
  <>
    <ul class="mistake-list">
      {spots.map(({ skill, at, day, says, times }) => (
        <li key={`${skill} ${at}`} data-mistake={skill} data-times={times}>
          <Line text={says} />
          <span class="quiet small">
            <a href={hrefOf({ at: 'skill', skill })}>{skillOf(skill)?.title}</a>
            {`: ${words.times(times, words.when(today - day, day))}`}
          </span>
        </li>
      ))}
    </ul>
    <p class="quiet small">{words.says}</p>
    <button
      type="button"
      class="button"
      data-action="practise-mistakes"
      onClick={() => void composeOf(words.title, practiceFor(spots))}
    >
      {words.practise}
    </button>
  </>
);
