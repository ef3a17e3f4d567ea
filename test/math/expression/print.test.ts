import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/math/expression/parse.ts';
import { evaluatePrecise } from '../../../src/math/expression/precise.ts';
import { printSpeech } from '../../../src/math/expression/print-speech.ts';
import { printTeX } from '../../../src/math/expression/print-tex.ts';
import { printText } from '../../../src/math/expression/print-text.ts';
import {
  add,
  call,
  constant,
  divide,
  type Expression,
  multiply,
  negate,
  power,
  variable,
} from '../../../src/math/expression/tree.ts';
import type { Rational } from '../../../src/math/rational.ts';
import { anyPoint, anyTree } from './trees.ts';

const x = variable('x');
const y = variable('y');

function read(text: string): Expression {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`${text} at ${parsed.at}: ${parsed.says}`);
  return parsed.value;
}

/** What only printing and reading can change leaves no trace in the value, not in the last of 70 digits. */
function sameValue(a: Expression, b: Expression, point: ReadonlyMap<string, Rational>): boolean {
  const [p, q] = [evaluatePrecise(a, point), evaluatePrecise(b, point)];
  return typeof p === 'string' || typeof q === 'string' ? p === q : p.minus(q).sign() === 0;
}

describe('printText', () => {
  test('reads back as a tree of the same value', () => {
    fc.assert(
      fc.property(anyTree, anyPoint, (e, point) => {
        const text = printText(e);
        fc.pre(text.length <= 200);
        const back = read(text);
        expect(sameValue(e, back, point)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('has no doubled signs and no idle ones', () => {
    fc.assert(
      fc.property(anyTree, e => {
        for (const text of [printText(e), printTeX(e)]) expect(text).not.toMatch(/\+ -|- -|--|undefined|NaN|\[object/);
      }),
    );
  });

  test.each([
    [add(x, negate(y)), 'x - y'],
    [add(x, -3), 'x - 3'],
    [multiply(2, x), '2x'],
    [multiply(2, 3), '2*3'],
    [multiply(x, y), 'x*y'],
    [multiply(3, call('ln', x)), '3ln(x)'],
    [divide(add(x, 1), multiply(2, x)), '(x + 1)/(2x)'],
    [power(negate(x), 2), '(-x)^2'],
    [negate(power(x, 2)), '-x^2'],
    [power(power(x, 2), 3), '(x^2)^3'],
    [multiply(add(x, 1), add(x, -1)), '(x + 1)*(x - 1)'],
    [call('abs', call('abs', x)), 'abs(|x|)'],
    [call('log', x, 2), 'log_2(x)'],
    [add(x, negate(add(y, 1))), 'x - (y + 1)'],
  ] as const)('%# prints %s', (e, text) => {
    expect(printText(e)).toBe(text);
  });
});

describe('printTeX', () => {
  test('renders in KaTeX strict mode and reads back as an equal tree', () => {
    fc.assert(
      fc.property(anyTree, anyPoint, (e, point) => {
        const tex = printTeX(e);
        katex.renderToString(tex, { strict: 'error', throwOnError: true });
        fc.pre(tex.length <= 200);
        expect(sameValue(e, read(tex), point)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['x - y/2', 'x - \\frac{y}{2}'],
    ['3 ln x', '3\\ln x'],
    ['sin(x)^2', '\\sin^{2} x'],
    ['e^(-x^2/2)', 'e^{-\\frac{x^{2}}{2}}'],
    ['2*3x', '2 \\cdot 3x'],
    ['w_1 theta', 'w_{1}\\theta'],
    ['pi x', '\\pi x'],
    ['sqrt(x+1)', '\\sqrt{x + 1}'],
    ['-(x+1)', '-\\left(x + 1\\right)'],
    ['x^(1/2)', 'x^{1/2}'],
    ['|x|', '\\left|x\\right|'],
    ['sin(x) y', '\\sin\\left(x\\right)y'],
    ['C(n,k)', '\\binom{n}{k}'],
    ['(-3/4)x', '-\\frac{3}{4}x'],
    ['x*(1/2)', 'x \\cdot \\frac{1}{2}'],
    ['log_2 x', '\\log_{2} x'],
    ['σ(x)', '\\sigma\\left(x\\right)'],
  ])('%s is %s', (text, tex) => {
    expect(printTeX(read(text))).toBe(tex);
  });

  test('empty sums and products are 0 and 1', () => {
    expect(printTeX(add())).toBe('0');
    expect(printText(multiply())).toBe('1');
    expect(printText(constant('infinity'))).toBe('inf');
  });
});

describe('printSpeech', () => {
  test('has words and digits only', () => {
    fc.assert(
      fc.property(anyTree, e => {
        expect(printSpeech(e)).toMatch(/^[a-z0-9 ,.]+$/i);
      }),
    );
  });

  test.each([
    ['x^2+3x-1', 'x squared plus 3 x minus 1'],
    ['(x+1)/(x-1)', 'the fraction, x plus 1, over, x minus 1, end fraction'],
    ['sqrt(x+1)', 'the square root of x plus 1, end root'],
    ['sqrt 2', 'the square root of 2'],
    ['2(x+1)', '2 open bracket, x plus 1, close bracket'],
    ['w_1 x', 'w sub 1 x'],
    ['-3/4', 'minus 3 over 4'],
    ['x^3', 'x cubed'],
    ['e^(-x)', 'e to the power of minus x, end power'],
    ['C(n,k)', 'n choose k'],
  ])('%s: %s', (text, words) => {
    expect(printSpeech(read(text))).toBe(words);
  });
});
