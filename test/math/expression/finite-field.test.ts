import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateExact } from '../../../src/math/expression/evaluate-exact.ts';
import { residue, sameResidues } from '../../../src/math/expression/finite-field.ts';
import { parse } from '../../../src/math/expression/parse.ts';
import { add, divide, multiply } from '../../../src/math/expression/tree.ts';
import { rational } from '../../../src/math/rational.ts';
import { rationalTree } from './trees.ts';

const P = 2n ** 61n - 1n;
const NAMES = ['x', 'y', 'theta', 'w_1'];

function read(text: string) {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(parsed.says);
  return parsed.value;
}

describe('residue', () => {
  test('is the image of the exact value', () => {
    let compared = 0;
    fc.assert(
      fc.property(rationalTree, fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 4, maxLength: 4 }), (e, values) => {
        const exact = evaluateExact(e, new Map(NAMES.map((name, i) => [name, rational(values[i] ?? 0)])));
        const image = residue(e, new Map(NAMES.map((name, i) => [name, (BigInt(values[i] ?? 0) + P) % P])));
        if (exact === undefined || image === undefined) return;
        compared++;
        expect((image * exact.denominator - exact.numerator) % P).toBe(0n);
      }),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  test.each(['sin(x)', 'x^y', 'sqrt(x)', 'pi', '1/(x-x)', '0^-1', 'x^(1/3)'])('%s has none', text => {
    expect(
      residue(
        read(text),
        new Map([
          ['x', 5n],
          ['y', 7n],
        ]),
      ),
    ).toBeUndefined();
  });
});

describe('sameResidues', () => {
  test('every rational tree equals itself rewritten, and not itself plus a trifle', () => {
    fc.assert(
      fc.property(rationalTree, e => {
        const twice = sameResidues(e, divide(add(e, e), 2), NAMES);
        expect([true, undefined]).toContain(twice);
        if (twice) expect(sameResidues(e, add(e, divide(1, 10n ** 30n)), NAMES)).toBe(false);
        if (twice) expect(sameResidues(multiply(e, 2), add(e, e), NAMES)).toBe(true);
      }),
    );
  });

  test.each([
    ['(a+b+c+d+f+g+h+k+m)^2', '(m+k+h+g+f+d+c+b+a)^2', true],
    ['(a+b)^400', '(b+a)^400', true],
    ['(a+b)^400', '(b+a)^400 + 1e-30', false],
    ['(a-b)^401', '(b-a)^401', false],
    ['a c', 'b^2', false],
    ['a/b', 'b/a', false],
    ['sin a', 'sin a', undefined],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameResidues(read(a), read(b), [...'abcdfghkm'])).toBe(same);
  });
});
