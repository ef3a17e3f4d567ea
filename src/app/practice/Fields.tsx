// The fields of all parts, each with its name before it and what is read under it.
import type { Answer } from '../../exercise/answer.ts';
import { spoken } from '../../exercise/text.ts';
import { AnswerInput } from '../input/AnswerInput.tsx';
import { ReadsAs } from '../input/ReadsAs.tsx';
import { Line } from '../Words.tsx';
import type { Attempt } from './attempt.ts';
import { judgedNow } from './outcome.ts';

interface Props {
  readonly attempt: Attempt;
  /** The id of the statement, which describes the first field. */
  readonly statement: string;
  /** The part that was found empty at the last check. */
  readonly blank: number | undefined;
  onEdit(part: number, text: string): void;
}

export function Fields({ attempt, statement, blank, onEdit }: Props) {
  const { answers } = attempt.exercise;
  const judged = judgedNow(attempt);
  return (
    <div class="parts">
      {answers.map((answer, part) => {
        const isUnreadable = judged?.grade.parts[part]?.verdict === 'unreadable';
        const isChosen = answer.kind === 'choice' || answer.kind === 'several' || answer.kind === 'ordering';
        const reading = `reading-${part}`;
        return (
          <div key={part} class="part" data-kind={answer.kind}>
            {answer.label.length > 0 && (
              <div class="part-label" aria-hidden="true">
                <Line text={answer.label} />
              </div>
            )}
            <AnswerInput
              answer={answer}
              part={part}
              text={attempt.texts[part] ?? ''}
              name={spoken(answer.label) || 'Your answer'}
              describedBy={part === 0 ? `${statement} ${reading}` : reading}
              invalid={isUnreadable}
              onText={text => onEdit(part, text)}
            />
            {blank === part && (
              <p id={reading} class="reads-as reads-as-trouble">
                {blankWords(answer)}
              </p>
            )}
            {blank !== part && !isChosen && (
              <ReadsAs
                id={reading}
                answer={answer}
                text={attempt.texts[part] ?? ''}
                checked={isUnreadable}
                example={answer.kind !== answers[part - 1]?.kind}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** What is to be done where nothing was answered yet. */
export function blankWords(answer: Answer | undefined): string {
  if (answer?.kind === 'choice') return 'Choose one of these first.';
  if (answer?.kind === 'several') return 'Choose what is right, or “None of these”.';
  return 'This field is still empty.';
}
