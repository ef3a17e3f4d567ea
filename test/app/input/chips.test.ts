import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradePart } from '../../../src/answers/grade.ts';
import { writeKey } from '../../../src/answers/kinds.ts';
import {
  addEntry,
  addPasted,
  type Chips,
  chipsOf,
  composeChips,
  holdsSets,
  placeIn,
  typeEntry,
} from '../../../src/app/input/chips.ts';
import { set } from '../../../src/exercise/answer.ts';
import { FiniteSet, finiteSet } from '../../../src/math/finite-set.ts';

const none: Chips = { elements: [], entry: '' };
const numbers = set({ key: FiniteSet.of(1, 2, 3) });
const pairs = set({
  key: finiteSet([
    [1, 2],
    [2, 1],
  ]),
});
const sets = set({ key: finiteSet([finiteSet([]), finiteSet([1]), finiteSet([1, 2])]) });
const words = set({ key: FiniteSet.of('cat', 'dog') });

/** Sign after sign, as a keyboard gives it. */
const typed = (text: string, nested = false) =>
  [...text].reduce((chips, sign) => typeEntry(chips, chips.entry + sign, nested), none);

describe('elements of a set', () => {
  test.each([
    ['1,2,3', ['1', '2'], '3'],
    ['1;2', ['1'], '2'],
    ['(1,2),(2', ['(1,2)'], '(2'],
    ['max(1,2)', [], 'max(1,2)'],
    [',1,,1,', ['1'], ''],
    ['∅', ['∅'], ''],
    ['∅1,', ['1'], ''],
  ])('%s typed', (text, elements, entry) => expect(typed(text)).toEqual({ elements, entry }));

  test.each([
    ['{1, 2, 3}', ['1', '2', '3']],
    ['1 , 2', ['1', '2']],
    ['{0,5; 2}', ['0.5', '2']],
    ['\\{1, 2\\}', ['1', '2']],
    ['{(1,2), (2,1)}', ['(1,2)', '(2,1)']],
  ])('%s pasted', (text, elements) => expect(addPasted(none, text, false).elements).toEqual(elements));

  test.each([numbers, pairs, sets, words])('the key comes apart and together: %#', asked => {
    const nested = holdsSets(asked);
    const chips = chipsOf(writeKey(asked), nested);
    expect(chips.elements.length).toBeGreaterThan(1);
    expect(gradePart(asked, composeChips(chips, nested)).verdict).toBe('right');
    const last = { elements: chips.elements.slice(0, -1), entry: chips.elements.at(-1) ?? '' };
    expect(gradePart(asked, composeChips(last, nested)).verdict).toBe('right');
  });

  test('typed sign by sign, with what is still in the field, it is the set', () => {
    expect(gradePart(sets, composeChips(typed('∅,{1},{1,2}', true), true)).verdict).toBe('right');
    expect(gradePart(words, composeChips(typed('cat,dog'), false)).verdict).toBe('right');
    expect(gradePart(sets, composeChips(addEntry({ elements: [], entry: '{∅,{1},{1,2}}' }, true), true)).verdict).toBe('right');
  });

  test('the empty set is nothing among the elements, or one of them', () => {
    const empty = set({ key: FiniteSet.of() });
    expect(gradePart(empty, composeChips(typed('∅'), false)).verdict).toBe('right');
    expect(composeChips(typed('∅', true), true)).toBe('∅');
    expect(composeChips(typed('∅,', true), true)).toBe('{∅}');
    expect(composeChips(none, false)).toBe('');
  });

  test('what was composed comes back the same', () => {
    const element = fc.constantFrom('1', '-1/2', '(1,2)', '{1}', '∅', 'max(1,2)');
    fc.assert(
      fc.property(fc.uniqueArray(element, { maxLength: 5 }), fc.boolean(), (elements, nested) => {
        const text = composeChips(
          elements.reduce<Chips>((all, each) => addEntry({ elements: all.elements, entry: each }, nested), none),
          nested,
        );
        expect(composeChips(chipsOf(text, nested), nested)).toBe(text);
      }),
    );
  });

  test('a place in the text falls into its element', () => {
    const chips = { elements: ['1', '2/'], entry: '3*' };
    const { at = -1 } = gradePart(numbers, composeChips(chips, false));
    expect(placeIn(chips, false, at).element).toBe(1);
    const half = { elements: ['1'], entry: '3*/2' };
    expect(placeIn(half, false, gradePart(numbers, composeChips(half, false)).at ?? -1)).toEqual({ element: 1, at: 2 });
  });
});
