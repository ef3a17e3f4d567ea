// What can be said about where a tree has real values by looking at it.
import { writtenRational } from './exponent.ts';
import { variablesOf } from './substitute.ts';
import { childrenOf, type Expression, type FunctionName } from './tree.ts';

const PARTIAL: ReadonlySet<FunctionName> = new Set([
  'sqrt',
  'ln',
  'log',
  'asin',
  'acos',
  'acosh',
  'atanh',
  'factorial',
  'binomial',
]);

/** Whether it has a value everywhere but on a null set: nothing in it but functions of all reals, and quotients. */
export function isTotal(e: Expression): boolean {
  if (e.kind === 'call' && PARTIAL.has(e.name)) return false;
  if (e.kind === 'power' && !isTotalPower(e.base, e.exponent)) return false;
  return childrenOf(e).every(isTotal);
}

function isTotalPower(base: Expression, exponent: Expression): boolean {
  const by = writtenRational(exponent);
  if (by !== undefined) return by.denominator % 2n === 1n;
  return (base.kind === 'constant' && base.name === 'e') || (writtenRational(base)?.sign() ?? 0) > 0;
}

/** Variables that only make sense as integers: inside factorials and binomials, and in exponents of negative numbers. */
export function integerNames(e: Expression): string[] {
  if (e.kind === 'call' && (e.name === 'factorial' || e.name === 'binomial')) return variablesOf(e);
  if (e.kind === 'power' && (writtenRational(e.base)?.sign() ?? 0) < 0) return variablesOf(e.exponent);
  return childrenOf(e).flatMap(integerNames);
}
