import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divisors } from '../../src/math/integer.ts';
import { Polynomial, polynomial } from '../../src/math/polynomial.ts';
import { type Rational, rational } from '../../src/math/rational.ts';
import { multiplicity, rationalRoots } from '../../src/math/rational-roots.ts';
import { integers, polynomials, rationals } from './arbitraries.ts';

const rootless = Polynomial.of(-2, 0, 1).times(Polynomial.of(1, 1, 1));

test('finds the roots that a polynomial was built from, with multiplicity, beside irrational and complex ones', () => {
  fc.assert(
    fc.property(fc.array(rationals, { maxLength: 5 }), rationals, fc.boolean(), (roots, factor, mixed) => {
      fc.pre(!factor.isZero());
      const p = Polynomial.withRoots(...roots).times(factor);
      const sorted = roots.toSorted((a, b) => a.compare(b));
      expect(rationalRoots(mixed ? p.times(rootless) : p).map(String)).toEqual(sorted.map(String));
    }),
  );
});

/** The rational root theorem: a root in lowest terms has a divisor of the constant over a divisor of the leading coefficient. */
function rootsByDivisors(p: Polynomial): Rational[] {
  const [low, high] = [p.coefficient(0), p.leading].map(value => Math.abs(value.toNumber()));
  const sizes = divisors(low ?? 1).flatMap(top => divisors(high ?? 1).map(under => rational(top, under)));
  const distinct = new Map(sizes.flatMap(size => [size, size.negated()]).map(root => [`${root}`, root]));
  return [...distinct.values()].filter(root => p.evaluate(root).isZero()).sort((a, b) => a.compare(b));
}

test('agrees with the rational root theorem', () => {
  fc.assert(
    fc.property(fc.array(integers, { minLength: 2, maxLength: 5 }), coefficients => {
      const p = polynomial(coefficients);
      fc.pre(p.degree > 0 && !p.coefficient(0).isZero());
      expect([...new Set(rationalRoots(p).map(String))]).toEqual(rootsByDivisors(p).map(String));
    }),
    { numRuns: 300 },
  );
});

test('what divides twice counts twice', () => {
  fc.assert(
    fc.property(polynomials(3), rationals, fc.integer({ min: 0, max: 3 }), (p, root, count) => {
      fc.pre(!p.isZero() && !p.evaluate(root).isZero());
      const power = Polynomial.of(root.negated(), 1).power(count);
      expect(multiplicity(p.times(power), root)).toBe(count);
    }),
  );
});

test('large coefficients need no factoring', () => {
  const big = rational(2n ** 89n - 1n, 3n);
  expect(rationalRoots(Polynomial.withRoots(big, '-1/7', big)).map(String)).toEqual(['-1/7', `${big}`, `${big}`]);
});

test('constants have none, the zero polynomial has too many', () => {
  expect(rationalRoots(polynomial([5]))).toEqual([]);
  expect(() => rationalRoots(polynomial([]))).toThrow('zero polynomial');
});
