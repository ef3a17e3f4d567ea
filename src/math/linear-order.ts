// Orders in a row that keep to pairs "a before b".

/** Whether each first comes before its second. */
export function keepsTo(order: readonly string[], before: readonly (readonly [string, string])[]): boolean {
  return before.every(([first, second]) => order.indexOf(first) < order.indexOf(second));
}

/** How many orders of the items keep to all pairs; at most 20 items. Adds up over the sets of items that come first. */
export function countOrders(items: readonly string[], before: readonly (readonly [string, string])[]): number {
  if (items.length > 20) throw new RangeError('too many items to count their orders');
  const needs = items.map(item =>
    before.filter(([, second]) => second === item).reduce((mask, [first]) => mask | (1 << items.indexOf(first)), 0),
  );
  const ways = new Map([[0, 1]]);
  for (let step = 0; step < items.length; step++) extend(ways, needs);
  return ways.get(2 ** items.length - 1) ?? 0;
}

/** One item more behind each set that is as large as the largest ones. */
function extend(ways: Map<number, number>, needs: readonly number[]): void {
  const current = [...ways];
  ways.clear();
  for (const [mask, count] of current) {
    for (const [i, need] of needs.entries()) {
      const bit = 1 << i;
      if ((mask & bit) === 0 && (mask & need) === need) ways.set(mask | bit, (ways.get(mask | bit) ?? 0) + count);
    }
  }
}
