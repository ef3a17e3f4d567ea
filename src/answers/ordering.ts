// All options in a row: one order, or any that keeps to the pairs "a before b".
import type { AnswerOf, Option } from '../exercise/answer.ts';
import { keepsTo } from '../math/linear-order.ts';
import { type AnswerKind, type Reading, RIGHT, WRONG } from './kind.ts';
import { readOption } from './options.ts';
import { type Piece, split, trimmed, unreadable, unwrapped } from './typed.ts';

export const ordering: AnswerKind<'ordering'> = {
  read: (text, { options }) => readOrder(text, options),
  write: key => key.join(', '),
  equal: isSame,
  same: (value, key, answer) => (isSame(value, key, answer) ? RIGHT : WRONG),
};

/** With pairs, all orders that keep to them are the same answer. */
function isSame(a: readonly string[], b: readonly string[], { before }: AnswerOf<'ordering'>): boolean {
  if (a.length === b.length && a.every((id, i) => id === b[i])) return true;
  return before !== undefined && keepsTo(a, before) && keepsTo(b, before);
}

/** `b, a, c`, `b; a; c`, `b < a < c`, `b → a → c`, a line each, or only blanks between ids. */
function readOrder(text: string, options: readonly Option[]): Reading<readonly string[]> {
  const whole = trimmed({ text, at: 0 });
  if (whole.text === '') return unreadable(0, 'Nothing is ordered yet.');
  const backwards = text.search(/>|←/u);
  const isArrow = /[-=]>/.test(text);
  if (backwards >= 0 && !isArrow) return unreadable(backwards, 'Write the list from first to last, with commas between.');
  const order: string[] = [];
  for (const piece of piecesOf(unwrapped(whole, '([{') ?? whole)) {
    const reading = readOption(piece, options);
    if (!reading.ok) return reading;
    if (order.includes(reading.value)) return unreadable(piece.at, `${reading.value} is already in the list.`);
    order.push(reading.value);
  }
  const missing = options.filter(({ id }) => !order.includes(id)).map(({ id }) => id);
  if (missing.length === 0) return { ok: true, value: order };
  return unreadable(text.length, `The list is not complete: ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing.`);
}

function piecesOf(whole: Piece): readonly Piece[] {
  const plain = { ...whole, text: whole.text.replaceAll(/[-=]>/g, ', ') };
  const pieces = split(plain, /[,;，；、<≺→⟶⇒\n]/u);
  return pieces.length > 1 ? pieces : split(plain, /\s/).filter(piece => piece.text !== '');
}
