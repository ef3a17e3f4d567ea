// The exercise while it is being answered: statement, fields, hints, and the keypad under the thumbs.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fieldsIn, moveCaret, neighbour, placeCaret, type } from '../input/field.ts';
import { Keypad } from '../input/Keypad.tsx';
import type { Does } from '../input/key.ts';
import { keypadShown } from '../input/keyboard.ts';
import { keypadFor } from '../input/keys.ts';
import { readingOf } from '../input/reading.ts';
import { setFormulasAhead } from './ahead.ts';
import { type Attempt, typo } from './attempt.ts';
import { Fields } from './Fields.tsx';
import { GuidedSteps } from './GuidedSteps.tsx';
import { HintButton, Hints, HintWarning } from './Hints.tsx';
import { KeyboardIcon, KeypadIcon } from './icons.tsx';
import { judgedNow, outcomeOfGrade } from './outcome.ts';
import { Statement } from './Statement.tsx';
import { ScratchButton } from './scratch/ScratchButton.tsx';
import type { Stage } from './stage.ts';
import { TYPO_NOTE } from './use-exercise.ts';
import { Verdict } from './Verdict.tsx';

setFormulasAhead();

interface Props {
  readonly attempt: Attempt;
  readonly stage: Stage;
  readonly root: RefObject<HTMLElement | null>;
  readonly heading: string;
  /** The part that was found empty at the last check. */
  readonly blank: number | undefined;
  /** What the next hint costs has been said. */
  readonly warned: boolean;
  /** The name of its scratch pad. */
  readonly pad: string | undefined;
  onEdit(part: number, text: string): void;
  onCheck(): void;
  onHint(): void;
  onReveal(): void;
  onSay(words: string): void;
}

export function Answering({
  attempt,
  stage,
  root,
  heading,
  blank,
  warned,
  pad,
  onEdit,
  onCheck,
  onHint,
  onReveal,
  onSay,
}: Props) {
  const { exercise } = attempt;
  const [part, setPart] = useState(0);
  const active = useRef<HTMLInputElement | null>(null);
  const answer = exercise.answers[part] ?? exercise.answers[0];
  const isTyped = answer !== undefined && keypadFor(answer) !== undefined;
  const judged = judgedNow(attempt);
  const done = stage === 'exam' ? 'Next' : 'Check';
  const isTakenBack = attempt.retracted && attempt.tries.at(-1) === typo(attempt);
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
    // The field that is typed into, and how it is read, stay in sight above the keypad.
    const typed = document.activeElement ?? field;
    for (const box of [typed.closest('.part'), typed]) box?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <div class="practice-scroll">
        <div class="practice-page" onFocusCapture={onFocus}>
          {stage === 'guided' && <p class="eyebrow">Guided example</p>}
          <h1 class="practice-heading small quiet">{heading}</h1>
          <Statement exercise={exercise} id="statement" />
          {stage === 'guided' && <GuidedSteps exercise={exercise} />}
          <Hints hints={exercise.hints} shown={attempt.hints} />
          {nearly && <Verdict outcome={nearly} />}
          {isTakenBack && <p class="note small">{TYPO_NOTE}</p>}
          <Fields attempt={attempt} statement="statement" blank={blank} onEdit={onEdit} onSay={onSay} />
          <div class="tools">
            {stage !== 'placement' && stage !== 'exam' && (
              <HintButton count={exercise.hints.length} shown={attempt.hints} warned={warned} onHint={onHint} />
            )}
            {stage !== 'exam' && <RevealButton stage={stage} onReveal={onReveal} />}
            <div class="tool-icons">
              {pad && <ScratchButton pad={pad} field={active} />}
              {isTyped && <KeyboardToggle active={active} />}
            </div>
          </div>
          {warned && <HintWarning />}
        </div>
      </div>
      <div class="practice-dock">
        {answer && isTyped && keypadShown.value ? (
          <Keypad answer={answer} done={done} onKey={onKey} />
        ) : (
          <div class="practice-actions">
            <button type="button" class="button primary" data-action="check" onClick={onCheck}>
              {done}
            </button>
          </div>
        )}
      </div>
    </>
  );
}

/** A placement shows no solution: there one says that one does not know. */
function RevealButton({ stage, onReveal }: Pick<Props, 'stage' | 'onReveal'>) {
  const isPlacement = stage === 'placement';
  return (
    <button type="button" class={`button plain tool${isPlacement ? '' : ' tool-quiet'}`} data-action="reveal" onClick={onReveal}>
      {isPlacement ? 'I don’t know' : 'Show solution'}
    </button>
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
    <button type="button" class="button plain tool" data-action="keyboard" aria-label={says} title={says} onClick={toggle}>
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
    const { at = 0, cell = 0 } = readingOf(answer, judged.texts[part] ?? '').trouble ?? {};
    const fields = fieldsIn(root.current).filter(field => field.dataset.part === `${part}`);
    const field = fields[cell];
    field?.focus();
    // Elements of a set stand beside their field: there the chip is marked, not a place in the field.
    if (field && answer.kind !== 'set') placeCaret(field, Math.min(at, field.value.length));
  }, [tries.length]);
}
