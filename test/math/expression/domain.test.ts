import { describe, expect, test } from 'vitest';
import { Traits } from '../../../src/math/expression/domain.ts';
import { parse } from '../../../src/math/expression/parse.ts';

function traits(...texts: readonly string[]): Traits {
  return new Traits(
    texts.map(text => {
      const parsed = parse(text);
      if (!parsed.ok) throw new Error(parsed.says);
      return parsed.value;
    }),
  );
}

describe('Traits', () => {
  test('names the letters of all trees once, and those that count', () => {
    expect(traits('y + x', 'x z').names).toEqual(['y', 'x', 'z']);
    expect([...traits('n! + x', '(-1)^k C(m, 2)', '2^r').integers]).toEqual(['n', 'k', 'm']);
  });

  test.each([
    ['x/(x-1)', true],
    ['e^x + 2^x', true],
    ['x^-3', true],
    ['x^(1/3)', true],
    ['x^(1/2)', false],
    ['x^y', false],
    ['(-2)^n', false],
    ['tan x', true],
    ['sin(ln x)', false],
  ])('%s has a value nearly everywhere: %s', (text, isTotal) => {
    expect(traits('1', text).isTotal).toBe(isTotal);
  });

  test('sees infinity wherever it stands', () => {
    expect(traits('x', '1/(2 + inf)').hasInfinity).toBe(true);
    expect(traits('x', 'pi').hasInfinity).toBe(false);
  });
});
