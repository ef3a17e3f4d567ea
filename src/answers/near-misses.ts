// Wrong keys close to the right one: what `verify` of a generator has to refuse.
import type { AnswerOf, KeyOf, Kind } from '../exercise/answer.ts';
import { type Condition, isRelation, joined, mapStatements, statementsOf } from '../math/condition/condition.ts';
import { evaluateExact } from '../math/expression/evaluate.ts';
import { add, type Expression, multiply, negate, toExpression, variable } from '../math/expression/tree.ts';
import { matrix } from '../math/matrix.ts';
import { exactSet, type Member, membersOf } from '../math/member.ts';
import { ONE, type Rational, ZERO } from '../math/rational.ts';
import type { Relation } from '../math/relation.ts';
import { combine, INFINITY, isInfiniteEnd, MINUS_INFINITY, rationalUnion, type Span } from '../math/span.ts';
import { vector } from '../math/vector.ts';
import { entriesOf, isExact, rowsOf } from './entries.ts';
import { conditionOf } from './equation.ts';
import { isPoint, listOf } from './interval.ts';
import { equalKeys } from './kinds.ts';
import { allowedFor } from './real.ts';
import { isZeroVector } from './vector.ts';

type Near<K extends Kind> = (answer: AnswerOf<K>) => readonly KeyOf[K][];

/** Candidates, some of which may equal the key. */
const candidates: { readonly [K in Kind]: Near<K> } = {
  number: ({ key }) => nearRationals(key),
  real: nearReals,
  expression: nearExpressions,
  vector: ({ key }) => nearVectors(key),
  direction: ({ key, ...rest }) => nearVectors(key).filter(other => !isZeroVector(entriesOf(other), rest)),
  matrix: ({ key }) => nearMatrices(key),
  set: ({ key }) => nearSets(key),
  interval: ({ key }) => nearUnions(key),
  equation: ({ key }) => nearConditions(conditionOf(key)),
  choice: ({ options }) => options.map(({ id }) => id),
  several: ({ key, options }) => options.map(({ id }) => (key.includes(id) ? key.filter(other => other !== id) : [...key, id])),
  ordering: ({ key }) => nearOrders(key),
};

export function nearMisses<K extends Kind>(answer: AnswerOf<K>): readonly KeyOf[K][] {
  return candidates[answer.kind](answer).filter(near => !equalKeys(answer, near, answer.key));
}

/** Off by one, sign, twice, upside down. */
function nearRationals(key: Rational): Rational[] {
  const near = [key.plus(1), key.minus(1), key.negated(), key.times(2), key.plus(ONE.over(key.denominator))];
  return key.isZero() ? near : [...near, ONE.over(key)];
}

/** Three times as far off as is allowed, sign, twice. */
function nearReals(answer: AnswerOf<'real'>): Expression[] {
  const { key } = answer;
  const { tolerance = ZERO, relative = ZERO } = allowedFor(key, answer);
  const steps = [3, -3].map(step => add(key, tolerance.times(step), multiply(relative.times(step), key)));
  return [...steps, negate(key), multiply(2, key)];
}

function nearExpressions({ key, upToConstant }: AnswerOf<'expression'>): Expression[] {
  const near = [negate(key), multiply(2, key)];
  return upToConstant === undefined ? [add(key, 1), add(key, -1), ...near] : [add(key, variable(upToConstant)), ...near];
}

/** Each entry off by one, its sign turned, neighbours swapped, one entry less and one more. */
function nearVectors(key: KeyOf['vector']): KeyOf['vector'][] {
  const entries = entriesOf(key);
  const changed = entries.flatMap((entry, i) => [
    ...nearEntries(entry).map(near => entries.with(i, near)),
    entries.with(i, entries.at(i - 1) ?? entry).with(i - 1, entry),
  ]);
  const all = [...changed, [...entries, toExpression(0)], ...(entries.length > 1 ? [entries.slice(1)] : [])];
  return isExact(key) ? all.map(near => vector(near.map(exactly))) : all;
}

/** Transposed, each entry off by one and its sign turned, first two rows swapped, a row less. */
function nearMatrices(key: KeyOf['matrix']): KeyOf['matrix'][] {
  const rows = rowsOf(key);
  const changed = rows.flatMap((row, i) =>
    row.flatMap((entry, j) => nearEntries(entry).map(near => rows.with(i, row.with(j, near)))),
  );
  const [first = [], second, ...rest] = rows;
  const transposed = first.map((_, j) => rows.flatMap(row => row[j] ?? []));
  const swapped = second ? [[second, first, ...rest], rows.slice(1)] : [];
  const all = [transposed, ...changed, ...swapped];
  return isExact(key) ? all.map(near => matrix(near.map(row => row.map(exactly)))) : all;
}

function nearEntries(entry: Expression): readonly Expression[] {
  return [add(entry, 1), negate(entry)];
}

/** Of what was rational before it was changed. */
function exactly(entry: Expression): Rational {
  return evaluateExact(entry) ?? ZERO;
}

/** Each element left out, and one more. */
function nearSets(key: KeyOf['set']): KeyOf['set'][] {
  const members = membersOf(key);
  const fewer = members.map((_, i) => members.toSpliced(i, 1));
  const numbers = members.filter((member): member is Expression => typeof member === 'object' && 'kind' in member);
  const last = numbers.at(-1);
  const more: Member = last ? add(last, 1) : members.length === 0 ? toExpression(1) : 'another';
  const all = [...fewer, [...members, more]];
  return 'toTeX' in key ? all.map(near => exactSet(near) ?? near) : all;
}

/** Each bracket turned, each finite end off by one, a piece left out, and all other numbers. */
function nearUnions(key: KeyOf['interval']): KeyOf['interval'][] {
  const spans = combine('union', listOf(key), []);
  const changed = spans.flatMap((piece, i) => nearSpans(piece).map(near => (near ? spans.with(i, near) : spans.toSpliced(i, 1))));
  const others = combine('difference', [['(', MINUS_INFINITY, INFINITY, ')']], spans);
  const all = [...changed, others].map(near => combine('union', near, []));
  return 'toTeX' in key ? all.flatMap(near => rationalUnion(near) ?? []) : all;
}

function nearSpans(piece: Span): readonly (Span | undefined)[] {
  const [opening, low, high, closing] = piece;
  if (isPoint(piece)) return [undefined, [opening, low, add(high, 1), closing], [opening, add(low, 1), add(high, 1), closing]];
  const turnedLow: Span = [opening === '[' ? '(' : '[', low, high, closing];
  const turnedHigh: Span = [opening, low, high, closing === ']' ? ')' : ']'];
  return [
    undefined,
    ...(isInfiniteEnd(low) ? [] : [turnedLow, [opening, add(low, -1), high, closing] as const]),
    ...(isInfiniteEnd(high) ? [] : [turnedHigh, [opening, low, add(high, 1), closing] as const]),
  ];
}

/** Each comparison changed a little; and taken for or. */
function nearConditions(key: Condition): readonly Condition[] {
  const changed = statementsOf(key).flatMap(statement => {
    const near = isRelation(statement) ? nearRelations(statement) : [joined('not', statement)];
    return near.map(other => mapStatements(key, own => (own === statement ? other : own)));
  });
  if (!('join' in key) || key.parts.length < 2) return changed;
  return [...changed, joined(key.join === 'and' ? 'or' : 'and', ...key.parts)];
}

/** A side off by one, with its sign turned, the sides swapped in an inequality, another sign. */
function nearRelations({ left, sign, right }: Relation): readonly Relation[] {
  const strict: Relation['sign'] = sign === '=' ? '≠' : sign === '<' ? '≤' : sign === '>' ? '≥' : '<';
  return [
    { left, sign, right: add(right, 1) },
    { left, sign, right: negate(right) },
    { left: negate(left), sign, right: add(right, 1) },
    { left, sign: strict, right },
    ...(sign === '=' ? [] : [{ left: right, sign, right: left }]),
  ];
}

/** Neighbours swapped, turned around, the first one last. */
function nearOrders(key: readonly string[]): readonly string[][] {
  const swapped = key.slice(1).map((id, i) => key.with(i, id).with(i + 1, key[i] ?? id));
  return [...swapped, key.toReversed(), [...key.slice(1), ...key.slice(0, 1)]];
}
