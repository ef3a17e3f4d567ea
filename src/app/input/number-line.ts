// A union of intervals on a line: where its ends stand, and what becomes of it when one of them is moved. Pure, without pixels.
import { kindOf } from '../../answers/kinds.ts';
import type { AnswerOf, KeyOf } from '../../exercise/answer.ts';
import { evaluate } from '../../math/expression/evaluate.ts';
import { printText } from '../../math/expression/print-text.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { IntervalUnion } from '../../math/interval-union.ts';
import { isInfiniteEnd, type Span, spansOf } from '../../math/span.ts';

/** `text` as it is written, `value` as it is drawn. */
export interface End {
  readonly text: string;
  readonly value: number;
  readonly isIn: boolean;
}

export type Side = 'low' | 'high';
/** One interval; a single number where both ends are the same and in. */
export type Piece = Readonly<Record<Side, End>>;

/** What the line shows of the numbers: from −bound to bound, in steps that a finger can hit. */
export interface Window {
  readonly bound: number;
  readonly step: number;
}

const BOUNDS = [5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 100_000, 1_000_000];

/** Wide enough for the key and the known mistakes; more it does not give away. */
export function windowOf({ key, mistakes }: Pick<AnswerOf<'interval'>, 'key' | 'mistakes'>): Window {
  const spans = [key, ...mistakes.map(({ wrong }) => wrong)].flatMap(listOf);
  const sizes = spans.flatMap(([, low, high]) => [low, high]).map(end => Math.abs(sizeOf(end)));
  const largest = Math.max(0, ...sizes.filter(Number.isFinite));
  const bound = BOUNDS.find(each => each > largest) ?? largest * 2;
  return { bound, step: bound / 10 };
}

function listOf(key: KeyOf['interval']): readonly Span[] {
  return key instanceof IntervalUnion ? spansOf(key) : key;
}

/** Whether the ends are numbers, which a line can show, and not letters. */
export function isOnLine({ key }: Pick<AnswerOf<'interval'>, 'key'>): boolean {
  return !listOf(key)
    .flatMap(([, low, high]) => [low, high])
    .some(end => Number.isNaN(sizeOf(end)));
}

/** Undefined where the text can't be read, or has letters in it; nothing typed is nothing on the line. */
export function piecesOf(answer: AnswerOf<'interval'>, text: string): readonly Piece[] | undefined {
  if (text.trim() === '') return [];
  const reading = kindOf(answer).read(text, answer);
  const pieces = reading.ok ? reading.value.map(pieceOf) : undefined;
  return pieces?.some(({ low, high }) => Number.isNaN(low.value) || Number.isNaN(high.value)) ? undefined : pieces;
}

function pieceOf([opening, low, high, closing]: Span): Piece {
  return { low: endOf(low, opening === '['), high: endOf(high, closing === ']') };
}

function endOf(end: Expression, isIn: boolean): End {
  const value = sizeOf(end);
  return Number.isFinite(value) ? { text: printText(end), value, isIn } : infinite(value);
}

function sizeOf(end: Expression): number {
  if (!isInfiniteEnd(end)) return evaluate(end);
  return end.kind === 'negate' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function infinite(value: number): End {
  return { text: value < 0 ? '-∞' : '∞', value, isIn: false };
}

/** A place on the line: beyond the window it is infinite. */
export function endAt(value: number, { bound, step }: Window, isIn = true): End {
  if (Math.abs(value) > bound + step / 2) return infinite(value < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  const snapped = Math.round(value / step) * step;
  return { text: `${snapped === 0 ? 0 : snapped}`, value: snapped, isIn };
}

/** In the syntax that a learner types; nothing where there is no piece. */
export function writePieces(pieces: readonly Piece[]): string {
  return pieces.map(writePiece).join(' ∪ ');
}

function writePiece(piece: Piece): string {
  const { low, high } = piece;
  if (isPoint(piece)) return `{${low.text}}`;
  return `${low.isIn ? '[' : '('}${low.text}, ${high.text}${high.isIn ? ']' : ')'}`;
}

export function isPoint({ low, high }: Piece): boolean {
  return low.value === high.value;
}

/** Never past the other end: there both meet in a single number. */
export function moveEnd(piece: Piece, side: Side, to: End): Piece {
  const other = piece[side === 'low' ? 'high' : 'low'];
  const isPast = side === 'low' ? to.value >= other.value : to.value <= other.value;
  if (!isPast) return { ...piece, [side]: { ...to, isIn: to.isIn && Number.isFinite(to.value) } };
  if (!Number.isFinite(other.value)) return piece;
  return { low: { ...other, isIn: true }, high: { ...other, isIn: true } };
}

/** From one place to another, whichever is smaller. */
export function between(a: End, b: End): Piece {
  return a.value <= b.value ? { low: a, high: b } : { low: b, high: a };
}

/** In or out; infinity is never in. */
export function toggleEnd(piece: Piece, side: Side): Piece {
  const end = piece[side];
  if (isPoint(piece) || !Number.isFinite(end.value)) return piece;
  return { ...piece, [side]: { ...end, isIn: !end.isIn } };
}

/** A new piece in the widest gap, for those who have no finger on the line. */
export function addPiece(pieces: readonly Piece[], window: Window): readonly Piece[] {
  const { bound } = window;
  const sorted = pieces.toSorted((a, b) => a.low.value - b.low.value);
  const starts = [-bound, ...sorted.map(({ high }) => Math.max(-bound, high.value))];
  const ends = [...sorted.map(({ low }) => Math.min(bound, low.value)), bound];
  const gaps = starts.map((from, i) => ({ from, to: ends[i] ?? bound }));
  const widest = gaps.reduce((best, gap) => (gap.to - gap.from > best.to - best.from ? gap : best));
  const third = (widest.to - widest.from) / 3;
  if (third < window.step) return pieces;
  return [...pieces, { low: endAt(widest.from + third, window), high: endAt(widest.to - third, window) }];
}

/** A single number as the start of a piece; at infinity the nearest piece is drawn out, or a ray begins at 0. */
export function startPiece(
  pieces: readonly Piece[],
  from: End,
): { readonly pieces: readonly Piece[]; readonly index: number; readonly isOpen: boolean } {
  if (Number.isFinite(from.value)) return { pieces: [...pieces, { low: from, high: from }], index: pieces.length, isOpen: true };
  const side = from.value < 0 ? 'low' : 'high';
  const outer = (a: Piece, b: Piece) => (b[side].value - a[side].value) * Math.sign(from.value);
  const [piece] = pieces.toSorted(outer);
  if (!piece) return { pieces: [between({ text: '0', value: 0, isIn: true }, from)], index: 0, isOpen: false };
  const index = pieces.indexOf(piece);
  return { pieces: pieces.with(index, moveEnd(piece, side, from)), index, isOpen: false };
}
