import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IntervalLike } from '../../src/math/interval.ts';
import { IntervalUnion, interval, REALS } from '../../src/math/interval-union.ts';
import { rational } from '../../src/math/rational.ts';

/** Ends are integers from -3 to 3 or infinite, so that the half steps in between show every difference. */
const SAMPLES = Array.from({ length: 17 }, (_, k) => rational(k - 8, 2));
const pieces: fc.Arbitrary<IntervalLike> = fc
  .tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }), fc.boolean(), fc.boolean())
  .filter(([low, high, closedLow, closedHigh]) => low < high || (low === high && Math.abs(low) < 4 && closedLow && closedHigh))
  .map(([low, high, closedLow, closedHigh]) => [
    closedLow && low > -4 ? '[' : '(',
    low === -4 ? '-inf' : low,
    high === 4 ? 'inf' : high,
    closedHigh && high < 4 ? ']' : ')',
  ]);
const lists = fc.array(pieces, { maxLength: 4 });

function holds([opening, low, high, closing]: IntervalLike, x: number): boolean {
  const [from, to] = [low, high].map(end => (end === '-inf' ? -Infinity : end === 'inf' ? Infinity : Number(end)));
  if (from === undefined || to === undefined) return false;
  return (opening === '[' ? from <= x : from < x) && (closing === ']' ? x <= to : x < to);
}

const membership = (set: IntervalUnion) => SAMPLES.map(x => set.contains(x));

test('a point is in the union exactly where it is in one of the intervals', () => {
  fc.assert(
    fc.property(lists, list => {
      const expected = SAMPLES.map(x => list.some(piece => holds(piece, x.toNumber())));
      expect(membership(IntervalUnion.of(...list))).toEqual(expected);
    }),
  );
});

test('operations agree with the truth table at every point', () => {
  fc.assert(
    fc.property(lists, lists, (first, second) => {
      const [a, b] = [IntervalUnion.of(...first), IntervalUnion.of(...second)];
      const both = SAMPLES.map(x => [a.contains(x), b.contains(x)] as const);
      expect(membership(a.union(b))).toEqual(both.map(([x, y]) => x || y));
      expect(membership(a.intersection(b))).toEqual(both.map(([x, y]) => x && y));
      expect(membership(a.difference(b))).toEqual(both.map(([x, y]) => x && !y));
      expect(membership(a.complement())).toEqual(both.map(([x]) => !x));
      expect(a.equals(b)).toBe(both.every(([x, y]) => x === y));
      expect(a.isSubsetOf(b)).toBe(both.every(([x, y]) => !x || y));
    }),
  );
});

test('one set has one form: disjoint, ascending, and the text decides equality', () => {
  fc.assert(
    fc.property(lists, lists, (first, second) => {
      const [a, b] = [IntervalUnion.of(...first), IntervalUnion.of(...second)];
      expect(`${a}` === `${b}`).toBe(a.equals(b));
      expect(a.complement().complement().equals(a)).toBe(true);
      expect(IntervalUnion.of(...JSON.parse(JSON.stringify(a))).equals(a)).toBe(true);
      expect(a.intervals.length).toBeLessThanOrEqual(first.length);
    }),
  );
});

test('touching intervals merge where the point between them belongs to one', () => {
  expect(`${interval('[', 0, 1, ')').union(interval('[', 1, 2, ']'))}`).toBe('[0, 2]');
  expect(`${interval('[', 0, 1, ')').union(interval('(', 1, 2, ']'))}`).toBe('[0, 1) U (1, 2]');
  expect(`${interval('[', 0, 1, ']').intersection(interval('[', 1, 2, ']'))}`).toBe('{1}');
});

test('prints TeX, the typed syntax and words', () => {
  const set = IntervalUnion.of(['(', 3, 'inf', ')'], ['(', '-inf', '-1/2', ']'], ['[', 2, 2, ']']);
  expect(`${set}`).toBe('(-inf, -1/2] U {2} U (3, inf)');
  expect(set.toTeX()).toBe('\\left(-\\infty, -\\frac{1}{2}\\right] \\cup \\{2\\} \\cup (3, \\infty)');
  expect(set.toSpeech()).toBe(
    'from minus infinity to minus 1 over 2 included, together with the single number 2, together with from 3 excluded to infinity',
  );
  expect([`${REALS}`, REALS.toSpeech()]).toEqual(['(-inf, inf)', 'all real numbers']);
  const none = REALS.complement();
  expect([`${none}`, none.toTeX(), none.toSpeech(), none.isEmpty()]).toEqual(['{}', '\\varnothing', 'the empty set', true]);
});

test('misuse throws', () => {
  expect(() => interval('[', 2, 1, ']')).toThrow('without numbers');
  expect(() => interval('[', 1, 1, ')')).toThrow('without numbers');
  expect(() => interval('[', '-inf', 1, ')')).toThrow('closed at infinity');
  expect(() => interval('(', 'inf', 'inf', ')')).toThrow('without numbers');
});
