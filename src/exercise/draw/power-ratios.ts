// Shared way to draw two distributions whose probabilities differ by powers of 2, for exact divergences in bits.
import { gcd } from '../../math/integer.ts';
import type { Rng } from '../rng.ts';

/** Positive counts p and q of 3 or 4 outcomes, with one total from 5 to 16 and each p/q from 1/4 to 4; undefined where the draw fails. */
export function drawPowerRatios(rng: Rng): { p: number[]; q: number[] } | undefined {
  const some = rng.ints(rng.int(2, 3), -2, 2).map(k => ({ k, count: rng.int(1, 4) * (k < 0 ? 2 ** -k : 1) }));
  const surplus = some.reduce((total, { k, count }) => total + shifted(count, k) - count, 0);
  // The last outcome makes up for the others.
  const k = surplus === 0 ? 0 : surplus > 0 ? rng.int(-2, -1) : rng.int(1, 2);
  const all = rng.shuffle([...some, { k, count: k === 0 ? rng.int(1, 4) : -surplus / (shifted(1, k) - 1) }]);
  const [p, q] = [all.map(({ count }) => count), all.map(({ k, count }) => shifted(count, k))];
  const total = p.reduce((sum, count) => sum + count, 0);
  const isKind = [...p, ...q].every(Number.isInteger) && total >= 5 && total <= 16 && some.some(({ k }) => k !== 0);
  return isKind && [...p, ...q].reduce((divisor, n) => gcd(divisor, n), 0) === 1 ? { p, q } : undefined;
}

/** count · 2^k. */
function shifted(count: number, k: number): number {
  return k < 0 ? count / 2 ** -k : count * 2 ** k;
}
