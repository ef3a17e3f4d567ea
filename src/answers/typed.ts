// Reading what all kinds share: a name before an equals sign, brackets, and lists with commas or semicolons.
import { type ParseOptions, parse } from '../math/expression/parse.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { Reading } from './kind.ts';

/** A piece of the typed text and where it starts. */
export interface Piece {
  readonly text: string;
  readonly at: number;
}

export function trimmed({ text, at }: Piece): Piece {
  return { text: text.trim(), at: at + text.length - text.trimStart().length };
}

/** What stands after `x =` or `f'(x) =`; all of it where there is no name. */
export function afterName(text: string): Piece {
  const equals = text.indexOf('=');
  const named = equals > 0 && equals === text.lastIndexOf('=') && /\p{L}/u.test(text.slice(0, equals));
  return trimmed(named ? { text: text.slice(equals + 1), at: equals + 1 } : { text, at: 0 });
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '⟨': '⟩', '<': '>' };

/** Without the pair of brackets around the whole, where there is one of those that `open` lists. */
export function unwrapped(piece: Piece, open: string): Piece | undefined {
  const { text, at } = trimmed(piece);
  const first = text[0] ?? '';
  if (!open.includes(first) || first === '' || matching(text) !== text.length - 1) return undefined;
  return { text: text.slice(1, -1), at: at + 1 };
}

/** Splits at the separators that stand outside all brackets. */
export function split({ text, at }: Piece, separator: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const char = text[i] ?? '';
    if ('([{'.includes(char) && char !== '') depth++;
    else if (')]}'.includes(char) && char !== '') depth--;
    if (i === text.length || (depth === 0 && separator.test(char))) {
      pieces.push(trimmed({ text: text.slice(start, i), at: at + start }));
      start = i + 1;
    }
  }
  return pieces;
}

/** Items of a list: semicolons where there are any (then a comma is a decimal comma), else commas. */
export function items(piece: Piece): { readonly pieces: readonly Piece[]; readonly decimalComma: boolean } {
  if (piece.text.trim() === '') return { pieces: [], decimalComma: false };
  const decimalComma = split(piece, /[;；]/).length > 1;
  return { pieces: split(piece, decimalComma ? /[;；]/ : /[,，、]/), decimalComma };
}

/** Reads each piece as an expression; the first one that can't be read is the answer. */
export function readAll(pieces: readonly Piece[], options: ParseOptions): Reading<readonly Expression[]> {
  const values: Expression[] = [];
  for (const piece of pieces) {
    const reading = readExpression(piece, options);
    if (!reading.ok) return reading;
    values.push(reading.value);
  }
  return { ok: true, value: values };
}

export function readExpression({ text, at }: Piece, options: ParseOptions): Reading<Expression> {
  if (text.trim() === '') return { ok: false, at, says: at === 0 ? 'Nothing is typed yet.' : 'Something is missing here.' };
  const parsed = parse(text, options);
  return parsed.ok ? parsed : { ...parsed, at: parsed.at + at };
}

function matching(text: string): number {
  const stack: string[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (CLOSING[char] && !(char === '<' && i > 0)) stack.push(CLOSING[char]);
    else if (char === stack.at(-1)) {
      stack.pop();
      if (stack.length === 0) return i;
    }
  }
  return -1;
}
