// A worked example that was asked for: a fresh exercise with its solution line by line; nothing of it is kept.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Skill } from '../../../catalog.ts';
import type { Exercise } from '../../../exercise/generator.ts';
import { Page } from '../../parts/Page.tsx';
import { begin } from '../../practice/attempt.ts';
import { Practice } from '../../practice/Practice.tsx';
import { go } from '../../router.ts';
import { makeFresh } from '../../session/exercises.ts';

const words = {
  missing: 'This skill is not on this device yet. Connect to the network once and try again.',
  again: 'Try again',
};

export const ExamplePage = ({ skill, level }: { readonly skill: Skill; readonly level: number }): JSX.Element | null => {
  const exercise = useSignal<Exercise | 'missing' | undefined>(undefined);
  const another = async (): Promise<void> => {
    try {
      exercise.value = await makeFresh(skill.id, level);
    } catch (error) {
      console.error(error);
      exercise.value = 'missing';
    }
  };
  useEffect(() => void another(), []);
  if (!exercise.value) return null;
  if (exercise.value === 'missing') return <Missing title={skill.title} again={another} />;
  return (
    <Practice
      attempt={begin(exercise.value)}
      title={skill.title}
      why={skill.why}
      level={level}
      levels={skill.levels.length}
      stage="worked"
      saving="no"
      onAnother={() => void another()}
      onChange={() => undefined}
      onNext={() => go({ at: 'practise', skill: skill.id, level }, true)}
      onClose={() => go({ at: 'skill', skill: skill.id }, true)}
      onTouch={() => undefined}
    />
  );
};

const Missing = ({ title, again }: { readonly title: string; readonly again: () => Promise<void> }): JSX.Element => (
  <Page title={title}>
    <p class="lead">{words.missing}</p>
    <button type="button" class="button primary" onClick={() => void again()}>
      {words.again}
    </button>
  </Page>
);
