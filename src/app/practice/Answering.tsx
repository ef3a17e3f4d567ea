// The exercise while it is being answered: statement, fields, hints, and the keypad under the thumbs.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fieldsIn, moveCaret, neighbour, placeCaret, type } from '../input/field.ts';
import { cellAt, cellsOf } from '../input/grid.ts';
import { Keypad } from '../input/Keypad.tsx';
import { keypadShown } from '../input/keyboard.ts';
import { type Does, keypadFor } from '../input/keys.ts';
import type { Attempt } from './attempt.ts';
import { Fields } from './Fields.tsx';
import { HintButton, Hints, HintWarning } from './Hints.tsx';
import { KeyboardIcon, KeypadIcon } from './icons.tsx';
import { judgedNow, outcomeOfGrade } from './outcome.ts';
import { Statement } from './Statement.tsx';
import { Verdict } from './Verdict.tsx';

interface Props {
  readonly attempt: Attempt;
  readonly root: RefObject<HTMLElement | null>;
  readonly heading: string;
  /** The part that was found empty at the last check. */
  readonly blank: number | undefined;
  /** What the next hint costs has been said. */
  readonly warned: boolean;
  onEdit(part: number, text: string): void;
  onCheck(): void;
  onHint(): void;
  onReveal(): void;
}

export function Answering({ attempt, root, heading, blank, warned, onEdit, onCheck, onHint, onReveal }: Props) {
  const { exercise } = attempt;
  const [part, setPart] = useState(0);
  const active = useRef<HTMLInputElement | null>(null);
  const answer = exercise.answers[part] ?? exercise.answers[0];
  const isTyped = answer !== undefined && keypadFor(answer) !== undefined;
  const judged = judgedNow(attempt);
  const nearly = judged?.grade.verdict === 'form' ? outcomeOfGrade(judged.grade) : undefined;
  useTroubleMark(attempt, root);
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLInputElement) || target.dataset.part === undefined) return;
    active.current = target;
    setPart(Number(target.dataset.part));
  };
  const onKey = (does: Exclude<Does, { kind: 'layer' }>) => {
    if (does.kind === 'check') return onCheck();
    const page = root.current;
    const field = active.current?.isConnected ? active.current : page && fieldsIn(page)[0];
    if (!page || !field) return;
    if (document.activeElement !== field) field.focus();
    if (does.kind === 'next') neighbour(page, field, 1) || neighbour(page, field, 1 - fieldsIn(page).length);
    else if (does.kind === 'move') moveCaret(page, field, does.by);
    else type(field, does);
  };
  return (
    <>
      <div class="practice-scroll">
        <div class="practice-page" onFocusCapture={onFocus}>
          <h1 class="practice-heading small quiet">{heading}</h1>
          <Statement exercise={exercise} id="statement" />
          <Hints hints={exercise.hints} shown={attempt.hints} />
          {nearly && <Verdict outcome={nearly} />}
          <Fields attempt={attempt} statement="statement" blank={blank} onEdit={onEdit} />
          <div class="tools">
            <HintButton count={exercise.hints.length} shown={attempt.hints} warned={warned} onHint={onHint} />
            <button type="button" class="button plain tool tool-quiet" data-action="reveal" onClick={onReveal}>
              Show solution
            </button>
            {isTyped && <KeyboardToggle active={active} />}
          </div>
          {warned && <HintWarning />}
        </div>
      </div>
      <div class="practice-dock">
        {answer && isTyped && keypadShown.value ? (
          <Keypad answer={answer} onKey={onKey} />
        ) : (
          <div class="practice-actions">
            <button type="button" class="button primary" data-action="check" onClick={onCheck}>
              Check
            </button>
          </div>
        )}
      </div>
    </>
  );
}

/** Our keypad or the system's keyboard. */
function KeyboardToggle({ active }: { readonly active: RefObject<HTMLInputElement | null> }) {
  const toggle = () => {
    keypadShown.value = !keypadShown.value;
    // A phone looks at the input's mode only when the focus arrives.
    active.current?.blur();
    setTimeout(() => active.current?.focus(), 50);
  };
  const says = keypadShown.value ? 'Use the keyboard of this device' : 'Show the keypad';
  return (
    <button
      type="button"
      class="button plain tool tool-keyboard"
      data-action="keyboard"
      aria-label={says}
      title={says}
      onClick={toggle}
    >
      {keypadShown.value ? <KeyboardIcon /> : <KeypadIcon />}
    </button>
  );
}

/** After a check that could not be read, the caret stands where reading stopped. */
function useTroubleMark(attempt: Attempt, root: RefObject<HTMLElement | null>): void {
  const { tries } = attempt;
  useLayoutEffect(() => {
    const judged = judgedNow(attempt);
    const part = judged?.grade.parts.findIndex(({ verdict }) => verdict === 'unreadable') ?? -1;
    const answer = attempt.exercise.answers[part];
    if (!judged || !answer || !root.current) return;
    const at = judged.grade.parts[part]?.at ?? 0;
    const fields = fieldsIn(root.current).filter(field => field.dataset.part === `${part}`);
    const isGrid = answer.kind === 'vector' || answer.kind === 'direction' || answer.kind === 'matrix';
    const field = fields[isGrid ? cellAt(answer, cellsOf(answer, judged.texts[part] ?? ''), at) : 0];
    field?.focus();
    if (field && !isGrid) placeCaret(field, Math.min(at, field.value.length));
  }, [tries.length]);
}
