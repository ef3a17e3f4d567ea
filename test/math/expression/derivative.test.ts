import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derivative } from '../../../src/math/expression/derivative.ts';
import { equivalent } from '../../../src/math/expression/equivalent.ts';
import { parse } from '../../../src/math/expression/parse.ts';
import { evaluatePrecise, type Precise } from '../../../src/math/expression/precise.ts';
import { printText } from '../../../src/math/expression/print-text.ts';
import { Real } from '../../../src/math/expression/real.ts';
import { simplify } from '../../../src/math/expression/simplify.ts';
import { substitute, variablesOf } from '../../../src/math/expression/substitute.ts';
import { rational } from '../../../src/math/rational.ts';
import { anyPoint, anyTree, smoothTree } from './trees.ts';

function read(text: string) {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(parsed.says);
  return parsed.value;
}

const isReal = (value: Precise): value is Real => typeof value !== 'string';

describe('derivative', () => {
  test('is the limit of difference quotients, seen at 70 digits', () => {
    let compared = 0;
    const step = rational(1, 10n ** 24n);
    fc.assert(
      fc.property(smoothTree, anyPoint, (e, point) => {
        const x = point.get('x') ?? rational(0);
        const slope = evaluatePrecise(derivative(e, 'x'), point);
        const [low, high] = [x.minus(step), x.plus(step)].map(value => evaluatePrecise(e, new Map(point).set('x', value)));
        if (!isReal(slope) || !low || !high || !isReal(low) || !isReal(high)) return;
        const quotient = high.minus(low).over(Real.rational(step.times(2)));
        const size = Math.max(1, Math.abs(slope.toNumber()));
        if (size > 1e6 || quotient.uncertainty() > -60) return;
        compared++;
        expect(Math.abs(quotient.minus(slope).toNumber())).toBeLessThan(1e-8 * size);
      }),
      { numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(250);
  });

  test.each([
    ['x^2', '2x'],
    ['x^2 e^x', '2x*e^x + x^2*e^x'],
    ['ln(x^2+1)', '2x/(x^2 + 1)'],
    ['sin 3x', '3cos(3x)'],
    ['sqrt(x)', '1/(2sqrt(x))'],
    ['(2x+1)^5', '10*(2x + 1)^4'],
    ['σ(x)', 'sigmoid(x)*(1 - sigmoid(x))'],
    ['x/(x+1)', '1/(x + 1)^2'],
    ['tanh x', '1 - tanh(x)^2'],
    ['x^x', 'x^x*(ln(x) + 1)'],
    ['|x|', 'sign(x)'],
    ['5^x', '5^x*ln(5)'],
    ['y', '0'],
    ['x y', 'y'],
  ])('of %s is shown as %s', (text, shown) => {
    expect(printText(derivative(read(text), 'x'))).toBe(shown);
  });

  test('max and abs have one on either side', () => {
    expect(equivalent(derivative(read('relu(x)'), 'x'), read('(1+sign x)/2')).equal).toBe(true);
    expect(equivalent(derivative(read('max(x, y, x^2)'), 'y'), read('(1 + sign(y - max(x,x^2)))/2')).equal).toBe(true);
  });

  test('a factorial has none', () => {
    expect(() => derivative(read('n!'), 'n')).toThrow('factorial');
    expect(printText(derivative(read('n! x'), 'x'))).toBe('n!');
  });
});

describe('simplify', () => {
  test('keeps every value', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyTree, anyPoint, (e, point) => {
        const [before, after] = [evaluatePrecise(e, point), evaluatePrecise(simplify(e), point)];
        if (!isReal(before) || after === 'beyond') return;
        compared++;
        expect(after).not.toBe('none');
        if (isReal(after)) expect(after.minus(before).sign()).toBe(0);
      }),
      { numRuns: 2000 },
    );
    expect(compared).toBeGreaterThan(600);
  });

  test('leaves nothing more to simplify', () => {
    fc.assert(
      fc.property(anyTree, e => {
        const once = printText(simplify(e));
        expect(once).not.toMatch(/\+ 0(?![.\d^])|(^|[ (])1\*/);
      }),
    );
  });

  test.each([
    ['x + x', '2x'],
    ['2x - 2x', '0'],
    ['1*x + 0*y', 'x'],
    ['x^1', 'x'],
    ['x*x^2', 'x^3'],
    ['2*3*x', '6x'],
    ['x/2 + x/2', 'x'],
    ['-(x - 1)', '-x + 1'],
    ['3 + 4', '7'],
    ['sqrt 9', '3'],
    ['2(x+1)', '2*(x + 1)'],
    ['x*3*x', '3x^2'],
    ['(2x)^2', '4x^2'],
    ['sqrt(x^2)', 'sqrt(x^2)'],
    ['6x/4', '3/2*x'],
    ['2x/4', 'x/2'],
  ])('%s is shown as %s', (text, shown) => {
    expect(printText(simplify(read(text)))).toBe(shown);
  });
});

describe('substitute', () => {
  test('puts a value or an expression in place of one name', () => {
    expect(printText(substitute(read('x^2 + xy'), 'x', 3))).toBe('3^2 + 3y');
    expect(printText(substitute(read('x^2'), 'x', read('t+1')))).toBe('(t + 1)^2');
    expect(variablesOf(read('y x + y'))).toEqual(['y', 'x']);
  });
});
