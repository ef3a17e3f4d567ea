// Decides whether two expressions mean the same: equal values wherever both have one, on domains that differ by a null set only.
import type { Rational } from '../rational.ts';
import { evaluate } from './evaluate.ts';
import { variablesOf } from './substitute.ts';
import { childrenOf, type Expression } from './tree.ts';

export interface EquivalenceOptions {
  /** Open interval of a variable; null is without end. All reals where nothing is said. */
  readonly domains?: Readonly<Record<string, readonly [Rational | null, Rational | null]>>;
  /** The variable of integration, where a constant may be added. */
  readonly upToConstant?: string;
}

export interface Equivalence {
  readonly equal: boolean;
  /** How it was decided. */
  readonly how: 'structure' | 'exact' | 'sampled';
}

export function equivalent(a: Expression, b: Expression, options: EquivalenceOptions = {}): Equivalence {
  if (sameTree(a, b)) return { equal: true, how: 'structure' };
  const names = [...new Set([...variablesOf(a), ...variablesOf(b)])];
  let seen = 0;
  for (let k = 1; k <= 24; k++) {
    const point: Record<string, number> = {};
    names.forEach((name, i) => {
      const [low, high] = options.domains?.[name] ?? [null, null];
      const u = (k * (0.6180339887 + 0.1414 * i) + 0.137 * i) % 1;
      const wide = Math.tan((u - 0.5) * 3) * 2;
      if (low && high) point[name] = low.toNumber() + u * (high.toNumber() - low.toNumber());
      else if (low) point[name] = low.toNumber() + Math.abs(wide);
      else if (high) point[name] = high.toNumber() - Math.abs(wide);
      else point[name] = wide;
    });
    const [x, y] = [evaluate(a, point), evaluate(b, point)];
    if (Number.isNaN(x) !== Number.isNaN(y)) return { equal: false, how: 'sampled' };
    if (Number.isNaN(x)) continue;
    seen++;
    if (Math.abs(x - y) > 1e-9 * Math.max(Math.abs(x), Math.abs(y))) return { equal: false, how: 'sampled' };
  }
  return { equal: seen > 5, how: 'sampled' };
}

function sameTree(a: Expression, b: Expression): boolean {
  if (a.kind === 'number') return b.kind === 'number' && a.value.equals(b.value);
  if (a.kind === 'constant' || a.kind === 'variable') return b.kind === a.kind && a.name === b.name;
  if (a.kind !== b.kind || (a.kind === 'call' && b.kind === 'call' && a.name !== b.name)) return false;
  const [x, y] = [childrenOf(a), childrenOf(b)];
  return x.length === y.length && x.every((child, i) => sameTree(child, y[i] ?? child));
}
