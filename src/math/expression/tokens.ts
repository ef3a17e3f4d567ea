// Cuts typed text into tokens that remember their place, and folds phone, Unicode and TeX spellings into plain ones.
import { Rational, rational } from '../rational.ts';
import { fold, RAISED } from './folding.ts';
import { MEANT_ELSEWHERE, TEX_SIGNS, VULGAR_FRACTIONS } from './signs.ts';

export interface Token {
  /** letters: a run of names still to be split; command: a TeX command that takes arguments. */
  readonly kind: 'number' | 'letters' | 'symbol' | 'command' | 'end';
  readonly text: string;
  /** Place in the original text, counted as strings count. */
  readonly at: number;
  readonly end: number;
  /** Whether nothing stands between this token and the one before. */
  readonly tight: boolean;
  readonly value?: Rational;
  readonly decimals?: number;
}

/** Says why and where a text cannot be read; thrown and caught inside this folder only. */
export class Unreadable {
  readonly at: number;
  readonly says: string;
  constructor(at: number, says: string) {
    this.at = at;
    this.says = says;
  }
}

const COMMANDS: ReadonlyMap<string, number> = new Map([
  ...['frac', 'dfrac', 'tfrac', 'cfrac', 'binom', 'dbinom', 'tbinom'].map(name => [name, 2] as const),
  ['sqrt', 1],
]);
const MAX_SCALE = 300;
const ASCII = /^[ -~]*$/;
const NUMBER = /(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?/y;
const LETTER = /\p{L}|\p{M}/u;
const SPACE = /[\s\u00ad\u200b-\u200d\u2060-\u2064\u3164\ufeff$]/u;
const STYLED = /\\(?:mathrm|mathit|mathbf|operatorname\*?|text)\s*\{\s*([a-zA-Z]+)\s*\}/y;
const TEX_NAME = /\\([a-zA-Z]+)/y;

/** Ends with a token of kind `end`. Throws Unreadable at a sign that means nothing here. */
export function tokenize(text: string): Token[] {
  const cutter = new Cutter(text);
  while (cutter.step());
  return cutter.tokens;
}

class Cutter {
  readonly tokens: Token[] = [];
  private readonly line: string;
  private readonly places: readonly number[] | undefined;
  private readonly text: string;
  private index = 0;
  private tight = false;
  /** How many one-digit arguments a TeX command may still take, as in \frac12. */
  private digitArguments = 0;

  constructor(text: string) {
    this.text = text;
    const folded = ASCII.test(text) ? undefined : fold(text);
    this.line = folded?.line ?? text;
    this.places = folded?.places;
  }

  step(): boolean {
    const sign = this.line[this.index];
    if (sign === undefined) return this.finish();
    if (SPACE.test(sign)) this.skip(1);
    else if (isDigit(sign) || (sign === '.' && isDigit(this.line[this.index + 1]))) this.number();
    else if (VULGAR_FRACTIONS.has(sign))
      this.push('number', 1, VULGAR_FRACTIONS.get(sign) ?? '', { value: rational(VULGAR_FRACTIONS.get(sign) ?? 0) });
    else if (sign === '\\') this.tex();
    else if (isLetter(sign)) this.letters();
    else this.symbol(sign);
    return true;
  }

  private place(index: number): number {
    return this.places === undefined ? index : (this.places[index] ?? this.text.length);
  }

  private push(kind: Token['kind'], length: number, text: string, more: Partial<Token> = {}): void {
    const end = this.index + length;
    this.tokens.push({ kind, text, at: this.place(this.index), end: this.place(end), tight: this.tight, ...more });
    this.index = end;
    this.tight = true;
    if (kind !== 'number') this.digitArguments = kind === 'command' ? (COMMANDS.get(text) ?? 0) : 0;
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
    const last = this.tokens.at(-1)?.end ?? 0;
    this.tokens.push({ kind: 'end', text: '', at: last, end: last, tight: false });
    return false;
  }

  private number(): void {
    const start = this.index;
    const single = this.digitArguments-- > 0 && isDigit(this.line[start]) ? this.line[start] : undefined;
    if (single !== undefined) this.push('number', 1, single, { value: rational(single) });
    else this.decimal(matchAt(NUMBER, this.line, start) ?? []);
  }

  private decimal([text = '', whole = '', part = '', scale = '0']: readonly (string | undefined)[]): void {
    const power = Number(scale);
    if (Math.abs(power) > MAX_SCALE)
      throw new Unreadable(this.place(this.index), 'This number is too large or too small to be read.');
    this.push('number', text.length, text, measure(whole + part, power - part.length));
  }

  private letters(): void {
    let end = this.index + 1;
    while (isLetter(this.line[end])) end++;
    this.push('letters', end - this.index, this.line.slice(this.index, end));
  }

  private tex(): void {
    const styled = matchAt(STYLED, this.line, this.index);
    const name = matchAt(TEX_NAME, this.line, this.index)?.[1];
    if (styled) this.push('letters', styled[0].length, styled[1] ?? '');
    else if (name === undefined) this.escaped(this.line[this.index + 1] ?? '');
    else this.named(name);
  }

  private named(name: string): void {
    const length = name.length + 1;
    const sign = TEX_SIGNS.get(name);
    if (COMMANDS.has(name)) this.push('command', length, name);
    else if (sign === undefined) this.push('letters', length, name);
    else if (sign.trim() === '') this.skip(length);
    else this.push(isLetter(sign) ? 'letters' : 'symbol', length, sign);
  }

  private escaped(sign: string): void {
    if ('{}%|'.includes(sign) && sign !== '') this.push('symbol', 2, sign);
    else if (sign !== '' && ' ,;:!()[]'.includes(sign)) this.skip(2);
    else throw new Unreadable(this.place(this.index), 'The \\ sign has no meaning here.');
  }

  private symbol(sign: string): void {
    if (sign === '*' && this.line[this.index + 1] === '*') this.push('symbol', 2, '^');
    else if (SYMBOLS.includes(sign)) this.push('symbol', 1, sign);
    else
      throw new Unreadable(
        this.place(this.index),
        MEANT_ELSEWHERE.get(this.typed()) ?? `The sign ${this.typed()} has no meaning here.`,
      );
  }
}

const SYMBOLS = `+-*/^_()[]{}|!%°,;=√∛∞⌊⌋⌈⌉${RAISED.open}${RAISED.close}`;

function matchAt(pattern: RegExp, line: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(line);
}

/** Digits and a power of ten as an exact value, with the number of its decimals where it has some. */
function measure(digits: string, power: number): Partial<Token> {
  if (power >= 0) return { value: Rational.integer(BigInt(digits) * 10n ** BigInt(power)) };
  return { value: Rational.ratio(BigInt(digits), 10n ** BigInt(-power)), decimals: -power };
}

function isDigit(sign: string | undefined): boolean {
  return sign !== undefined && sign >= '0' && sign <= '9';
}

function isLetter(sign: string | undefined): boolean {
  if (sign === undefined) return false;
  if (sign < '\u0080') return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
  return LETTER.test(sign) && !VULGAR_FRACTIONS.has(sign);
}
