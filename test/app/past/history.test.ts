import { describe, expect, test } from 'vitest';
import { endOf, historyOf, purposeOf } from '../../../src/app/past/history.ts';
import { givenLines, reopen } from '../../../src/app/past/reopen.ts';
import { loadGenerator } from '../../../src/catalog.ts';
import { make } from '../../../src/make.ts';
import { answer, moveDue, override, SKILL, undo } from '../../schedule/log.ts';

const ids = (log: Parameters<typeof historyOf>[0]) => historyOf(log).map(({ id }) => id);
const [first] = [answer(1, 5)];
const end = (...[quality, facts]: [Parameters<typeof answer>[1], Parameters<typeof answer>[2]?]) =>
  historyOf([answer(1, quality, facts)]).map(endOf)[0];

describe('what was done of a skill', () => {
  test('the newest comes first, and only answers', () => {
    expect(ids([first, moveDue(2, 20_009), answer(3, 1), answer(4, 5, { day: 20_007 })])).toEqual([
      'phone:4',
      'phone:3',
      'phone:1',
    ]);
  });

  test('what was taken back is not there', () => {
    expect(ids([first, undo(2, 'phone:1')])).toEqual([]);
  });

  test('“My answer was right” is said, unless that was taken back', () => {
    const log = [answer(1, 1), override(2, 'phone:1')];
    expect(historyOf(log).map(endOf)).toEqual([{ tone: 'right', says: 'Counted as right, as you said' }]);
    expect(historyOf([...log, undo(3, 'phone:2')]).map(endOf)).toEqual([{ tone: 'wrong', says: 'Not right yet' }]);
  });

  test('how it went and what it was for, in words', () => {
    expect(end(5)?.says).toBe('Right at once');
    expect(end(3)?.says).toBe('Right after a slip');
    expect(end(2, { hints: 1 })?.says).toBe('Right after some tries');
    expect(end(2, { hints: 2 })?.says).toBe('Right after a hint');
    expect(end(0)?.tone).toBe('shown');
    expect(historyOf([answer(1, 5, { purpose: 'set' })]).map(purposeOf)).toEqual(['in a set']);
  });
});

describe('a past exercise opened again', () => {
  const made = async () => {
    const generator = await loadGenerator(SKILL);
    const exercise = make(generator, 2, 'seed');
    const { seed, version, given, level } = exercise;
    return { exercise, entry: answer(1, 5, { seed, version, given: JSON.parse(JSON.stringify(given)), level }) };
  };

  test('is the very exercise', async () => {
    const { exercise, entry } = await made();
    expect(JSON.stringify(await reopen(entry))).toBe(JSON.stringify(exercise));
  });

  test('follows the stored numbers, whatever the seed', async () => {
    const { exercise, entry } = await made();
    expect((await reopen({ ...entry, seed: 'other' }))?.statement).toEqual(exercise.statement);
  });

  test('is not there where the skill has changed since, or the numbers fit no exercise', async () => {
    const { entry } = await made();
    expect(await reopen({ ...entry, version: entry.version + 1 })).toBeUndefined();
    expect(await reopen({ ...entry, given: null })).toBeUndefined();
    expect(await reopen({ ...entry, level: 99 })).toBeUndefined();
  });

  test('its numbers can be read without it', () => {
    expect(givenLines({ n: 4, A: [['3/4', 1]], w: 'ham' })).toEqual([
      ['n', '4'],
      ['A', '[[3/4, 1]]'],
      ['w', 'ham'],
    ]);
    expect(givenLines([1, 2])).toEqual([['', '[1, 2]']]);
  });
});
