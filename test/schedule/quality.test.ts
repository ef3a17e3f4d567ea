import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Attempt,
  countTries,
  isGuessable,
  median,
  parTime,
  qualityOf,
  together,
  VERDICTS,
} from '../../src/schedule/quality.ts';

const right: Attempt = { verdicts: ['right'], hints: 0, activeSeconds: 20, par: 30, timed: true, overruled: false };

test.each<[string, Partial<Attempt>, number]>([
  ['right first time and within par', {}, 5],
  ['exactly at par', { activeSeconds: 30 }, 5],
  ['right first time, slower', { activeSeconds: 30.1 }, 4],
  ['slower, with time switched off', { activeSeconds: 300, timed: false }, 5],
  ['in the wrong form, mended', { verdicts: ['form', 'right'] }, 4],
  ['in the wrong form, mended, with time switched off', { verdicts: ['form', 'right'], timed: false }, 4],
  ['unreadable answers are no tries', { verdicts: ['unreadable', 'unreadable', 'right'] }, 5],
  ['a slip', { verdicts: ['wrong', 'right'] }, 3],
  ['a slip, a form nudge between', { verdicts: ['wrong', 'form', 'right'] }, 3],
  ['a slow slip', { verdicts: ['wrong', 'right'], activeSeconds: 900 }, 3],
  ['third try', { verdicts: ['wrong', 'wrong', 'right'] }, 2],
  ['fifth try', { verdicts: ['wrong', 'wrong', 'wrong', 'wrong', 'right'] }, 2],
  ['first try after a hint', { hints: 1 }, 2],
  ['second try after a hint', { verdicts: ['wrong', 'right'], hints: 2 }, 2],
  ['never right', { verdicts: ['wrong', 'wrong'] }, 1],
  ['never right, with a hint', { verdicts: ['wrong'], hints: 1 }, 1],
  ['shown without a try', { verdicts: [] }, 0],
  ['shown after a hint alone', { verdicts: [], hints: 2 }, 0],
  ['shown after something unreadable', { verdicts: ['unreadable'] }, 0],
  ['"my answer was right"', { verdicts: ['wrong'], overruled: true }, 4],
  ['"my answer was right", hints and all', { verdicts: ['wrong', 'wrong'], hints: 1, overruled: true }, 4],
])('%s', (_, facts, quality) => {
  expect(qualityOf({ ...right, ...facts })).toBe(quality);
});

test('time never lowers a quality below 4 nor lifts one to 4', () => {
  const verdicts = fc.array(fc.constantFrom(...VERDICTS), { maxLength: 6 });
  fc.assert(
    fc.property(verdicts, fc.nat(2), fc.nat(1000), fc.boolean(), (given, hints, activeSeconds, timed) => {
      const quality = qualityOf({ ...right, verdicts: given, hints, activeSeconds, timed });
      const untimed = qualityOf({ ...right, verdicts: given, hints, timed: false });
      expect(quality).toBe(untimed === 5 ? (timed && activeSeconds > 30 ? 4 : 5) : untimed);
    }),
  );
});

test('tries are right and wrong answers', () => {
  expect(countTries(['unreadable', 'form', 'wrong', 'form', 'right'])).toBe(2);
  expect(countTries([])).toBe(0);
});

test('par is the level’s until five own times are known, then the larger of the two', () => {
  expect(parTime(30, [100, 100, 100, 100])).toBe(30);
  expect(parTime(30, [100, 40, 60, 80, 20])).toBe(75);
  expect(parTime(90, [100, 40, 60, 80, 20])).toBe(90);
});

test('as many values lie above the median as below', () => {
  expect(median([3])).toBe(3);
  expect(median([10, 2, 4, 3])).toBe(3.5);
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1 }), values => {
      const middle = median(values);
      expect(values.filter(value => value < middle).length).toBeLessThanOrEqual(values.length / 2);
      expect(values.filter(value => value > middle).length).toBeLessThanOrEqual(values.length / 2);
    }),
  );
});

test('one way in four can be guessed; two guesses count as the lower', () => {
  expect([2, 4, 5, 32].map(isGuessable)).toEqual([true, true, false, false]);
  expect([together(5, 2), together(1, 4), together(3, 3)]).toEqual([2, 1, 3]);
});
