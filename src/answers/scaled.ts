// Vectors and matrices with numbers before or behind them, and sums of such: `1/5 (3, 4)`, `[1, 2]·3`, `(1, 2) + t(3, 4)`.
import type { ParseOptions } from '../math/expression/parse.ts';
import { type Expression, toExpression } from '../math/expression/tree.ts';
import type { Reading } from './kind.ts';
import { matching, type Piece, readExpression, split, trimmed, unreadable } from './typed.ts';

export type Rows = readonly (readonly Expression[])[];

interface Term {
  readonly piece: Piece;
  readonly minus: boolean;
}

interface Scaled {
  readonly list: Piece;
  readonly times?: Piece;
  readonly over?: Piece;
}

type ReadList = (list: Piece) => Reading<Rows>;

/** Reads each bracketed list by `readList`, multiplies its entries and adds lists of the same size. */
export function readScaled(whole: Piece, options: ParseOptions, readList: ReadList): Reading<Rows> {
  const terms = termsOf(whole);
  const isSum = terms.length > 1 && terms.some(({ piece }) => isListed(scaled(piece)));
  return isSum ? readSum(terms, options, readList) : readTerm(scaled(whole), false, options, readList);
}

function readSum(terms: readonly Term[], options: ParseOptions, readList: ReadList): Reading<Rows> {
  const sum: Rows[] = [];
  for (const { piece, minus } of terms) {
    const part = scaled(piece);
    if (!isListed(part)) return unreadable(piece.at, 'A list and a number cannot be added.');
    const reading = readTerm(part, minus, options, readList);
    if (!reading.ok) return reading;
    if (sizeOf(sum[0] ?? reading.value) !== sizeOf(reading.value))
      return unreadable(piece.at, 'Only lists of the same size can be added.');
    sum.push(reading.value);
  }
  return { ok: true, value: added(sum) };
}

export function sizeOf(rows: Rows): string {
  return `${rows.length} by ${rows[0]?.length ?? 0}`;
}

function readTerm({ list, times, over }: Scaled, minus: boolean, options: ParseOptions, readList: ReadList): Reading<Rows> {
  const factor = times && readFactor(times, options);
  const divisor = over && readFactor(over, options);
  if (factor?.ok === false) return factor;
  if (divisor?.ok === false) return divisor;
  const rows = readList(list);
  if (!rows.ok) return rows;
  const factors = [...(minus ? [toExpression(-1)] : []), ...(factor ? [factor.value] : [])];
  return { ok: true, value: rows.value.map(row => row.map(entry => withFactors(entry, factors, divisor?.value))) };
}

/** A comma in brackets is none of a number here: `(1, 2)·(3,4)` multiplies two lists. */
function readFactor(piece: Piece, options: ParseOptions): Reading<Expression> {
  return readExpression(piece, { ...options, decimalComma: !/[([]/.test(piece.text) });
}

function withFactors(entry: Expression, factors: readonly Expression[], denominator: Expression | undefined): Expression {
  const numerator: Expression = factors.length > 0 ? { kind: 'multiply', factors: [...factors, entry] } : entry;
  return denominator ? { kind: 'divide', numerator, denominator } : numerator;
}

function added(lists: readonly Rows[]): Rows {
  const [first = []] = lists;
  return first.map((row, i) => row.map((entry, j) => ({ kind: 'add', terms: lists.map(rows => rows[i]?.[j] ?? entry) })));
}

/** Cut at the signs + and − that stand outside all brackets and behind something. */
function termsOf({ text, at }: Piece): readonly Term[] {
  const terms: Term[] = [];
  let [depth, start, minus] = [0, 0, false];
  for (let i = 0; i <= text.length; i++) {
    const char = text.charAt(i) || ' ';
    if ('([{⟨'.includes(char)) depth++;
    else if (')]}⟩'.includes(char)) depth--;
    const isSign = depth === 0 && '+-−'.includes(char) && !/(?:^|[-−+*/^·×⋅,;(])\s*$/.test(text.slice(start, i));
    if (i < text.length && !isSign) continue;
    terms.push({ piece: trimmed({ text: text.slice(start, i), at: at + start }), minus });
    [start, minus] = [i + 1, char !== '+'];
  }
  return terms;
}

/** The list and its factor, where there is one. */
function scaled(piece: Piece): Scaled {
  const { text, at } = trimmed(piece);
  const close = matching(text);
  if ('([⟨'.includes(text[0] ?? ' ') && close > 0 && isList(text.slice(1, close))) {
    const [, sign, factor] = /^\s*(\/|[*·×⋅])(.+)$/su.exec(text.slice(close + 1)) ?? [];
    const list = { text: text.slice(0, close + 1), at };
    if (!factor) return { list: { text, at } };
    return { list, [sign === '/' ? 'over' : 'times']: { text: factor, at: at + text.length - factor.length } };
  }
  const open = openingOfLast(text);
  if (open <= 0 || !isList(text.slice(open + 1, -1))) return { list: { text, at } };
  const times = text.slice(0, open).replace(/\s*(?:\*|·|×|⋅|\\cdot|\\times)?\s*$/u, '');
  return { list: { text: text.slice(open), at: at + open }, times: { text: /^[-−]$/.test(times) ? '-1' : times, at } };
}

function isList(inner: string): boolean {
  return split({ text: inner, at: 0 }, /[,;，；\n]/).length > 1 || /^\s*[[(]/.test(inner);
}

function isListed({ list: { text } }: Scaled): boolean {
  return isBracketed(text) && isList(text.slice(1, -1));
}

function isBracketed(text: string): boolean {
  return '([⟨'.includes(text[0] ?? ' ') && matching(text) === text.length - 1;
}

/** Where the bracket opens that closes at the end; −1 where none does. */
function openingOfLast(text: string): number {
  for (let i = 1; i < text.length; i++) if (isBracketed(text.slice(i))) return i;
  return -1;
}
