// A field for a link, or for a whole message with one in it.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { copiedText, mayPaste } from '../../sending.ts';

const words = {
  label: 'Or paste a link',
  paste: 'Paste',
  open: 'Open',
  empty: 'There is no text to paste. Copy the link first, then come back.',
  refused: 'The browser keeps the clipboard to itself. Touch and hold the field, then choose Paste.',
};

interface Props {
  readonly onText: (text: string) => void;
  readonly onSay: (says: string) => void;
}

export const PasteLink = ({ onText, onSay }: Props): JSX.Element => {
  const text = useSignal('');
  const tried = useSignal('');
  const open = (asked: string): void => {
    text.value = asked;
    tried.value = asked;
    onText(asked);
  };
  const paste = async (): Promise<void> => {
    const copied = await copiedText();
    if (copied?.trim()) open(copied);
    else onSay(copied === undefined ? words.refused : words.empty);
  };
  const isNew = text.value.trim() !== '' && text.value !== tried.value;
  const isPaste = !isNew && mayPaste();
  const press = (): void => {
    if (isPaste) void paste();
    else if (text.value.trim() !== '') open(text.value);
  };
  return (
    <form
      class="scan-paste"
      onSubmit={event => {
        event.preventDefault();
        press();
      }}
    >
      <label for="scan-link">{words.label}</label>
      <div class="scan-line">
        <textarea
          id="scan-link"
          rows={1}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={text.value}
          onFocus={event => event.currentTarget.select()}
          onInput={event => {
            text.value = event.currentTarget.value;
            if (event.inputType === 'insertFromPaste') open(text.value);
          }}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            if (isNew) open(text.value);
          }}
        />
        <button type="submit" class="button" data-action={isPaste ? 'paste-link' : 'open-link'}>
          {isPaste ? words.paste : words.open}
        </button>
      </div>
    </form>
  );
};
