import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOrders, keepsTo } from '../../src/math/linear-order.ts';

const ITEMS = ['a', 'b', 'c', 'd', 'e'];

function permutations(items: readonly string[]): readonly (readonly string[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap(first => permutations(items.filter(item => item !== first)).map(rest => [first, ...rest]));
}

describe('orders that keep to pairs', () => {
  it('are as many as there are among all orders', () => {
    const item = fc.constantFrom(...ITEMS);
    fc.assert(
      fc.property(fc.array(fc.tuple(item, item), { maxLength: 5 }), before => {
        expect(countOrders(ITEMS, before)).toBe(permutations(ITEMS).filter(order => keepsTo(order, before)).length);
      }),
      { numRuns: 50 },
    );
  });

  it('are all of them without pairs', () => {
    expect(countOrders(ITEMS, [])).toBe(120);
  });
});
