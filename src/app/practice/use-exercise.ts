// What can be done at an exercise, and what comes of it: the state that is only the screen's, and the words for the live region.
import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { spoken } from '../../exercise/text.ts';
import { tick } from '../haptics.ts';
import { fieldsIn, isBlank } from '../input/field.ts';
import { type Attempt, edit, override, retractTry, reveal, showHint, submit, submitOnce } from './attempt.ts';
import { blankWords } from './Fields.tsx';
import { HINT_COSTS } from './Hints.tsx';
import { judgedNow, outcomeOf, spokenOutcome } from './outcome.ts';
import type { Stage } from './stage.ts';

/** Said, and shown at the fields, once a typo was taken back. */
export const TYPO_NOTE = 'The typo counts as no try.';

interface Options {
  readonly attempt: Attempt;
  readonly stage: Stage;
  onChange(next: Attempt): void;
  onNext(): void;
}

/** What is said to those who listen; `turn` counts, so that the same words once more are announced once more. */
export interface Status {
  readonly text: string;
  readonly turn: number;
}

export interface ExerciseActs {
  edit(part: number, text: string): void;
  check(): void;
  retry(): void;
  hint(): void;
  reveal(): void;
  override(): void;
  retract(): void;
  say(text: string): void;
}

export interface ExerciseOnScreen {
  readonly status: Status;
  readonly isAnswering: boolean;
  /** The part that was found empty at the last check. */
  readonly blank: number | undefined;
  /** What the next hint costs has been said. */
  readonly isWarned: boolean;
  readonly acts: ExerciseActs;
}

export function useExercise(
  { attempt, stage, onChange, onNext }: Options,
  root: RefObject<HTMLElement | null>,
): ExerciseOnScreen {
  const latest = useRef(attempt);
  latest.current = attempt;
  const [status, setStatus] = useState<Status>({ text: '', turn: 0 });
  // The number of tries at which the learner went back to the fields.
  const [retriedAt, setRetriedAt] = useState(-1);
  const [blank, setBlank] = useState<number>();
  // The number of hints at which the learner was told what the next one costs.
  const [warnedAt, setWarnedAt] = useState(0);
  const say = (text: string) => setStatus(({ turn }) => ({ text, turn: turn + 1 }));
  const change = (next: Attempt) => {
    latest.current = next;
    onChange(next);
  };
  const retry = () => setRetriedAt(latest.current.tries.length);
  const end = (act: (attempt: Attempt) => Attempt) => () => {
    change(act(latest.current));
    say(spokenResult(latest.current));
  };
  const check = () => {
    if (stage === 'exam') return onNext();
    const empty = goToBlank(root.current, latest.current);
    setBlank(empty);
    if (empty !== undefined) return say(blankWords(attempt.exercise.answers[empty]));
    // The same wrong answer once more is no further try.
    if (judgedNow(latest.current)?.grade.verdict === 'wrong') setRetriedAt(-1);
    else {
      change((stage === 'placement' ? submitOnce : submit)(latest.current));
      feel(latest.current);
    }
    say(spokenResult(latest.current));
  };
  const hint = () => {
    const { hints } = latest.current;
    if (hints > warnedAt) {
      setWarnedAt(hints);
      return say(HINT_COSTS);
    }
    const next = showHint(latest.current);
    change(next);
    retry();
    say(spoken(next.exercise.hints[next.hints - 1] ?? []));
  };
  const retract = () => {
    change(retractTry(latest.current));
    say(TYPO_NOTE);
  };
  const typed = (part: number, text: string) => {
    setBlank(undefined);
    change(edit(latest.current, part, text));
  };
  return {
    status,
    blank,
    isWarned: attempt.hints > 0 && attempt.hints === warnedAt,
    isAnswering: !attempt.done && (judgedNow(attempt)?.grade.verdict !== 'wrong' || retriedAt === attempt.tries.length),
    acts: { edit: typed, check, retry, hint, reveal: end(reveal), override: end(override), retract, say },
  };
}

function feel({ tries }: Attempt): void {
  const verdict = tries.at(-1)?.grade.verdict;
  if (verdict === 'right' || verdict === 'wrong') tick(verdict === 'right');
}

/** An empty field is no answer: the focus goes there instead. The part that it belongs to, undefined where none is empty. */
function goToBlank(root: HTMLElement | null, { texts }: Attempt): number | undefined {
  const part = texts.findIndex(text => text.trim() === '');
  const blank = root && fieldsIn(root).find(isBlank);
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
