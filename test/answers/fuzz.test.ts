// Whatever is typed: a verdict, words where it can't be read, no throw, no long wait; and what is written reads back.
import { expect, test } from 'vitest';
import { gradePart } from '../../src/answers/grade.ts';
import { KINDS } from '../../src/exercise/answer.ts';
import { roundTrips, runShare } from '../bench/fuzz/run.ts';
import { ownSamples } from '../bench/fuzz/samples.ts';
import { stepsOf } from '../bench/fuzz/steps.ts';

test('5,000 hostile answers over all kinds', { timeout: 120_000 }, () => {
  const { violations, count, tallies } = runShare({ seed: 'test', from: 0, step: 1, to: 5000, budget: 3_000_000 });
  expect(violations).toEqual([]);
  expect(count).toBe(5000);
  for (const kind of KINDS) expect(tallies[`kind ${kind}`]?.count ?? 0, kind).toBeGreaterThan(100);
});

test('keys and mistakes of exercises read back as what they are', { timeout: 60_000 }, () => {
  const { violations, count } = roundTrips(10, 'test');
  expect(violations).toEqual([]);
  expect(count).toBeGreaterThan(500);
});

test('a tower of binomials is refused at once', () => {
  const [sample] = ownSamples().filter(({ answer }) => answer.kind === 'set');
  const tower = 'C('.repeat(23) + 7 + ',2)'.repeat(23);
  expect(sample && gradePart(sample.answer, tower).verdict).toBe('wrong');
});

test('functions inside functions, real nowhere, are weighed at few points', () => {
  const [sample] = ownSamples().filter(({ answer }) => answer.kind === 'expression');
  for (const tower of [`${'acos('.repeat(24)}x${')'.repeat(24)}`, `${'asin(ln('.repeat(11)}2${'))'.repeat(11)}`])
    expect(sample && stepsOf(() => gradePart(sample.answer, tower)), tower).toBeLessThan(600_000);
});

test('there are samples of our own for every kind', () => {
  expect(new Set(ownSamples().map(({ answer }) => answer.kind))).toEqual(new Set(KINDS));
});
