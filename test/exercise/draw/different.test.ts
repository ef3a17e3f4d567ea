import { expect, it } from 'vitest';
import { areDifferent } from '../../../src/exercise/draw/different.ts';
import { rational } from '../../../src/math/rational.ts';
import { vector } from '../../../src/math/vector.ts';

it('tells equal values from different ones, of any sort', () => {
  expect(areDifferent(rational('1/2'), rational(2, 4))).toBe(false);
  expect(areDifferent(1, rational(2), vector([1, 2]), vector([2, 1]))).toBe(true);
  expect(areDifferent(vector([1, 2]), 3, vector([1, 2]))).toBe(false);
});
