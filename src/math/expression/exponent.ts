// What an exponent is, once and for all: the rational that it writes, so that roots of negative numbers are decided exactly.
import type { Rational } from '../rational.ts';
import { constantValue } from './evaluate-exact.ts';
import type { Expression } from './tree.ts';

const remembered = new WeakMap<Expression, Rational | 'varies'>();

/** The exact value of a tree without variables that stays rational. */
export function writtenRational(e: Expression): Rational | undefined {
  if (e.kind === 'number') return e.value;
  if (e.kind === 'variable' || e.kind === 'constant') return undefined;
  const known = remembered.get(e);
  if (known !== undefined) return known === 'varies' ? undefined : known;
  const value = constantValue(e);
  remembered.set(e, value ?? 'varies');
  return value;
}
