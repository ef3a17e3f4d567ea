// Formulas made from values: TeX, speech, and the sentences that hold them.
import { describe, expect, it } from 'vitest';
import { bracketed, decimal, list, math, percent, signed, table } from '../../src/exercise/formula.ts';
import { plain, say, spoken } from '../../src/exercise/text.ts';
import { productSumWorked } from '../../src/exercise/working.ts';
import { matrix } from '../../src/math/matrix.ts';
import { rational } from '../../src/math/rational.ts';

describe('formulas', () => {
  it('join literal TeX and values, for eye and ear', () => {
    const formula = math`A = ${matrix([[1, -2]])}`;
    expect(formula.tex).toBe('A = \\begin{bmatrix}1 & -2\\end{bmatrix}');
    expect(formula.speech).toContain('A equals the 1 by 2 matrix');
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

  it('set lists and tables', () => {
    expect(list([1, 2]).tex).toBe('1,\\; 2');
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
