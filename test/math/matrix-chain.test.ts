import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bracketing, bracketings, chainCost, cheapestBrackets } from '../../src/math/matrix-chain.ts';

/** Rows, columns and a count of multiplications, one by one. */
function counted(sizes: readonly number[], brackets: Bracketing): [rows: number, columns: number, count: number] {
  if (typeof brackets === 'number') return [sizes[brackets] ?? 0, sizes[brackets + 1] ?? 0, 0];
  const [left, right] = [counted(sizes, brackets[0]), counted(sizes, brackets[1])];
  let count = left[2] + right[2];
  for (let i = 0; i < left[0]; i++) for (let j = 0; j < right[1]; j++) for (let k = 0; k < left[1]; k++) count++;
  return [left[0], right[1], count];
}

test('the cheapest brackets are the cheapest of all, and a cost is the number of multiplications', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 6 }), sizes => {
      const costs = [...bracketings(sizes.length - 1)].map(brackets => chainCost(sizes, brackets));
      expect([...bracketings(sizes.length - 1)].map(brackets => counted(sizes, brackets)[2])).toEqual(costs);
      expect(chainCost(sizes, cheapestBrackets(sizes))).toBe(Math.min(...costs));
    }),
  );
  expect(cheapestBrackets([2, 9, 1, 9])).toEqual([[0, 1], 2]);
  expect(() => cheapestBrackets([3])).toThrow('no matrix');
});
