// The fields of all parts, each with its name before it and what is read under it.
import type { Answer } from '../../exercise/answer.ts';
import { spoken } from '../../exercise/text.ts';
import { AnswerInput } from '../input/AnswerInput.tsx';
import { ReadsAs } from '../input/ReadsAs.tsx';
import { useReading } from '../input/reading.ts';
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
  onSay(words: string): void;
}

export function Fields({ attempt, statement, blank, onEdit, onSay }: Props) {
  const { answers } = attempt.exercise;
  const judged = judgedNow(attempt);
  return (
    <div class="parts">
      {answers.map((answer, part) => (
        <Part
          key={part}
          answer={answer}
          part={part}
          text={attempt.texts[part] ?? ''}
          isUnreadable={judged?.grade.parts[part]?.verdict === 'unreadable'}
          isBlank={blank === part}
          isFirstOfKind={answer.kind !== answers[part - 1]?.kind}
          describedBy={part === 0 ? `${statement} reading-0` : `reading-${part}`}
          onText={text => onEdit(part, text)}
          onSay={onSay}
        />
      ))}
    </div>
  );
}

interface PartProps {
  readonly answer: Answer;
  readonly part: number;
  readonly text: string;
  /** So it was handed in. */
  readonly isUnreadable: boolean;
  readonly isBlank: boolean;
  readonly isFirstOfKind: boolean;
  readonly describedBy: string;
  onText(text: string): void;
  onSay(words: string): void;
}

function Part({ answer, part, text, isUnreadable, isBlank, isFirstOfKind, describedBy, onText, onSay }: PartProps) {
  const reading = useReading(answer, text, isUnreadable);
  const isChosen = answer.kind === 'choice' || answer.kind === 'several' || answer.kind === 'ordering';
  return (
    <div class="part" data-kind={answer.kind}>
      {answer.label.length > 0 && (
        <div class="part-label" aria-hidden="true">
          <Line text={answer.label} />
        </div>
      )}
      <AnswerInput
        answer={answer}
        part={part}
        text={text}
        name={spoken(answer.label) || 'Your answer'}
        describedBy={describedBy}
        trouble={reading.trouble}
        onText={onText}
        onSay={onSay}
      />
      {isBlank || (isChosen && isUnreadable) ? (
        <p id={`reading-${part}`} class="reads-as reads-as-trouble">
          {isBlank ? blankWords(answer) : reading.trouble?.says}
        </p>
      ) : (
        !isChosen && <ReadsAs id={`reading-${part}`} answer={answer} text={text} reading={reading} example={isFirstOfKind} />
      )}
    </div>
  );
}

/** What is to be done where nothing was answered yet. */
export function blankWords(answer: Answer | undefined): string {
  if (answer?.kind === 'choice') return 'Choose one of these first.';
  if (answer?.kind === 'several') return 'Choose what is right, or “None of these”.';
  return 'This field is still empty.';
}
