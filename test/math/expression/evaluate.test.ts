import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, evaluateExact } from '../../../src/math/expression/evaluate.ts';
import { parse } from '../../../src/math/expression/parse.ts';
import { evaluatePrecise } from '../../../src/math/expression/precise.ts';
import { Real } from '../../../src/math/expression/real.ts';
import { rational } from '../../../src/math/rational.ts';
import { anyPoint, anyTree, rationalTree } from './trees.ts';

function read(text: string) {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(parsed.says);
  return parsed.value;
}

describe('evaluate', () => {
  test.each([
    ['x^2 + y', 13],
    ['1/(x - 3)', Number.NaN],
    ['sqrt(-x)', Number.NaN],
    ['ln(0)', Number.NaN],
    ['(-8)^(1/3)', -2],
    ['(-8)^(2/3)', 4],
    ['(-8)^(1/2)', Number.NaN],
    ['0^0', 1],
    ['0^-1', Number.NaN],
    ['5!', 120],
    ['(1/2)!', Number.NaN],
    ['C(5,2)', 10],
    ['C(2,5)', 0],
    ['log(1000)', 3],
    ['log_2 8', 3],
    ['max(x, y, 1)', 4],
    ['σ(0)', 0.5],
    ['atanh(1)', Number.NaN],
    ['z', Number.NaN],
    ['inf', Number.POSITIVE_INFINITY],
  ])('%s', (text, value) => {
    const points = [{ x: 3, y: 4 }, new Map(Object.entries({ x: 3, y: 4 }))];
    for (const point of points) {
      const found = evaluate(read(text), point);
      if (Number.isNaN(value)) expect(found).toBeNaN();
      else expect(found).toBeCloseTo(value, 12);
    }
  });

  test('names of every object mean nothing', () => {
    expect(evaluate({ kind: 'variable', name: 'constructor' }, {})).toBeNaN();
  });
});

describe('evaluateExact', () => {
  test('agrees with 70 digits wherever it has a value', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.oneof(anyTree, rationalTree), anyPoint, (e, point) => {
        const exact = evaluateExact(e, point);
        const near = evaluatePrecise(e, point);
        if (exact === undefined || near === 'beyond') return;
        compared++;
        expect(near).not.toBe('none');
        if (near !== 'none') expect(near.minus(Real.rational(exact)).sign()).toBe(0);
      }),
      { numRuns: 2000 },
    );
    expect(compared).toBeGreaterThan(600);
  });

  test('has every value of a rational tree but quotients of zero', () => {
    fc.assert(
      fc.property(rationalTree, anyPoint, (e, point) => {
        const near = evaluatePrecise(e, point);
        expect(evaluateExact(e, point) === undefined).toBe(near === 'none');
      }),
    );
  });

  test.each([
    ['sqrt(9/4)', '3/2'],
    ['8^(2/3)', '4'],
    ['(-27)^(1/3)', '-3'],
    ['log_4 8', '3/2'],
    ['log(1/1000)', '-3'],
    ['e^0', undefined],
    ['exp(0)', '1'],
    ['cos(0)', '1'],
    ['sqrt 2', undefined],
    ['100!/98!', '9900'],
    ['C(100, 2)', '4950'],
    ['floor(-7/2)', '-4'],
    ['10^10^10', undefined],
    ['2^(10^9)', undefined],
    ['1^(10^9)', '1'],
    ['(-1)^(10^9+1)', '-1'],
    ['((((9^99)^99)^99)^99)^99', undefined],
    ['99999!', undefined],
  ])('%s is %s', (text, value) => {
    expect(evaluateExact(read(text), {})?.toString()).toBe(value);
  });

  test('takes points in both forms', () => {
    expect(evaluateExact(read('x/2'), { x: rational(3) })?.toString()).toBe('3/2');
    expect(evaluateExact(read('x/2'), new Map([['x', rational(3)]]))?.toString()).toBe('3/2');
  });
});
