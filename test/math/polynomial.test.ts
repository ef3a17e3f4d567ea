import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateExact } from '../../src/math/expression/evaluate.ts';
import { printText } from '../../src/math/expression/print-text.ts';
import { Polynomial, polynomial } from '../../src/math/polynomial.ts';
import { ZERO } from '../../src/math/rational.ts';
import { polynomials, rationals } from './arbitraries.ts';

test('sums, products and compositions have the values that they should', () => {
  fc.assert(
    fc.property(polynomials(), polynomials(3), rationals, (p, q, x) => {
      expect(p.plus(q).evaluate(x)).toEqual(p.evaluate(x).plus(q.evaluate(x)));
      expect(p.minus(q).evaluate(x)).toEqual(p.evaluate(x).minus(q.evaluate(x)));
      expect(p.times(q).evaluate(x)).toEqual(p.evaluate(x).times(q.evaluate(x)));
      expect(p.compose(q).evaluate(x)).toEqual(p.evaluate(q.evaluate(x)));
    }),
  );
});

test('Horner’s value is the sum of the terms', () => {
  fc.assert(
    fc.property(polynomials(), rationals, (p, x) => {
      const terms = p.coefficients.map((value, k) => value.times(x.power(k)));
      expect(p.evaluate(x)).toEqual(terms.reduce((total, term) => total.plus(term), ZERO));
    }),
  );
});

test('quotient · divisor + remainder gives it back, with a smaller remainder', () => {
  fc.assert(
    fc.property(polynomials(), polynomials(3), (p, q) => {
      fc.pre(!q.isZero());
      const { quotient, remainder } = p.divide(q);
      expect(quotient.times(q).plus(remainder).equals(p)).toBe(true);
      expect(remainder.degree).toBeLessThan(q.degree);
    }),
  );
  expect(() => polynomial([1]).divide(polynomial([0]))).toThrow('zero polynomial');
});

test('the gcd divides both, is monic and takes up every common factor', () => {
  fc.assert(
    fc.property(polynomials(3), polynomials(3), polynomials(2), (p, q, common) => {
      fc.pre(!common.isZero() && !(p.isZero() && q.isZero()));
      const gcd = p.times(common).gcd(q.times(common));
      expect(gcd.leading.equals(1)).toBe(true);
      for (const one of [p, q]) expect(one.times(common).divide(gcd).remainder.isZero()).toBe(true);
      expect(gcd.divide(common).remainder.isZero()).toBe(true);
    }),
  );
});

test('the derivative undoes the integral and obeys the product and the chain rule', () => {
  fc.assert(
    fc.property(polynomials(), polynomials(3), (p, q) => {
      expect(p.integral().derivative().equals(p)).toBe(true);
      expect(p.integral().coefficient(0).isZero()).toBe(true);
      expect(
        p
          .times(q)
          .derivative()
          .equals(p.derivative().times(q).plus(p.times(q.derivative()))),
      ).toBe(true);
      expect(p.compose(q).derivative().equals(p.derivative().compose(q).times(q.derivative()))).toBe(true);
    }),
  );
});

test('powers, degrees and leading coefficients', () => {
  fc.assert(
    fc.property(polynomials(3), polynomials(3), (p, q) => {
      expect(p.power(3).equals(p.times(p).times(p))).toBe(true);
      fc.pre(!p.isZero() && !q.isZero());
      expect(p.times(q).degree).toBe(p.degree + q.degree);
      expect(p.times(q).leading).toEqual(p.leading.times(q.leading));
    }),
  );
  expect([polynomial([]).degree, polynomial([0, 0]).degree, polynomial([3, 0]).degree]).toEqual([-1, -1, 0]);
});

test('prints descending, without 1x and + -3', () => {
  const texts: [Polynomial, string][] = [
    [Polynomial.of(1, -1, 3), '3x^2 - x + 1'],
    [Polynomial.of(-3, 1), 'x - 3'],
    [Polynomial.of(0, 0, -1), '-x^2'],
    [Polynomial.of(0, '-1/2', 0, 1), 'x^3 - 1/2x'],
    [Polynomial.of(-5), '-5'],
    [Polynomial.of(), '0'],
  ];
  for (const [p, text] of texts) {
    expect(`${p}`).toBe(text);
    expect(polynomial(JSON.parse(JSON.stringify(p))).equals(p)).toBe(true);
  }
  expect(Polynomial.of('1/2', 0, '-3/2').toTeX()).toBe('-\\frac{3}{2}x^{2} + \\frac{1}{2}');
  expect(Polynomial.of(1, '-1/2', 3, 1, 2).toSpeech()).toBe(
    '2 x to the power 4 plus x cubed plus 3 x squared minus 1 over 2 times x plus 1',
  );
});

test('the expression has the same values and reads as a person would write it', () => {
  fc.assert(
    fc.property(polynomials(), rationals, (p, x) => {
      expect(evaluateExact(p.toExpression('t'), { t: x })).toEqual(p.evaluate(x));
    }),
  );
  expect(printText(Polynomial.of(1, -1, 3).toExpression('t'))).toBe('3t^2 - t + 1');
  expect(printText(Polynomial.of(0, -1).toExpression())).toBe('-x');
  expect(printText(Polynomial.of(-4).toExpression())).toBe('-4');
});
