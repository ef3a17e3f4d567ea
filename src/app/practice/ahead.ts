// The formulas of the exercise that is likely to come next, set one by one while the learner still reads about this one.
import { effect } from '@preact/signals';
import type { Exercise } from '../../exercise/generator.ts';
import { inLine } from '../../exercise/text.ts';
import { setAhead } from '../formula-cache.ts';
import { madeAhead } from '../session/exercises.ts';
import { formulasIn } from '../Words.tsx';

/** What has just come on the screen is drawn first. */
const PAUSE = 150;

/** From now on. */
export function setFormulasAhead(): void {
  effect(() => {
    const exercise = madeAhead.value;
    if (!exercise) return;
    const open = [...formulasOf(exercise)];
    const next = () => {
      const formula = open.shift();
      if (!formula) return;
      setAhead(formula.tex, formula.display === true);
      timer = setTimeout(next);
    };
    let timer = setTimeout(next, PAUSE);
    return () => clearTimeout(timer);
  });
}

function formulasOf({ statement, answers }: Exercise) {
  const options = answers.flatMap(answer => ('options' in answer ? answer.options.map(({ text }) => text) : []));
  const lines = [...answers.map(({ label }) => label), ...options].map(inLine);
  return [statement, ...lines].flatMap(formulasIn);
}
