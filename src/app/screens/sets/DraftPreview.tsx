// Every exercise of the draft as it will be asked: a few at a time, as one comes to them.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { loadGenerator } from '../../../catalog.ts';
import type { Exercise } from '../../../exercise/generator.ts';
import { countIn, exercisesOf, type Seeded } from '../../../exercise/problem-set.ts';
import { make } from '../../../make.ts';
import { type Draft, rerolled } from '../../sets/draft.ts';
import { changeDraft } from '../../sets/draft-keeping.ts';
import { AgainIcon } from './compose-icons.tsx';
import { SetPreview } from './SetPreview.tsx';

const words = {
  title: 'The exercises',
  about: 'Whoever opens the link gets these numbers.',
  again: 'New numbers',
  stuck: 'These exercises cannot be shown here. Try new numbers, or connect to the network once.',
};

export const DraftPreview = ({ draft }: { readonly draft: Draft }): JSX.Element => {
  const end = useRef<HTMLDivElement>(null);
  const { exercises, isStuck } = useExercises(draft, end);
  return (
    <section class="compose-preview" aria-labelledby="preview">
      <div class="compose-head">
        <h2 id="preview">{words.title}</h2>
        <button type="button" class="button plain" data-action="new-numbers" onClick={() => changeDraft(rerolled(draft))}>
          <AgainIcon />
          {words.again}
        </button>
      </div>
      <p class="quiet small">{isStuck ? words.stuck : words.about}</p>
      {exercises.length > 0 && <SetPreview exercises={exercises} />}
      <div ref={end} />
    </section>
  );
};

/** After the last tap, before exercises are made anew; and so many are made before the screen may move again. */
const PAUSE = 250;
const SLICE = 5;

/** Those down to a little below the part of the page that is seen; what was made once is not made again. */
const useExercises = (draft: Draft, end: { readonly current: HTMLElement | null }) => {
  const { seed, items } = draft;
  const wanted = useSignal(0);
  const made = useSignal<readonly Exercise[]>([]);
  const isStuck = useSignal(false);
  const kept = useRef(new Map<string, Exercise>());
  const last = useRef(items);
  useEffect(() => {
    wanted.value = Math.min(wanted.value, SLICE);
    kept.current.clear();
  }, [seed]);
  useEffect(() => {
    let isOver = false;
    const show = async (): Promise<void> => {
      last.current = items;
      const few = exercisesOf({ seed, items }).slice(0, wanted.value);
      const exercises = await makeSome(few, kept.current).catch((error: unknown) => void console.error(error));
      if (isOver) return;
      isStuck.value = exercises === undefined;
      made.value = exercises ?? [];
    };
    const timer = setTimeout(() => void show(), last.current === items ? 0 : PAUSE);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [seed, items, wanted.value]);
  useEffect(() => {
    if (!end.current || made.value.length < wanted.value || wanted.value >= countIn(items)) return undefined;
    const look = (entries: readonly IntersectionObserverEntry[]) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) wanted.value += SLICE;
    };
    const watch = new IntersectionObserver(look, { rootMargin: '600px' });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [made.value, wanted.value, items]);
  return { exercises: made.value, isStuck: isStuck.value };
};

/** Rejects where a skill's code cannot be loaded. */
const makeSome = async (few: readonly Seeded[], kept: Map<string, Exercise>): Promise<readonly Exercise[]> => {
  const exercises: Exercise[] = [];
  for (const { skill, level, seed } of few) {
    const name = `${skill}/${level}/${seed}`;
    const exercise = kept.get(name) ?? make(await loadGenerator(skill), level, seed);
    kept.set(name, exercise);
    exercises.push(exercise);
  }
  return exercises;
};
