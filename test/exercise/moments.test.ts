// Moments as formulas: how they look, how they sound, and the table of a law.
import { describe, expect, it } from 'vitest';
import { math } from '../../src/exercise/formula.ts';
import { covarianceOf, expectationOf, lawTable, squaredExpectationOf, varianceOf } from '../../src/exercise/moments.ts';

describe('moments as formulas', () => {
  it('set and speak a letter, TeX and a formula', () => {
    expect(expectationOf('X')).toEqual({ tex: '\\mathrm{E}[X]', speech: 'the expectation of X' });
    expect(varianceOf('X_1')).toEqual({ tex: '\\operatorname{Var}(X_1)', speech: 'the variance of X sub 1' });
    expect(varianceOf(math`2 X + ${3}`).tex).toBe('\\operatorname{Var}(2 X + 3)');
    expect(covarianceOf('X', math`Y`)).toEqual({ tex: '\\operatorname{Cov}(X, Y)', speech: 'the covariance of X and Y' });
  });

  it('speak the square of a mean apart from the mean of a square', () => {
    expect(squaredExpectationOf('X').tex).toBe('\\mathrm{E}[X]^2');
    expect(squaredExpectationOf('X').speech).toBe('the square of the expectation of X');
    expect(expectationOf('X^2').speech).toBe('the expectation of X squared');
  });
});

describe('lawTable', () => {
  it('has a row for each value, on a line of its own', () => {
    const { tex, display } = lawTable('X', [-1, 4], [math`p`, math`0.5`]);
    expect(tex).toContain('x & P(X = x) \\\\ \\hline -1 & p \\\\ 4 & 0.5');
    expect(display).toBe(true);
  });

  it('refuses lists of different lengths', () => {
    expect(() => lawTable('X', [1, 2], [math`p`])).toThrow(RangeError);
  });
});
