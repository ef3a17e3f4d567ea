// How it went: the verdict, what was written, how it goes, and what to do next under the thumb.
import { useEffect, useRef } from 'preact/hooks';
import type { Text } from '../../exercise/text.ts';
import { Words } from '../Words.tsx';
import { type Attempt, mayOverride } from './attempt.ts';
import { HintButton, HintWarning } from './Hints.tsx';
import type { Outcome } from './outcome.ts';
import { Solution } from './Solution.tsx';
import { Statement } from './Statement.tsx';
import { Verdict } from './Verdict.tsx';
import { Written } from './Written.tsx';

/** Of the answer, to the log. */
export type Saving = 'no' | 'saving' | 'saved';

export interface FeedbackProps {
  readonly attempt: Attempt;
  readonly outcome: Outcome;
  readonly heading: string;
  readonly saving: Saving;
  readonly problem: string | undefined;
  readonly note: Text | undefined;
  /** False while it has only just appeared. */
  readonly settled: boolean;
  /** What the next hint costs has been said. */
  readonly warned: boolean;
  onRetry(): void;
  onHint(): void;
  onReveal(): void;
  onOverride(): void;
  onNext(): void;
  readonly onUndo: (() => void) | undefined;
}

export function Feedback(props: FeedbackProps) {
  const { attempt, outcome, heading, problem, note, settled } = props;
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
          {attempt.done && note && (
            <div class="note small">
              <Words text={note} />
            </div>
          )}
          <Written attempt={attempt} />
          {attempt.done && <HowItGoes attempt={attempt} />}
          <section class="again">
            <h2 class="section-title">The exercise</h2>
            <p class="small quiet">{heading}</p>
            <Statement exercise={attempt.exercise} />
          </section>
        </div>
      </div>
      <div class="practice-dock practice-dock-plain">
        {problem && (
          <p class="saving-problem small" role="alert">
            {problem}
          </p>
        )}
        <div class="practice-actions" inert={!settled}>
          {attempt.done ? <DoneActions {...props} /> : <RetryActions {...props} />}
        </div>
      </div>
    </>
  );
}

/** Open where it is needed; after a right answer for those who want to compare. */
function HowItGoes({ attempt: { exercise, tries, overridden } }: { readonly attempt: Attempt }) {
  const isRight = overridden || tries.some(({ grade: { verdict } }) => verdict === 'right');
  return (
    <details class="solution" open={!isRight}>
      <summary class="section-title">How it goes</summary>
      <Solution steps={exercise.solution} />
    </details>
  );
}

function RetryActions({ attempt, warned, onRetry, onHint, onReveal, onOverride }: FeedbackProps) {
  return (
    <>
      <div class="quiet-actions">
        <HintButton count={attempt.exercise.hints.length} shown={attempt.hints} warned={warned} onHint={onHint} />
        <button type="button" class="button plain tool" data-action="reveal" onClick={onReveal}>
          Show solution
        </button>
        <OverrideButton attempt={attempt} onOverride={onOverride} />
      </div>
      {warned && <HintWarning />}
      <button type="button" class="button primary" data-action="retry" onClick={onRetry}>
        Try again
      </button>
    </>
  );
}

function DoneActions({ attempt, saving, onOverride, onNext, onUndo }: FeedbackProps) {
  return (
    <>
      <div class="quiet-actions">
        <OverrideButton attempt={attempt} onOverride={onOverride} />
        {saving === 'saved' && <span class="saved small quiet">Saved</span>}
        {onUndo && (
          <button type="button" class="button plain tool tool-quiet tool-last" data-action="undo" onClick={onUndo}>
            Undo
          </button>
        )}
      </div>
      <button type="button" class="button primary" data-action="next" onClick={onNext}>
        Next
      </button>
    </>
  );
}

function OverrideButton({ attempt, onOverride }: Pick<FeedbackProps, 'attempt' | 'onOverride'>) {
  if (!mayOverride(attempt)) return null;
  return (
    <button type="button" class="button plain tool tool-quiet" data-action="override" onClick={onOverride}>
      My answer was right
    </button>
  );
}
