// Signs that compare, as typed: cut at them, and what each one means.
import type { RelationSign } from '../math/relation.ts';
import { type Piece, trimmed } from './typed.ts';

const SIGN =
  /<=|=<|≤|⩽|≦|\\leqslant(?![a-z])|\\leq?(?![a-z])|>=|=>|≥|⩾|≧|\\geqslant(?![a-z])|\\geq?(?![a-z])|!=|<>|≠|\\neq?(?![a-z])|<|＜|\\lt(?![a-z])|>|＞|\\gt(?![a-z])|==|=|＝/g;

const MEANING: readonly (readonly [sign: RelationSign, spellings: RegExp])[] = [
  ['≤', /^(?:<=|=<|≤|⩽|≦|\\leq?(?:slant)?)$/],
  ['≥', /^(?:>=|=>|≥|⩾|≧|\\geq?(?:slant)?)$/],
  ['≠', /^(?:!=|<>|≠|\\neq?)$/],
  ['<', /^(?:<|＜|\\lt)$/],
  ['>', /^(?:>|＞|\\gt)$/],
  ['=', /^(?:==?|＝)$/],
];

export interface Comparisons {
  /** One more than there are signs. */
  readonly sides: readonly Piece[];
  readonly signs: readonly { readonly sign: RelationSign; readonly at: number }[];
}

/** `2 <= x < 5` as its three sides and two signs. */
export function comparisonsIn({ text, at }: Piece): Comparisons {
  const found = [...text.matchAll(SIGN)];
  const starts = [0, ...found.map(match => match.index + match[0].length)];
  const ends = [...found.map(match => match.index), text.length];
  return {
    sides: starts.map((start, i) => trimmed({ text: text.slice(start, ends[i]), at: at + start })),
    signs: found.map(match => ({ sign: meaningOf(match[0]), at: at + match.index })),
  };
}

function meaningOf(typed: string): RelationSign {
  return MEANING.find(([, spellings]) => spellings.test(typed))?.[0] ?? '=';
}
