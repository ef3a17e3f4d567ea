import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expr } from '../../src/exercise/expr.ts';
import { add, multiply, negate, power, variable } from '../../src/math/expression/tree.ts';
import { equation, isProportional, isSolvedFor, relation, sameRelations } from '../../src/math/relation.ts';

const [x, y] = [variable('x'), variable('y')];
const int = fc.integer({ min: -9, max: 9 });
const polynomial = fc
  .tuple(int, int, int, int)
  .map(([a, b, c, d]) => add(multiply(a, power(x, 2)), multiply(b, x, y), multiply(c, y), d));

describe('equations that say the same', () => {
  it('are so after multiplying, moving terms and swapping sides', () => {
    fc.assert(
      fc.property(polynomial, polynomial, polynomial, int, (left, right, moved, factor) => {
        if (factor === 0) return;
        const other = equation(multiply(factor, add(right, moved)), add(multiply(factor, left), multiply(factor, moved)));
        expect(sameRelations([equation(left, right)], [other])).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('are not so after adding to one side only', () => {
    fc.assert(
      fc.property(polynomial, polynomial, int, (left, right, extra) => {
        const trivial =
          sameRelations([equation(left, right)], [equation(0, 0)]) || sameRelations([equation(left, right)], [equation(1, 0)]);
        if (extra === 0 || trivial) return;
        expect(sameRelations([equation(left, right)], [equation(left, add(right, extra))])).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('clear their denominators', () => {
    expect(sameRelations([equation(expr`1/x + 1/y`, 2)], [equation(y, expr`x/(2x - 1)`)])).toBe(true);
    expect(
      sameRelations(
        [equation(expr`(x + 10)/(x - 6) - 5`, expr`(4x - 40)/(13 - x)`)],
        [equation(expr`(4x - 40)(x - 6)`, expr`(40 - 4x)(13 - x)`)],
      ),
    ).toBe(true);
    expect(sameRelations([equation(expr`1/x`, 2)], [equation(expr`1/x`, 3)])).toBe(false);
  });

  it('count several as one product, with multiplicities', () => {
    expect(sameRelations([equation(x, 2), equation(x, 3)], [equation(expr`x^2 - 5x + 6`, 0)])).toBe(true);
    expect(sameRelations([equation(x, 2)], [equation(expr`(x - 2)^2`, 0)])).toBe(false);
  });

  it('tell what always holds from what never does', () => {
    expect(sameRelations([equation(x, x)], [equation(1, 1)])).toBe(true);
    expect(sameRelations([equation(0, 3)], [equation(1, 2)])).toBe(true);
    expect(sameRelations([equation(0, 3)], [equation(0, 0)])).toBe(false);
  });

  it('turn inequalities with a negative factor', () => {
    const below = relation(expr`2x`, '<', 6);
    expect(sameRelations([below], [relation(3, '>', x)])).toBe(true);
    expect(sameRelations([below], [relation(expr`-x`, '>', -3)])).toBe(true);
    expect(sameRelations([below], [relation(expr`-x`, '<', -3)])).toBe(false);
    expect(sameRelations([below], [relation(x, '≤', 3)])).toBe(false);
  });
});

describe('parts of it', () => {
  it('is proportional by a nonzero constant', () => {
    expect(isProportional(expr`√2 x + 2`, expr`x + √2`)).toBe(true);
    expect(isProportional(expr`x^2`, x)).toBe(false);
    expect(isProportional(negate(x), x, true)).toBe(false);
  });

  it('knows when a letter stands alone', () => {
    expect(isSolvedFor(equation(y, expr`2x`), 'y')).toBe(true);
    expect(isSolvedFor(equation(y, expr`2x + y`), 'y')).toBe(false);
    expect(isSolvedFor(equation(expr`2y`, x), 'y')).toBe(false);
  });
});
