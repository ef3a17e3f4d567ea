// A past exercise: what was asked, what was written and how it was judged, and the way to the answer.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { keyText } from '../../../answers/answer-text.ts';
import type { Skill } from '../../../catalog.ts';
import type { Exercise } from '../../../exercise/generator.ts';
import { entryId } from '../../../schedule/entry.ts';
import { Page } from '../../parts/Page.tsx';
import { endOf, historyOf, type Past, purposeOf } from '../../past/history.ts';
import { reopen } from '../../past/reopen.ts';
import { Solution } from '../../practice/Solution.tsx';
import { Statement } from '../../practice/Statement.tsx';
import { hrefOf } from '../../router.ts';
import { store } from '../../state.ts';
import { Line } from '../../Words.tsx';
import { dateName } from '../../words.ts';
import { Stored } from './Stored.tsx';
import { Tries, withLabel } from './Tries.tsx';

const words = {
  goneTitle: 'Not in your history',
  gone: 'There is no such exercise in your history. It may have been taken back.',
  missing: 'This skill’s code is not on this device yet, so here is what was kept.',
  changed: 'This exercise has been improved since, so it can’t be shown as it was. Here is what was kept.',
  level: (level: number, levels: number) => `level ${level} of ${levels}`,
  asked: 'The exercise',
  written: 'What you wrote',
  answer: 'The answer',
  solution: 'How it goes',
  another: 'Practise this level',
};

interface Found {
  readonly past: Past | undefined;
  readonly exercise?: Exercise | 'missing' | undefined;
}

const find = async (skill: string, id: string): Promise<Found> => {
  const entries = await store().entriesOfSkill(skill);
  const past = entries.ok ? historyOf(entries.value).find(each => each.id === id) : undefined;
  if (!past) return { past };
  try {
    return { past, exercise: await reopen(past.entry) };
  } catch (error) {
    console.error(error);
    return { past, exercise: 'missing' };
  }
};

export const PastPage = ({ skill, id }: { readonly skill: Skill; readonly id: string }): JSX.Element => {
  const found = useSignal<Found | undefined>(undefined);
  useEffect(() => void find(skill.id, id).then(what => (found.value = what)), []);
  const back = { href: hrefOf({ at: 'skill', skill: skill.id }), title: skill.title };
  const { past, exercise } = found.value ?? {};
  return (
    <Page
      title={found.value ? (past ? endOf(past).says : words.goneTitle) : skill.title}
      above={past && <Above past={past} skill={skill} />}
      back={back}
    >
      {found.value && !past && <p class="lead">{words.gone}</p>}
      {past && exercise && exercise !== 'missing' && <Reopened past={past} exercise={exercise} />}
      {past && (!exercise || exercise === 'missing') && (
        <Stored entry={past.entry} says={exercise === 'missing' ? words.missing : words.changed} />
      )}
    </Page>
  );
};

const Above = ({ past, skill }: { readonly past: Past; readonly skill: Skill }): JSX.Element => (
  <p class="quiet small">
    {[dateName(past.entry.day), words.level(past.entry.level, skill.levels.length), purposeOf(past)].join(' · ')}
  </p>
);

const Reopened = ({ past: { entry }, exercise }: { readonly past: Past; readonly exercise: Exercise }): JSX.Element => (
  <div class="past" data-past={entryId(entry)} data-seed-of={entry.seed}>
    <section>
      <h2>{words.asked}</h2>
      <Statement exercise={exercise} />
    </section>
    {entry.answers.length > 0 && (
      <section>
        <h2>{words.written}</h2>
        <Tries exercise={exercise} entry={entry} />
      </section>
    )}
    <section>
      <h2>{words.answer}</h2>
      <div class="try">
        {exercise.answers.map((answer, part) => (
          <Line key={part} text={withLabel(answer, keyText(answer))} />
        ))}
      </div>
    </section>
    <section>
      <h2>{words.solution}</h2>
      <Solution steps={exercise.solution} />
    </section>
    <div class="beside">
      <a class="button" href={hrefOf({ at: 'practise', skill: entry.skill, level: entry.level })} data-action="practise">
        {words.another}
      </a>
    </div>
  </div>
);
