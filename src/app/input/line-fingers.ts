// Fingers on a number line: a tap places an end, a second one the other; ends are dragged, and a tap on one takes it in or out.
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { nearestEnd, valueAt } from './line-places.ts';
import {
  between,
  type End,
  endAt,
  isPoint,
  moveEnd,
  type Piece,
  type Side,
  startPiece,
  toggleEnd,
  type Window,
} from './number-line.ts';

export interface OnLine {
  readonly pieces: readonly Piece[];
  readonly window: Window;
  onChange(pieces: readonly Piece[], touched: number): void;
  /** The finger has left. */
  onDone(): void;
}

/** What a finger holds; a piece that is just drawn is drawn from `from`. */
interface Grip {
  /** As they were when it began. */
  readonly pieces: readonly Piece[];
  readonly index: number;
  readonly end?: { readonly piece: Piece; readonly side: Side };
  readonly from: End;
  readonly startX: number;
  isMoved: boolean;
}

/** Pixels that a finger may tremble. */
const STILL = 5;

export function useFingers(line: RefObject<HTMLElement | null>, { pieces, window, onChange, onDone }: OnLine) {
  const grip = useRef<Grip | undefined>(undefined);
  /** The piece whose second end the next tap places. */
  const open = useRef<number | undefined>(undefined);
  const valueUnder = (event: PointerEvent, box: DOMRect) => valueAt((event.clientX - box.left) / box.width, window);
  const put = (all: readonly Piece[], index: number, piece: Piece | undefined) =>
    onChange(piece ? all.with(index, piece) : all.toSpliced(index, 1), piece ? index : 0);

  /** Takes hold of the end under the finger, or places one. */
  const takeHold = (event: PointerEvent, box: DOMRect): Grip => {
    const from = endAt(valueUnder(event, box), window);
    const held = { pieces, from, startX: event.clientX, isMoved: false };
    const near = nearestEnd(pieces, window, event.clientX - box.left, box.width);
    const piece = near && pieces[near.index];
    if (piece) return { ...held, index: near.index, end: { piece, side: near.side } };
    const index = open.current;
    const started = index === undefined ? undefined : pieces[index];
    open.current = undefined;
    if (started && index !== undefined) {
      put(pieces, index, between(started.low, from));
      return { ...held, index, from: started.low };
    }
    const next = startPiece(pieces, from);
    if (next.isOpen) open.current = next.index;
    onChange(next.pieces, next.index);
    return { ...held, pieces: next.pieces, index: next.index };
  };
  const draw = ({ pieces: all, index, end, from }: Grip, value: number) => {
    const to = endAt(value, window, end?.piece[end.side].isIn ?? true);
    if (!end) return Number.isFinite(from.value) ? put(all, index, between(from, to)) : undefined;
    // From a single number either end can be drawn away.
    const side = isPoint(end.piece) ? (to.value < end.piece.low.value ? 'low' : 'high') : end.side;
    put(all, index, moveEnd(end.piece, side, to));
  };
  const letGo = () => {
    const held = grip.current;
    grip.current = undefined;
    if (held?.end && !held.isMoved) {
      const { piece, side } = held.end;
      open.current = undefined;
      // A number placed by mistake goes by a tap on it.
      put(held.pieces, held.index, isPoint(piece) ? undefined : toggleEnd(piece, side));
    }
    if (held?.isMoved) onDone();
    line.current?.closest('.part')?.scrollIntoView({ block: 'nearest' });
  };
  return {
    onPointerDown(event: PointerEvent) {
      const box = line.current?.getBoundingClientRect();
      if (!box || event.button !== 0 || grip.current) return;
      event.preventDefault();
      line.current?.setPointerCapture(event.pointerId);
      grip.current = takeHold(event, box);
    },
    onPointerMove(event: PointerEvent) {
      const held = grip.current;
      const box = line.current?.getBoundingClientRect();
      if (!held || !box || (!held.isMoved && Math.abs(event.clientX - held.startX) < STILL)) return;
      held.isMoved = true;
      open.current = undefined;
      draw(held, valueUnder(event, box));
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
  };
}
