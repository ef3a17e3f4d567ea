// Tokens with their letters split into names: what the grammar reads.

import { RAISED } from './folding.ts';
import type { Name, Vocabulary } from './names.ts';
import { type Token, Unreadable } from './tokens.ts';

export type Piece = Token | (Omit<Token, 'kind'> & { readonly kind: 'name'; readonly name: Name });

export const END: Piece = { kind: 'end', text: '', at: 0, end: 0, tight: false };

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

/** Throws Unreadable at a letter that is no name. */
export function toPieces(tokens: readonly Token[], vocabulary: Vocabulary): Piece[] {
  return tokens.flatMap((token, index) =>
    token.kind === 'letters' && !isSubscript(tokens, index) ? split(token, vocabulary) : [token],
  );
}

function split(token: Token, vocabulary: Vocabulary): Piece[] {
  const names = vocabulary.split(token.text);
  const start = token.end - token.text.length;
  if ('stuck' in names) throw unknown(token.text, names.stuck, start, vocabulary);
  return names.map((name, index) => ({
    kind: 'name',
    text: token.text.slice(name.from, name.to),
    at: index === 0 ? token.at : start + name.from,
    end: start + name.to,
    tight: index > 0 || token.tight,
    name,
  }));
}

function unknown(run: string, stuck: number, start: number, vocabulary: Vocabulary): Unreadable {
  const letter = String.fromCodePoint(run.codePointAt(stuck) ?? 0);
  const names = vocabulary.list();
  const hint = names === '' ? 'No letter is needed here.' : `Use ${names}.`;
  return new Unreadable(Math.max(0, start + stuck), `The letter ${letter} has no meaning in this exercise. ${hint}`);
}

/** Letters right after an underscore, also inside its braces, are a subscript and no names; the base of a logarithm is none. */
function isSubscript(tokens: readonly Token[], index: number): boolean {
  let before = index - 1;
  while (before >= 0 && (tokens[before]?.kind === 'number' || tokens[before]?.kind === 'letters')) before--;
  if (tokens[before]?.text === '{') before--;
  else if (before !== index - 1) return false;
  const isBase = /lo?g$/.test(tokens[before - 1]?.text ?? '');
  return before >= 0 && tokens[before]?.text === '_' && !isBase;
}

/** Whether a number was typed as a whole number, without point or exponent. */
export function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}
