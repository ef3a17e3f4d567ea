// A guided example: the first lines of the solution are written down, the next one is the learner's.
import { useMemo } from 'preact/hooks';
import type { Exercise } from '../../exercise/generator.ts';
import { shownSteps } from './guided.ts';
import { Solution } from './Solution.tsx';

const words = {
  begun: 'It is begun for you.',
  yours: 'You finish it.',
};

export function GuidedSteps({ exercise }: { readonly exercise: Exercise }) {
  const steps = useMemo(() => shownSteps(exercise), [exercise]);
  if (steps.length === 0) return null;
  return (
    <section class="guided">
      <h2 class="section-title">{words.begun}</h2>
      <Solution steps={steps}>{words.yours}</Solution>
    </section>
  );
}
