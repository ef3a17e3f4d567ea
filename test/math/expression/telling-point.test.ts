import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Kernels } from '../../../src/math/expression/kernels.ts';
import { normalForm } from '../../../src/math/expression/normal-form.ts';
import { parse } from '../../../src/math/expression/parse.ts';
import { variablesIn } from '../../../src/math/expression/substitute.ts';
import { sameAtTellingPoint } from '../../../src/math/expression/telling-point.ts';
import { add, divide, type Expression, multiply, power } from '../../../src/math/expression/tree.ts';
import { rationalTree } from './trees.ts';

function read(text: string): Expression {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(parsed.says);
  return parsed.value;
}

function decided(left: string, right: string): boolean | undefined {
  const [a, b] = [read(left), read(right)];
  return sameAtTellingPoint(a, b, variablesIn([a, b]));
}

/** By cross-multiplication of polynomials written out. */
function sameForms(a: Expression, b: Expression): boolean | undefined {
  const kernels = new Kernels();
  const [x, y] = [normalForm(a, kernels), normalForm(b, kernels)];
  return x && y && kernels.difference(x, y)?.isZero();
}

describe('sameAtTellingPoint', () => {
  test('says of rational functions what their normal forms say', () => {
    let compared = 0;
    fc.assert(
      fc.property(rationalTree, rationalTree, fc.integer({ min: -2, max: 3 }), (a, b, n) => {
        const pairs: [Expression, Expression][] = [
          [a, b],
          [power(add(a, b), 2), add(power(a, 2), multiply(2, a, b), power(b, 2))],
          [multiply(power(a, n), b), divide(b, power(a, -n))],
          [add(a, b), add(b, a, divide(1, 10n ** 30n))],
        ];
        for (const [left, right] of pairs) {
          const [told, seen] = [sameAtTellingPoint(left, right, variablesIn([left, right])), sameForms(left, right)];
          if (told === undefined || seen === undefined) continue;
          compared++;
          expect(told).toBe(seen);
        }
      }),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  test.each([
    ['(x+1)^2', 'x^2+2x+1', true],
    ['1/x+1/y', '(x+y)/(xy)', true],
    ['x^2', 'x^2+1e-20', false],
    ['x y', 'x^2', false],
    ['x^7 - 2^40', 'x^7 - 2^40 + 1', false],
    ['(x-1)(x-2)(x-3)(x-4)', '0', false],
    ['1/(x-x)', '1/(x-x)', undefined],
    ['sin x', 'sin x', undefined],
    ['x^y', 'x^y', undefined],
    ['(x+y)^900', '(y+x)^900', undefined],
  ])('%s and %s: %s', (a, b, same) => {
    expect(decided(a, b)).toBe(same);
  });

  test('constants need no point and may hold any function with an exact value', () => {
    expect(decided('100!/98!', '9900')).toBe(true);
    expect(decided('C(6,3)', '21')).toBe(false);
    expect(decided('sqrt 2', '1.4')).toBeUndefined();
  });
});
