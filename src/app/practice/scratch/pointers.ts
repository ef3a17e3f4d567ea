// The pointers over the paper as the page tells of them: every place in between, and how hard a pen is pressed.
import type { Contact, Hands } from './hands.ts';

/** The width of a line that nothing presses, and of one drawn with a pen: lightly, and how much more with all one's strength. */
const FINGER = 2.2;
const [LIGHT, HEAVY] = [1.2, 2.4];
/** The bit for the other end of a pen. */
const ERASER_END = 32;
const LINE_HEIGHT = 40;

export const watchPointers = (paper: HTMLElement, hands: Hands, pull: (by: number) => void): (() => void) => {
  const contactOf = (event: PointerEvent): Contact => {
    const { left, top } = paper.getBoundingClientRect();
    const isPen = event.pointerType === 'pen';
    return {
      id: event.pointerId,
      kind: event.pointerType,
      x: event.clientX - left - paper.clientLeft,
      y: event.clientY - top - paper.clientTop,
      at: event.timeStamp,
      thick: isPen ? LIGHT + HEAVY * event.pressure : FINGER,
      isEraser: (event.buttons & ERASER_END) !== 0,
    };
  };
  const listeners = {
    pointerdown(event: PointerEvent) {
      if (event.button !== 0 && (event.buttons & ERASER_END) === 0) return;
      // Fingers are held by themselves.
      if (event.pointerType !== 'touch') paper.setPointerCapture(event.pointerId);
      hands.down(contactOf(event));
    },
    pointermove(event: PointerEvent) {
      const all = event.getCoalescedEvents?.() ?? [];
      for (const each of all.length > 0 ? all : [event]) hands.move(contactOf(each));
    },
    pointerup: (event: PointerEvent) => hands.up(contactOf(event)),
    pointercancel: (event: PointerEvent) => hands.cancel(contactOf(event)),
    wheel: (event: WheelEvent) => pull(-event.deltaY * (event.deltaMode === 0 ? 1 : LINE_HEIGHT)),
    // The caret stays where one types.
    mousedown: (event: MouseEvent) => event.preventDefault(),
    contextmenu: (event: MouseEvent) => event.preventDefault(),
    // An iPad would take quick strokes of its pencil for handwriting (excalidraw#3955).
    touchmove: (event: TouchEvent) => event.preventDefault(),
  };
  const all = Object.entries(listeners) as [string, EventListener][];
  for (const [name, listener] of all) paper.addEventListener(name, listener, { passive: false });
  return () => {
    for (const [name, listener] of all) paper.removeEventListener(name, listener);
  };
};
