// The keypad: it acts when a finger comes down, so that two fast thumbs lose nothing, and repeats delete while it is held.
import '../styles/keypad.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Answer } from '../../exercise/answer.ts';
import { commaKey, decimalComma } from './decimal-comma.ts';
import { FaceOf } from './FaceOf.tsx';
import type { Does, Key, Layer } from './key.ts';
import { keypadFor, type Rows } from './keys.ts';
import { usePresses } from './presses.ts';

interface Props {
  readonly answer: Answer;
  /** On the key that ends the exercise. */
  readonly done: string;
  onKey(does: Exclude<Does, { kind: 'layer' }>): void;
}

const NO_ROWS: Rows = [];

export function Keypad({ answer, done, onKey }: Props) {
  const keypad = useMemo(() => keypadFor(answer), [answer]);
  const [layer, setLayer] = useState<Layer>('main');
  useEffect(() => setLayer('main'), [answer]);
  const plain = keypad?.[layer] ?? keypad?.main ?? NO_ROWS;
  const rows = useMemo(() => plain.map(row => row.map(commaKey)), [plain, decimalComma.value]);
  const press = (does: Does) => {
    if (does.kind === 'layer') return setLayer(does.to);
    // One function at a time: then the digits are back.
    if (layer === 'functions' && (does.kind === 'enclose' || does.kind === 'insert')) setLayer('main');
    onKey(does);
  };
  const keys = rows.flat();
  const listeners = usePresses(place => keys[place]?.does, press);
  const columns = (rows[0] ?? []).reduce((sum, { span = 1 }) => sum + span, 0);
  // The keys themselves need no drawing while the fields change.
  const faces = useMemo(() => keys.map((key, i) => <KeyButton key={i} of={key} place={i} done={done} />), [rows, done]);
  return (
    <fieldset class="keypad" data-columns={columns} {...listeners}>
      <legend class="spoken">Keypad</legend>
      {faces}
    </fieldset>
  );
}

/** By its place, not by what is on it: the click that ends a press may come after the layer has changed. */
function KeyButton({ of, place, done }: { readonly of: Key; readonly place: number; readonly done: string }) {
  const { id, does, tone, span = 1 } = of;
  const isCheck = does.kind === 'check';
  const says = isCheck ? done : of.says;
  // Where there is no room for the word, a tick stands for it.
  const face = isCheck && of.face === of.says ? done : of.face;
  const isSign = typeof face === 'string' && face.length === 1;
  return (
    <button
      type="button"
      class={`key key-${tone}${span > 1 ? ` key-span-${span}` : ''}`}
      data-key={id}
      data-place={place}
      tabIndex={isCheck ? 0 : -1}
      {...(isCheck && { 'data-action': 'check' })}
      {...(isSign && face !== says && { 'aria-label': says })}
    >
      {isSign || face === says ? face : <FaceOf face={face} says={says} />}
    </button>
  );
}
