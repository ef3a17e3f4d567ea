// Reading what all kinds share: a name before an equals sign, brackets, and lists with commas or semicolons.
import { type ParseOptions, parse } from '../math/expression/parse.ts';
import { type Expression, toExpression } from '../math/expression/tree.ts';
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

/** What can stand before an equals sign as the name of the answer: `x`, `f'(x)`, `dy/dx`, `P(A | B)`, `A^T`, `‖v‖`. */
const NAME = /^(?:\\?[∂∇\p{L}][^=<>+]*|\|[^|=]+\||‖[^‖=]+‖)$/u;
const LONE_NAME = /^\\?\p{L}\p{M}?[\p{L}\d_'′₀-₉]{0,9}$/u;

/** What stands after `x =` or `f'(x) =`, or before `= x`; all of it where there is no name. */
export function afterName(text: string): Piece {
  const whole = trimmed({ text, at: 0 });
  const equals = text.indexOf('=');
  if (equals <= 0 || equals !== text.lastIndexOf('=') || '<>!≠'.includes(text[equals - 1] ?? '')) return whole;
  const [before, after] = [
    trimmed({ text: text.slice(0, equals), at: 0 }),
    trimmed({ text: text.slice(equals + 1), at: equals + 1 }),
  ];
  if (NAME.test(before.text.replace(/:$/, ''))) return after;
  return LONE_NAME.test(after.text) && before.text !== '' ? before : whole;
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

/** Items of a list: semicolons where there are any (then a comma is a decimal comma), else commas. */
export function items(piece: Piece): { readonly pieces: readonly Piece[]; readonly decimalComma: boolean } {
  if (piece.text.trim() === '') return { pieces: [], decimalComma: false };
  const decimalComma = split(piece, /[;；]/).length > 1;
  return { pieces: split(piece, decimalComma ? /[;；]/ : /[,，、]/), decimalComma };
}

/** Splits at words such as `or` that stand outside all brackets. */
export function splitAtWords(piece: Piece, words: RegExp): Piece[] {
  const marked = piece.text.replace(new RegExp(words, `g${words.flags}`), found => '\ue000'.padEnd(found.length, ' '));
  return split({ text: marked, at: piece.at }, /\ue000/).map(part => trimmed(part));
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

/** A bracketed list with a number before or behind it: `1/5 (3, 4)`, `(3, 4)/5`. */
export interface Scaled {
  readonly list: Piece;
  readonly times?: Piece;
  readonly over?: Piece;
}

/** The list and its factor, where there is one. */
export function scaled(piece: Piece): Scaled {
  const { text, at } = trimmed(piece);
  const close = matching(text);
  if ('([⟨'.includes(text[0] ?? ' ') && close > 0 && isList(text.slice(1, close))) {
    const over = /^\s*\/(.+)$/su.exec(text.slice(close + 1));
    const list = { text: text.slice(0, close + 1), at };
    if (over?.[1]) return { list, over: { text: over[1], at: at + text.length - over[1].length } };
    return { list: { text, at } };
  }
  const open = openingOfLast(text);
  if (open <= 0 || !isList(text.slice(open + 1, -1))) return { list: { text, at } };
  const times = text.slice(0, open).replace(/\s*(?:\*|·|×|⋅|\\cdot|\\times)?\s*$/u, '');
  return { list: { text: text.slice(open), at: at + open }, times: { text: times === '-' || times === '−' ? '-1' : times, at } };
}

export function withFactor(entry: Expression, factor: Expression | undefined, divisor: Expression | undefined): Expression {
  const scaledUp: Expression = factor ? { kind: 'multiply', factors: [factor, entry] } : entry;
  return divisor ? { kind: 'divide', numerator: scaledUp, denominator: divisor } : scaledUp;
}

/** The factor and the divisor of a scaled list as expressions. */
export function readFactors(
  { times, over }: Scaled,
  options: ParseOptions,
): Reading<{ readonly factor?: Expression; readonly divisor?: Expression }> {
  const one: Reading<Expression> = { ok: true, value: toExpression(1) };
  const factor = times ? readExpression(times, options) : one;
  if (!factor.ok) return factor;
  const divisor = over ? readExpression(over, options) : one;
  if (!divisor.ok) return divisor;
  return { ok: true, value: { ...(times && { factor: factor.value }), ...(over && { divisor: divisor.value }) } };
}

function isList(inner: string): boolean {
  return split({ text: inner, at: 0 }, /[,;，；\n]/).length > 1 || /^\s*[[(]/.test(inner);
}

/** Where the bracket opens that closes at the end; −1 where none does. */
function openingOfLast(text: string): number {
  for (let i = 1; i < text.length; i++) {
    const from = '([⟨'.includes(text[i] ?? ' ') && matching(text.slice(i)) === text.length - 1 - i;
    if (from) return i;
  }
  return -1;
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
