// The kinds of answers that an exercise can ask for: what the key is made of and how it is to be judged.
import { type Expression, type ExpressionLike, toExpression } from '../math/expression/tree.ts';
import type { FiniteSet } from '../math/finite-set.ts';
import type { Matrix } from '../math/matrix.ts';
import { Rational, type RationalLike } from '../math/rational.ts';
import type { Vector } from '../math/vector.ts';
import { say, type Text, type TextLike } from './text.ts';

export const KINDS = ['number', 'real', 'expression', 'vector', 'direction', 'matrix', 'set', 'choice', 'several'] as const;
export type Kind = (typeof KINDS)[number];

/** What the key of each kind is. Choices are option ids. */
export interface KeyOf {
  number: Rational;
  real: Expression;
  expression: Expression;
  vector: Vector;
  direction: Vector;
  matrix: Matrix;
  set: FiniteSet;
  choice: string;
  several: readonly string[];
}

/** A wrong answer that we can explain; `says` tells what was done, never only that it is wrong. */
export interface Mistake<Key> {
  readonly wrong: Key;
  readonly says: Text;
}

/** `mistake(wrong)\`You ...\``: a wrong key and the sentence for it. */
export function mistake<Key>(wrong: Key): (strings: TemplateStringsArray, ...values: readonly TextLike[]) => Mistake<Key> {
  return (strings, ...values) => ({ wrong, says: say(strings, ...values) });
}

/** What the kinds ask for beyond the key. */
interface Demands {
  /** `lowest`: a fraction counts only in lowest terms. */
  number: { readonly lowest?: boolean };
  /** Right within this distance, or within this share of the key's size; at least one of the two, never 0. */
  real: { readonly tolerance?: Rational; readonly relative?: Rational };
  /** `assume`: the open interval of a variable, null for an infinite end. `upToConstant`: the variable of an antiderivative. */
  expression: {
    readonly variables: readonly string[];
    readonly assume?: Domains;
    readonly upToConstant?: string;
    readonly form?: Form;
  };
  vector: object;
  direction: object;
  matrix: object;
  set: object;
  choice: { readonly options: readonly Option[] };
  several: { readonly options: readonly Option[] };
}

export const FORMS = ['expanded', 'factored'] as const;
/** What an expression has to look like. */
export type Form = (typeof FORMS)[number];
export type Domains = Readonly<Record<string, readonly [low: Rational | null, high: Rational | null]>>;

/** An option's id is what a learner's choice is stored as; short and lower-case. */
export interface Option {
  readonly id: string;
  readonly text: Text;
}

export type AnswerOf<K extends Kind> = {
  readonly kind: K;
  /** What stands before the field, such as `x_1 =`; empty where there is only one part that needs no name. */
  readonly label: Text;
  readonly key: KeyOf[K];
  readonly mistakes: readonly Mistake<KeyOf[K]>[];
} & Demands[K];

export type Answer = { [K in Kind]: AnswerOf<K> }[Kind];

/** The keys of an exercise's parts, in order, each with its own type. */
export type Keys<A extends readonly Answer[]> = { readonly [I in keyof A]: A[I]['key'] };

/** An answer without what may be left out. */
type Asked<K extends Kind, Key = KeyOf[K]> = Omit<
  AnswerOf<K>,
  'kind' | 'key' | 'label' | 'mistakes' | 'tolerance' | 'options'
> & {
  readonly key: Key;
  readonly label?: Text;
  readonly mistakes?: readonly Mistake<Key>[];
};

/** An integer or a fraction; decimals, percents and mixed numbers are read too. */
export function number(asked: Asked<'number', RationalLike>): AnswerOf<'number'> {
  return { ...blank, ...asked, kind: 'number', key: Rational.from(asked.key), mistakes: keyed(asked.mistakes, Rational.from) };
}

/** A real number within a tolerance, which the statement has to name. The key is exact: `ln(3)/2`. */
export function real(asked: Asked<'real', ExpressionLike> & { readonly tolerance: RationalLike }): AnswerOf<'real'> {
  const tolerance = Rational.from(asked.tolerance);
  if (tolerance.sign() <= 0) throw new RangeError('a real answer needs a positive tolerance');
  return {
    ...blank,
    ...asked,
    kind: 'real',
    tolerance,
    key: toExpression(asked.key),
    mistakes: keyed(asked.mistakes, toExpression),
  };
}

export function expression(asked: Asked<'expression', ExpressionLike>): AnswerOf<'expression'> {
  return { ...blank, ...asked, kind: 'expression', key: toExpression(asked.key), mistakes: keyed(asked.mistakes, toExpression) };
}

export function vector(asked: Asked<'vector'>): AnswerOf<'vector'> {
  return { ...blank, ...asked, kind: 'vector' };
}

/** A nonzero vector that counts up to a nonzero factor. */
export function direction(asked: Asked<'direction'>): AnswerOf<'direction'> {
  return { ...blank, ...asked, kind: 'direction' };
}

export function matrix(asked: Asked<'matrix'>): AnswerOf<'matrix'> {
  return { ...blank, ...asked, kind: 'matrix' };
}

export function set(asked: Asked<'set'>): AnswerOf<'set'> {
  return { ...blank, ...asked, kind: 'set' };
}

/** One of the options, in the order that `given` says. */
export function choice(asked: Asked<'choice'> & { readonly options: readonly Option[] }): AnswerOf<'choice'> {
  return { ...blank, ...asked, kind: 'choice' };
}

/** All options that are right, none that is not. */
export function several(asked: Asked<'several'> & { readonly options: readonly Option[] }): AnswerOf<'several'> {
  return { ...blank, ...asked, kind: 'several' };
}

/** How likely a blind guess is right, 0 where there is nothing to guess from. */
export function chanceOfGuess(answers: readonly Answer[]): number {
  return answers.reduce((chance, answer) => chance * guess(answer), 1);
}

function guess(answer: Answer): number {
  if (answer.kind === 'choice') return 1 / answer.options.length;
  return answer.kind === 'several' ? 1 / 2 ** answer.options.length : 0;
}

const blank = { label: [] as Text, mistakes: [] };

function keyed<From, Key>(mistakes: readonly Mistake<From>[] | undefined, key: (from: From) => Key): readonly Mistake<Key>[] {
  return (mistakes ?? []).map(({ wrong, says }) => ({ wrong: key(wrong), says }));
}
