// Fingers on keys: each finger is followed by itself, and the keys listen together.
import { useEffect, useRef } from 'preact/hooks';
import type { Does } from './key.ts';

const HOLD = 420;
const REPEAT = 70;

/** Listeners for an element whose buttons have `data-place`; `press` is told once for each finger that comes down, and again while it holds. */
export function usePresses(doesAt: (place: number) => Does | undefined, press: (does: Does) => void) {
  const latest = useRef({ doesAt, press });
  latest.current = { doesAt, press };
  const made = useRef<ReturnType<typeof makeListeners>>(undefined);
  made.current ??= makeListeners(latest);
  const { stop, ...listeners } = made.current;
  useEffect(() => stop, [stop]);
  return listeners;
}

interface Latest {
  readonly current: { doesAt(place: number): Does | undefined; press(does: Does): void };
}

function makeListeners(latest: Latest) {
  /** The keys under fingers; by pointer. */
  const down = new Map<number, HTMLElement>();
  /** Pressed by a finger, so that the click which may follow is the same press. */
  const answered = new Set<HTMLElement>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  const press = (key: HTMLElement) => {
    const does = doesOf(key);
    if (does) latest.current.press(does);
  };
  const doesOf = (key: HTMLElement) => latest.current.doesAt(Number(key.dataset.place));
  const repeat = (key: HTMLElement, wait: number) => {
    timer = setTimeout(() => {
      press(key);
      repeat(key, REPEAT);
    }, wait);
  };
  const lift = (event: PointerEvent): HTMLElement | undefined => {
    stop();
    const key = down.get(event.pointerId);
    down.delete(event.pointerId);
    key?.removeAttribute('data-down');
    return key;
  };
  return {
    stop,
    onPointerDown(event: PointerEvent) {
      const key = keyAt(event);
      if (event.button !== 0 || !key) return;
      stop();
      down.set(event.pointerId, key);
      // `:active` sticks to the first of several fingers, so the look of a pressed key is set by hand.
      key.setAttribute('data-down', '');
      const does = doesOf(key);
      if (!does || isOnRelease(does)) return;
      answered.add(key);
      press(key);
      if (does.kind === 'erase' || does.kind === 'move') repeat(key, HOLD);
    },
    onPointerUp(event: PointerEvent) {
      const key = lift(event);
      if (!key || event.isPrimary) return;
      // No click follows a second finger.
      const does = doesOf(key);
      if (does && isOnRelease(does) && keyAt(event) === key) press(key);
      answered.delete(key);
    },
    onPointerCancel(event: PointerEvent) {
      const key = lift(event);
      if (key) answered.delete(key);
    },
    onPointerOut(event: PointerEvent) {
      if (event.pointerType === 'mouse') lift(event);
    },
    onClick(event: MouseEvent) {
      const key = keyAt(event);
      if (key && !answered.delete(key)) press(key);
    },
    // The field keeps the focus and its caret.
    onMouseDown: keepFocus,
    onContextMenu: keepFocus,
  };
}

/** What changes the keys or the screen waits for the finger to leave, or its click would hit what comes. */
function isOnRelease({ kind }: Does): boolean {
  return kind === 'check' || kind === 'layer';
}

function keyAt({ target }: Event): HTMLElement | undefined {
  const key = target instanceof Element ? target.closest('[data-place]') : null;
  return key instanceof HTMLElement ? key : undefined;
}

function keepFocus(event: Event): void {
  event.preventDefault();
}
