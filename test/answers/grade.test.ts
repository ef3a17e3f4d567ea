// Typed answers of every kind, judged: right, right in another form, a known mistake, wrong, unreadable with its place.
import { describe, expect, it } from 'vitest';
import { grade, gradePart } from '../../src/answers/grade.ts';
import * as answer from '../../src/exercise/answer.ts';
import { mistake } from '../../src/exercise/answer.ts';
import { plain } from '../../src/exercise/text.ts';
import { add, call, multiply, power, variable } from '../../src/math/expression/tree.ts';
import { finiteSet } from '../../src/math/finite-set.ts';
import { matrix } from '../../src/math/matrix.ts';
import { rational } from '../../src/math/rational.ts';
import { vector } from '../../src/math/vector.ts';

const options = ['yes', 'no', 'both'].map(id => ({ id, text: [id] }));
const x = variable('x');

const answers = {
  half: answer.number({ key: '3/2', mistakes: [mistake('2/3')`You turned the fraction over.`] }),
  lowest: answer.number({ key: '3/2', lowest: true }),
  third: answer.number({ key: '1/3' }),
  log: answer.real({ key: call('ln', 3), tolerance: '0.005' }),
  cube: answer.expression({ key: power(add(x, 1), 3), variables: ['x'] }),
  expanded: answer.expression({ key: add(multiply(2, x), 2), variables: ['x'], form: 'expanded' }),
  pair: answer.vector({ key: vector([1, '-1/2']) }),
  way: answer.direction({ key: vector([1, 2]) }),
  square: answer.matrix({
    key: matrix([
      [1, 2],
      [3, 4],
    ]),
  }),
  set: answer.set({ key: finiteSet([1, 2, 5]) }),
  words: answer.set({ key: finiteSet(['red', 'blue']) }),
  none: answer.set({ key: finiteSet([]) }),
  one: answer.choice({ key: 'no', options }),
  some: answer.several({ key: ['yes', 'both'], options }),
  matrices: answer.several({ key: ['XW', 'WX'], options: ['XW', 'WX', 'X^T'].map(id => ({ id, text: [id] })) }),
  decimals: answer.number({ key: '42/5', decimal: true }),
};

const RIGHT: readonly (readonly [keyof typeof answers, string])[] = [
  ['half', '3/2'],
  ['half', '1.5'],
  ['half', '1,5'],
  ['half', '1 1/2'],
  ['half', '6/4'],
  ['half', 'x = 3/2'],
  ['half', '150%'],
  ['half', ' 3 / 2 '],
  ['half', '-3/-2'],
  ['lowest', '3/2'],
  ['lowest', '1.5'],
  ['third', '1/3'],
  ['third', '2/6'],
  ['log', '1.1'],
  ['log', '1.0986'],
  ['log', 'ln 3'],
  ['log', '1,0986'],
  ['cube', '(x+1)^3'],
  ['cube', 'x^3+3x^2+3x+1'],
  ['cube', "f'(x) = (1+x)³"],
  ['expanded', '2x+2'],
  ['pair', '(1, -1/2)'],
  ['pair', '1, -0.5'],
  ['pair', '[1; -0,5]'],
  ['pair', '(1,-1/2)^T'],
  ['pair', '[[1],[-1/2]]'],
  ['pair', 'v = (1, −1/2)'],
  ['way', '(2, 4)'],
  ['way', '(-1/2, -1)'],
  ['square', '[[1,2],[3,4]]'],
  ['square', '[1 2; 3 4]'],
  ['square', '(1,2),(3,4)'],
  ['square', '[[1, 2], [3, 8/2]]'],
  ['square', 'A = [[1,2],[3,4]]'],
  ['set', '{5, 2, 1}'],
  ['set', '1, 2, 5, 5'],
  ['set', '\\{1,2,5\\}'],
  ['set', '{1; 2; 5}'],
  ['words', '{blue, red}'],
  ['words', 'Blue and red'],
  ['words', 'red blue'],
  ['none', '{}'],
  ['none', '∅'],
  ['none', '\\emptyset'],
  ['one', 'no'],
  ['one', ' No '],
  ['some', '{both, yes}'],
  ['some', 'yes, both'],
  ['matrices', '{XW, WX}'],
  ['matrices', 'wx, xw'],
  ['decimals', '8.4'],
  ['decimals', '42/5'],
];

const WRONG: readonly (readonly [keyof typeof answers, string])[] = [
  ['half', '-3/2'],
  ['half', '1'],
  ['third', '0.3333'],
  ['log', '1.2'],
  ['log', 'ln 2'],
  ['cube', 'x^3+1'],
  ['cube', '(x+1)^3 + 0.0001'],
  ['pair', '(-1/2, 1)'],
  ['pair', '(1, 1/2)'],
  ['way', '(0, 0)'],
  ['way', '(1, -2)'],
  ['square', '[[1,3],[2,4]]'],
  ['square', '[[1,2]]'],
  ['set', '{1, 2}'],
  ['set', '{1,2,5,6}'],
  ['none', '{0}'],
  ['words', 'red green'],
  ['one', 'both'],
  ['some', '{yes}'],
  ['some', '{yes, no, both}'],
  ['matrices', 'xw, x^t'],
];

const UNREADABLE: readonly (readonly [keyof typeof answers, string])[] = [
  ['half', ''],
  ['half', '3/'],
  ['half', 'x'],
  ['log', 'ln('],
  ['cube', 'x^'],
  ['cube', 'y^3'],
  ['pair', ''],
  ['pair', '(1,'],
  ['pair', '(1,,2)'],
  ['square', '[[1,2],[3]]'],
  ['square', ''],
  ['set', ''],
  ['set', '{1,,2}'],
  ['set', '[1, {2,5}]'],
  ['one', 'perhaps'],
  ['some', '{yes, perhaps}'],
  ['one', ''],
];

describe('grading one answer', () => {
  it.each(RIGHT)('%s: %s is right', (name, text) => expect(gradePart(answers[name], text)).toMatchObject({ verdict: 'right' }));
  it.each(WRONG)('%s: %s is wrong', (name, text) => expect(gradePart(answers[name], text)).toMatchObject({ verdict: 'wrong' }));
  it.each(UNREADABLE)('%s: "%s" is unreadable, and says so in words', (name, text) => {
    const { verdict, says, at } = gradePart(answers[name], text);
    expect(verdict).toBe('unreadable');
    expect(plain(says)).toMatch(/\.$/);
    expect(at).toBeLessThanOrEqual(text.length);
  });

  it('names a known mistake', () => {
    expect(gradePart(answers.half, '2/3')).toEqual({ verdict: 'wrong', says: ['You turned the fraction over.'], known: true });
    expect(gradePart(answers.half, '4/6')).toMatchObject({ known: true });
  });

  it('has a word for the right value in another form', () => {
    expect(plain(gradePart(answers.half, '1 + 1/4 + 1/4').says)).toMatch(/single number/);
    expect(plain(gradePart(answers.lowest, '6/4').says)).toMatch(/lowest terms/);
    expect(plain(gradePart(answers.expanded, '2(x+1)').says)).toMatch(/brackets/);
    for (const part of [
      gradePart(answers.half, '3*1/2'),
      gradePart(answers.lowest, '6/4'),
      gradePart(answers.expanded, '2(x+1)'),
    ]) {
      expect(part.verdict).toBe('form');
    }
  });

  it('tells rounding from a mistake', () => {
    expect(plain(gradePart(answers.third, '0.333').says)).toMatch(/exact/);
    expect(plain(gradePart(answers.log, '1.12').says)).toMatch(/close/);
    expect(gradePart(answers.third, '0.5').says).toEqual([]);
    const minus = answer.number({ key: '-8/9' });
    expect(plain(gradePart(minus, '-0.889').says)).toMatch(/rounded/);
    // Near, but no rounding of the key: it would send the learner looking in the wrong place.
    const [cent, small] = [answer.number({ key: '9/50' }), answer.number({ key: '1/10000' })];
    for (const [part, text] of [
      [cent, '0.17'],
      [cent, '0.19'],
      [small, '0.001'],
      [small, '0.00'],
      [minus, '-0.88'],
    ] as const) {
      expect(gradePart(part, text).says, text).toEqual([]);
    }
  });

  it('points at the place where reading stopped', () => {
    expect(gradePart(answers.half, 'x = 3/')).toMatchObject({ verdict: 'unreadable', at: 6 });
    expect(gradePart(answers.pair, '(1, 2+)').at).toBe(6);
  });
});

describe('grading an exercise', () => {
  const parts = [answer.number({ key: 2 }), answer.number({ key: 5 })];
  const jointMistakes = [{ wrong: [rational(5), rational(2)], says: ['The two are swapped.'] }];

  it('counts credit by part and takes the worst verdict', () => {
    expect(grade({ answers: parts }, ['2', '5'])).toMatchObject({ verdict: 'right', credit: 1 });
    expect(grade({ answers: parts }, ['2', '4'])).toMatchObject({ verdict: 'wrong', credit: 0.5 });
    expect(grade({ answers: parts }, ['2', '4+'])).toMatchObject({ verdict: 'unreadable', credit: 0.5 });
    expect(grade({ answers: parts }, ['2'])).toMatchObject({ verdict: 'unreadable' });
    expect(grade({ answers: parts }, ['1+1', '5'])).toMatchObject({ verdict: 'form' });
  });

  it('knows a mistake that spans the parts', () => {
    expect(grade({ answers: parts, jointMistakes }, ['5', '2']).parts.map(part => part.says)).toEqual([
      ['The two are swapped.'],
      ['The two are swapped.'],
    ]);
  });
});
