import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bracketRoot, maximumBetween, minimumBetween, rootBetween } from '../../src/math/bracketing.ts';
import { Polynomial } from '../../src/math/polynomial.ts';
import { rational } from '../../src/math/rational.ts';
import { rationals } from './arbitraries.ts';

test('brackets hold the root and are as narrow as asked; doubles agree', () => {
  fc.assert(
    fc.property(rationals, root => {
      const p = Polynomial.withRoots(root).times(Polynomial.of(1, 0, 1));
      const { low, high } = bracketRoot(x => p.evaluate(x), -10, 10, '1/1000');
      expect(low.compare(root) <= 0 && high.compare(root) >= 0).toBe(true);
      expect(high.minus(low).compare('1/1000')).not.toBe(1);
      const f = (x: number) => (x - root.toNumber()) * (x * x + 1);
      expect(rootBetween(f, -10, 10)).toBeCloseTo(root.toNumber(), 13);
      expect(rootBetween(f, 10, -10)).toBeCloseTo(root.toNumber(), 13);
    }),
  );
  expect(bracketRoot(x => x, 0, 1, 1).high).toEqual(rational(0));
  expect(() => bracketRoot(() => 1, 0, 1, 1)).toThrow('no change of sign');
  expect(() => rootBetween(() => 1, 0, 1)).toThrow('no change of sign');
});

test('the least point of a parabola and of |x − a|, the largest of a concave one', () => {
  fc.assert(
    fc.property(rationals, fc.integer({ min: 1, max: 5 }), (a, scale) => {
      const at = a.toNumber();
      expect(minimumBetween(x => scale * (x - at) ** 2 + 3, -20, 15)).toBeCloseTo(at, 6);
      expect(minimumBetween(x => Math.abs(x - at), -20, 15)).toBeCloseTo(at, 12);
      expect(maximumBetween(x => -((x - at) ** 4), -20, 15)).toBeCloseTo(at, 3);
    }),
  );
  expect(minimumBetween(x => x, 2, 3)).toBeCloseTo(2, 12);
});
