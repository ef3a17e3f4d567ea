// Two conditions are the same where they hold for the same numbers: against brute force on a grid, and by rewriting.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCondition } from '../../../src/answers/condition-reading.ts';
import { type Condition, holds, isRelation, joined, type Statement } from '../../../src/math/condition/condition.ts';
import { sameConditions } from '../../../src/math/condition/same-conditions.ts';
import { evaluate } from '../../../src/math/expression/evaluate.ts';
import { add, multiply, negate, power, variable } from '../../../src/math/expression/tree.ts';
import { rational } from '../../../src/math/rational.ts';
import { equation } from '../../../src/math/relation.ts';
import { conditionInX, conditionInXY, GRID, logic } from './arbitrary-conditions.ts';

/** In doubles: the grid's values are exact, or far from each other. */
function truth(statement: Statement, point: Readonly<Record<string, number>>): boolean {
  if (!isRelation(statement)) return (point[statement.letter] ?? 0) > 0;
  const order = evaluate(statement.left, point) - evaluate(statement.right, point);
  if (Number.isNaN(order)) return false;
  const close = Math.abs(order) < 1e-9;
  if (statement.sign === '=' || statement.sign === '≠') return close === (statement.sign === '=');
  return close ? '≤≥'.includes(statement.sign) : order < 0 === '<≤'.includes(statement.sign);
}

const agree = (a: Condition, b: Condition, points: readonly Readonly<Record<string, number>>[]) =>
  points.every(point => holds(a, one => truth(one, point)) === holds(b, one => truth(one, point)));

const inX = GRID.map(value => ({ x: value.toNumber() }));
const inXY = inX.filter((_, i) => i % 2 === 0).flatMap(({ x }) => [-3, -1, 0, 0.5, 1, 2].map(y => ({ x, y })));
const letters = Array.from({ length: 8 }, (_, i) => ({ A: i & 1, B: i & 2, C: i & 4 }));

function read(text: string): Condition {
  const reading = readCondition(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.says}`);
  return reading.value;
}

const same = (a: string, b: string) => sameConditions(read(a), read(b));

describe('conditions on one number', () => {
  it('are the same exactly where the grid says so', () => {
    fc.assert(
      fc.property(conditionInX, conditionInX, (a, b) => {
        const pair = [joined('or', a, b), joined('not', joined('and', joined('not', a), joined('not', b)))] as const;
        expect(sameConditions(...pair)).toBeDefined();
        if ([a, b].every(isRelation)) return;
        expect(sameConditions(a, b) !== undefined).toBe(agree(a, b, inX));
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['x^2 <= 9', '|x| <= 3'],
    ['x^2 <= 9', '-3 <= x <= 3'],
    ['x in [-3, 3]', '|x| <= 3'],
    ['x^6 < 1', '|x| < 1'],
    ['x > 1 or x < 3', 'true'],
    ['x > 3 and x < 1', 'false'],
    ['2 = sqrt(-5)', '3 = 0'],
    ['sqrt(x + 2) = x', 'x = 2'],
    ['x^2 < 6', '-sqrt(6) < x and x < sqrt(6)'],
    ['|x| + |x - 1| <= 1', '0 <= x <= 1'],
    ['1/x > 2', '0 < x < 1/2'],
    ['3^a = 9', 'a = 2'],
    ['(1/2)^x < 4', 'x > -2'],
    ['ln x < 2', '0 < x < e^2'],
    ['log_2 x >= 3', 'x >= 8'],
    ['e^x > 5', 'x > ln 5'],
    ['x > pi', '2x > 2pi and x > 3'],
    ['x^3 - 2 > 0', 'x > 2^(1/3)'],
    ['max(x, 1) > 2', 'x > 2'],
    ['(x^2 - 4)/(x - 2) = 0', 'x = -2'],
    ['not x = 1', 'x ≠ 1'],
    ['|x| = x', 'x >= 0'],
    ['sqrt(x^2) = -x', 'x <= 0'],
    ['|x - 1| + |x| = 1', '0 <= x <= 1'],
    ['|x| + |x - 1| + |x - 2| + |x - 3| < 7', '-1/4 < x < 13/4'],
    ['x^4 - 2x^2 + 1 > 0', 'x ≠ 1 and x ≠ -1'],
  ])('%s is %s', (a, b) => expect(same(a, b)).toBe('solutions'));

  it.each([
    ['x^2 <= 9', '|x| < 3'],
    ['x^2 < 6', '-2 < x < 2'],
    ['x > sqrt(2)', 'x > 1.41421356237309504880168872420969807856967187537694'],
    ['x^2 < 10^-50', 'x = 0'],
    ['sqrt(x) > -1', 'true'],
    ['x/x = 1', 'true'],
    ['ln(x^2) > 0', 'x > 1'],
    ['x^2 = 1 and x > 0', 'x = -1'],
    ['sin x > 0', 'x > 0'],
    ['x^2 - 4 = 0', '(x^2 - 4)/(x - 2) = 0'],
  ])('%s is not %s', (a, b) => expect(same(a, b)).toBeUndefined());

  it('keep to the interval of the variable', () => {
    const domains = { x: [rational(0), null] as const };
    expect(sameConditions(read('x = 7'), read('x = 7 or x = -1'), { domains })).toBe('solutions');
    expect(sameConditions(read('x = 7'), read('x = 7 or x = 1'), { domains })).toBeUndefined();
  });
});

describe('a lone polynomial equation', () => {
  it.each([
    ['x = 2', '(x - 2)^2 = 0'],
    ['x = 2', 'x^3 = 8'],
    ['x^2 = -1', '1 = 0'],
    ['x = 1 or x = -1', 'x^4 = 1'],
    ['xy = 0', 'x = 0'],
  ])('is compared with multiplicities and complex roots: %s is not %s', (a, b) => expect(same(a, b)).toBeUndefined());

  it.each([
    ['x = 1 or x = 2', 'x^2 - 3x + 2 = 0', 'form'],
    ['x = 1 or x = 2 or x = 1', 'x^2 - 3x + 2 = 0', 'solutions'],
    ['x = ±2', 'x^2 = 4', 'form'],
    ['a = 0 or b = 0', 'ab = 0', 'form'],
  ])('%s is %s', (a, b, how) => expect(same(a, b)).toBe(how));
});

describe('one comparison with another sign', () => {
  it.each([
    ['x^2 + x + 1 > 0', 'x + 1 + x^2 >= 0'],
    ['x^2 + 1 = 0', '2x^2 + 2 < 0'],
    ['x < x + 1', 'x <= x + 1'],
  ])('%s is not %s', (a, b) => expect(same(a, b)).toBeUndefined());

  it.each([
    ['x^2 > 0', 'x ≠ 0'],
    ['x^3 < 8', 'x < 2'],
    ['x^4 >= -2', 'x^2 >= -1'],
  ])('%s is %s', (a, b) => expect(same(a, b)).toBe('solutions'));
});

describe('conditions on several numbers', () => {
  it('are never the same where the grid tells them apart', () => {
    fc.assert(
      fc.property(conditionInXY, conditionInXY, (a, b) => {
        if (sameConditions(a, b) !== undefined) expect(agree(a, b, inXY)).toBe(true);
        expect(sameConditions(joined('implies', a, b), joined('or', joined('not', a), b))).toBeDefined();
      }),
      { numRuns: 150 },
    );
  });

  const [x, y] = [variable('x'), variable('y')];
  const int = fc.integer({ min: -3, max: 3 });
  const side = fc
    .tuple(int, int, int, int)
    .map(([a, b, c, d]) => add(multiply(a, power(x, 2)), multiply(b, x, y), multiply(c, y), d));

  it('a system stays the same when equations are combined, and not when one is moved', () => {
    fc.assert(
      fc.property(side, side, int, fc.integer({ min: 1, max: 3 }), (p, q, a, b) => {
        const system = joined('and', equation(p, 0), equation(q, 0));
        const mixed = joined('and', equation(add(p, multiply(a, q)), 0), equation(multiply(b, q), 0));
        expect(sameConditions(system, mixed)).toBeDefined();
      }),
      { numRuns: 60 },
    );
  });

  it('a system is its solutions', () => {
    fc.assert(
      fc.property(int, int, int, int, (a, b, c, d) => {
        const roots = joined(
          'and',
          equation(multiply(add(x, negate(a)), add(x, negate(b))), 0),
          equation(y, add(multiply(c, x), d)),
        );
        const solved = (root: number) => joined('and', equation(x, root), equation(y, c * root + d));
        expect(sameConditions(roots, joined('or', solved(a), solved(b)))).toBeDefined();
        expect(sameConditions(roots, joined('or', solved(a), solved(b + 7)))).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['x^2 - 2xy + y^2 - 1 = 0 and x^2 + 2xy + y^2 - 9 = 0', 'x^2 + y^2 - 5 = 0 and xy - 2 = 0'],
    ['[x^2 + y^2 = 4, y = x]', '[y = x, y^2 = 2]'],
    ['x > y and x = 3', '3 > y and x = 3'],
    ['a < b = c', 'c > a and b = c'],
    ['x = 1 => y = 2', 'not x = 1 or y = 2'],
  ])('%s is %s', (a, b) => expect(same(a, b)).toBe('solutions'));
});

describe('letters that are true or false', () => {
  it('agree exactly where the truth table does', () => {
    fc.assert(
      fc.property(logic, logic, (a, b) => {
        expect(sameConditions(a, b) !== undefined).toBe(agree(a, b, letters));
      }),
      { numRuns: 300 },
    );
  });
});
