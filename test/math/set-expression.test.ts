import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type FiniteSet, finiteSet } from '../../src/math/finite-set.ts';
import { MEMBERSHIP, setTeX, setValue, subsetsOf } from '../../src/math/set-expression.ts';

const universe = finiteSet([1, 2, 3, 4, 5, 6]);
const { expression } = fc.letrec<{ expression: string; operand: string }>(tie => ({
  operand: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('A', 'B', 'C'),
    tie('expression').map(inner => `(${inner})`),
    tie('operand').map(inner => `${inner}ᶜ`),
  ),
  expression: fc.tuple(tie('operand'), fc.constantFrom('∪', '∩', '\\', '△'), tie('operand')).map(parts => parts.join(' ')),
}));

it('gives the same set by set operations and element by element', () => {
  const subset = fc.subarray([1, 2, 3, 4, 5, 6]).map(finiteSet);
  fc.assert(
    fc.property(expression, subset, subset, subset, (text, A, B, C) => {
      const sets = new Map<string, FiniteSet>(Object.entries({ A, B, C }));
      const value = setValue(text, name => sets.get(name) ?? universe, subsetsOf(universe));
      const holds = universe.filter(x => setValue(text, name => sets.get(name)?.has(x) ?? false, MEMBERSHIP));
      expect(value.equals(holds)).toBe(true);
    }),
  );
});

it('knows a difference, a complement and brackets', () => {
  const value = (text: string) =>
    setValue(text, name => finiteSet(name === 'A' ? [1, 2] : [2, 3]), subsetsOf(universe)).toString();
  expect(value('A \\ B')).toBe('{1}');
  expect(value('(A ∪ B)ᶜ')).toBe('{4, 5, 6}');
  expect(value('(A ∩ B) △ A')).toBe('{1}');
  expect(setTeX('(A ∪ B)ᶜ \\ A')).toBe('(A \\cup B)^c \\setminus A');
});

it.each(['', 'A ∪', 'A ∪ B ∩ C', '(A ∪ B', 'A)', 'ᶜ', 'x'])('throws on "%s"', text => {
  expect(() => setValue(text, () => true, MEMBERSHIP)).toThrow(RangeError);
});
