// Formulas made from values: TeX, speech, and the sentences that hold them.
import { describe, expect, it } from 'vitest';
import { bracketed, decimal, decimals, list, math, normOf, percent, row, signed, table } from '../../src/exercise/formula.ts';
import { plain, say, spoken } from '../../src/exercise/text.ts';
import { characteristicEquation, combination, productSumWorked, signedSum } from '../../src/exercise/working.ts';
import { matrix } from '../../src/math/matrix.ts';
import { rational } from '../../src/math/rational.ts';
import { vector } from '../../src/math/vector.ts';

describe('formulas', () => {
  it('join literal TeX and values, for eye and ear', () => {
    const formula = math`A = ${matrix([[1, -2]])}`;
    expect(formula.tex).toBe('A = \\begin{bmatrix}1 & -2\\end{bmatrix}');
    expect(formula.speech).toContain('A equals the 1 by 2 matrix');
  });

  it('speak a fraction of values with its line between them', () => {
    expect(math`q = \frac{${2}}{${-16}}`.speech).toBe('q equals 2 over minus 16');
    expect(math`\frac{x^T ${'A'} x}{x^${3} ${vector([1, 2])}}`.speech).toBe(
      'x transposed A x over x to the power 3 the vector 1, 2',
    );
    expect(math`\frac{1}{\sqrt{${5}}} \lVert ${'x'}_{${1}} \rVert`.speech).toBe(
      '1 over the square root of 5 the norm of x sub 1',
    );
  });

  it('write the characteristic equation without a term that is 0', () => {
    expect(characteristicEquation(5, 6).tex).toBe('\\lambda^2 - 5 \\lambda + 6 = 0');
    expect(characteristicEquation(0, -4).speech).toBe('lambda squared minus 4 equals 0');
  });

  it('write signs as a person does', () => {
    expect(math`x ${signed(-3)}`.tex).toBe('x - 3');
    expect(math`x ${signed(3)}`.speech).toBe('x plus 3');
    expect(math`3 \cdot ${bracketed(-2)}`.tex).toBe('3 \\cdot (-2)');
    expect(
      productSumWorked([
        [2, 3],
        [-1, 4],
      ]).tex,
    ).toBe('2 \\cdot 3 + (-1) \\cdot 4 = 2');
  });

  it('write percents and decimals exactly, and refuse those that do not end', () => {
    expect(percent(rational('3/20')).tex).toBe('15\\%');
    expect(percent(rational('1/80')).tex).toBe('1.25\\%');
    expect(decimal(rational('-7/200')).tex).toBe('-0.035');
    expect(decimal(rational(12)).tex).toBe('12');
    expect(() => decimal(rational('1/3'))).toThrow(RangeError);
  });

  it('write decimals inside brackets, sums of products and columns', () => {
    expect(bracketed(rational('-1/2'), decimal).tex).toBe('(-0.5)');
    expect(productSumWorked([['1/2', -3]], decimal).tex).toBe('0.5 \\cdot (-3) = -1.5');
    expect(decimals(vector(['1/2', -2])).tex).toBe('\\begin{pmatrix}0.5 \\\\ -2\\end{pmatrix}');
    expect(decimals(vector(['1/2', -2])).speech).toBe('the vector 0.5, minus 2');
  });

  it('write combinations as a person does: no 1, no 0, no two signs', () => {
    const texOf = (factors: (number | string)[], things: string[]) => combination(factors, things).tex;
    expect(texOf([2, -3], ['u', 'v'])).toBe('2 u - 3 v');
    expect(texOf([-1, 1], ['u', 'B^T'])).toBe('-u + B^T');
    expect(texOf([0, '1/2', -1], ['u', 'v', 'w'])).toBe('\\frac{1}{2} v - w');
    expect(texOf([0], ['u'])).toBe('0');
    expect(combination(['1/2'], ['u'], decimal).tex).toBe('0.5 u');
    expect(combination([-1, 2], [vector([1, 2]), math`B^T`]).speech).toBe('minus the vector 1, 2 plus 2 B transposed');
  });

  it('write sums of signed numbers without brackets', () => {
    expect(signedSum([-2, '-3/2', 0, 1], decimal).tex).toBe('-2 - 1.5 + 0 + 1');
    expect(signedSum([1, -1]).speech).toBe('1 minus 1');
    expect(signedSum([]).tex).toBe('0');
  });

  it('write norms with their names', () => {
    expect(normOf('p - q', 1)).toEqual({ tex: '\\lVert p - q \\rVert_1', speech: 'the L1 norm of p minus q' });
    expect(normOf('x', 'max')).toEqual({ tex: '\\lVert x \\rVert_\\infty', speech: 'the maximum norm of x' });
    expect(normOf(vector([3, 4])).speech).toBe('the norm of the vector 3, 4');
  });

  it('set lists and tables', () => {
    expect(list([1, 2]).tex).toBe('1,\\; 2');
    expect(row([1, -2])).toEqual({ tex: '(1,\\; -2)', speech: 'the vector 1, minus 2' });
    expect(table([math`x`, math`y`], [[1, 2]]).tex).toContain('x & y \\\\ \\hline 1 & 2');
  });

  it('stand in sentences, whose source lines may break anywhere', () => {
    const text = say`Take ${3} of
      ${math`A`} and add.`;
    expect(plain(text)).toBe('Take $3$ of $A$ and add.');
    expect(spoken(text)).toBe('Take 3 of A and add.');
    expect(text).toHaveLength(5);
  });
});
