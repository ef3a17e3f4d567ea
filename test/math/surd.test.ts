import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/math/expression/evaluate.ts';
import { parse } from '../../src/math/expression/parse.ts';
import { squareFree } from '../../src/math/integer.ts';
import { rational } from '../../src/math/rational.ts';
import { Surd, surd } from '../../src/math/surd.ts';
import { rationals } from './arbitraries.ts';

const term = fc.tuple(rationals, fc.integer({ min: 1, max: 30 })).map(([value, radicand]) => surd(0, value, radicand));
const surds = fc.array(term, { maxLength: 3 }).map(terms => terms.reduce((total, next) => total.plus(next), Surd.from(0)));

test('sums of roots are a field', () => {
  fc.assert(
    fc.property(surds, surds, surds, (a, b, c) => {
      expect(
        a
          .plus(b)
          .times(c)
          .equals(c.times(b).plus(c.times(a))),
      ).toBe(true);
      expect(a.minus(a).isZero()).toBe(true);
      fc.pre(!b.isZero());
      expect(a.over(b).times(b).equals(a)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('values, order and printed text agree with doubles', () => {
  fc.assert(
    fc.property(surds, surds, (a, b) => {
      const double = (x: Surd) =>
        x.terms.reduce((total, { coefficient, radicand }) => total + coefficient.toNumber() * Math.sqrt(Number(radicand)), 0);
      expect(a.toNumber()).toBeCloseTo(double(a), 10);
      expect(evaluate(a.toExpression())).toBeCloseTo(double(a), 10);
      expect(a.compare(b)).toBe(a.equals(b) ? 0 : double(a) < double(b) ? -1 : 1);
      const read = parse(a.toString());
      expect(read.ok && Math.abs(evaluate(read.value) - double(a)) < 1e-9).toBe(true);
    }),
  );
});

test('the square root squares back, and is found wherever it is a sum of two roots', () => {
  fc.assert(
    fc.property(rationals, rationals, (p, q) => {
      const [a, b] = [Surd.root(p.abs()), Surd.root(q.abs())];
      for (const root of [a.plus(b), a.minus(b).abs()]) expect(root.times(root).sqrt()?.equals(root)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(surds, a => {
      const root = a.sqrt();
      fc.pre(root !== undefined);
      expect(root?.times(root).equals(a) && root.sign() >= 0).toBe(true);
    }),
  );
  expect(surd(1, 1, 2).sqrt()).toBeUndefined();
  expect(surd(-1).sqrt()).toBeUndefined();
});

test('near misses are told apart, and cancellation costs no digits', () => {
  const fibonacci = surd('1/2', '1/2', 5);
  expect(fibonacci.compare(rational('1836311903/1134903170'))).toBe(1);
  const small = Surd.root(10n ** 16n + 1n).minus(10n ** 8n);
  expect(small.sign()).toBe(1);
  expect(small.toNumber()).toBe(5e-9);
  expect(surd(3, -2, 2).toNumber()).toBeCloseTo((Math.SQRT2 - 1) ** 2, 15);
});

test('looks as one writes it', () => {
  expect(`${surd('1/2', '1/2', 5)}`).toBe('(1 + sqrt(5))/2');
  expect(`${surd('1/2', '-1/2', 5)}`).toBe('(1 - sqrt(5))/2');
  expect(surd(0, '-1/2', 2).toTeX()).toBe('-\\frac{\\sqrt{2}}{2}');
  expect(surd(0, 3, 8).toTeX()).toBe('6\\sqrt{2}');
  expect([surd(0), surd('3/4'), Surd.root('9/4')].map(String)).toEqual(['0', '3/4', '3/2']);
  expect(() => Surd.root(-1)).toThrow('no square root of -1');
});

test('the square-free part has no square, and the rest is one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 6 }), n => {
      const { outside, inside } = squareFree(BigInt(n));
      expect(outside * outside * inside).toBe(BigInt(n));
      let k = 2;
      while (k * k <= inside && Number(inside) % (k * k) !== 0) k++;
      expect(k * k > inside).toBe(true);
    }),
  );
  expect(() => squareFree(0n)).toThrow('no square-free part of 0');
});
