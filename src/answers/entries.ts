// Entries of vectors and matrices: exact keys as expressions, and when two entries count as the same.
import type { Domains, KeyOf } from '../exercise/answer.ts';
import { equivalent } from '../math/expression/equivalent.ts';
import { evaluateExact } from '../math/expression/evaluate.ts';
import { variablesOf } from '../math/expression/substitute.ts';
import { add, type Expression, negate, toExpression } from '../math/expression/tree.ts';
import { Matrix, matrix as matrixOf } from '../math/matrix.ts';
import type { Rational } from '../math/rational.ts';
import { Vector, vector as vectorOf } from '../math/vector.ts';
import { isWithin } from './tolerance.ts';

export interface Comparison {
  readonly assume?: Domains;
  readonly tolerance?: Rational;
  readonly relative?: Rational;
}

export function entriesOf(key: KeyOf['vector']): readonly Expression[] {
  return key instanceof Vector ? key.entries.map(toExpression) : key;
}

export function rowsOf(key: KeyOf['matrix']): readonly (readonly Expression[])[] {
  return key instanceof Matrix ? key.entries.map(row => row.map(toExpression)) : key;
}

/** As a Vector where all entries are rational, else the list. */
export function vectorKey(entries: readonly Expression[]): KeyOf['vector'] {
  const exact = entries.map(entry => evaluateExact(entry));
  return exact.every(entry => entry !== undefined) ? vectorOf(exact) : entries;
}

export function matrixKey(rows: readonly (readonly Expression[])[]): KeyOf['matrix'] {
  const exact = rows.map(row => row.map(entry => evaluateExact(entry)));
  return exact.every(row => row.every(entry => entry !== undefined)) ? matrixOf(exact as Rational[][]) : rows;
}

function sameEntry(value: Expression, key: Expression, { assume, tolerance, relative }: Comparison): boolean {
  const isNumeric = (tolerance || relative) && variablesOf(value).length === 0 && variablesOf(key).length === 0;
  if (isNumeric) return isWithin(value, key, { ...(tolerance && { tolerance }), ...(relative && { relative }) });
  return equivalent(value, key, assume ? { domains: assume } : {}).equal;
}

export function sameEntries(value: readonly Expression[], key: readonly Expression[], comparison: Comparison): boolean {
  return value.length === key.length && value.every((entry, i) => sameEntry(entry, key[i] ?? entry, comparison));
}

/** Close to one entry: off by one, and with its sign turned. */
export function nearEntries(entry: Expression): readonly Expression[] {
  return [add(entry, 1), negate(entry)];
}
