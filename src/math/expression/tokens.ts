// Cuts typed text into pieces that remember their place, and folds phone, Unicode and TeX spellings into plain ones.
import { Rational, rational } from '../rational.ts';
import { fold, RAISED } from './folding.ts';
import type { Vocabulary } from './names.ts';
import { GREEK_SIGNS } from './notation.ts';
import { isSubscriptNext, type Piece, pushNames, Unreadable } from './pieces.ts';
import { MEANT_ELSEWHERE, TEX_SIGNS, VULGAR_FRACTIONS } from './signs.ts';

const COMMANDS: ReadonlyMap<string, number> = new Map([
  ...['frac', 'dfrac', 'tfrac', 'cfrac', 'binom', 'dbinom', 'tbinom'].map(name => [name, 2] as const),
  ['sqrt', 1],
]);
const MAX_SCALE = 300;
/** The digits of a number whose value a double holds exactly. */
const SHORT = 15;
const NUMBER = /(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?/y;
const LETTER = /\p{L}|\p{M}/u;
const SPACE = /[\s\u00ad\u200b-\u200d\u2060-\u2064\u3164\ufeff$]/u;
const STYLED = /\\(?:mathrm|mathit|mathbf|operatorname\*?|text)\s*\{\s*([a-zA-Z]+)\s*\}/y;
const TEX_NAME = /\\([a-zA-Z]+)/y;

/** Ends with a piece of kind `end`. Throws Unreadable at a sign that means nothing here. */
export function toPieces(text: string, vocabulary: Vocabulary): Piece[] {
  const cutter = new Cutter(text, vocabulary);
  while (cutter.step());
  return cutter.pieces;
}

class Cutter {
  readonly pieces: Piece[] = [];
  private readonly vocabulary: Vocabulary;
  private readonly line: string;
  private readonly places: readonly number[] | undefined;
  private readonly text: string;
  private index = 0;
  private tight = false;
  /** How many one-digit arguments a TeX command may still take, as in \frac12. */
  private digitArguments = 0;

  /** Whether an underscore was seen. */
  private hasSubscript = false;

  constructor(text: string, vocabulary: Vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
    const folded = isPlain(text) ? undefined : fold(text);
    this.line = folded?.line ?? text;
    this.places = folded?.places;
  }

  step(): boolean {
    const code = this.code(this.index);
    if (isDigit(code) || (code === POINT && isDigit(this.code(this.index + 1)))) this.number();
    else if (isLetter(code)) this.letters();
    else if (code === NOTHING) return this.finish();
    else this.sign(this.line.charAt(this.index));
    return true;
  }

  /** Of the sign there; looking beyond the end takes longer than asking first. */
  private code(index: number): number {
    return index < this.line.length ? this.line.charCodeAt(index) : NOTHING;
  }

  private sign(sign: string): void {
    if (sign === '*' && this.line[this.index + 1] === '*') this.push('symbol', 2, '^');
    else if (SYMBOLS.has(sign)) this.push('symbol', 1, sign);
    else if (SPACE.test(sign)) this.skip(1);
    else if (sign === '\\') this.tex();
    else this.rareSign(sign);
  }

  private place(index: number): number {
    return this.places === undefined ? index : (this.places[index] ?? this.text.length);
  }

  private push(kind: Exclude<Piece['kind'], 'name'>, length: number, text: string, value?: Rational, decimals?: number): void {
    const end = this.index + length;
    this.pieces.push({ kind, text, at: this.place(this.index), end: this.place(end), tight: this.tight, value, decimals });
    if (kind !== 'number') this.digitArguments = kind === 'command' ? (COMMANDS.get(text) ?? 0) : 0;
    this.hasSubscript ||= text === '_';
    this.index = end;
    this.tight = true;
  }

  /** The sign as it was typed, before it was folded. */
  private typed(): string {
    return String.fromCodePoint(this.text.codePointAt(this.place(this.index)) ?? 0);
  }

  private skip(length: number): void {
    this.index += length;
    this.tight = false;
  }

  private finish(): false {
    const last = this.pieces.at(-1)?.end ?? 0;
    this.pieces.push({ kind: 'end', text: '', at: last, end: last, tight: false, value: undefined, decimals: undefined });
    return false;
  }

  private number(): void {
    const start = this.index;
    const single = this.digitArguments-- > 0 && isDigit(this.code(start)) ? this.line[start] : undefined;
    if (single !== undefined) this.push('number', 1, single, rational(single));
    else if (!this.whole()) this.decimal(matchAt(NUMBER, this.line, start) ?? []);
  }

  /** Most numbers are digits alone. */
  private whole(): boolean {
    let [end, value] = [this.index, 0];
    for (let code = this.code(end); isDigit(code); code = this.code(++end)) value = value * 10 + code - ZERO;
    const next = this.code(end);
    if (end - this.index > SHORT || next === POINT || (next | SMALL) === SMALL_E) return false;
    this.push('number', end - this.index, this.line.slice(this.index, end), Rational.from(value));
    return true;
  }

  private decimal([text = '', whole = '', part = '', scale = '0']: readonly (string | undefined)[]): void {
    const power = Number(scale);
    if (Math.abs(power) > MAX_SCALE)
      throw new Unreadable(this.place(this.index), 'This number is too large or too small to be read.');
    const decimals = part.length - power;
    const value = Rational.integer(BigInt(whole + part)).times(Rational.from(10).power(-decimals));
    this.push('number', text.length, text, value, decimals > 0 ? decimals : undefined);
  }

  private names(length: number, text: string): void {
    const end = this.index + length;
    const isSubscript = this.hasSubscript && isSubscriptNext(this.pieces);
    if (isSubscript) this.push('letters', length, text);
    else pushNames(this.pieces, text, this.place(this.index), this.place(end), this.tight, this.vocabulary);
    this.digitArguments = 0;
    this.index = end;
    this.tight = true;
  }

  private letters(): void {
    let end = this.index + 1;
    while (isLetter(this.code(end))) end++;
    this.names(end - this.index, this.line.slice(this.index, end));
  }

  private tex(): void {
    const styled = matchAt(STYLED, this.line, this.index);
    const name = matchAt(TEX_NAME, this.line, this.index)?.[1];
    if (styled) this.names(styled[0].length, styled[1] ?? '');
    else if (name === undefined) this.escaped(this.line[this.index + 1] ?? '');
    else this.named(name);
  }

  private named(name: string): void {
    const length = name.length + 1;
    const sign = TEX_SIGNS.get(name);
    if (COMMANDS.has(name)) this.push('command', length, name);
    else if (sign === undefined) this.names(length, name);
    else if (sign.trim() === '') this.skip(length);
    else if (isLetter(sign.charCodeAt(0))) this.names(length, sign);
    else this.push('symbol', length, sign);
  }

  private escaped(sign: string): void {
    if ('{}%|'.includes(sign) && sign !== '') this.push('symbol', 2, sign);
    else if (sign !== '' && ' ,;:!()[]'.includes(sign)) this.skip(2);
    else throw new Unreadable(this.place(this.index), 'The \\ sign has no meaning here.');
  }

  private rareSign(sign: string): void {
    const fraction = VULGAR_FRACTIONS.get(sign);
    if (fraction !== undefined) this.push('number', 1, fraction, rational(fraction));
    else
      throw new Unreadable(
        this.place(this.index),
        MEANT_ELSEWHERE.get(this.typed()) ?? `The sign ${this.typed()} has no meaning here.`,
      );
  }
}

const SYMBOLS: ReadonlySet<string> = new Set(`+-*/^_()[]{}|!%°,;=√∛∞⌊⌋⌈⌉${RAISED.open}${RAISED.close}`);

function matchAt(pattern: RegExp, line: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(line);
}

const [ZERO, NINE, POINT] = [48, 57, 46];
const LAST_PLAIN = 126;
const [SMALL_A, SMALL_E, SMALL_Z] = [97, 101, 122];
const NOTHING = -1;
/** Sets the bit that a small letter has and a capital has not. */
const SMALL = 32;

/** Whether nothing is to be folded. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > LAST_PLAIN) return false;
  return true;
}

/** Signs are told apart by their codes, since comparing strings takes most of the time. */
function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function isLetter(code: number): boolean {
  const small = code | SMALL;
  if (small >= SMALL_A && small <= SMALL_Z) return true;
  return code > 127 && isForeignLetter(String.fromCharCode(code));
}

function isForeignLetter(sign: string): boolean {
  return GREEK_SIGNS.has(sign) || (LETTER.test(sign) && !VULGAR_FRACTIONS.has(sign));
}
