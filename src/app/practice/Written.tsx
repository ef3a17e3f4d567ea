// What was handed in, part by part, and what the answer is once that is no secret.
import { keyText, typedText } from '../../answers/answer-text.ts';
import type { Answer } from '../../exercise/answer.ts';
import type { Text } from '../../exercise/text.ts';
import { roomy } from '../Formula.tsx';
import { Line } from '../Words.tsx';
import type { Attempt } from './attempt.ts';
import { lastReadable } from './outcome.ts';

export function Written({ attempt }: { readonly attempt: Attempt }) {
  const { answers } = attempt.exercise;
  const last = lastReadable(attempt);
  return (
    <dl class="written">
      {answers.map((answer, part) => {
        const isRight = last?.grade.parts[part]?.verdict === 'right';
        const written = last && typedText(answer, last.texts[part] ?? '');
        const verdict = answers.length > 1 && last ? (isRight ? 'right' : 'not yet') : '';
        return [
          written && (
            <Row
              key={`${part} written`}
              name={answer.kind === 'choice' || answer.kind === 'several' ? 'you chose' : 'you wrote'}
              verdict={verdict}
            >
              {named(answer, written)}
            </Row>
          ),
          attempt.done && !isRight && (
            <Row key={`${part} key`} name="the answer" verdict="">
              {named(answer, keyText(answer))}
            </Row>
          ),
        ];
      })}
    </dl>
  );
}

/** The answers alone. */
export function Answers({ answers }: { readonly answers: readonly Answer[] }) {
  return (
    <dl class="written">
      {answers.map((answer, part) => (
        <Row key={part} name="the answer" verdict="">
          {named(answer, keyText(answer))}
        </Row>
      ))}
    </dl>
  );
}

function Row({ name, verdict, children }: { readonly name: string; readonly verdict: string; readonly children: Text }) {
  return (
    <div class="written-row">
      <dt class="small quiet">
        {name}
        {verdict && <span class={`written-verdict written-${verdict === 'right' ? 'right' : 'wrong'}`}>{verdict}</span>}
      </dt>
      <dd>
        <Line text={children} />
      </dd>
    </div>
  );
}

function named({ label }: Answer, value: Text): Text {
  const full = value.map(part => (typeof part === 'string' ? part : roomy(part)));
  return label.length > 0 ? [...label, ' ', ...full] : full;
}
