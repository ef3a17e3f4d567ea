// The frame of an exercise on the screen: the bar above it, Enter and Escape, stray touches, and the one live region.
import type { ComponentChildren, RefObject } from 'preact';
import type { Exercise } from '../../exercise/generator.ts';
import { beginsStray, isStrayClick, useGestures } from './gesture.ts';
import type { Stage } from './stage.ts';
import { TopBar } from './TopBar.tsx';
import type { Status } from './use-exercise.ts';

export interface FrameProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly exercise: Exercise;
  readonly stage: Stage;
  /** Names what is on the screen, see `useGestures`. */
  readonly view: string;
  readonly status: Status;
  readonly progress: { readonly at: number; readonly of: number } | undefined;
  readonly top?: ComponentChildren;
  /** Enter, where no button has the focus. */
  onEnter(): void;
  onClose(): void;
  onTouch(): void;
  readonly children: ComponentChildren;
}

export function Frame({ root, exercise, stage, view, status, progress, top, onEnter, onClose, onTouch, children }: FrameProps) {
  useGestures(`${exercise.seed} ${view}`);
  const onTouched = (event: PointerEvent) => {
    onTouch();
    if (beginsStray(event)) event.stopPropagation();
  };
  const onClick = (event: MouseEvent) => {
    if (!isStrayClick(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onKey = (event: KeyboardEvent) => {
    onTouch();
    const isStray = beginsStray(event);
    if (event.key === 'Escape') return onClose();
    if (event.key !== 'Enter' || event.isComposing || !isFree(event.target)) return;
    event.preventDefault();
    // A key held down, or hit twice, is one wish.
    if (!event.repeat && !isStray) onEnter();
  };
  return (
    <main
      ref={root}
      class="practice"
      data-skill={exercise.id}
      data-level={exercise.level}
      data-seed={exercise.seed}
      data-stage={stage}
      onKeyDown={onKey}
      onPointerDownCapture={onTouched}
      onClickCapture={onClick}
      onInput={onTouch}
    >
      <TopBar progress={progress} top={top} onClose={onClose} />
      {children}
      <div class="spoken" role="status" aria-live="polite">
        {/* The same words once more are announced once more. */}
        <span key={status.turn}>{status.text}</span>
      </div>
    </main>
  );
}

/** Buttons and the like answer to Enter themselves. */
function isFree(target: EventTarget | null): boolean {
  return !(target instanceof Element && target.closest('button, a, summary, select, textarea'));
}
