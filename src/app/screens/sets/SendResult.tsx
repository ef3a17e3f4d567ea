// By which a learner sends a result back: a line with its link, to share or to copy, with a name if there is to be one.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { encodeResult, type Mark, scoreOf } from '../../../link/result.ts';
import { ShareIcon } from '../../parts/icons.tsx';
import { isCopied, isShared, mayShare } from '../../sending.ts';
import { keepName, keptName, sentName } from '../../sets/result-name.ts';
import { resultLine } from '../../sets/result-words.ts';
import '../../styles/results.css';

const words = {
  title: 'Send your result back',
  about: 'Whoever gave you the set can gather these messages in a table.',
  name: 'Your name, if you like',
  nameSays: 'It goes with the result, nowhere else.',
  share: 'Share',
  failed: 'It could not be shared from here. Copy it instead.',
  copy: 'Copy',
  copied: 'The message is copied.',
  refused: 'It could not be copied. The message is selected: copy it by hand.',
};

export interface SendResultProps {
  readonly title: string;
  /** Of the exercises that were done. */
  readonly digest: string;
  /** In the order of the set. */
  readonly marks: readonly Mark[];
  readonly seconds: number;
  /** Of the app, without a fragment. */
  readonly address: string;
}

export const SendResult = ({ title, digest, marks, seconds, address }: SendResultProps): JSX.Element => {
  const typed = useSignal('');
  useEffect(() => void keptName().then(name => (typed.value ||= name)), []);
  const link = address + encodeResult({ digest, marks, seconds, name: sentName(typed.value) });
  const line = resultLine({ title, score: scoreOf({ marks }), all: marks.length, seconds });
  return (
    <section class="send-result">
      <h2>{words.title}</h2>
      <p class="small quiet">{words.about}</p>
      <label class="results-field">
        <span class="results-label">{words.name}</span>
        <input
          name="result-name"
          value={typed.value}
          maxLength={40}
          autocomplete="name"
          autocapitalize="words"
          enterkeyhint="done"
          onInput={event => (typed.value = event.currentTarget.value)}
          onChange={() => void keepName(typed.value)}
        />
        <span class="small quiet">{words.nameSays}</span>
      </label>
      <Message line={line} link={link} />
    </section>
  );
};

const Message = ({ line, link }: { readonly line: string; readonly link: string }): JSX.Element => {
  const says = useSignal('');
  const message = useRef<HTMLParagraphElement>(null);
  const text = `${line} – ${link}`;
  useEffect(() => {
    says.value = '';
  }, [text]);
  const share = async (): Promise<void> => {
    says.value = (await isShared({ text })) ? '' : words.failed;
  };
  const copy = async (): Promise<void> => {
    const isDone = await isCopied(text);
    says.value = isDone ? words.copied : words.refused;
    if (!isDone && message.current) getSelection()?.selectAllChildren(message.current);
  };
  const isMenu = mayShare();
  return (
    <>
      <p ref={message} class="send-message" data-message>
        {line} – <span class="send-link">{link}</span>
      </p>
      <div class="results-ways">
        {isMenu && (
          <button type="button" class="button primary" data-action="share" onClick={() => void share()}>
            <ShareIcon />
            {words.share}
          </button>
        )}
        <button type="button" class={isMenu ? 'button' : 'button primary'} data-action="copy" onClick={() => void copy()}>
          {words.copy}
        </button>
      </div>
      <p role="status" class="small results-says">
        {says.value}
      </p>
    </>
  );
};
