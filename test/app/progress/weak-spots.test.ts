import { describe, expect, test } from 'vitest';
import {
  areAlike,
  type CleanAnswer,
  type MadeMistake,
  practiceFor,
  weakSpots,
  wordsIn,
} from '../../../src/app/progress/weak-spots.ts';
import { math } from '../../../src/exercise/formula.ts';
import { say, type Text } from '../../../src/exercise/text.ts';

const SKILL = 'linear-algebra/dense-layer-forward';
const BIAS = say`You left out the bias. Add it before ReLU.`;

const made = (at: number, says: Text = BIAS, facts: Partial<MadeMistake> = {}): MadeMistake => ({
  ...{ skill: SKILL, level: 1, day: 20_000, at, says },
  ...facts,
});
const clean = (at: number, skill = SKILL): CleanAnswer => ({ skill, at });
const times = (mistakes: readonly MadeMistake[], answers: readonly CleanAnswer[] = []) =>
  weakSpots(mistakes, answers).map(spot => spot.times);

describe('sentences of one mistake', () => {
  test.each<[string, Text, Text]>([
    ['other numbers in formulas', say`Divide by ${math`4`}.`, say`Divide by ${math`n - 1`}.`],
    [
      'other nouns of the story',
      say`You divided by all photos. Only those that fire are left.`,
      say`You divided by all messages. Only those that fire are left.`,
    ],
    [
      'a word more',
      say`You left out ReLU. Negative entries become ${math`0`}.`,
      say`You left out ReLU. Negative entries become ${math`0`} before.`,
    ],
    ['capitals and punctuation', say`The sign is turned: look again.`, say`The sign is turned. Look again!`],
  ])('are put together: %s', (_, one, other) => expect(areAlike(wordsIn(one), wordsIn(other))).toBe(true));

  test.each<[string, Text, Text]>([
    ['another step', BIAS, say`You applied ReLU before the bias. Add the bias first.`],
    ['another object', say`That is a length. Divide it by the whole length.`, say`That is the variance. Take the root.`],
    ['the same words in another order', say`rows before columns count`, say`columns count before rows`],
  ])('are told apart: %s', (_, one, other) => expect(areAlike(wordsIn(one), wordsIn(other))).toBe(false));
});

describe('what goes wrong most', () => {
  test('is made most often, then latest, in the words of the last time', () => {
    const other = (at: number, factor: number) =>
      made(at, say`Divide by ${math`${factor}`} once more.`, { skill: 'calculus/chain-rule' });
    const found = weakSpots(
      [made(1), made(2), made(3), other(4, 7), other(5, 9), made(9, say`Something else entirely happened.`)],
      [],
    );
    expect(found.map(({ skill, times, at }) => [skill, times, at])).toEqual([
      [SKILL, 3, 3],
      ['calculus/chain-rule', 2, 5],
      [SKILL, 1, 9],
    ]);
    expect(found[1]?.says).toEqual(other(5, 9).says);
  });

  test('the same sentence of another skill is another mistake', () => {
    expect(times([made(1), made(2, BIAS, { skill: 'calculus/neuron-backprop' })])).toEqual([1, 1]);
  });

  test('a mistake in two parts or two tries of one exercise counts once', () => {
    expect(times([made(1), made(1), made(2)])).toEqual([2]);
  });

  test('three clean answers since, and it is overcome', () => {
    expect(times([made(5)], [clean(6), clean(7)])).toEqual([1]);
    expect(times([made(5)], [clean(6), clean(7), clean(8)])).toEqual([]);
    expect(times([made(5)], [clean(2), clean(3), clean(4), clean(6)])).toEqual([1]);
    expect(
      times(
        [made(5)],
        [6, 7, 8].map(at => clean(at, 'calculus/chain-rule')),
      ),
    ).toEqual([1]);
    expect(times([made(5), made(9)], [clean(6), clean(7), clean(8)])).toEqual([2]);
  });

  test('is practised at the levels where it was made, each once', () => {
    const spots = weakSpots(
      [made(1), made(2, say`Quite another thing.`), made(3, say`Third of its kind here.`, { level: 2 })],
      [],
    );
    expect(practiceFor(spots)).toEqual([
      { skill: SKILL, level: 2, count: 2 },
      { skill: SKILL, level: 1, count: 2 },
    ]);
  });
});
