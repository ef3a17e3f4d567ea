// A wrong answer that would be right with another base of the logarithm: log typed for ln, bits for nats.
import type { Text } from '../exercise/text.ts';
import { printText } from '../math/expression/print-text.ts';
import { call, childrenOf, type Expression, toExpression, withChildren } from '../math/expression/tree.ts';

/** The three that are taken for each other, each from its argument. */
const LOGARITHMS = [
  { base: 'e', of: (x: Expression) => call('ln', x) },
  { base: '10', of: (x: Expression) => call('log', x) },
  { base: '2', of: (x: Expression) => call('log', x, 2) },
] as const;

type Base = (typeof LOGARITHMS)[number]['base'];

/** The base in words; undefined where the key has no logarithm, has several bases, or another base does not make it right. */
export function logarithmHint(value: Expression, key: Expression, isRight: (key: Expression) => boolean): Text | undefined {
  const [asked, ...more] = new Set(basesIn(key));
  if (asked === undefined || more.length > 0) return undefined;
  const taken = LOGARITHMS.find(({ base, of }) => base !== asked && isRight(rebased(key, of)));
  if (!taken) return undefined;
  const own = { e: 'ln', 10: 'log', 2: 'log_2' }[asked];
  if (taken.base === '10' && basesIn(value).includes('10')) return [`Without a base, log has base 10. Did you mean ${own}?`];
  return [`That would be right for a logarithm with base ${taken.base}. Here the base is ${asked}.`];
}

function basesIn(e: Expression): readonly Base[] {
  const inside = childrenOf(e).flatMap(basesIn);
  if (e.kind !== 'call' || (e.name !== 'ln' && e.name !== 'log')) return inside;
  const base = e.name === 'ln' ? 'e' : printText(e.args[1] ?? toExpression(10));
  return [...LOGARITHMS.filter(known => known.base === base).map(known => known.base), ...inside];
}

function rebased(e: Expression, of: (x: Expression) => Expression): Expression {
  const parts = childrenOf(e).map(part => rebased(part, of));
  const [argument] = parts;
  if (e.kind === 'call' && (e.name === 'ln' || e.name === 'log') && argument) return of(argument);
  return parts.length > 0 ? withChildren(e, parts) : e;
}
