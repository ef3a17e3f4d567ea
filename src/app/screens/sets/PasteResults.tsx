// Where messages with results are pasted; the field is empty again as soon as they are gathered.
import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { copiedText, mayPaste } from '../../sending.ts';
import { role } from '../../state.ts';

const words = {
  label: 'Messages with results',
  paste: 'Paste',
  refused: 'The clipboard could not be read. Hold a finger on the field and paste there.',
};

interface Props {
  /** What came of it, in words. */
  readonly says: Signal<string>;
  /** Whether there was a result in the text. */
  readonly onPaste: (text: string) => Promise<boolean>;
}

/** One paste may come as many inputs. */
const PAUSE = 100;

export const PasteResults = ({ says, onPaste }: Props): JSX.Element => {
  const typed = useSignal('');
  const field = useRef<HTMLTextAreaElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const take = async (): Promise<void> => {
    const text = typed.value;
    if ((await onPaste(text)) && typed.value === text) typed.value = '';
  };
  const type = (text: string): void => {
    typed.value = text;
    clearTimeout(timer.current);
    if (text.trim() !== '') timer.current = setTimeout(() => void take(), PAUSE);
  };
  const paste = async (): Promise<void> => {
    const text = await copiedText();
    typed.value = text ?? '';
    if (text !== undefined) return take();
    says.value = words.refused;
    field.current?.focus();
  };
  const isReader = role.value !== 'writer';
  return (
    <div class="results-paste">
      <label class="results-field">
        <span class="small quiet">{words.label}</span>
        <textarea
          ref={field}
          rows={1}
          value={typed.value}
          disabled={isReader}
          autocomplete="off"
          spellcheck={false}
          data-action="messages"
          onInput={event => type(event.currentTarget.value)}
        />
      </label>
      {mayPaste() && (
        <button type="button" class="button" data-action="paste" disabled={isReader} onClick={() => void paste()}>
          {words.paste}
        </button>
      )}
      <p role="status" class="small results-says">
        {says.value}
      </p>
    </div>
  );
};
