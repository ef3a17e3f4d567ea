// What an exercise asks for: one function a kind of answer, typed by the key that it is given.
import { decimalText } from '../math/decimal.ts';
import { type Expression, type ExpressionLike, toExpression } from '../math/expression/tree.ts';
import type { FiniteSet } from '../math/finite-set.ts';
import { IntervalUnion } from '../math/interval-union.ts';
import { countOrders } from '../math/linear-order.ts';
import { Matrix } from '../math/matrix.ts';
import type { Member } from '../math/member.ts';
import { Rational, type RationalLike } from '../math/rational.ts';
import type { Relation } from '../math/relation.ts';
import { type Span, type SpanLike, span } from '../math/span.ts';
import { Vector } from '../math/vector.ts';
import type { Answer, AnswerOf, Kind, Mistake } from './answer-kind.ts';
import { say, type Text, type TextLike } from './text.ts';

export * from './answer-kind.ts';

/** `mistake(wrong)\`You ...\``: a wrong key, the sentence for it, and the prerequisite that it is a mistake of, where it is one's. */
export function mistake<Key>(
  wrong: Key,
  of?: string,
): (strings: TemplateStringsArray, ...values: readonly TextLike[]) => Mistake<Key> {
  return (strings, ...values) => ({ wrong, says: say(strings, ...values), ...(of !== undefined && { of }) });
}

/** An answer without what may be left out. */
type Asked<K extends Kind, Key> = Omit<AnswerOf<K>, 'kind' | 'key' | 'label' | 'mistakes' | 'tolerance' | 'relative'> & {
  readonly key: Key;
  readonly label?: Text;
  readonly mistakes?: readonly Mistake<Key>[];
};

type Entries = readonly ExpressionLike[];
type Rows = readonly Entries[];

interface Tolerance {
  readonly tolerance?: RationalLike;
  readonly relative?: RationalLike;
}

/** An integer or a fraction; decimals, percents and mixed numbers are read too. Throws where a `decimal` key does not end. */
export function number(asked: Asked<'number', RationalLike>): AnswerOf<'number'> {
  requireDecimals(asked, [Rational.from(asked.key)]);
  return { ...blank, ...asked, kind: 'number', ...keyed(asked, Rational.from) };
}

type Rounded = { readonly tolerance: RationalLike } | { readonly relative: RationalLike } | Decimals | Digits;
type Decimals = { readonly decimals: number };
type Digits = { readonly digits: number };

/** A real number within a tolerance or to so many decimals, which the statement has to name. The key is exact: `ln(3)/2`. */
export function real(asked: Asked<'real', ExpressionLike> & Tolerance & Rounded): AnswerOf<'real'> {
  return { ...blank, ...withTolerance(asked), kind: 'real', ...keyed(asked, toExpression) };
}

export function expression(asked: Asked<'expression', ExpressionLike>): AnswerOf<'expression'> {
  return { ...blank, ...asked, kind: 'expression', ...keyed(asked, toExpression) };
}

/** Entries that are not rational come as a list of expressions: a gradient in x and y, or (1/√2, 1/√2). Throws as `number` does. */
export function vector(asked: Asked<'vector', Vector> & Tolerance): AnswerOf<'vector', Vector>;
export function vector(asked: Asked<'vector', Entries> & Tolerance): AnswerOf<'vector', readonly Expression[]>;
export function vector(asked: Asked<'vector', Vector | Entries> & Tolerance): AnswerOf<'vector'> {
  requireDecimals(asked, asked.key instanceof Vector ? asked.key.entries : []);
  return { ...blank, ...withTolerance(asked), kind: 'vector', ...keyed(asked, entries) };
}

/** A nonzero vector that counts up to a nonzero factor. */
export function direction(asked: Asked<'direction', Vector>): AnswerOf<'direction', Vector>;
export function direction(asked: Asked<'direction', Entries>): AnswerOf<'direction', readonly Expression[]>;
export function direction(asked: Asked<'direction', Vector | Entries>): AnswerOf<'direction'> {
  return { ...blank, ...asked, kind: 'direction', ...keyed(asked, entries) };
}

/** As for vectors: rows of expressions where the entries are not rational. */
export function matrix(asked: Asked<'matrix', Matrix> & Tolerance): AnswerOf<'matrix', Matrix>;
export function matrix(asked: Asked<'matrix', Rows> & Tolerance): AnswerOf<'matrix', readonly (readonly Expression[])[]>;
export function matrix(asked: Asked<'matrix', Matrix | Rows> & Tolerance): AnswerOf<'matrix'> {
  requireDecimals(asked, asked.key instanceof Matrix ? asked.key.entries.flat() : []);
  return { ...blank, ...withTolerance(asked), kind: 'matrix', ...keyed(asked, rows) };
}

/** Elements that are not rational come as a list: `[expr\`√2\`, expr\`-√2\`]`. */
export function set(asked: Asked<'set', FiniteSet>): AnswerOf<'set', FiniteSet>;
export function set(asked: Asked<'set', readonly Member[]>): AnswerOf<'set', readonly Member[]>;
export function set(asked: Asked<'set', FiniteSet | readonly Member[]>): AnswerOf<'set'> {
  return { ...blank, ...asked, kind: 'set' };
}

/** A union of intervals; ends that are not rational come as a list such as `[['(', expr\`-√2\`, expr\`√2\`, ')']]`. */
export function interval(asked: Asked<'interval', IntervalUnion>): AnswerOf<'interval', IntervalUnion>;
export function interval(asked: Asked<'interval', readonly SpanLike[]>): AnswerOf<'interval', readonly Span[]>;
export function interval(asked: Asked<'interval', IntervalUnion | readonly SpanLike[]>): AnswerOf<'interval'> {
  return { ...blank, ...asked, kind: 'interval', ...keyed(asked, spans) };
}

/** Right up to a nonzero factor and a swap of the sides. */
export function equation(asked: Asked<'equation', Relation>): AnswerOf<'equation', Relation> {
  return { ...blank, ...asked, kind: 'equation' };
}

/** One of the options, in the order that `given` says. */
export function choice(asked: Asked<'choice', string>): AnswerOf<'choice'> {
  return { ...blank, ...asked, kind: 'choice' };
}

/** All options that are right, none that is not. */
export function several(asked: Asked<'several', readonly string[]>): AnswerOf<'several'> {
  return { ...blank, ...asked, kind: 'several' };
}

/** All options in a row. Throws where the key leaves one out or does not keep to `before`. */
export function ordering(asked: Asked<'ordering', readonly string[]>): AnswerOf<'ordering'> {
  const { key, options, before = [] } = asked;
  const isComplete = key.length === options.length && options.every(({ id }) => key.includes(id));
  if (!isComplete) throw new RangeError(`an ordering of ${options.length} options with the key ${key.join(', ')}`);
  const broken = before.find(([first, second]) => key.indexOf(first) >= key.indexOf(second) || !key.includes(first));
  if (broken) throw new RangeError(`${broken.join(' before ')} does not hold in the key ${key.join(', ')}`);
  return { ...blank, ...asked, kind: 'ordering' };
}

/** How likely a blind guess is right, 0 where there is nothing to guess from. */
export function chanceOfGuess(answers: readonly Answer[]): number {
  return answers.reduce((chance, answer) => chance * guess(answer), 1);
}

function guess(answer: Answer): number {
  if (answer.kind === 'choice') return 1 / answer.options.length;
  if (answer.kind === 'several') return 1 / 2 ** answer.options.length;
  return answer.kind === 'ordering' ? guessedOrder(answer) : 0;
}

function guessedOrder({ key, before }: AnswerOf<'ordering'>): number {
  const all = countOrders(key, []);
  return (before ? countOrders(key, before) : 1) / all;
}

const blank = { label: [] as Text, mistakes: [] };

function keyed<From, Key>(
  { key, mistakes = [] }: { readonly key: From; readonly mistakes?: readonly Mistake<From>[] },
  make: (from: From) => Key,
): { readonly key: Key; readonly mistakes: readonly Mistake<Key>[] } {
  return { key: make(key), mistakes: mistakes.map(mistake => ({ ...mistake, wrong: make(mistake.wrong) })) };
}

function requireDecimals({ decimal }: Pick<AnswerOf<'number'>, 'decimal'>, entries: readonly Rational[]): void {
  if (decimal && (entries.length === 0 || entries.some(entry => decimalText(entry) === undefined)))
    throw new RangeError('a decimal key has to be rational, and its decimals have to end');
}

/** Tolerances as rationals. */
function withTolerance<Given extends Tolerance>(asked: Given) {
  const { tolerance, relative, ...rest } = asked;
  return {
    ...rest,
    ...(tolerance !== undefined && { tolerance: positive(tolerance) }),
    ...(relative !== undefined && { relative: positive(relative) }),
  };
}

function positive(like: RationalLike): Rational {
  const value = Rational.from(like);
  if (value.sign() <= 0) throw new RangeError('a tolerance has to be positive');
  return value;
}

function entries(key: Vector | Entries): Vector | readonly Expression[] {
  return key instanceof Vector ? key : key.map(toExpression);
}

function rows(key: Matrix | Rows): Matrix | readonly (readonly Expression[])[] {
  return key instanceof Matrix ? key : key.map(row => row.map(toExpression));
}

function spans(key: IntervalUnion | readonly SpanLike[]): IntervalUnion | readonly Span[] {
  return key instanceof IntervalUnion ? key : key.map(span);
}
