// What is asked: the words, their formulas and the figures.
import type { Exercise } from '../../exercise/generator.ts';
import { Drawing } from '../Drawing.tsx';
import { Words } from '../Words.tsx';

export function Statement({ exercise: { statement, figures = [] }, id }: { readonly exercise: Exercise; readonly id?: string }) {
  return (
    <div class="statement" id={id}>
      <Words text={statement} />
      {figures.map((figure, i) => (
        <Drawing key={i} figure={figure} />
      ))}
    </div>
  );
}
