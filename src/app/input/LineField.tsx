// A field of one line, for all answers that are typed in a row.

import type { InputProps } from './inputs.ts';
import { keypadShown } from './keyboard.ts';

export function LineField({ part, text, name, describedBy, invalid, onText }: InputProps) {
  return (
    <input
      class="field field-line"
      type="text"
      data-part={part}
      value={text}
      aria-label={name}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      {...quietInput()}
      onInput={event => onText(event.currentTarget.value)}
    />
  );
}

/** No corrections, no capitals, and no system keyboard while ours is up. */
export function quietInput() {
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
