// Where numbers stand on a number line, as shares of its width, and which end is under a finger.
import type { Piece, Side, Window } from './number-line.ts';

/** The ends of the window, and where infinity is. */
const EDGE = 0.13;
const INFINITE = 0.03;
/** How near a finger has to be, in pixels. */
const REACH = 24;

export const SIDES = ['low', 'high'] as const;

export function shareOf(value: number, { bound }: Window): number {
  if (!Number.isFinite(value)) return value < 0 ? INFINITE : 1 - INFINITE;
  const share = (Math.max(-bound, Math.min(bound, value)) + bound) / (2 * bound);
  return EDGE + share * (1 - 2 * EDGE);
}

/** Beyond the window for places beyond its edges. */
export function valueAt(share: number, { bound }: Window): number {
  return ((share - EDGE) / (1 - 2 * EDGE)) * 2 * bound - bound;
}

export interface Found {
  readonly index: number;
  readonly side: Side;
}

/** The end that a finger at `x` pixels means, if there is one near. */
export function nearestEnd(pieces: readonly Piece[], window: Window, x: number, width: number): Found | undefined {
  const ends = pieces.flatMap((piece, index) =>
    SIDES.map(side => ({ index, side, distance: Math.abs(shareOf(piece[side].value, window) * width - x) })),
  );
  const found = ends.toSorted((a, b) => a.distance - b.distance)[0];
  return found && found.distance <= REACH ? found : undefined;
}
