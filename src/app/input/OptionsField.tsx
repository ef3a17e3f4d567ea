// Options as large buttons: one of them, or all that are right.
import { kindOf } from '../../answers/kinds.ts';
import type { AnswerOf } from '../../exercise/answer.ts';
import { Line } from '../Words.tsx';
import type { InputProps } from './inputs.ts';

type OptionsAnswer = AnswerOf<'choice'> | AnswerOf<'several'>;

/** What stands for "none of these". */
const NONE = '{}';

export function OptionsField({ answer, part, text, name, describedBy, onText }: InputProps<OptionsAnswer>) {
  const isOne = answer.kind === 'choice';
  const chosen = chosenIn(answer, text);
  const toggle = (id: string) => onText(isOne ? id : kindOf(answer).write(toggled(answer, chosen, id), answer));
  return (
    <fieldset class="options" role={isOne ? 'radiogroup' : 'group'} aria-label={name} aria-describedby={describedBy}>
      {answer.options.map(option => (
        <label key={option.id} class="option" data-option={option.id} data-part={part}>
          <input
            type={isOne ? 'radio' : 'checkbox'}
            name={`part-${part}`}
            class="option-input"
            checked={chosen.includes(option.id)}
            onChange={() => toggle(option.id)}
          />
          <span class="option-mark" aria-hidden="true" />
          <Line text={option.text} />
        </label>
      ))}
      {!isOne && (
        <label class="option option-none" data-option={NONE} data-part={part}>
          <input
            type="checkbox"
            class="option-input"
            checked={text === NONE}
            onChange={() => onText(text === NONE ? '' : NONE)}
          />
          <span class="option-mark" aria-hidden="true" />
          None of these
        </label>
      )}
    </fieldset>
  );
}

function chosenIn(answer: OptionsAnswer, text: string): readonly string[] {
  if (answer.kind === 'choice') return [text];
  const reading = kindOf(answer).read(text, answer);
  return reading.ok ? reading.value : [];
}

function toggled({ options }: OptionsAnswer, chosen: readonly string[], id: string): readonly string[] {
  return options.map(option => option.id).filter(other => (other === id) !== chosen.includes(other));
}
