// What a generator is: one skill with its levels, each of which draws numbers, puts them into words, and proves its key.
import type { Answer, Keys } from './answer.ts';
import type { Figure } from './figure.ts';
import type { Json } from './json.ts';
import type { Rng } from './rng.ts';
import type { Text } from './text.ts';

/** An exercise's words: no chance in them, all from `given`. */
export interface Question<Answers extends readonly Answer[] = readonly Answer[]> {
  readonly statement: Text;
  readonly figures?: readonly Figure[];
  readonly answers: Answers;
  /** Mistakes that span the parts, such as swapped unknowns: one wrong key a part. */
  readonly jointMistakes?: readonly { readonly wrong: Keys<Answers>; readonly says: Text }[];
  /** They climb: what to remember (free), the method, the first step. */
  readonly hints: readonly Text[];
  /** The worked solution with this exercise's numbers, a step a line. */
  readonly solution: readonly Text[];
}

export interface Level<Given extends Json = Json, Answers extends readonly Answer[] = readonly Answer[]> {
  /** What is asked, in a few words for the list of levels. */
  readonly says: string;
  /** Seconds that a fluent person takes. */
  readonly par: number;
  /** All the chance; undefined where the numbers are degenerate and are to be drawn again. */
  pick(rng: Rng): Given | undefined;
  ask(given: Given): Question<Answers>;
  /** Proves the key by another road than `ask` took; false refuses it. */
  verify(given: Given, key: Keys<Answers>): boolean;
  /** Why fewer than 50 different exercises are right here, where that is so. */
  readonly few?: string;
}

export interface Generator {
  /** `area/skill`, the file's path, for ever. */
  readonly id: string;
  /** Raised when an old seed would give other numbers or another key. */
  readonly version: number;
  readonly title: string;
  readonly bullet: string;
  readonly why: string;
  /** Ids of the skills that come before. */
  readonly needs: readonly string[];
  /** Easiest first. */
  readonly levels: readonly Level[];
}

/** One level; given and key are typed by what `pick` and `ask` return. */
export function level<Given extends Json, const Answers extends readonly Answer[]>(level: Level<Given, Answers>): Level {
  return level;
}

export function generator(generator: Generator): Generator {
  return generator;
}

/** An exercise as it is shown: made from a seed, its key proved. */
export interface Exercise extends Question {
  readonly id: string;
  readonly version: number;
  /** Counted from 1. */
  readonly level: number;
  readonly seed: string;
  readonly given: Json;
}
