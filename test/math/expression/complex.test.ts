import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateComplex, MEASURED, preciseComplex } from '../../../src/math/expression/evaluate-complex.ts';
import { measuredRational } from '../../../src/math/expression/measured.ts';
import { parse } from '../../../src/math/expression/parse.ts';
import { evaluatePrecise } from '../../../src/math/expression/precise.ts';
import { BITS, MORE_BITS } from '../../../src/math/expression/real.ts';
import { type Expression, negate, power, variable } from '../../../src/math/expression/tree.ts';
import { type Rational, rational } from '../../../src/math/rational.ts';
import { anyPoint, anyTree } from './trees.ts';

function read(text: string): Expression {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(parsed.says);
  return parsed.value;
}

function inDoubles(e: Expression, point: ReadonlyMap<string, Rational> = new Map()) {
  const at = new Map([...point].map(([name, value]) => [name, measuredRational(value)]));
  return evaluateComplex(e, at, MEASURED);
}

function inDigits(e: Expression, point: ReadonlyMap<string, Rational> = new Map(), bits = BITS) {
  const arithmetic = preciseComplex(bits);
  return evaluateComplex(e, new Map([...point].map(([name, value]) => [name, arithmetic.real.rational(value)])), arithmetic);
}

const toNumber = (x: ReturnType<typeof inDigits>['re']) => (typeof x === 'string' ? Number.NaN : x.toNumber());

describe('principal complex values', () => {
  test.each([
    ['sqrt(-4)', 0, 2],
    ['ln(-1)', 0, Math.PI],
    ['ln(sqrt(-1))', 0, Math.PI / 2],
    ['(-8)^(1/3)', 1, Math.sqrt(3)],
    ['(-1)^(1/2)', 0, 1],
    ['(-2)^3', -8, 0],
    ['sqrt(-1)^sqrt(-1)', Math.exp(-Math.PI / 2), 0],
    ['e^(sqrt(-1)*pi/3)', 0.5, Math.sqrt(3) / 2],
    ['(1+sqrt(-1))^-2', 0, -0.5],
    ['1/(3-4sqrt(-1))', 0.12, 0.16],
    ['sin(1+sqrt(-1))', 1.2984575814159773, 0.6349639147847361],
    ['cos(1+sqrt(-1))', 0.8337300251311491, -0.9888977057628651],
    ['tan(1+sqrt(-1))', 0.2717525853195117, 1.0839233273386946],
    ['sinh(1+sqrt(-1))', 0.6349639147847361, 1.2984575814159773],
    ['tanh(1+sqrt(-1))', 1.0839233273386946, 0.2717525853195117],
    ['atan(1+sqrt(-1))', 1.0172219678978514, 0.4023594781085251],
    ['asinh(1+sqrt(-1))', 1.0612750619050357, 0.6662394324925153],
    ['acosh(-2)', 1.3169578969248166, Math.PI],
    ['atanh(2)+atanh(-2)', 0, 0],
    ['asin(2)+acos(2)', Math.PI / 2, 0],
    ['abs(3+4sqrt(-1))', 5, 0],
    ['log_2(-8)', 3, Math.PI / Math.LN2],
    ['floor(sqrt(-1))', Number.NaN, Number.NaN],
    ['1/0', Number.NaN, 0],
    ['ln(0)', Number.NaN, Number.NaN],
  ])('%s', (text, re, im) => {
    const [near, far] = [inDoubles(read(text)), inDigits(read(text))];
    for (const [value, expected] of [
      [near.re.value, re],
      [near.im.value, im],
      [toNumber(far.re), re],
      [toNumber(far.im), im],
    ] as const)
      if (Number.isNaN(expected)) expect(value).toBeNaN();
      else expect(value).toBeCloseTo(expected, 12);
  });

  test('are the real ones where those exist, but for odd roots of negatives', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyTree, anyPoint, (e, point) => {
        const [real, complex] = [evaluatePrecise(e, point), inDigits(e, point)];
        if (typeof real === 'string' || typeof complex.re === 'string' || typeof complex.im === 'string') return;
        if (complex.im.sign() !== 0) return;
        compared++;
        expect(real.abs().minus(complex.re.abs()).sign()).toBe(0);
      }),
      { numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(300);
  });

  test('doubles agree with many digits within their bound', () => {
    fc.assert(
      fc.property(anyTree, anyPoint, (tree, point) => {
        const e = power(negate(power(tree, 2)), variable('x'));
        const [near, far] = [inDoubles(e, point), inDigits(e, point, MORE_BITS)];
        for (const part of ['re', 'im'] as const) {
          const exact = toNumber(far[part]);
          const { value, error } = near[part];
          if (Number.isFinite(exact) && error < Number.POSITIVE_INFINITY && !Number.isNaN(value))
            expect(Math.abs(exact - value)).toBeLessThanOrEqual(error + Math.abs(exact) * 2 ** -50);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a missing coordinate is not known', () => {
    expect(inDoubles(read('x+1')).re.error).toBe(Number.POSITIVE_INFINITY);
    expect(inDigits(read('x+1'), new Map([['y', rational(1)]])).re).toBe('beyond');
  });
});
