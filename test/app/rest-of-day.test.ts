import { describe, expect, test } from 'vitest';
import { restOfDay, whatComes } from '../../src/app/rest-of-day.ts';
import { skills } from '../../src/catalog.ts';
import type { AnswerEntry } from '../../src/schedule/entry.ts';
import { replay } from '../../src/schedule/replay.ts';
import { answer } from '../schedule/log.ts';

const TODAY = 20_000;
const [first = '', second = ''] = skills.map(({ id }) => id);
const cardsOf = (...log: readonly AnswerEntry[]) => replay(log, { levels: () => 5 });

describe('a day with nothing left in it', () => {
  test('says that this is all, and when the next skills come back', () => {
    const cards = cardsOf(answer(1, 5, { skill: first, day: TODAY }), answer(2, 5, { skill: second, day: TODAY }));
    expect(restOfDay(cards, TODAY)).toBe('That is all for today.');
    expect(whatComes(cards, TODAY)).toBe('Two skills come back tomorrow.');
  });

  test('does not say that all is done where more is due than a day should hold', () => {
    const cards = cardsOf(answer(1, 5, { skill: first, day: TODAY }), answer(2, 5, { skill: second, day: TODAY - 3 }));
    expect(restOfDay(cards, TODAY)).toBe('That is enough for today.');
    expect(whatComes(cards, TODAY)).toBe('One skill waits until tomorrow, so that no day is too long.');
  });

  test('says that nothing is due where nothing was', () => {
    const cards = cardsOf(answer(1, 5, { skill: first, day: TODAY - 1 }), answer(2, 5, { skill: first, day: TODAY }));
    expect(restOfDay(cards, TODAY + 2)).toBe('Nothing is due today.');
    expect(whatComes(cards, TODAY + 2)).toBe('One skill comes back in 4 days.');
  });
});
