// The kinds of answers: what the key of each is made of, and how it is to be judged.
import type { Condition } from '../math/condition/condition.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { FiniteSet } from '../math/finite-set.ts';
import type { IntervalUnion } from '../math/interval-union.ts';
import type { Matrix } from '../math/matrix.ts';
import type { Member } from '../math/member.ts';
import type { Rational } from '../math/rational.ts';
import type { Relation } from '../math/relation.ts';
import type { Span } from '../math/span.ts';
import type { Vector } from '../math/vector.ts';
import type { Text } from './text.ts';

export const KINDS = [
  'number',
  'real',
  'expression',
  'vector',
  'direction',
  'matrix',
  'set',
  'interval',
  'equation',
  'choice',
  'several',
  'ordering',
] as const;
export type Kind = (typeof KINDS)[number];

/** What the key of each kind is; lists of expressions stand where the entries are not rational. Choices are option ids. */
export interface KeyOf {
  number: Rational;
  real: Expression;
  expression: Expression;
  vector: Vector | readonly Expression[];
  direction: Vector | readonly Expression[];
  matrix: Matrix | readonly (readonly Expression[])[];
  set: FiniteSet | readonly Member[];
  interval: IntervalUnion | readonly Span[];
  /** A list is joined by "or". */
  equation: Condition | readonly Relation[];
  choice: string;
  several: readonly string[];
  /** From first to last. */
  ordering: readonly string[];
}

/** A wrong answer that we can explain; `says` tells what was done, never only that it is wrong. */
export interface Mistake<Key> {
  readonly wrong: Key;
  readonly says: Text;
  /** The prerequisite that it is a mistake of; made here, it brings that skill forward. */
  readonly of?: string;
}

/** The letters that may be typed, and the open interval of each, null for an infinite end. */
interface Letters {
  readonly variables?: readonly string[];
  readonly assume?: Domains;
}

/** Right within this distance, or within this share of the key's size; never 0. */
interface Tolerance {
  readonly tolerance?: Rational;
  readonly relative?: Rational;
}

/** Rounded to so many decimals or significant digits, and written with so many. */
interface Rounding {
  readonly decimals?: number;
  readonly digits?: number;
}

/** `decimal`: the key is written as 8.4, not as 42/5; what is right stays the same. */
interface Written {
  readonly decimal?: boolean;
}

/** What the kinds ask for beyond the key. */
export interface Demands {
  /** `lowest`: a fraction counts only in lowest terms. */
  number: Written & { readonly lowest?: boolean };
  /** At least one of the four. */
  real: Tolerance & Rounding;
  /** `upToConstant`: the variable of an antiderivative. */
  expression: Letters & { readonly variables: readonly string[]; readonly upToConstant?: string; readonly form?: Form };
  vector: Letters & Tolerance & Rounding & Written;
  direction: Letters;
  matrix: Letters & Tolerance & Rounding & Written;
  set: Letters;
  interval: Letters;
  /** `solvedFor`: the letter that has to stand alone on the left. */
  equation: Letters & { readonly variables: readonly string[]; readonly solvedFor?: string };
  choice: { readonly options: readonly Option[] };
  several: { readonly options: readonly Option[] };
  /** `before`: pairs of ids, the first of which has to come earlier; then any order that keeps to them is right. */
  ordering: { readonly options: readonly Option[]; readonly before?: readonly (readonly [string, string])[] };
}

export const FORMS = ['expanded', 'factored', 'simplified', 'general'] as const;
/** What an expression has to look like; a general antiderivative has its constant. */
export type Form = (typeof FORMS)[number];
export type Domains = Readonly<Record<string, readonly [low: Rational | null, high: Rational | null]>>;

/** An option's id is what a learner's choice is stored as; short and lower-case. */
export interface Option {
  readonly id: string;
  readonly text: Text;
}

export type AnswerOf<K extends Kind, Key extends KeyOf[K] = KeyOf[K]> = {
  readonly kind: K;
  /** What stands before the field, such as `x_1 =`; empty where there is only one part that needs no name. */
  readonly label: Text;
  readonly key: Key;
  readonly mistakes: readonly Mistake<Key>[];
} & Demands[K];

export type Answer = { [K in Kind]: AnswerOf<K> }[Kind];

/** The keys of an exercise's parts, in order, each with its own type. */
export type Keys<A extends readonly Answer[]> = { readonly [I in keyof A]: A[I]['key'] };
