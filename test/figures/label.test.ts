import { describe, expect, test } from 'vitest';
import { runsOf, textWidth, told } from '../../src/figures/label.ts';

const styles = (label: string) =>
  runsOf(label).map(({ text, style, shift }) => `${text} ${style}${shift > 0 ? ' up' : shift < 0 ? ' down' : ''}`);

describe('a label', () => {
  test('is set as a formula: letters slanted, numbers upright, scripts raised or lowered', () => {
    expect(styles('x_1')).toEqual(['x variable', '1 main down']);
    expect(styles('2x^2')).toEqual(['2 main', 'x variable', '2 main up']);
    expect(styles('w_{12}')).toEqual(['w variable', '12 main down']);
    expect(styles('ln x')).toEqual(['ln main', '  main', 'x variable']);
    expect(styles('lambda_1')).toEqual(['λ variable', '1 main down']);
  });

  test('has real minus signs and comparison signs', () => {
    expect(styles('-3/4')).toEqual(['−3/4 main']);
    expect(styles('x <= -2')).toEqual(['x variable', ' ≤ −2 main']);
  });

  test('with a word in it is all words, and keeps its hyphens', () => {
    expect(styles('t-shirt')).toEqual(['t-shirt words']);
    expect(styles('no')).toEqual(['no words']);
    expect(styles('P(rain)')).toEqual(['P(rain) words']);
    expect(styles('AB')).toEqual(['AB variable']);
  });

  test('is told so that it can be read aloud', () => {
    expect(told('x_1')).toBe('x sub 1');
    expect(told('-3/4')).toBe('−3/4');
    expect(told('x^2 - 1')).toBe('x squared − 1');
    expect(told('2^n')).toBe('2 to the power n');
    expect(told('theta_0 <= 1')).toBe('θ sub 0 ≤ 1');
    expect(told('t-shirt')).toBe('t-shirt');
  });

  test('takes more room the longer and the larger it is', () => {
    expect(textWidth('abc')).toBeGreaterThan(textWidth('ab'));
    expect(textWidth('12', 20)).toBeGreaterThan(textWidth('12', 14));
    expect(textWidth('x_1')).toBeLessThan(textWidth('x1'));
  });
});
