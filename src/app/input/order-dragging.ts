// A row that follows the finger while the others make way for it.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { placeAt } from './order.ts';

interface Drag {
  readonly id: string;
  readonly pointer: number;
  /** Where the finger and the row's upper edge were when it began. */
  readonly startY: number;
  readonly startTop: number;
  y: number;
}

/** Listeners for a list whose children have `data-option`: a finger takes hold of a row's handle, a mouse of the whole row. */
export function useDragging(
  list: RefObject<HTMLElement | null>,
  order: readonly string[],
  move: (id: string, to: number) => void,
) {
  const drag = useRef<Drag | undefined>(undefined);
  const rowOf = (id: string) => list.current?.querySelector<HTMLElement>(`[data-option="${id}"]`) ?? undefined;
  const follow = () => {
    const held = drag.current;
    const row = held && rowOf(held.id);
    if (held && row) row.style.transform = `translateY(${held.startTop + held.y - held.startY - row.offsetTop}px)`;
  };
  useLayoutEffect(follow, [order.join()]);
  const end = (event: PointerEvent) => {
    const held = drag.current;
    if (!held || event.pointerId !== held.pointer) return;
    drag.current = undefined;
    const row = rowOf(held.id);
    row?.removeAttribute('data-dragged');
    row?.style.removeProperty('transform');
  };
  return {
    onPointerDown(event: PointerEvent) {
      const row = drag.current ? undefined : rowUnder(event);
      const id = row?.dataset.option;
      if (!row || id === undefined || !list.current) return;
      drag.current = { id, pointer: event.pointerId, startY: event.clientY, y: event.clientY, startTop: row.offsetTop };
      // The list, not the row: a row loses the finger when it is moved to its new place.
      list.current.setPointerCapture(event.pointerId);
      row.setAttribute('data-dragged', '');
    },
    onPointerMove(event: PointerEvent) {
      const held = drag.current;
      const row = held && rowOf(held.id);
      if (!held || !row || event.pointerId !== held.pointer) return;
      held.y = event.clientY;
      const middle = held.startTop + held.y - held.startY + row.offsetHeight / 2;
      const from = order.indexOf(held.id);
      const to = placeAt(middlesOf(list.current), from, middle);
      if (to !== from) move(held.id, to);
      follow();
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

function rowUnder({ target, button, pointerType }: PointerEvent): HTMLElement | undefined {
  if (button !== 0 || !(target instanceof Element) || target.closest('.order-move')) return undefined;
  const isHeld = pointerType === 'mouse' || target.closest('.order-handle');
  const row = isHeld ? target.closest('[data-option]') : null;
  return row instanceof HTMLElement ? row : undefined;
}

/** Vertical middles of the rows where they rest, whatever follows a finger. */
function middlesOf(list: HTMLElement | null): readonly number[] {
  return [...(list?.children ?? [])].map(row => (row instanceof HTMLElement ? row.offsetTop + row.offsetHeight / 2 : 0));
}
