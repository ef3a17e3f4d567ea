// What an exponent is, once and for all: the rational that it writes, so that roots of negative numbers are decided exactly.
import type { Rational } from '../rational.ts';
import { constantValue } from './evaluate-exact.ts';
import { childrenOf, type Expression } from './tree.ts';

const remembered = new WeakMap<Expression, Rational | 'varies'>();

/** The exact value of a tree without variables that stays rational. */
export function writtenRational(e: Expression): Rational | undefined {
  if (e.kind === 'number') return e.value;
  if (firstLeaf(e).kind !== 'number') return undefined;
  if (e.kind === 'negate' && e.operand.kind === 'number') return e.operand.value.negated();
  const known = remembered.get(e);
  if (known !== undefined) return known === 'varies' ? undefined : known;
  const value = constantValue(e);
  remembered.set(e, value ?? 'varies');
  return value;
}

/** Where a tree that varies most often shows it. */
function firstLeaf(e: Expression): Expression {
  const [first] = childrenOf(e);
  return first === undefined ? e : firstLeaf(first);
}
