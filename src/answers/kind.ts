// What every kind of answer can do: read what is typed, write a key, tell whether both are the same.
import type { AnswerOf, Domains, KeyOf, Kind } from '../exercise/answer.ts';
import type { Text } from '../exercise/text.ts';
import type { Condition } from '../math/condition/condition.ts';
import type { EquivalenceOptions } from '../math/expression/equivalent.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { Member } from '../math/member.ts';
import type { Span } from '../math/span.ts';

/** What reading gives: numbers stay expressions as typed, so that their form can be judged and shown again. */
export interface ValueOf {
  number: Expression;
  real: Expression;
  expression: Expression;
  vector: readonly Expression[];
  direction: readonly Expression[];
  matrix: readonly (readonly Expression[])[];
  set: readonly Member[];
  interval: readonly Span[];
  equation: Condition;
  choice: string;
  several: readonly string[];
  ordering: readonly string[];
}

/** `at` is the place in the typed text, counted in characters from 0. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly at: number; readonly says: string };

/** `form`: the value is right, its form is not; `says` is set for every form and for what is worth a word. */
export interface Judgement {
  readonly verdict: 'right' | 'form' | 'wrong';
  readonly says?: Text;
}

export interface AnswerKind<K extends Kind> {
  read(text: string, answer: AnswerOf<K>): Reading<ValueOf[K]>;
  /** In the syntax that a learner types; reading it back is right. */
  write(key: KeyOf[K], answer: AnswerOf<K>): string;
  same(value: ValueOf[K], key: KeyOf[K], answer: AnswerOf<K>): Judgement;
  /** A word on a wrong answer that no known mistake explains. */
  hint?(value: ValueOf[K], key: KeyOf[K], answer: AnswerOf<K>): Text | undefined;
  /** Whether two keys count as the same answer. */
  equal(a: KeyOf[K], b: KeyOf[K], answer: AnswerOf<K>): boolean;
}

/** Longer texts are not read at all. */
export const MAX_TYPED = 2000;

export const RIGHT: Judgement = { verdict: 'right' };
export const WRONG: Judgement = { verdict: 'wrong' };

export function isRight(judgement: Judgement): boolean {
  return judgement.verdict === 'right';
}

/** What an exercise assumes of its letters, as equality takes it. */
export function assuming({ assume }: { readonly assume?: Domains }): EquivalenceOptions {
  return assume ? { domains: assume } : {};
}
