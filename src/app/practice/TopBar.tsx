// The way out and how far the session is.
import type { ComponentChildren } from 'preact';
import { CloseIcon } from './icons.tsx';

interface Props {
  readonly progress: { readonly at: number; readonly of: number } | undefined;
  readonly top?: ComponentChildren;
  onClose(): void;
}

export function TopBar({ progress, top, onClose }: Props) {
  return (
    <header class="practice-top">
      <button type="button" class="practice-close" data-action="close" aria-label="Close" onClick={onClose}>
        <CloseIcon />
      </button>
      {progress && (
        <>
          <progress class="practice-progress" max={progress.of} value={progress.at - 1} aria-hidden="true" />
          <span class="small quiet">
            {progress.at} of {progress.of}
          </span>
        </>
      )}
      {top}
    </header>
  );
}
