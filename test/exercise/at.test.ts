import { expect, test } from 'vitest';
import { at, paired, sure } from '../../src/exercise/at.ts';

test('gives the entry and throws outside', () => {
  expect(at(['a', 'b'], 1)).toBe('b');
  expect(() => at(['a', 'b'], 2)).toThrow('no entry 2 in a list of 2');
  expect(() => at(['a', 'b'], -1)).toThrow(RangeError);
});

test('gives a value that is there and throws where it is missing', () => {
  expect(sure<number | undefined>(0)).toBe(0);
  expect(() => sure(undefined)).toThrow('missing');
});

test('pairs entries of lists that are equally long', () => {
  expect(paired([1, 2], ['a', 'b'])).toEqual([
    [1, 'a'],
    [2, 'b'],
  ]);
  expect(() => paired([1, 2], ['a'])).toThrow('lists of 2 and 1 in pairs');
});
