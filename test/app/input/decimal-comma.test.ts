// Where the decimal sign is the comma: every kind of answer is read as meant or refused, and a field shows what was typed.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gradePart } from '../../../src/answers/grade.ts';
import { writeKey } from '../../../src/answers/kinds.ts';
import { type Chips, composeChips, holdsSets, typeEntry } from '../../../src/app/input/chips.ts';
import { asRead, asTyped, commaKey, commaTrouble, commaWords, decimalComma } from '../../../src/app/input/decimal-comma.ts';
import { compose, entriesOf } from '../../../src/app/input/grid.ts';
import { keypadFor } from '../../../src/app/input/keys.ts';
import * as answer from '../../../src/exercise/answer.ts';
import { expr } from '../../../src/exercise/expr.ts';
import { finiteSet } from '../../../src/math/finite-set.ts';
import { IntervalUnion } from '../../../src/math/interval-union.ts';
import { matrix } from '../../../src/math/matrix.ts';
import { equation, relation } from '../../../src/math/relation.ts';
import { vector } from '../../../src/math/vector.ts';
import { anyAnswer } from '../../answers/arbitrary-answers.ts';

beforeEach(() => {
  decimalComma.value = true;
});
afterEach(() => {
  decimalComma.value = false;
});

const options = ['a', 'b'].map(id => ({ id, text: [id] }));
const asked = {
  number: answer.number({ key: '1/2' }),
  thousandth: answer.number({ key: '1.234' }),
  real: answer.real({ key: expr`ln 3`, tolerance: '0.005' }),
  expression: answer.expression({ key: expr`x/2 + 5/4`, variables: ['x'] }),
  three: answer.expression({ key: expr`3`, variables: [] }),
  larger: answer.expression({ key: expr`max(1/2, x)`, variables: ['x'] }),
  set: answer.set({ key: finiteSet(['1/2', '5/4']) }),
  single: answer.set({ key: finiteSet(['1/2']) }),
  pairs: answer.set({ key: finiteSet([['1/2', 2]]) }),
  words: answer.set({ key: finiteSet(['red', 'blue']) }),
  interval: answer.interval({ key: IntervalUnion.of(['[', '1/2', '5/2', ')'], ['(', 3, 'inf', ')']) }),
  equation: answer.equation({ key: equation(expr`y`, expr`x/2 + 5/4`), variables: ['x', 'y'] }),
  condition: answer.equation({ key: relation(expr`x`, '<', expr`1/2`), variables: ['x'] }),
  choice: answer.choice({ key: 'a', options }),
  several: answer.several({ key: ['a', 'b'], options }),
  ordering: answer.ordering({ key: ['a', 'b'], options }),
};
const column = answer.vector({ key: vector(['1/2', '-5/4']) });
const direction = answer.direction({ key: vector(['1/2', '-5/4']) });
const square = answer.matrix({
  key: matrix([
    ['1/2', 2],
    [3, '-5/4'],
  ]),
});

type Name = keyof typeof asked;
const verdict = (name: Name, typed: string): string => gradePart(asked[name], asRead(typed)).verdict;

describe('what is typed', () => {
  test.each<[Name, string]>([
    ['number', '0,5'],
    ['number', ',5'],
    ['number', '0.5'],
    ['number', '1/2'],
    ['number', 'x = 0,5'],
    ['number', '50,0%'],
    ['thousandth', '1,234'],
    ['real', '1,0986'],
    ['real', '≈ 1,1'],
    ['expression', '0,5x + 1,25'],
    ['expression', '0,5(x+2,5)'],
    ['larger', 'max(0,5; x)'],
    ['larger', 'max(0,5, x)'],
    ['larger', 'max(x;0,5)'],
    ['three', 'max(-1,3)'],
    ['three', 'max(2,5; 3)'],
    ['set', '{0,5; 1,25}'],
    ['set', '0,5;1,25'],
    ['set', '0,5, 1,25'],
    ['set', '{1/2; 1 1/4}'],
    ['single', '{0,5}'],
    ['pairs', '{(0,5; 2)}'],
    ['pairs', '(0,5;2)'],
    ['words', 'red, blue'],
    ['words', 'red;blue'],
    ['interval', '[0,5; 2,5) ∪ (3; ∞)'],
    ['interval', '[0,5, 2,5) U (3, inf)'],
    ['interval', '0,5 <= x < 2,5 or x > 3'],
    ['equation', 'y = 0,5x + 1,25'],
    ['condition', 'x < 0,5'],
    ['condition', '0,5 > x'],
    ['choice', 'a'],
    ['several', 'a, b'],
    ['several', 'a; b'],
    ['ordering', 'a; b'],
  ])('%s: %s is right', (name, typed) => expect(verdict(name, typed)).toBe('right'));

  test.each<[Name, string]>([
    ['set', '{1,2,3}'],
    ['set', '0,5,1,25'],
    ['interval', '[0,5)'],
    ['interval', '[0,5,2,5)'],
    ['number', '1.000,5'],
  ])('%s: %s could be meant in two ways, and is refused', (name, typed) => expect(verdict(name, typed)).toBe('unreadable'));

  test('the cells of grids take commas too, with and without the setting', () => {
    for (const isOn of [true, false]) {
      decimalComma.value = isOn;
      const cells = ['0,5', '2', '3', '-1,25'].map(asRead);
      expect(gradePart(square, compose(square, [cells.slice(0, 2), cells.slice(2)])).verdict).toBe('right');
      for (const each of [column, direction])
        expect(gradePart(each, compose(each, [[asRead('0,5')], [asRead('-1,25')]])).verdict).toBe('right');
    }
  });

  test('what is pasted into grids is taken apart where semicolons stand', () => {
    expect(entriesOf(asRead('(0,5; -1,25)'), true)).toEqual(['0.5', '-1.25']);
    expect(entriesOf(asRead('[[0,5; 2]; [3; -1,25]]'))).toEqual(['0.5', '2', '3', '-1.25']);
    decimalComma.value = false;
    expect(entriesOf('(0,5; -1,25)', true)).toEqual(['0,5', '-1,25']);
    expect(entriesOf('1, 2; 3, 4')).toEqual(['1', '2', '3', '4']);
  });

  test('without the setting a comma parts the items of a list, and is a decimal comma where there is none', () => {
    decimalComma.value = false;
    expect(asRead('{0,5; 1,25}')).toBe('{0,5; 1,25}');
    expect(gradePart(asked.set, '{0,5; 1,25}').verdict).toBe('right');
    expect(gradePart(asked.number, '0,5').verdict).toBe('right');
    expect(gradePart(answer.interval({ key: IntervalUnion.of(['[', 0, 5, ')']) }), '[0,5)').verdict).toBe('right');
  });
});

/** Signs typed one after the other into the field of a set, as the field shows them. */
const chipsAfter = (signs: string, nested: boolean): Chips =>
  [...signs].reduce<{ chips: Chips; typed: string }>(
    ({ chips, typed }, sign) => {
      const shown = asRead(typed) === chips.entry ? typed : asTyped(chips.entry);
      return { chips: typeEntry(chips, asRead(shown + sign), nested), typed: shown + sign };
    },
    { chips: { elements: [], entry: '' }, typed: '' },
  ).chips;

describe('sign by sign', () => {
  test('an element with a comma stays whole, and a semicolon or a comma with a blank ends it', () => {
    expect(chipsAfter('0,5;1,25', false)).toEqual({ elements: ['0.5'], entry: '1.25' });
    expect(chipsAfter('0,5, 1,25', false)).toEqual({ elements: ['0.5'], entry: '1.25' });
    expect(chipsAfter('2,-3', false)).toEqual({ elements: ['2'], entry: '-3' });
    expect(chipsAfter('red,blue', false)).toEqual({ elements: ['red'], entry: 'blue' });
    for (const typed of ['0,5;1,25', '0,5, 1,25', '1,25;0,5;'])
      expect(gradePart(asked.set, composeChips(chipsAfter(typed, false), false)).verdict).toBe('right');
  });

  test('a comma typed before a bracket that closed itself is a decimal comma', () => {
    expect(asRead('sqrt(2,)')).toBe('sqrt(2.)');
    expect(asRead('sqrt(2,5)')).toBe('sqrt(2.5)');
  });
});

describe('what is shown', () => {
  test('a text from elsewhere comes with commas, place for place, and reads as it did', () => {
    expect(asTyped('[0.5, 2.5) ∪ (3, ∞)')).toBe('[0,5; 2,5) ∪ (3; ∞)');
    expect(asTyped('.5')).toBe(',5');
    fc.assert(
      fc.property(anyAnswer, any => {
        const key = writeKey(any);
        expect(asTyped(key)).toHaveLength(key.length);
        expect(asRead(asTyped(key))).toBe(key);
        const isTyped = !['choice', 'several', 'ordering'].includes(any.kind);
        if (isTyped) expect(gradePart(any, asRead(asTyped(key))).verdict).toBe('right');
      }),
    );
  });

  test('what is typed keeps its places, whatever it is, and is read the same when it is read once more', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'0125,,;. x()[{|-+√∪'), maxLength: 12 });
    fc.assert(
      fc.property(signs, typed => {
        const read = asRead(typed);
        expect(read).toHaveLength(typed.length);
        expect(asRead(asTyped(read))).toBe(asRead(asTyped(asRead(asTyped(read)))));
      }),
    );
  });

  test('a set of sets typed as it is shown is the set', () => {
    fc.assert(
      fc.property(
        anyAnswer.filter(({ kind }) => kind === 'set'),
        any => {
          if (any.kind !== 'set') return;
          const nested = holdsSets(any);
          const typed = asTyped(writeKey(any));
          expect(gradePart(any, composeChips(chipsAfter(typed, nested), nested)).verdict).toBe('right');
        },
      ),
    );
  });
});

describe('keys and words', () => {
  const faces = (each: answer.Answer): readonly string[] =>
    Object.values(keypadFor(each) ?? {})
      .flat(2)
      .map(commaKey)
      .flatMap(({ id, face, does }) => (id === '.' || id === ',' ? [`${face}${does.kind === 'insert' ? does.text : ''}`] : []));

  test('the point’s key writes a comma, the comma’s a semicolon', () => {
    expect(faces(asked.number)).toEqual([',,']);
    expect(faces(asked.set)).toEqual([';;', ',,']);
    expect(new Set(faces(asked.equation))).toEqual(new Set([',,', ';; ']));
    decimalComma.value = false;
    expect(faces(asked.set)).toEqual([',,', '..']);
  });

  test('examples and sentences are written as the learner writes', () => {
    expect(commaWords('a number, such as 0.25 or ln(2)/3')).toBe('a number, such as 0,25 or ln(2)/3');
    expect(commaWords('Write an interval such as (1, 2], or an inequality such as x < 3.')).toBe(
      'Write an interval such as (1; 2], or an inequality such as x < 3.',
    );
    const { at = 0, says } = gradePart(asked.number, asRead('1,2,3'));
    expect(commaTrouble(asRead('1,2,3'), at, `${says[0]}`)).toBe(
      'A number has only one decimal comma. Part numbers with a semicolon.',
    );
  });
});
