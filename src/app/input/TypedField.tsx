// A native field of one line that underlines, in its own text, the place where reading stops.
import type { InputHTMLAttributes } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { asRead, asTyped } from './decimal-comma.ts';
import { keypadShown } from './keyboard.ts';

interface Props extends Pick<InputHTMLAttributes<HTMLInputElement>, 'aria-label' | 'aria-describedby'> {
  readonly value: string;
  readonly class: string;
  readonly 'data-part': number;
  readonly 'data-cell'?: string;
  readonly 'data-filled'?: string;
  /** The place of what can't be read, counted from 0; absent where all is well. */
  readonly troubleAt: number | undefined;
  onText(text: string): void;
  onKeyDown?(event: KeyboardEvent): void;
  onPaste?(event: ClipboardEvent): void;
}

export function TypedField({ value, troubleAt, onText, class: name, ...rest }: Props) {
  const field = useRef<HTMLInputElement>(null);
  // As typed, while that is what it is read as.
  const [typed, setTyped] = useState('');
  const shown = asRead(typed) === value ? typed : asTyped(value);
  const take = (text: string) => {
    setTyped(text);
    onText(asRead(text));
  };
  return (
    <span class="typed">
      <input
        ref={field}
        {...quiet()}
        {...rest}
        class={`field ${name}`}
        type="text"
        value={shown}
        aria-invalid={troubleAt !== undefined}
        onInput={event => take(event.currentTarget.value)}
      />
      {troubleAt !== undefined && value.trim() !== '' && <Mark field={field} text={shown} at={troubleAt} />}
    </span>
  );
}

/** Lies under the field, letter for letter, and scrolls with it; only the underline is to be seen. */
function Mark({ field, text, at }: { readonly field: { readonly current: HTMLInputElement | null }; text: string; at: number }) {
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const follow = () => {
      if (box.current && field.current) box.current.scrollLeft = field.current.scrollLeft;
    };
    follow();
    field.current?.addEventListener('scroll', follow);
    return () => field.current?.removeEventListener('scroll', follow);
  }, [text]);
  const sign = at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0x20) : '\u2002';
  return (
    <span ref={box} class="typed-mark" aria-hidden="true">
      {text.slice(0, at)}
      <mark>{sign}</mark>
      {text.slice(at + sign.length)}
    </span>
  );
}

/** No corrections, no capitals, and no system keyboard while ours is up. */
function quiet() {
  return {
    inputMode: keypadShown.value ? 'none' : 'text',
    enterKeyHint: 'go',
    autoComplete: 'off',
    autoCapitalize: 'none',
    autoCorrect: 'off',
    spellcheck: false,
    maxLength: 300,
  } as const;
}
