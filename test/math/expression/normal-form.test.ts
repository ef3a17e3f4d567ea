import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateExact } from '../../../src/math/expression/evaluate.ts';
import { Kernels } from '../../../src/math/expression/kernels.ts';
import { MultiPolynomial } from '../../../src/math/expression/multi-polynomial.ts';
import { normalForm } from '../../../src/math/expression/normal-form.ts';
import { parse } from '../../../src/math/expression/parse.ts';
import { evaluatePrecise } from '../../../src/math/expression/precise.ts';
import type { Expression } from '../../../src/math/expression/tree.ts';
import { type Rational, rational } from '../../../src/math/rational.ts';
import { PAIRS } from '../../bench/pairs/table.ts';
import { anyPoint, anyTree, rationalTree } from './trees.ts';

function read(text: string): Expression {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.says}`);
  return parsed.value;
}

function haveSameForm(a: Expression, b: Expression): boolean | undefined {
  const kernels = new Kernels();
  const [x, y] = [normalForm(a, kernels), normalForm(b, kernels)];
  return x && y && kernels.difference(x, y)?.isZero();
}

function sameValue(a: Expression, b: Expression, point: ReadonlyMap<string, Rational>): boolean {
  const [p, q] = [evaluatePrecise(a, point), evaluatePrecise(b, point)];
  return typeof p === 'string' || typeof q === 'string' || p.minus(q).sign() === 0;
}

const polynomial = fc
  .array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.array(fc.nat(2), { maxLength: 3 })), { maxLength: 4 })
  .map(terms =>
    terms
      .map(([coefficient, exponents]) =>
        exponents.reduce((product, k) => product.times(MultiPolynomial.generator(k)), MultiPolynomial.constant(coefficient)),
      )
      .reduce((a, b) => a.plus(b), MultiPolynomial.constant(0)),
  );

describe('MultiPolynomial', () => {
  test('obeys the laws of a ring', () => {
    fc.assert(
      fc.property(polynomial, polynomial, polynomial, (a, b, c) => {
        expect(
          a
            .plus(b)
            .times(c)
            .equals(a.times(c).plus(b.times(c))),
        ).toBe(true);
        expect(a.times(b).equals(b.times(a))).toBe(true);
        expect(a.minus(a).isZero()).toBe(true);
        expect(
          a
            .plus(b)
            .power(2)
            .equals(a.power(2).plus(a.times(b).scaled(2)).plus(b.power(2))),
        ).toBe(true);
      }),
    );
  });

  test('takes out the monomial that all terms share', () => {
    fc.assert(
      fc.property(polynomial, fc.nat(2), fc.integer({ min: 0, max: 3 }), (a, k, n) => {
        const monomial = MultiPolynomial.generator(k).power(n);
        const product = a.times(monomial);
        expect(product.without(monomial.content()).equals(a)).toBe(true);
      }),
    );
  });

  test('replaces powers of a generator', () => {
    const [x, y] = [MultiPolynomial.generator(0), MultiPolynomial.generator(1)];
    expect(
      x
        .power(5)
        .reduced(0, 2, y)
        .equals(x.times(y.power(2))),
    ).toBe(true);
  });
});

describe('normalForm', () => {
  test('decides rational functions as their values do', () => {
    fc.assert(
      fc.property(rationalTree, rationalTree, fc.array(anyPoint, { minLength: 6, maxLength: 6 }), (a, b, points) => {
        const same = haveSameForm(a, b);
        for (const point of points) {
          const [p, q] = [evaluateExact(a, point), evaluateExact(b, point)];
          if (same && p && q) expect(p.equals(q)).toBe(true);
          if (p && q && !p.equals(q)) expect(same).not.toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('is the same only where the values are, seen at 70 digits', () => {
    const trees = PAIRS.flatMap(({ left, right }) => [read(left), read(right)]);
    const any = fc.oneof(anyTree, fc.constantFrom(...trees));
    fc.assert(
      fc.property(any, any, anyPoint, (a, b, point) => {
        if (haveSameForm(a, b)) expect(sameValue(a, b, point)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('never joins what the table says is different in value', () => {
    const point = new Map([...'xyzabcnkprsm'].map((name, i) => [name, rational(2 * i + 3, 16)] as const));
    for (const { left, right, equal } of PAIRS)
      if (!equal && haveSameForm(read(left), read(right))) expect(sameValue(read(left), read(right), point)).toBe(true);
  });

  test.each([
    ['(x+y)^3', 'x^3+3x^2y+3xy^2+y^3'],
    ['e^(x+y)', 'e^x e^y'],
    ['e^(2x)', '(e^x)^2'],
    ['ln(12)', '2 ln 2 + ln 3'],
    ['sqrt 12', '2 sqrt 3'],
    ['1/sqrt 2', 'sqrt(2)/2'],
    ['sin^2 x + cos^2 x', '1'],
    ['tanh x', '2σ(2x)-1'],
    ['|x|^2', 'x^2'],
    ['2^(n+1)', '2*2^n'],
    ['x^(n+1)', 'x*x^n'],
    ['(n+1)!', '(n+1)*n!'],
    ['ln(x^2 y)', '2 ln x + ln y'],
    ['max(x,y)', '(x+y+|x-y|)/2'],
    ['sqrt(4x+4)', '2sqrt(x+1)'],
    ['log_2 x', 'ln(x)/ln 2'],
  ])('%s has the form of %s', (a, b) => {
    expect(haveSameForm(read(a), read(b))).toBe(true);
  });
});
