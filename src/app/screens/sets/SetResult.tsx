// After a set: the score, part by part, the time, and each exercise with what was written and how it goes.
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { keyText, typedText } from '../../../answers/answer-text.ts';
import { gradePart } from '../../../answers/grade.ts';
import { skillOf } from '../../../catalog.ts';
import type { Answer } from '../../../exercise/answer.ts';
import type { Text } from '../../../exercise/text.ts';
import { type Mark, scoreOf } from '../../../link/result.ts';
import type { Run } from '../../../store/sets.ts';
import { Page } from '../../parts/Page.tsx';
import type { Attempt } from '../../practice/attempt.ts';
import { Solution } from '../../practice/Solution.tsx';
import { Statement } from '../../practice/Statement.tsx';
import { hrefOf } from '../../router.ts';
import { logExam } from '../../sets/exam.ts';
import { marksOf, partsOf, secondsOf } from '../../sets/mark.ts';
import { addressOf, type OpenedSet } from '../../sets/opened-set.ts';
import { MARK_WORDS, pointsText } from '../../sets/result-words.ts';
import { attemptsOf, run } from '../../sets/run.ts';
import { Line } from '../../Words.tsx';
import { capital } from '../../words.ts';
import { SendResult } from './SendResult.tsx';
import { nameOf, timeText } from './set-words.ts';
import { Tally, TallyMark } from './Tally.tsx';

const words = {
  title: (score: string, all: number) => `${score} of ${all}`,
  none: 'There is no result yet.',
  noneSays: 'Work the set to its end; then its result stands here.',
  toSet: 'To the set',
  parts: (right: number, all: number) => `${right} of ${all} answers right. `,
  time: (seconds: number) => `${capital(timeText(seconds))}.`,
  wrote: 'you wrote',
  answer: 'the answer',
  solution: 'How it goes',
  done: 'Done',
};

export const SetResult = ({ set }: { readonly set: OpenedSet }): JSX.Element => {
  const here = run.value;
  const back = { href: hrefOf({ at: 'set', payload: set.payload }), title: nameOf(set.sent.set) };
  useEffect(() => void logExam(), [here?.endedAt]);
  if (!here || here.endedAt === 0) {
    return (
      <Page title={words.none} back={back}>
        <p class="lead">{words.noneSays}</p>
        <div class="at-thumb">
          <a class="button primary" href={back.href}>
            {words.toSet}
          </a>
        </div>
      </Page>
    );
  }
  return <Ended set={set} run={here} back={back} />;
};

interface EndedProps {
  readonly set: OpenedSet;
  readonly run: Run;
  readonly back: { readonly href: string; readonly title: string };
}

const Ended = ({ set, run: here, back }: EndedProps): JSX.Element => {
  const attempts = attemptsOf(set, here);
  const marks = marksOf(here);
  const seconds = secondsOf(here.works);
  const { right, all } = partsOf(attempts);
  return (
    <Page title={words.title(pointsText(scoreOf({ marks })), marks.length)} back={back}>
      <p class="lead">
        {all > marks.length && words.parts(right, all)}
        {words.time(seconds)}
      </p>
      <Tally marks={marks} />
      <SendResult title={nameOf(set.sent.set)} digest={here.digest} marks={marks} seconds={seconds} address={addressOf('')} />
      <ol class="result-list">
        {attempts.map((attempt, i) => (
          <li key={i} class="card result-exercise" data-mark={marks[i]}>
            <Exercise attempt={attempt} number={i + 1} mark={marks[i] ?? 'open'} />
          </li>
        ))}
      </ol>
      <div class="at-thumb">
        <a class="button plain" href={back.href} data-action="done">
          {words.done}
        </a>
      </div>
    </Page>
  );
};

interface ExerciseProps {
  readonly attempt: Attempt;
  readonly number: number;
  readonly mark: Mark;
}

const Exercise = ({ attempt, number, mark }: ExerciseProps): JSX.Element => {
  const { exercise } = attempt;
  return (
    <>
      <h2 class="result-name">
        <TallyMark mark={mark} />
        {number}. {MARK_WORDS[mark]}
      </h2>
      <p class="small quiet">{skillOf(exercise.id)?.title}</p>
      <Statement exercise={exercise} />
      <dl class="written">
        {exercise.answers.map((answer, part) => (
          <Part key={part} answer={answer} text={lastOf(attempt)[part] ?? ''} />
        ))}
      </dl>
      <details class="fold solution">
        <summary class="section-title">{words.solution}</summary>
        <Solution steps={exercise.solution} />
      </details>
    </>
  );
};

const lastOf = ({ tries, texts }: Attempt): readonly string[] => tries.at(-1)?.texts ?? texts;

/** What was written, and the answer where that was another one. */
const Part = ({ answer, text }: { readonly answer: Answer; readonly text: string }): JSX.Element => {
  const { verdict } = gradePart(answer, text);
  return (
    <>
      {text.trim() !== '' && <Row name={words.wrote} label={answer.label} value={typedText(answer, text) ?? [text]} />}
      {verdict !== 'right' && <Row name={words.answer} label={answer.label} value={keyText(answer)} />}
    </>
  );
};

const Row = ({ name, label, value }: { readonly name: string; readonly label: Text; readonly value: Text }): JSX.Element => (
  <div class="written-row">
    <dt class="small quiet">{name}</dt>
    <dd>
      <Line text={label.length > 0 ? [...label, ' ', ...value] : value} />
    </dd>
  </div>
);
