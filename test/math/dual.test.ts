import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Dual, dualGradient } from '../../src/math/dual.ts';
import { rational } from '../../src/math/rational.ts';
import { polynomials, rationals } from './arbitraries.ts';

test('polynomials and quotients at x + ε have the derivative as slope', () => {
  const horner = (p: { coefficients: readonly ReturnType<typeof rational>[] }, x: Dual) =>
    p.coefficients.reduceRight((value, next) => value.times(x).plus(next), Dual.of(0));
  fc.assert(
    fc.property(polynomials(), polynomials(), rationals, (p, q, x) => {
      const at = Dual.of(x, 1);
      expect(horner(p, at).equals(Dual.of(p.evaluate(x), p.derivative().evaluate(x)))).toBe(true);
      fc.pre(!q.evaluate(x).isZero());
      const top = p.derivative().times(q).minus(p.times(q.derivative())).evaluate(x);
      expect(horner(p, at).over(horner(q, at)).slope).toEqual(top.over(q.evaluate(x).power(2)));
    }),
  );
});

test('powers are repeated products, negative ones quotients; a chain multiplies', () => {
  fc.assert(
    fc.property(rationals, rationals, fc.integer({ min: 0, max: 5 }), (value, slope, n) => {
      const x = Dual.of(value, slope);
      const product = Array.from({ length: n }, () => x).reduce((all, next) => all.times(next), Dual.of(1));
      expect(x.power(n).equals(product)).toBe(true);
      fc.pre(!value.isZero());
      expect(x.power(-n).equals(Dual.of(1).over(product))).toBe(true);
    }),
  );
  expect(Dual.of(1, 3).through(0, 1).slope).toEqual(rational(3));
  expect(Dual.of(-2, 3).relu().equals(0)).toBe(true);
  expect(() => Dual.of(0, 1).relu()).toThrow('no slope at 0');
});

test('the gradient, one pass for each coordinate', () => {
  const f = (...[w = Dual.of(0), b = Dual.of(0)]: Dual[]) => w.times(3).plus(b).minus(7).power(2);
  expect(dualGradient(f, [2, -1]).map(String)).toEqual(['-12', '-4']);
});
