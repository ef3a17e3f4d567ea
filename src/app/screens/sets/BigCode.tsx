// A set's code as large as the screen and bright, for a room to scan: a tap, Escape or the way back ends it.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWakeLock } from '../../wake-lock.ts';

const words = {
  label: 'QR code, full screen',
  how: 'Scan it with a phone’s camera. Tap to close.',
};

export interface BigCodeProps {
  readonly title: string;
  readonly code: JSX.Element;
  readonly onEnd: () => void;
}

export const BigCode = ({ title, code, onEnd }: BigCodeProps): JSX.Element => {
  const dialog = useRef<HTMLDialogElement>(null);
  useWakeLock();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // A step of its own in the history, so that the way back ends this and does not leave the page.
    history.pushState(null, '');
    const end = () => {
      shown?.close();
      onEnd();
    };
    addEventListener('popstate', end);
    return () => removeEventListener('popstate', end);
  }, []);
  return (
    <dialog
      ref={dialog}
      class="big-code"
      aria-label={words.label}
      onCancel={event => {
        event.preventDefault();
        history.back();
      }}
    >
      <button type="button" data-action="hide-code" onClick={() => history.back()}>
        {title !== '' && <span class="big-code-title">{title}</span>}
        {code}
        <span class="small">{words.how}</span>
      </button>
    </dialog>
  );
};
