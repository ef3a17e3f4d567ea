// The line on which the ends of intervals are placed; by keyboard each end is a slider.
import { useRef } from 'preact/hooks';
import { type OnLine, useFingers } from './line-fingers.ts';
import { SIDES, shareOf } from './line-places.ts';
import { type End, endAt, moveEnd, type Piece, type Side, toggleEnd, type Window } from './number-line.ts';

interface Props extends OnLine {
  /** The text says something else, which can't be read. */
  readonly isStale: boolean;
}

/** Shares of the bound; the whole ones are labelled. */
const MARKS = [-1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1];

export function NumberLine({ isStale, ...onLine }: Props) {
  const { pieces, window, onChange } = onLine;
  const line = useRef<HTMLDivElement>(null);
  const fingers = useFingers(line, onLine);
  const onKeyDown = (event: KeyboardEvent, index: number, side: Side) => {
    const piece = pieces[index];
    const changed = piece && keyed(event.key, piece, side, window);
    if (changed === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (changed === 'gone') onChange(pieces.toSpliced(index, 1), 0);
    else onChange(pieces.with(index, changed), index);
  };
  return (
    <div ref={line} class={isStale ? 'line line-stale' : 'line'} {...fingers}>
      <span class="line-axis" />
      {MARKS.map(mark => (
        <span key={mark} class="line-mark" style={{ left: percent(shareOf(mark * window.bound, window)) }}>
          {Number.isInteger(mark) && `${mark * window.bound}`.replace('-', '−')}
        </span>
      ))}
      <span class="line-infinity line-infinity-low">−∞</span>
      <span class="line-infinity line-infinity-high">∞</span>
      {pieces.map((piece, index) => (
        <PieceOnLine key={index} piece={piece} index={index} window={window} onKeyDown={onKeyDown} />
      ))}
    </div>
  );
}

interface PieceProps {
  readonly piece: Piece;
  readonly index: number;
  readonly window: Window;
  onKeyDown(event: KeyboardEvent, index: number, side: Side): void;
}

function PieceOnLine({ piece, index, window, onKeyDown }: PieceProps) {
  const [from, to] = [shareOf(piece.low.value, window), shareOf(piece.high.value, window)];
  return (
    <>
      <span class="line-piece" style={{ left: percent(from), width: percent(to - from) }} />
      {SIDES.map(side => (
        <button
          key={side}
          type="button"
          role="slider"
          class={`line-end line-end-${lookOf(piece[side])}`}
          style={{ left: percent(shareOf(piece[side].value, window)) }}
          data-end={`${index} ${side}`}
          aria-label={`${side === 'low' ? 'lower' : 'upper'} end of piece ${index + 1}`}
          aria-valuemin={-window.bound}
          aria-valuemax={window.bound}
          aria-valuenow={Math.max(-window.bound, Math.min(window.bound, piece[side].value))}
          aria-valuetext={spoken(piece[side])}
          onKeyDown={event => onKeyDown(event, index, side)}
        />
      ))}
    </>
  );
}

function lookOf({ value, isIn }: End): string {
  return Number.isFinite(value) ? (isIn ? 'in' : 'out') : 'infinite';
}

function spoken({ text, value, isIn }: End): string {
  if (!Number.isFinite(value)) return value < 0 ? 'minus infinity' : 'infinity';
  return `${text.replace('-', 'minus ')}, ${isIn ? 'included' : 'excluded'}`;
}

const STEPS: Readonly<Record<string, number>> = {
  ...{ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 },
  ...{ PageDown: -5, PageUp: 5 },
};

/** What a key makes of a piece; undefined for keys that mean nothing here. */
function keyed(key: string, piece: Piece, side: Side, window: Window): Piece | 'gone' | undefined {
  const { value, isIn } = piece[side];
  const by = STEPS[key];
  if (by !== undefined) {
    const isInfinite = !Number.isFinite(value);
    const from = isInfinite ? Math.sign(value) * (window.bound + window.step) : value;
    return moveEnd(piece, side, endAt(from + by * window.step, window, isIn || isInfinite));
  }
  if (key === 'Home' && side === 'low') return moveEnd(piece, side, endAt(Number.NEGATIVE_INFINITY, window));
  if (key === 'End' && side === 'high') return moveEnd(piece, side, endAt(Number.POSITIVE_INFINITY, window));
  if (key === ' ' || key === 'Enter') return toggleEnd(piece, side);
  return key === 'Delete' || key === 'Backspace' ? 'gone' : undefined;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
