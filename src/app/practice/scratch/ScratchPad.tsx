// The open scratch pad: paper to draw on, and what can be done about what is drawn.
import '../../styles/scratch.css';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Easel, setUpEasel, type Tool } from './easel.ts';
import { ClearIcon, DownIcon, EraserIcon, RedoIcon, UndoIcon } from './icons.tsx';
import { changePad, isBeside, padAt, padShown, writePads } from './keeping.ts';
import { cleared, isFull, redone, strokesOn, undone, withStep } from './pad.ts';
import { useShortcuts } from './shortcuts.ts';
import { drawnWords } from './words.ts';

const words = {
  pad: 'Scratch pad',
  close: 'Put away',
  eraser: 'Eraser',
  undo: 'Undo',
  redo: 'Redo',
  clear: 'Clear the paper',
  empty: 'Draw with a finger, a pen or the mouse. Two fingers move the paper.',
  full: 'The paper is full. Erase something, or clear it, and there is room again.',
};

/** `pad` is its name. */
export function ScratchPad({ pad: name }: { readonly pad: string }) {
  const [paper, ink, wet, bar] = [useRef<HTMLDivElement>(null), useCanvas(), useCanvas(), useRef<HTMLDivElement>(null)];
  const easel = useRef<Easel | undefined>(undefined);
  const [tool, setTool] = useState<Tool>('pen');
  const pad = padAt(name);
  const { size } = strokesOn(pad);
  useLayoutEffect(() => {
    if (!paper.current || !ink.current || !wet.current || !bar.current) return undefined;
    const onStep: Parameters<typeof setUpEasel>[0]['onStep'] = step => {
      const next = withStep(padAt(name), step);
      changePad(name, next);
      return next;
    };
    easel.current = setUpEasel({ paper: paper.current, ink: ink.current, wet: wet.current, bar: bar.current, onStep });
    return () => easel.current?.end();
  }, []);
  useLayoutEffect(() => easel.current?.show(pad), [pad]);
  useLayoutEffect(() => easel.current?.hold(tool), [tool]);
  useWritten();
  const first = useArrival();
  const undo = () => changePad(name, undone(padAt(name)));
  const redo = () => changePad(name, redone(padAt(name)));
  const close = () => {
    padShown.value = false;
  };
  useShortcuts({ undo, redo, close });
  const isErasing = tool === 'eraser';
  return (
    <section class="scratch" aria-label={words.pad}>
      <div class="scratch-tools">
        <button ref={first} type="button" class="button plain scratch-back" data-action="scratch-close" onClick={close}>
          <DownIcon />
          {words.close}
        </button>
        <ToolButton action="eraser" says={words.eraser} isOn={isErasing} onTap={() => setTool(isErasing ? 'pen' : 'eraser')}>
          <EraserIcon />
        </ToolButton>
        <ToolButton action="undo" says={words.undo} isOff={pad.at === 0} onTap={undo}>
          <UndoIcon />
        </ToolButton>
        <ToolButton action="redo" says={words.redo} isOff={pad.at === pad.steps.length} onTap={redo}>
          <RedoIcon />
        </ToolButton>
        <ToolButton action="clear" says={words.clear} isOff={size === 0} onTap={() => changePad(name, cleared(padAt(name)))}>
          <ClearIcon />
        </ToolButton>
      </div>
      <div ref={paper} class={isErasing ? 'scratch-paper is-erasing' : 'scratch-paper'}>
        <canvas ref={ink} data-scratch data-strokes={size} role="img" aria-label={drawnWords(size)} />
        <canvas ref={wet} />
        <div ref={bar} class="scratch-bar" hidden />
        {size === 0 && pad.at === 0 && <p class="scratch-note small">{words.empty}</p>}
      </div>
      <p class="scratch-full small" role="status">
        {isFull(pad) && words.full}
      </p>
    </section>
  );
}

const useCanvas = (): RefObject<HTMLCanvasElement | null> => useRef<HTMLCanvasElement>(null);

interface ToolProps {
  readonly action: string;
  readonly says: string;
  /** Of what stays on. */
  readonly isOn?: boolean;
  readonly isOff?: boolean;
  readonly children: ComponentChildren;
  onTap(): void;
}

function ToolButton({ action, says, isOn, isOff = false, onTap, children }: ToolProps) {
  return (
    <button
      type="button"
      class="button plain scratch-tool"
      data-action={`scratch-${action}`}
      aria-label={says}
      aria-pressed={isOn}
      title={says}
      disabled={isOff}
      onClick={onTap}
    >
      {children}
    </button>
  );
}

/** Where the pad takes the place of the keys, the statement stays in sight, and nothing is typed into until one comes back. */
function useArrival(): RefObject<HTMLButtonElement | null> {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isBeside()) return;
    first.current?.focus({ preventScroll: true });
    document.querySelector('#statement')?.scrollIntoView({ block: 'nearest' });
  }, []);
  return first;
}

/** A phone may end a page that is out of sight without another word. */
function useWritten(): void {
  useEffect(() => {
    const write = () => void writePads();
    const hidden = () => document.visibilityState === 'hidden' && write();
    addEventListener('pagehide', write);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      removeEventListener('pagehide', write);
      document.removeEventListener('visibilitychange', hidden);
      write();
    };
  }, []);
}
