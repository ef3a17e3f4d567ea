// Signs that compare, as typed: cut at them, and what each one means.
import type { RelationSign } from '../math/relation.ts';
import { type Piece, trimmed } from './typed.ts';

const SPELLINGS: readonly (readonly [sign: RelationSign, spelling: RegExp])[] = [
  ['≤', /<=|=<|[≤⩽≦]|\\leq?(?:slant)?(?![a-z])/],
  ['≥', />=|=>|[≥⩾≧]|\\geq?(?:slant)?(?![a-z])/],
  ['≠', /!=|<>|≠|\\neq?(?![a-z])/],
  ['<', /[<＜]|\\lt(?![a-z])/],
  ['>', /[>＞]|\\gt(?![a-z])/],
  ['=', /==?|＝/],
];
/** A group for each of them. */
const SIGN = new RegExp(SPELLINGS.map(([, { source }]) => `(${source})`).join('|'), 'g');

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
    signs: found.map(match => ({ sign: meaningOf(match), at: at + match.index })),
  };
}

function meaningOf([, ...groups]: readonly (string | undefined)[]): RelationSign {
  return SPELLINGS[groups.findIndex(group => group !== undefined)]?.[0] ?? '=';
}
