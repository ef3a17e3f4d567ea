// Results of a set that were sent back: those in whatever was pasted, and the rows of their table.

import { encodeResult, type Mark, resultsIn, type SetResult, scoreOf } from '../../link/result.ts';
import { cleanTitle } from '../../link.ts';

/** What tells whether a result is one of this set. */
export interface Expected {
  /** As the set's link has it. */
  readonly digest: string;
  readonly exercises: number;
}

/** What a pasted text came to; links are from the # on. */
export interface Gathered {
  /** In the order in which they came. */
  readonly added: readonly string[];
  /** Results that were there already. */
  readonly known: number;
  /** Results of other sets. */
  readonly others: number;
  /** Results that did not come whole. */
  readonly broken: number;
  /** Results for which there is no room. */
  readonly left: number;
}

/** The most that a set keeps. */
export const MOST_RESULTS = 1000;
const LONGEST_TEXT = 1_000_000;
const CODE = /#\/result\/([\w.~-]+)/g;

/** What a text of messages brings beside the results that are known; the same result counts once, however often it comes. */
export const gather = (known: readonly string[], pasted: string, expected: Expected): Gathered => {
  const codes = codesIn(pasted);
  const whole = codes.flatMap(code => resultOf(code) ?? []).filter(result => !isMisfit(result, expected));
  const linksOf = (results: readonly SetResult[]) => [...new Set(results.map(encodeResult))];
  const links = linksOf(whole.filter(({ digest }) => digest === expected.digest));
  const fresh = links.filter(link => !known.includes(link));
  const added = fresh.slice(0, Math.max(0, MOST_RESULTS - known.length));
  return {
    added,
    known: links.length - fresh.length,
    others: linksOf(whole.filter(({ digest }) => digest !== expected.digest)).length,
    broken: codes.length - whole.length,
    left: fresh.length - added.length,
  };
};

/** Whether the text had anything to do with results. */
export const hasFound = ({ added, known, others, broken, left }: Gathered): boolean =>
  added.length + known + others + broken + left > 0;

/** What stands after `#/result/` in each link; some mail programs write a link's signs as % and two digits. */
const codesIn = (text: string): readonly string[] => {
  const plain = text.slice(0, LONGEST_TEXT).replace(/%(?:23|2F|7E)/gi, sign => decodeURIComponent(sign));
  return [...new Set([...plain.matchAll(CODE)].map(([, code = '']) => code))];
};

/** The result of a code, as a link's address or a message has it; some programs take the last point of a link for the end of a sentence. */
export const resultOf = (code: string): SetResult | undefined => resultsIn(`#/result/${code}.`)[0];

/** Whether it says that it is of the set, and cannot be. */
const isMisfit = ({ digest, marks }: SetResult, expected: Expected): boolean =>
  digest === expected.digest && marks.length !== expected.exercises;

export interface ResultRow {
  /** From the # on. */
  readonly link: string;
  /** Clean, and empty where nobody said. */
  readonly name: string;
  /** Which result it is of those under its name, or of those without one; counted from 1, in the order in which they came. */
  readonly number: number;
  readonly score: number;
  /** Of what can be reached, from 0 to 1. */
  readonly share: number;
  readonly seconds: number;
  readonly marks: readonly Mark[];
}

/** In the order in which they came. Two names are the same where they differ in case, spaces or signs that nobody sees only. */
export const rowsOf = (links: readonly string[], expected: Expected): readonly ResultRow[] => {
  const numbers = new Map<string, number>();
  return links.flatMap(link => {
    const [result] = resultsIn(link);
    if (!result || result.digest !== expected.digest || isMisfit(result, expected)) return [];
    const { seconds, marks } = result;
    const key = result.name === '' ? '' : sameName(result.name);
    const number = (numbers.get(key) ?? 0) + 1;
    numbers.set(key, number);
    const score = scoreOf(result);
    const share = marks.length === 0 ? 0 : score / marks.length;
    return [{ link, name: key === '' ? '' : cleanTitle(result.name), number, score, share, seconds, marks }];
  });
};

const sameName = (name: string): string => cleanTitle(name.normalize('NFKC').replace(/\p{Cf}/gu, '')).toLowerCase();

export const SORTS = ['name', 'score', 'time'] as const;
export type Sort = (typeof SORTS)[number];

const names = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

const byName = (a: ResultRow, b: ResultRow): number =>
  Number(a.name === '') - Number(b.name === '') || names.compare(a.name, b.name) || a.number - b.number;

const COMPARED: Readonly<Record<Sort, (a: ResultRow, b: ResultRow) => number>> = {
  name: () => 0,
  score: (a, b) => b.score - a.score,
  time: (a, b) => a.seconds - b.seconds,
};

/** Names from A, the best score first, the shortest time first; or the other way round. */
export const sorted = (rows: readonly ResultRow[], sort: Sort, isReversed = false): readonly ResultRow[] => {
  const all = rows.toSorted((a, b) => COMPARED[sort](a, b) || byName(a, b));
  return isReversed ? all.toReversed() : all;
};
