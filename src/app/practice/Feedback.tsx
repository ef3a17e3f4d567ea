// How it went: the verdict, what was written, how it goes, and what to do next under the thumb.
import { useEffect, useRef } from 'preact/hooks';
import { ShareIcon } from '../parts/icons.tsx';
import { Words } from '../Words.tsx';
import { type Attempt, verdictsOf } from './attempt.ts';
import { HintButton, HintWarning } from './Hints.tsx';
import { LevelStep } from './LevelStep.tsx';
import { Objections } from './Objections.tsx';
import type { Outcome } from './outcome.ts';
import type { PracticeProps } from './practice-props.ts';
import { Solution } from './Solution.tsx';
import { Statement } from './Statement.tsx';
import { DrawnBefore } from './scratch/PadPlace.tsx';
import type { ExerciseActs } from './use-exercise.ts';
import { Verdict } from './Verdict.tsx';
import { Written } from './Written.tsx';

const words = {
  solution: 'How it goes',
  why: 'Why this matters',
  exercise: 'The exercise',
  share: 'Share this exercise',
  oneMore: 'One more try: a right answer now still counts.',
  enough: 'You can try on. The solution may teach you more now.',
  reveal: 'Show solution',
  retry: 'Try again',
  saved: 'Saved',
  undo: 'Undo',
  next: 'Next',
};

export interface FeedbackProps extends PracticeProps {
  readonly outcome: Outcome;
  readonly heading: string;
  /** What the next hint costs has been said. */
  readonly warned: boolean;
  /** The name of its scratch pad. */
  readonly pad: string | undefined;
  readonly acts: ExerciseActs;
}

export function Feedback(props: FeedbackProps) {
  const { attempt, outcome, heading, problem, acts, why, pad, onShare } = props;
  const title = useRef<HTMLHeadingElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    scroll.current?.scrollTo({ top: 0 });
  }, [outcome.title, attempt.done]);
  return (
    <>
      <div class="practice-scroll" ref={scroll}>
        <div class="practice-page">
          <Verdict outcome={outcome} heading={title} />
          <Consequence {...props} />
          <Written attempt={attempt} />
          <Objections attempt={attempt} acts={acts} />
          {pad && <DrawnBefore pad={pad} />}
          {attempt.done && <HowItGoes {...props} />}
          {attempt.done && (
            <details class="fold">
              <summary class="section-title">{words.why}</summary>
              <p class="fold-words">{why}</p>
            </details>
          )}
          <section class="again">
            <h2 class="section-title">{words.exercise}</h2>
            <p class="small quiet">{heading}</p>
            <Statement exercise={attempt.exercise} />
            {attempt.done && onShare && (
              <button type="button" class="button plain tool" data-action="share-exercise" onClick={onShare}>
                <ShareIcon />
                {words.share}
              </button>
            )}
          </section>
        </div>
      </div>
      <div class="practice-dock practice-dock-plain">
        {problem && (
          <p class="saving-problem small" role="alert">
            {problem}
          </p>
        )}
        <div class="practice-actions">{attempt.done ? <DoneActions {...props} /> : <RetryActions {...props} />}</div>
      </div>
    </>
  );
}

/** Where it counts: what another try is worth, later what came of it, with the step between levels. */
function Consequence({ attempt, stage, progress, note, levelBefore, levelAfter, levels }: FeedbackProps) {
  if (!attempt.done && progress && stage === 'alone') {
    return <p class="note small">{isSlip(attempt) ? words.oneMore : words.enough}</p>;
  }
  if (!attempt.done || !note) return null;
  const isStep = levelBefore !== undefined && levelAfter !== undefined && levelBefore !== levelAfter;
  return (
    <div class={isStep ? 'note small has-step' : 'note small'}>
      {isStep && <LevelStep from={levelBefore} to={levelAfter} of={levels} />}
      <Words text={note} />
    </div>
  );
}

/** Whether a right answer now would still be one after a single wrong try. */
const isSlip = (attempt: Attempt): boolean => verdictsOf(attempt).filter(verdict => verdict === 'wrong').length < 2;

/** Open where it is needed; after a right answer for those who want to compare. A placement only wants to know. */
function HowItGoes({ attempt: { exercise, tries, overridden }, stage }: FeedbackProps) {
  const isRight = overridden || tries.some(({ grade: { verdict } }) => verdict === 'right');
  return (
    <details class="fold solution" open={!isRight && stage !== 'placement'}>
      <summary class="section-title">{words.solution}</summary>
      <Solution steps={exercise.solution} />
    </details>
  );
}

/** After a slip the next try comes first, after that the solution. */
function RetryActions({ attempt, warned, acts }: FeedbackProps) {
  const isFirst = isSlip(attempt);
  const reveal = { action: 'reveal', says: words.reveal, onClick: acts.reveal };
  const retry = { action: 'retry', says: words.retry, onClick: acts.retry };
  const [primary, other] = isFirst ? [retry, reveal] : [reveal, retry];
  return (
    <>
      <div class="quiet-actions">
        <HintButton count={attempt.exercise.hints.length} shown={attempt.hints} warned={warned} onHint={acts.hint} />
        <button type="button" class="button plain tool" data-action={other.action} onClick={other.onClick}>
          {other.says}
        </button>
      </div>
      {warned && <HintWarning />}
      <button type="button" class="button primary" data-action={primary.action} onClick={primary.onClick}>
        {primary.says}
      </button>
    </>
  );
}

function DoneActions({ saving, aside, onNext, onUndo }: FeedbackProps) {
  return (
    <>
      <div class="quiet-actions">
        {aside && (
          <button type="button" class="button plain tool" data-action={aside.action} onClick={aside.onGo}>
            {aside.title}
          </button>
        )}
        {saving === 'saved' && <span class="saved small quiet">{words.saved}</span>}
        {onUndo && (
          <button type="button" class="button plain tool tool-quiet tool-last" data-action="undo" onClick={onUndo}>
            {words.undo}
          </button>
        )}
      </div>
      <button type="button" class="button primary" data-action="next" onClick={onNext}>
        {words.next}
      </button>
    </>
  );
}
