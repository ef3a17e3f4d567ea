// One exercise on the screen, from its statement to the way on. Everything that has happened is in the attempt.
import '../styles/input.css';
import '../styles/practice.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { spoken, type Text } from '../../exercise/text.ts';
import { fieldsIn } from '../input/field.ts';
import { Answering } from './Answering.tsx';
import { type Attempt, edit, override, reveal, showHint, submit } from './attempt.ts';
import { Feedback, type Saving } from './Feedback.tsx';
import { blankWords } from './Fields.tsx';
import { HINT_COSTS } from './Hints.tsx';
import { judgedNow, outcomeOf, spokenOutcome } from './outcome.ts';
import { useSettled } from './settled.ts';
import { TopBar } from './TopBar.tsx';

export interface PracticeProps {
  readonly attempt: Attempt;
  /** Every change, also each typed sign. */
  onChange(next: Attempt): void;
  readonly title: string;
  readonly level: number;
  readonly levels: number;
  /** Absent in free practice. */
  readonly progress?: { readonly at: number; readonly of: number } | undefined;
  /** Of the record, once the attempt is done. */
  readonly saving: Saving;
  /** What could not be saved at last, in words. */
  readonly problem?: string | undefined;
  /** What comes of it, shown once it is done. */
  readonly note?: Text | undefined;
  onNext(): void;
  /** Takes back the recorded answer. */
  readonly onUndo?: (() => void) | undefined;
  onClose(): void;
  /** Any input, for the active time. */
  onTouch(): void;
}

export function Practice(props: PracticeProps) {
  const { id, version, level, seed } = props.attempt.exercise;
  return <OneExercise key={`${id}@${version}/${level}/${seed}`} {...props} />;
}

function OneExercise(props: PracticeProps) {
  const { attempt, onChange, onTouch, onClose, onNext, onUndo, title, level, levels, progress, saving, problem, note } = props;
  const root = useRef<HTMLElement>(null);
  const latest = useRef(attempt);
  latest.current = attempt;
  const [status, setStatus] = useState({ text: '', turn: 0 });
  const say = (text: string) => setStatus(({ turn }) => ({ text, turn: turn + 1 }));
  // The number of tries at which the learner went back to the fields.
  const [retriedAt, setRetriedAt] = useState(-1);
  // The part that was found empty at the last check.
  const [blank, setBlank] = useState<number>();
  // The number of hints at which the learner was told what the next one costs.
  const [warnedAt, setWarnedAt] = useState(0);
  const change = (next: Attempt) => {
    latest.current = next;
    onChange(next);
  };
  const isAnswering = !attempt.done && (judgedNow(attempt)?.grade.verdict !== 'wrong' || retriedAt === attempt.tries.length);
  const outcome = outcomeOf(attempt);
  const isSettled = useSettled(isAnswering ? '' : `${attempt.done} ${outcome?.title}`);
  const isHintSettled = useSettled(`${attempt.hints} ${warnedAt}`);
  const heading = levels > 1 ? `${title} · level ${level} of ${levels}` : title;

  const isWarned = attempt.hints > 0 && attempt.hints === warnedAt;
  const retry = () => setRetriedAt(latest.current.tries.length);
  const check = () => {
    const empty = goToBlank(root.current, latest.current);
    setBlank(empty);
    if (empty !== undefined) return say(blankWords(attempt.exercise.answers[empty]));
    // The same wrong answer once more is no further try.
    const isSame = judgedNow(latest.current)?.grade.verdict === 'wrong';
    if (isSame) setRetriedAt(-1);
    else change(submit(latest.current));
    say(spokenResult(latest.current));
  };
  const hint = () => {
    const { hints } = latest.current;
    if (!isHintSettled) return;
    if (hints > warnedAt) {
      setWarnedAt(hints);
      return say(HINT_COSTS);
    }
    const next = showHint(latest.current);
    change(next);
    retry();
    say(spoken(next.exercise.hints[next.hints - 1] ?? []));
  };
  const end = (act: (attempt: Attempt) => Attempt) => () => {
    const next = act(latest.current);
    change(next);
    say(spokenResult(next));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    onTouch();
    if (event.key === 'Escape') return onClose();
    if (event.key !== 'Enter' || event.isComposing || !isFree(event.target)) return;
    event.preventDefault();
    // A key held down, or hit twice, is one wish.
    if (event.repeat || !isSettled) return;
    if (isAnswering) check();
    else if (attempt.done) onNext();
    else retry();
  };
  useFocusOnFields(root, isAnswering, attempt);
  return (
    <main
      ref={root}
      class="practice"
      data-skill={attempt.exercise.id}
      data-level={attempt.exercise.level}
      data-seed={attempt.exercise.seed}
      onKeyDown={onKeyDown}
      onPointerDown={onTouch}
      onInput={onTouch}
    >
      <TopBar progress={progress} onClose={onClose} />
      {isAnswering || !outcome ? (
        <Answering
          attempt={attempt}
          root={root}
          heading={heading}
          blank={blank}
          warned={isWarned}
          onEdit={(part, text) => {
            setBlank(undefined);
            change(edit(latest.current, part, text));
          }}
          onCheck={check}
          onHint={hint}
          onReveal={end(reveal)}
        />
      ) : (
        <Feedback
          attempt={attempt}
          outcome={outcome}
          heading={heading}
          saving={saving}
          problem={problem}
          note={note}
          settled={isSettled}
          warned={isWarned}
          onRetry={retry}
          onHint={hint}
          onReveal={end(reveal)}
          onOverride={end(override)}
          onNext={onNext}
          onUndo={onUndo}
        />
      )}
      <div class="spoken" role="status" aria-live="polite">
        {/* The same words once more are announced once more. */}
        <span key={status.turn}>{status.text}</span>
      </div>
    </main>
  );
}

/** Coming to the fields, the focus goes to the first one that is not right yet, ready to be typed over; else to the options. */
function useFocusOnFields(root: { readonly current: HTMLElement | null }, isAnswering: boolean, { tries }: Attempt): void {
  useEffect(() => {
    if (!isAnswering || !root.current) return;
    const parts = tries.at(-1)?.grade.parts ?? [];
    const fields = fieldsIn(root.current);
    const field = fields.find(({ dataset }) => parts[Number(dataset.part)]?.verdict !== 'right') ?? fields[0];
    const target = field ?? root.current.querySelector<HTMLInputElement>('.option-input');
    target?.focus({ preventScroll: tries.length === 0 });
    if (tries.length > 0) field?.select();
  }, [isAnswering]);
}

/** An empty field is no answer: the focus goes there instead. The part that it belongs to, undefined where none is empty. */
function goToBlank(root: HTMLElement | null, { texts }: Attempt): number | undefined {
  const part = texts.findIndex(text => text.trim() === '');
  const blank = root && fieldsIn(root).find(field => field.value.trim() === '');
  const options = root?.querySelector<HTMLElement>(`[data-option][data-part="${part}"] input`);
  (blank ?? options)?.focus();
  if (blank) return Number(blank.dataset.part);
  return options ? part : undefined;
}

function spokenResult(attempt: Attempt): string {
  const unreadable = judgedNow(attempt)?.grade.parts.find(({ verdict }) => verdict === 'unreadable');
  if (unreadable && !attempt.done) return spoken(unreadable.says);
  const outcome = outcomeOf(attempt);
  return outcome ? spokenOutcome(outcome) : '';
}

/** Buttons and the like answer to Enter themselves. */
function isFree(target: EventTarget | null): boolean {
  return !(target instanceof Element && target.closest('button, a, summary, select, textarea'));
}
