// Real roots against polynomials that are made from them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { realRoots } from '../../../src/math/condition/real-roots.ts';
import { Polynomial } from '../../../src/math/polynomial.ts';
import { type Rational, rational } from '../../../src/math/rational.ts';

const root = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 9 })).map(([a, b]) => rational(a, b));
const distinct = (roots: readonly Rational[]) => [...new Set(roots.map(String))].map(text => rational(text));

it('finds each rational root once, exactly, whatever its multiplicity', () => {
  fc.assert(
    fc.property(fc.array(root, { minLength: 1, maxLength: 4 }), fc.boolean(), (roots, hasComplex) => {
      const p = Polynomial.withRoots(...roots).times(hasComplex ? Polynomial.of(1, 1, 1) : Polynomial.of(-3));
      const wanted = distinct(roots).sort((a, b) => a.compare(b));
      expect(realRoots(p.coefficients).map(String)).toEqual(wanted.map(String));
    }),
    { numRuns: 150 },
  );
});

it('finds square roots to more than 90 digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 10_000 }), n => {
      const roots = realRoots(Polynomial.of(-n, 0, 1).coefficients);
      expect(roots).toHaveLength(2);
      for (const found of roots)
        expect(
          found
            .times(found)
            .minus(n)
            .abs()
            .compare(rational(`1/1${'0'.repeat(90)}`)),
        ).toBe(-1);
    }),
    { numRuns: 50 },
  );
});

it('tells close roots apart, and finds none where there is none', () => {
  const [a, b] = [rational('1/3'), rational(`${'3'.repeat(30)}4/1${'0'.repeat(31)}`)];
  expect(realRoots(Polynomial.withRoots(a, b, a).coefficients).map(String)).toEqual([a, b].map(String));
  expect(realRoots(Polynomial.of(1, 0, 1).coefficients)).toEqual([]);
  expect(realRoots(Polynomial.of(7).coefficients)).toEqual([]);
});
