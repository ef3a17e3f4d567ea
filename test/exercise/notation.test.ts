// The TeX of formulas is spoken as a teacher would read it aloud.
import { describe, expect, it } from 'vitest';
import { speakTeX } from '../../src/exercise/notation.ts';

describe('speaking TeX', () => {
  it.each([
    ['AB =', 'AB equals'],
    ['A^T A', 'A transposed A'],
    ['x^2 + y^3', 'x squared plus y cubed'],
    ['w_{t+1} = w_t - \\eta g', 'w sub t plus 1 equals w sub t minus eta g'],
    ['\\hat m_1', 'm hat sub 1'],
    ['\\frac{a}{b}', 'a over b'],
    ['\\sqrt{x}', 'the square root of x'],
    ['A \\setminus B \\cup C', 'A without B union C'],
    ['P(A \\mid B)', 'P open bracket A given B close bracket'],
    ["f'(3)", 'f prime open bracket 3 close bracket'],
    ['20\\%', '20 percent'],
    ['\\text{cat},\\; 3', 'cat , 3'],
    ['e^{-x}', 'e to the power minus x'],
  ])('%s', (source, words) => {
    expect(speakTeX(source)).toBe(words);
  });

  it('refuses a command that it has no words for, so that no formula is silent', () => {
    for (const source of ['\\unknown x', '|x|', '\\sqrt[3]{8}', '\\tfrac12']) expect(() => speakTeX(source), source).toThrow();
  });
});
