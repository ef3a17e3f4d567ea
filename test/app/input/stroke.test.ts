import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../src/answers/kinds.ts';
import { keypadFor } from '../../../src/app/input/keys.ts';
import { type Line, type Stroke, strike } from '../../../src/app/input/stroke.ts';
import { type Answer, expression, matrix, number, real, set, vector } from '../../../src/exercise/answer.ts';
import { constant } from '../../../src/math/expression/tree.ts';
import { FiniteSet } from '../../../src/math/finite-set.ts';
import { Matrix } from '../../../src/math/matrix.ts';
import { Vector } from '../../../src/math/vector.ts';

/** `|` is the caret. */
const at = (text: string): Line => ({ text: text.replace('|', ''), start: text.indexOf('|'), end: text.indexOf('|') });
const shown = ({ text, start }: Line) => `${text.slice(0, start)}|${text.slice(start)}`;
const insert = (text: string): Stroke => ({ kind: 'insert', text });
const bracket: Stroke = { kind: 'enclose', before: '(', after: ')' };
const erase: Stroke = { kind: 'erase' };

describe('a stroke', () => {
  test.each<[string, Stroke, string]>([
    ['|', insert('7'), '7|'],
    ['1|2', insert('/'), '1/|2'],
    ['|', bracket, '(|)'],
    ['2|x', bracket, '2(|x'],
    ['2|+x', bracket, '2(|)+x'],
    ['(1|)', insert(')'), '(1)|'],
    ['((1|)', insert(')'), '((1)|)'],
    ['12|', erase, '1|'],
    ['|12', erase, '|12'],
    ['(|)', erase, '|'],
    ['3sin(|)', erase, '3|'],
    ['x/(|)', erase, 'x|'],
    ['𝑥|', erase, '|'],
  ])('%s', (before, stroke, after) => expect(shown(strike(at(before), stroke))).toBe(after));

  test('encloses and replaces what is selected', () => {
    expect(strike({ text: 'x+1', start: 0, end: 3 }, bracket)).toEqual({ text: '(x+1)', start: 5, end: 5 });
    expect(strike({ text: 'x+1', start: 0, end: 2 }, insert('2'))).toEqual({ text: '21', start: 1, end: 1 });
    expect(strike({ text: 'x+1', start: 1, end: 3 }, erase)).toEqual({ text: 'x', start: 1, end: 1 });
  });

  test('the caret stays in the text', () => {
    const strokes = fc.constantFrom(insert('1'), insert(')'), bracket, erase);
    fc.assert(
      fc.property(fc.array(strokes, { maxLength: 30 }), all => {
        const end = all.reduce(strike, { text: '', start: 0, end: 0 });
        expect(end.start).toBe(end.end);
        expect(end.start).toBeLessThanOrEqual(end.text.length);
      }),
    );
  });
});

const answers: Answer[] = [
  number({ key: 1 }),
  real({ key: constant('e'), tolerance: 1 }),
  expression({ key: constant('e'), variables: ['x', 'theta', 'w_1', 'w_2', 'b', 'y', 'z'] }),
  vector({ key: Vector.of(1, 2) }),
  matrix({ key: Matrix.identity(2) }),
  set({ key: FiniteSet.of(1, 2) }),
  set({ key: FiniteSet.of('a', 'b') }),
];

describe('the keypad', () => {
  test('its rows are equally wide, and no key comes twice in a row', () => {
    for (const layer of answers.flatMap(answer => Object.values(keypadFor(answer) ?? {}))) {
      const widths = layer.map(row => row.reduce((sum, { span = 1 }) => sum + span, 0));
      expect(new Set(widths).size).toBe(1);
      for (const row of layer) expect(new Set(row.map(({ id }) => id)).size).toBe(row.length);
    }
  });

  test('each way out of a layer leads back', () => {
    for (const pad of answers.map(answer => keypadFor(answer))) {
      const { main = [], ...others } = pad ?? {};
      expect(main.flat().some(({ does }) => does.kind === 'check')).toBe(true);
      for (const layer of Object.values(others)) {
        expect(layer.flat().some(({ does }) => does.kind === 'layer' && does.to === 'main')).toBe(true);
      }
    }
  });

  test('has a key for each variable, and what it writes is read as that variable', () => {
    const answer = answers[2];
    if (answer?.kind !== 'expression') throw new Error('no expression');
    const keys = keypadFor(answer)?.main.flat() ?? [];
    for (const name of answer.variables) {
      const does = keys.find(({ id }) => id === name)?.does;
      const reading = does?.kind === 'insert' && kindOf(answer).read(does.text, answer);
      expect(reading).toMatchObject({ ok: true, value: { kind: 'variable', name } });
    }
  });
});
