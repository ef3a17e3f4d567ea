// Reading what all kinds share: a name before an equals sign, brackets, and lists with commas or semicolons.
import { type ParseOptions, parse } from '../math/expression/parse.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { Reading } from './kind.ts';

/** A piece of the typed text and where it starts. */
export interface Piece {
  readonly text: string;
  readonly at: number;
}

type Refusal = Extract<Reading<never>, { ok: false }>;

export function unreadable(at: number, says: string): Refusal {
  return { ok: false, at, says };
}

export function trimmed({ text, at }: Piece): Piece {
  return { text: text.trim(), at: at + text.length - text.trimStart().length };
}

/** What can stand before an equals sign as the name of the answer: `x`, `f'(x)`, `dy/dx`, `P(A | B)`, `σ^2`, `A^-1`, `‖v‖`, but no `x - 1`. */
const NAME =
  /^(?:\\?[∂∇\p{L}](?:[^=<>+\-−/()]|\((?:[^()=<>]|\([^()=<>]*\))*\)|\^\{?[-−]1)*|[∂d][^=<>+\-−/]*\/[∂d][^=<>+\-−/]*|\|[^|=]+\||‖[^‖=]+‖)$/u;
/** Before a list, `A - B` is a name too. */
const NAME_OF_LIST = /^\\?[∂∇\p{L}][^=<>+]*$/u;
const LONE_NAME = /^\\?\p{L}\p{M}?[\p{L}\d_'′₀-₉]{0,9}$/u;

/** What stands after `x =`, `x ≈`, `x ∈`, `f'(x) =` or a lone `=`, or before `= x`; all of it where there is no name. */
export function afterName(text: string): Piece {
  const whole = trimmed({ text, at: 0 });
  const signs = text.replace(/[≈≃]|(?<=^\s*\p{L}\s*)∈/u, '=');
  const equals = signs.indexOf('=');
  if (equals < 0 || equals !== signs.lastIndexOf('=') || '<>!≠'.includes(text[equals - 1] ?? ' ')) return whole;
  const [before, after] = [
    trimmed({ text: text.slice(0, equals), at: 0 }),
    trimmed({ text: text.slice(equals + 1), at: equals + 1 }),
  ];
  const name = before.text.replace(/:$/, '');
  if (name === '' || (/^[([{⟨∅]/.test(after.text) ? NAME_OF_LIST : NAME).test(name)) return after;
  return LONE_NAME.test(after.text) ? before : whole;
}

/** Full-width brackets and TeX brackets as plain ones, place for place. */
export function plainBrackets(text: string): string {
  return text
    .replaceAll(/[（［｛）］｝，；]/g, sign => '([{)]},;'['（［｛）］｝，；'.indexOf(sign)] ?? sign)
    .replaceAll(/\\begin\{(?:[a-zA-Z]*matrix\*?|array)\}(?:\{[clr|\s]*\})?/g, found => '['.padEnd(found.length))
    .replaceAll(/(?:\\\\|\\cr|,|;)?\s*\\end\{(?:[a-zA-Z]*matrix\*?|array)\}/g, found => ']'.padStart(found.length))
    .replaceAll(/\\\\(?:\[[^\]]*\])?/g, found => ';'.padEnd(found.length))
    .replaceAll('&', ',')
    .replaceAll(/\\(?:left|right|[bB]igg?[lr]?)(?![a-zA-Z])/g, found => ' '.repeat(found.length))
    .replaceAll(/\\[{}]/g, found => ` ${found[1] ?? ''}`)
    .replaceAll(/\\(?:langle|rangle|lbrace|rbrace)(?![a-zA-Z])/g, found => (BRACKETS[found] ?? '').padEnd(found.length))
    .replaceAll(/\\[,;:! ]|\$/g, found => ' '.repeat(found.length));
}

const BRACKETS: Readonly<Record<string, string>> = { '\\langle': '⟨', '\\rangle': '⟩', '\\lbrace': '{', '\\rbrace': '}' };
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
    if ('([{⟨'.includes(char) && char !== '') depth++;
    else if (')]}⟩'.includes(char) && char !== '') depth--;
    if (i === text.length || (depth === 0 && separator.test(char))) {
      pieces.push(trimmed({ text: text.slice(start, i), at: at + start }));
      start = i + 1;
    }
  }
  return pieces;
}

/** Items of a list: semicolons where there are any (then a comma is a decimal comma), else commas; or only blanks. */
export function items(piece: Piece): { readonly pieces: readonly Piece[]; readonly decimalComma: boolean } {
  if (piece.text.trim() === '') return { pieces: [], decimalComma: false };
  const decimalComma = split(piece, /[;；]/).length > 1;
  const pieces = split(piece, decimalComma ? /[;；]/ : /[,，、]/);
  return { pieces: pieces.length > 1 ? pieces : bySpaces(piece), decimalComma };
}

const NUMBER = /^[-−+]?\d*\.?\d+$/;
const TUPLE = /^\(.*,.*\)$/s;

/** `1 2 3` and `(1, 2) (3, 4)`, but one number is `1 000`. */
function bySpaces(piece: Piece): readonly Piece[] {
  const parts = split(piece, /\s/).filter(part => part.text !== '');
  const isApart = [NUMBER, TUPLE].some(pattern => parts.every(part => pattern.test(part.text)));
  return isApart && !/^\d{1,3}(\s\d{3})+$/.test(piece.text) ? parts : [trimmed(piece)];
}

/** Splits at words such as `or` that stand outside all brackets. */
export function splitAtWords(piece: Piece, words: RegExp): Piece[] {
  const marked = piece.text.replace(new RegExp(words, `g${words.flags}`), found => '\ue000'.padEnd(found.length, ' '));
  const original = ({ text, at }: Piece) => ({ text: piece.text.slice(at - piece.at, at - piece.at + text.length), at });
  return split({ text: marked, at: piece.at }, /\ue000/).map(part => original(trimmed(part)));
}

/** Reads each piece as an expression; the first one that can't be read is the answer. */
export function readAll(pieces: readonly Piece[], options: ParseOptions): Reading<readonly Expression[]> {
  return readEach(pieces, piece => readExpression(piece, options));
}

export function readEach<Value>(pieces: readonly Piece[], read: (piece: Piece) => Reading<Value>): Reading<readonly Value[]> {
  const values: Value[] = [];
  for (const piece of pieces) {
    const reading = read(piece);
    if (!reading.ok) return reading;
    values.push(reading.value);
  }
  return { ok: true, value: values };
}

export function readExpression({ text, at }: Piece, options: ParseOptions): Reading<Expression> {
  if (text.trim() === '') return unreadable(at, at === 0 ? 'Nothing is typed yet.' : 'Something is missing here.');
  const parsed = parse(text, options);
  return parsed.ok ? parsed : { ...parsed, at: parsed.at + at };
}

/** The empty set, in signs and in words. */
export const EMPTY = /^(?:∅|⌀|ø|Ø|\\emptyset|\\varnothing|empty(?: set)?|the empty set|none|no solutions?|\{\s*\})$/iu;

/** Both cases of `±2`. */
export function bothSigns(piece: Piece): readonly Piece[] {
  const signed = (sign: string) => ({
    ...piece,
    text: piece.text.replaceAll(/±|\\pm(?![a-z])/g, found => sign.padEnd(found.length)),
  });
  const plus = signed('+');
  return plus.text === piece.text ? [piece] : [plus, signed('-')];
}

/** Where the bracket closes that opens at the start; −1 where none does. */
export function matching(text: string): number {
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
