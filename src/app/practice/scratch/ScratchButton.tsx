// The quiet button that opens the scratch pad, and closes it again.
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ScratchIcon } from '../icons.tsx';
import { padAt, padShown } from './keeping.ts';
import { strokesOn } from './pad.ts';
import { loadScratch } from './scratch-part.ts';

const words = {
  open: 'Scratch pad, to draw by hand',
  opened: 'Put the scratch pad away',
  drawn: 'Scratch pad, with what you have drawn',
};

interface Props {
  /** The pad's name. */
  readonly pad: string;
  /** The field that was typed into last. */
  readonly field: RefObject<HTMLElement | null>;
}

export function ScratchButton({ pad, field }: Props) {
  const isOpen = padShown.value;
  const isDrawn = strokesOn(padAt(pad)).size > 0;
  useReturn(isOpen, field);
  const toggle = () => {
    padShown.value = !isOpen;
    void loadScratch();
  };
  const says = isOpen ? words.opened : isDrawn ? words.drawn : words.open;
  return (
    <button
      type="button"
      class={isDrawn ? 'button plain tool tool-scratch is-drawn' : 'button plain tool tool-scratch'}
      data-action="scratch"
      aria-expanded={isOpen}
      aria-label={says}
      title={says}
      onClick={toggle}
    >
      <ScratchIcon />
    </button>
  );
}

/** With the keypad the caret comes back. */
function useReturn(isOpen: boolean, field: RefObject<HTMLElement | null>): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) field.current?.focus({ preventScroll: true });
    wasOpen.current = isOpen;
  }, [isOpen]);
}
