// What was handed in, try by try, with the verdicts of that day and what they said.
import type { JSX } from 'preact';
import { typedText } from '../../../answers/answer-text.ts';
import { grade } from '../../../answers/grade.ts';
import type { Answer } from '../../../exercise/answer.ts';
import type { Exercise } from '../../../exercise/generator.ts';
import type { Text } from '../../../exercise/text.ts';
import type { AnswerEntry } from '../../../schedule/entry.ts';
import type { Verdict } from '../../../schedule/quality.ts';
import { roomy } from '../../Formula.tsx';
import { outcomeOfGrade } from '../../practice/outcome.ts';
import { Line, Words } from '../../Words.tsx';

export const VERDICTS: { readonly [V in Verdict]: string } = {
  right: 'right',
  form: 'right, in another form',
  wrong: 'not yet',
  unreadable: 'not counted',
};

interface Props {
  readonly exercise: Exercise;
  readonly entry: Pick<AnswerEntry, 'answers' | 'verdicts'>;
}

export const Tries = ({ exercise, entry: { answers, verdicts } }: Props): JSX.Element => (
  <ol class="tries">
    {answers.map((texts, i) => (
      <li key={i} class="try" data-verdict-of={verdicts[i]}>
        <span class={`try-verdict is-${verdicts[i]}`}>{VERDICTS[verdicts[i] ?? 'unreadable']}</span>
        {exercise.answers.map((answer, part) => (
          <Line key={part} text={writtenOf(answer, texts[part] ?? '')} />
        ))}
        {verdicts[i] === 'wrong' && <Says exercise={exercise} texts={texts} />}
      </li>
    ))}
  </ol>
);

/** As it was read; else as it was typed. */
const writtenOf = (answer: Answer, text: string): Text => withLabel(answer, typedText(answer, text) ?? [text.trim() || '–']);

export const withLabel = ({ label }: Answer, value: Text): Text => {
  const full = value.map(part => (typeof part === 'string' ? part : roomy(part)));
  return label.length > 0 ? [...label, ' ', ...full] : full;
};

/** What is known of this mistake, where it still counts as one. */
const Says = ({ exercise, texts }: { readonly exercise: Exercise; readonly texts: readonly string[] }): JSX.Element | null => {
  if (texts.length !== exercise.answers.length) return null;
  const judged = grade(exercise, texts);
  const known = judged.verdict === 'wrong' ? judged.parts.filter(part => part.known) : [];
  if (known.length === 0) return null;
  return (
    <div class="quiet small">
      {outcomeOfGrade({ ...judged, credit: 0, parts: known }, true)?.says.map((says, i) => (
        <Words key={i} text={says} />
      ))}
    </div>
  );
};
