import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expr } from '../../src/exercise/expr.ts';
import { evaluate } from '../../src/math/expression/evaluate.ts';
import { add, call, type Expression, multiply } from '../../src/math/expression/tree.ts';
import { combine, compareConstants, rationalUnion, type Span, sameSpans, span } from '../../src/math/span.ts';

const surd: fc.Arbitrary<Expression> = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -3, max: 3 }))
  .map(([a, b]) => add(a, multiply(b, call('sqrt', 2))));
const anySpan: fc.Arbitrary<Span> = fc
  .tuple(surd, fc.integer({ min: 1, max: 5 }), fc.constantFrom('[', '('), fc.constantFrom(']', ')'))
  .map(([low, width, opening, closing]) => [opening as '[', low, add(low, width), closing as ']']);
const union = fc.array(anySpan, { maxLength: 4 });

/** Membership by doubles: the points never fall on an end. */
function contains(spans: readonly Span[], at: number): boolean {
  return spans.some(([, low, high]) => evaluate(low) < at && at < evaluate(high));
}

describe('unions of intervals with roots for ends', () => {
  it('hold the numbers that they should', () => {
    fc.assert(
      fc.property(union, union, fc.integer({ min: -120, max: 120 }), (a, b, step) => {
        const at = step / 7 + 0.0123;
        const [inA, inB] = [contains(a, at), contains(b, at)];
        expect(contains(combine('union', a, b), at)).toBe(inA || inB);
        expect(contains(combine('intersection', a, b), at)).toBe(inA && inB);
        expect(contains(combine('difference', a, b), at)).toBe(inA && !inB);
      }),
      { numRuns: 60 },
    );
  });

  it('are the same when each holds the other', () => {
    fc.assert(
      fc.property(union, union, (a, b) => {
        const isSame = combine('difference', a, b).length === 0 && combine('difference', b, a).length === 0;
        expect(sameSpans(a, b)).toBe(isSame);
        expect(sameSpans(combine('union', a, a), a)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('see equal ends that are written in two ways', () => {
    expect(sameSpans([span(['[', expr`2/√2`, 5, ')'])], [span(['[', expr`√2`, 5, ')'])])).toBe(true);
    expect(compareConstants(expr`√2`, expr`1.41421356237309504880168872420969807856`)).toBe(1);
    expect(compareConstants(expr`ln 8`, expr`3 ln 2`)).toBe(0);
    expect(combine('union', [span(['(', 0, expr`√2`, ')'])], [span(['[', expr`√2`, 3, ']'])])).toHaveLength(1);
  });

  it('are rational where their ends are', () => {
    expect(`${rationalUnion([span(['(', '-inf', '1/2', ']'])])}`).toBe('(-inf, 1/2]');
    expect(rationalUnion([span(['(', 0, expr`√2`, ']'])])).toBeUndefined();
  });
});
