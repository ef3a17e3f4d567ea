// What the grammar reads: tokens with their letters split into names, each with its place.
import type { Rational } from '../rational.ts';
import { RAISED } from './folding.ts';
import type { Name, Vocabulary } from './names.ts';

interface Token {
  /** letters: a subscript; command: a TeX command that takes arguments. */
  readonly kind: 'number' | 'letters' | 'symbol' | 'command' | 'end';
  readonly text: string;
  /** Place in the original text, counted as strings count. */
  readonly at: number;
  readonly end: number;
  /** Whether nothing stands between this token and the one before. */
  readonly tight: boolean;
  /** Of a number, with how many decimals it was typed; undefined in other tokens, so that all have one shape. */
  readonly value: Rational | undefined;
  readonly decimals: number | undefined;
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

export type Piece = Token | (Omit<Token, 'kind'> & { readonly kind: 'name'; readonly name: Name });

export const END: Piece = { kind: 'end', text: '', at: 0, end: 0, tight: false, value: undefined, decimals: undefined };

/** Every opening sign with the one that closes it. */
export const CLOSING: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '⌊': '⌋',
  '⌈': '⌉',
  [RAISED.open]: RAISED.close,
};
export const CLOSERS: ReadonlySet<string> = new Set(Object.values(CLOSING));

/** The names of a run of letters that ends at `end` of the text. Throws Unreadable at a letter that is no name. */
export function pushNames(pieces: Piece[], text: string, at: number, end: number, tight: boolean, vocabulary: Vocabulary): void {
  const names = vocabulary.split(text);
  const start = end - text.length;
  if ('stuck' in names) throw unknown(text, names.stuck, start, vocabulary);
  for (const name of names) {
    const isFirst = name.from === 0;
    pieces.push({
      kind: 'name',
      text: names.length === 1 ? text : text.slice(name.from, name.to),
      at: isFirst ? at : start + name.from,
      end: start + name.to,
      tight: tight || !isFirst,
      value: undefined,
      decimals: undefined,
      name,
    });
  }
}

function unknown(run: string, stuck: number, start: number, vocabulary: Vocabulary): Unreadable {
  const letter = String.fromCodePoint(run.codePointAt(stuck) ?? 0);
  const names = vocabulary.list();
  const hint = names === '' ? 'No letter is needed here.' : `Use ${names}.`;
  return new Unreadable(Math.max(0, start + stuck), `The letter ${letter} has no meaning in this exercise. ${hint}`);
}

/** Letters right after an underscore, also inside its braces, are a subscript and no names; the base of a logarithm is none. */
export function isSubscriptNext(pieces: readonly Piece[]): boolean {
  let last = pieces.length - 1;
  while (last >= 0 && (pieces[last]?.kind === 'number' || pieces[last]?.kind === 'letters')) last--;
  if (pieces[last]?.text === '{') last--;
  else if (last < pieces.length - 1) return false;
  const isBase = /lo?g$/.test(pieces[last - 1]?.text ?? '');
  return last >= 0 && pieces[last]?.text === '_' && !isBase;
}

/** Whether a number was typed as a whole number, without point or exponent. */
export function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}
