import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradePart } from '../../../src/answers/grade.ts';
import { kindOf } from '../../../src/answers/kinds.ts';
import { keypadFor } from '../../../src/app/input/keys.ts';
import { moved, orderIn, placeAt } from '../../../src/app/input/order.ts';
import * as answer from '../../../src/exercise/answer.ts';
import { expr } from '../../../src/exercise/expr.ts';
import { finiteSet } from '../../../src/math/finite-set.ts';
import { interval } from '../../../src/math/interval-union.ts';
import { equation, relation } from '../../../src/math/relation.ts';

const IDS = ['a', 'b', 'c', 'd'];
const steps = answer.ordering({ key: ['d', 'a', 'c', 'b'], options: IDS.map(id => ({ id, text: [id] })) });

describe('a list to be put in order', () => {
  test('any order can be reached by single moves, and is graded as written', () => {
    const move = fc.tuple(fc.nat(3), fc.constantFrom(-1, 1));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), moves => {
        const order = moves.reduce<readonly string[]>((now, [from, by]) => moved(now, from, from + by), IDS);
        expect([...order].sort()).toEqual(IDS);
        const text = kindOf(steps).write(order, steps);
        expect(orderIn(steps, text)).toEqual(order);
        expect(gradePart(steps, text).verdict).toBe(order.join() === 'd,a,c,b' ? 'right' : 'wrong');
      }),
    );
  });

  test('stands as it is listed until something is moved, which counts as no try', () => {
    expect(orderIn(steps, '')).toEqual(IDS);
    expect(gradePart(steps, '').verdict).toBe('unreadable');
  });

  test('a dragged row falls between the middles of the others', () => {
    const middles = [10, 30, 50, 70];
    expect(placeAt(middles, 0, 12)).toBe(0);
    expect(placeAt(middles, 0, 55)).toBe(2);
    expect(placeAt(middles, 3, 5)).toBe(0);
    expect(placeAt(middles, 1, 999)).toBe(3);
    expect(moved(IDS, 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  });
});

describe('the keypads of the newer kinds', () => {
  const asked: readonly answer.Answer[] = [
    answer.interval({ key: interval('[', 1, 'inf', ')') }),
    answer.equation({ key: equation(expr`x + y`, 2), variables: ['x', 'y'] }),
    answer.vector({ key: [expr`2x`, expr`y`], variables: ['x', 'y'] }),
    answer.set({ key: [expr`√2`] }),
    answer.set({ key: finiteSet(['cat', 'dog']) }),
    answer.equation({ key: relation(expr`x + y + z`, '<', 2), variables: ['x', 'y', 'z'] }),
    {
      ...answer.equation({ key: equation(1, 1), variables: [] }),
      key: { join: 'and', parts: [{ letter: 'A' }, { letter: 'B' }] },
    },
    answer.expression({ key: expr`x*y*z`, variables: ['x', 'y', 'z'] }),
  ];

  test.each(asked)('$kind: rows of equal width, each key once, a way to check', given => {
    const main = keypadFor(given)?.main ?? [];
    expect(new Set(main.map(row => row.reduce((sum, { span = 1 }) => sum + span, 0))).size).toBe(1);
    const ids = main.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('check');
  });

  test('an order is chosen, not typed', () => expect(keypadFor(steps)).toBeUndefined());

  test('intervals and equations have their signs', () => {
    const ids = asked.slice(0, 2).map(given => (keypadFor(given)?.main ?? []).flat().map(({ id }) => id));
    for (const sign of ['[', ']', '(', ')', '∞', '∪', '∅', 'x']) expect(ids[0]).toContain(sign);
    for (const sign of ['=', 'x', 'y']) expect(ids[1]).toContain(sign);
  });
});
