// A field of one line, for all answers that are typed in a row.
import type { InputProps } from './inputs.ts';
import { TypedField } from './TypedField.tsx';

export function LineField({ part, text, name, describedBy, trouble, onText }: InputProps) {
  return (
    <TypedField
      class="field-line"
      data-part={part}
      value={text}
      troubleAt={trouble?.at}
      aria-label={name}
      aria-describedby={describedBy}
      onText={onText}
    />
  );
}
