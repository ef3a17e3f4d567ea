import { expect, test } from 'vitest';
import { at } from '../../src/exercise/at.ts';

test('gives the entry and throws outside', () => {
  expect(at(['a', 'b'], 1)).toBe('b');
  expect(() => at(['a', 'b'], 2)).toThrow('no entry 2 in a list of 2');
  expect(() => at(['a', 'b'], -1)).toThrow(RangeError);
});
