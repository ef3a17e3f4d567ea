// The keypad: it acts when a finger comes down, so that two fast thumbs lose nothing, and repeats delete while it is held.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../exercise/answer.ts';
import { Tex } from '../Formula.tsx';
import { type Does, type Key, keypadFor, type Layer } from './keys.ts';

const HOLD = 420;
const REPEAT = 70;

interface Props {
  readonly answer: Answer;
  onKey(does: Exclude<Does, { kind: 'layer' }>): void;
}

export function Keypad({ answer, onKey }: Props) {
  const keypad = useMemo(() => keypadFor(answer), [answer]);
  const [layer, setLayer] = useState<Layer>('main');
  useEffect(() => setLayer('main'), [answer]);
  const rows = keypad?.[layer] ?? keypad?.main ?? [];
  const columns = (rows[0] ?? []).reduce((sum, { span = 1 }) => sum + span, 0);
  const press = (does: Does) => {
    if (does.kind === 'layer') return setLayer(does.to);
    // One function at a time: then the digits are back.
    if (layer === 'functions' && (does.kind === 'enclose' || does.kind === 'insert')) setLayer('main');
    onKey(does);
  };
  return (
    <fieldset class="keypad" data-columns={columns}>
      <legend class="spoken">Keypad</legend>
      {rows.flat().map((key, i) => (
        // By place, not by key: the click that ends a press may come after the layer has changed.
        <KeyButton key={i} of={key} press={press} />
      ))}
    </fieldset>
  );
}

function KeyButton({ of: { id, face, says, does, tone, span = 1 }, press }: { readonly of: Key; press(does: Does): void }) {
  const isHeld = useRef(false);
  const repeat = useRepeat(() => press(does));
  const onDown = (event: PointerEvent) => {
    // The field keeps the focus and its caret.
    event.preventDefault();
    if (event.button !== 0) return;
    isHeld.current = true;
    setDown(event, true);
    press(does);
    if (does.kind === 'erase' || does.kind === 'move') repeat.start();
  };
  const onUp = (event: PointerEvent) => {
    repeat.stop();
    setDown(event, false);
    // The click that follows is the same press; none follows a second finger.
    if (!event.isPrimary || event.type === 'pointercancel') isHeld.current = false;
  };
  const onLeave = (event: PointerEvent) => {
    repeat.stop();
    setDown(event, false);
  };
  const onClick = () => {
    if (!isHeld.current) press(does);
    isHeld.current = false;
  };
  const common = {
    type: 'button' as const,
    class: `key key-${tone} key-span-${span}`,
    'data-key': id,
    tabIndex: -1,
  };
  const content = face === says ? face : <Face face={face} says={says} />;
  if (does.kind === 'check' || does.kind === 'layer') {
    const action = does.kind === 'check' ? { 'data-action': 'check' } : {};
    return (
      <button {...common} {...action} onMouseDown={keepFocus} onClick={() => press(does)}>
        {content}
      </button>
    );
  }
  return (
    <button
      {...common}
      onPointerDown={onDown}
      onPointerUp={onUp}
      onPointerCancel={onUp}
      onPointerLeave={onLeave}
      onMouseDown={keepFocus}
      onContextMenu={keepFocus}
      onClick={onClick}
    >
      {content}
    </button>
  );
}

/** Signs for the eye, words for the ear: a label beside signs that are text too would contradict them. */
function Face({ face, says }: Pick<Key, 'face' | 'says'>) {
  return (
    <>
      <span aria-hidden="true">{typeof face === 'string' ? face : <Tex tex={face.tex} />}</span>
      <span class="spoken">{says}</span>
    </>
  );
}

/** `:active` sticks to the first of several fingers, so the look of a pressed key is set by hand. */
function setDown({ currentTarget }: Event, isDown: boolean): void {
  if (currentTarget instanceof HTMLElement) currentTarget.toggleAttribute('data-down', isDown);
}

function keepFocus(event: Event): void {
  event.preventDefault();
}

/** Again and again, from a moment after `start` to `stop`. */
function useRepeat(act: () => void): { start(): void; stop(): void } {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(act);
  latest.current = act;
  const stop = () => clearTimeout(timer.current);
  const again = (wait: number) => {
    timer.current = setTimeout(() => {
      latest.current();
      again(REPEAT);
    }, wait);
  };
  useEffect(() => stop, []);
  return {
    start() {
      stop();
      again(HOLD);
    },
    stop,
  };
}
