// A set, element by element: what is typed becomes a chip, and a tap on a chip takes it out again.
import { useRef, useState } from 'preact/hooks';
import { kindOf } from '../../answers/kinds.ts';
import type { AnswerOf } from '../../exercise/answer.ts';
import type { Formula as FormulaData } from '../../exercise/formula.ts';
import { memberSpeech, memberTeX } from '../../math/member.ts';
import { Formula } from '../Formula.tsx';
import { addEntry, addPasted, type Chips, chipsOf, composeChips, holdsSets, placeIn, typeEntry } from './chips.ts';
import { asRead } from './decimal-comma.ts';
import type { InputProps } from './inputs.ts';
import { TypedField } from './TypedField.tsx';

export function SetField({ answer, part, text, name, describedBy, trouble, onText, onSay }: InputProps<AnswerOf<'set'>>) {
  const box = useRef<HTMLFieldSetElement>(null);
  const nested = holdsSets(answer);
  const [held, hold] = useState<Chips>(() => chipsOf(text, nested));
  const chips = composeChips(held, nested) === text ? held : chipsOf(text, nested);
  const isEmptySet = text === '{}';
  const place = trouble && placeIn(chips, nested, trouble.at);
  const change = (next: Chips) => {
    hold(next);
    onText(composeChips(next, nested));
  };
  const entry = () => box.current?.querySelector<HTMLInputElement>('.field');
  const add = () => {
    change(addEntry(chips, nested));
    entry()?.focus();
  };
  const takeOut = (index: number) => {
    const element = chips.elements[index] ?? '';
    // What can't be read is taken out to be mended.
    const isBroken = !read(answer, element) && chips.entry.trim() === '';
    change({ elements: chips.elements.toSpliced(index, 1), entry: isBroken ? element : chips.entry });
    onSay(`${read(answer, element)?.speech ?? element} taken out`);
    entry()?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && chips.entry.trim() !== '') add();
    else if (event.key === 'Backspace' && chips.entry === '' && chips.elements.length > 0)
      change({ elements: chips.elements.slice(0, -1), entry: chips.elements.at(-1) ?? '' });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = asRead(event.clipboardData?.getData('text') ?? '');
    if (chips.entry.trim() !== '' || !/[,;{}\n]/.test(pasted)) return;
    event.preventDefault();
    change(addPasted(chips, pasted, nested));
  };
  return (
    <fieldset ref={box} class="set">
      <legend class="spoken">{name}</legend>
      <div class="set-chips">
        {!isEmptySet && <Brace sign="{" />}
        {chips.elements.map((element, i) => (
          <Chip
            key={element}
            text={element}
            shown={read(answer, element)}
            isTrouble={place?.element === i}
            onTakeOut={() => takeOut(i)}
          />
        ))}
        {!isEmptySet && <Brace sign="}" />}
      </div>
      <div class="set-entry">
        <TypedField
          class="field-line"
          data-part={part}
          {...(chips.elements.length > 0 && { 'data-filled': '' })}
          value={chips.entry}
          troubleAt={place?.element === chips.elements.length ? place.at : undefined}
          aria-label={chips.elements.length > 0 ? 'next element' : 'first element'}
          aria-describedby={describedBy}
          onText={typed => change(typeEntry(chips, typed, nested))}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <button type="button" class="button set-add" data-action="add-element" disabled={chips.entry.trim() === ''} onClick={add}>
          Add
        </button>
      </div>
    </fieldset>
  );
}

function Brace({ sign }: { readonly sign: string }) {
  return (
    <span class="set-brace" aria-hidden="true">
      {sign}
    </span>
  );
}

interface ChipProps {
  readonly text: string;
  readonly shown: FormulaData | undefined;
  readonly isTrouble: boolean;
  onTakeOut(): void;
}

function Chip({ text, shown, isTrouble, onTakeOut }: ChipProps) {
  return (
    <button
      type="button"
      class={isTrouble ? 'chip chip-trouble' : 'chip'}
      data-chip={text}
      onMouseDown={keepFocus}
      onClick={onTakeOut}
    >
      {shown ? <Formula formula={shown} /> : text}
      <span class="spoken">: take out</span>
      <span class="chip-cross" aria-hidden="true" />
    </button>
  );
}

function keepFocus(event: Event): void {
  event.preventDefault();
}

/** One element alone, or the two of a ± sign; undefined where it can't be read. */
function read(answer: AnswerOf<'set'>, element: string): FormulaData | undefined {
  const reading = kindOf(answer).read(`{${element}}`, answer);
  if (!reading.ok || reading.value.length === 0) return undefined;
  return { tex: reading.value.map(memberTeX).join(',\\;'), speech: reading.value.map(memberSpeech).join(', ') };
}
