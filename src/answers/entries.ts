// Entries of vectors and matrices, those of exact keys too, as expressions.
import type { KeyOf } from '../exercise/answer.ts';
import { type Expression, toExpression } from '../math/expression/tree.ts';
import type { Matrix } from '../math/matrix.ts';
import type { Vector } from '../math/vector.ts';

/** Whether all entries are rational, not a list of expressions. */
export function isExact(key: KeyOf['vector'] | KeyOf['matrix']): key is Vector | Matrix {
  return 'toTeX' in key;
}

export function entriesOf(key: KeyOf['vector']): readonly Expression[] {
  return 'toTeX' in key ? key.entries.map(toExpression) : key;
}

export function rowsOf(key: KeyOf['matrix']): readonly (readonly Expression[])[] {
  return 'toTeX' in key ? key.entries.map(row => row.map(toExpression)) : key;
}
