// Every exercise of a set to look through, without its answers.
import type { JSX } from 'preact';
import { skillOf } from '../../../catalog.ts';
import type { Exercise } from '../../../exercise/generator.ts';
import { Statement } from '../../practice/Statement.tsx';

const words = { name: (title: string, level: number) => `${title} · level ${level}` };

export const SetPreview = ({ exercises }: { readonly exercises: readonly Exercise[] }): JSX.Element => (
  <ol class="card list set-preview">
    {exercises.map((exercise, i) => (
      <li key={`${exercise.id}/${exercise.level}/${exercise.seed}`} data-exercise={i + 1}>
        <p class="set-exercise-name">
          {i + 1}. {words.name(skillOf(exercise.id)?.title ?? exercise.id, exercise.level)}
        </p>
        <Statement exercise={exercise} />
      </li>
    ))}
  </ol>
);
