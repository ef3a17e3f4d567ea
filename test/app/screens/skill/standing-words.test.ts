import { describe, expect, test } from 'vitest';
import { levelWords, nextWords, passedWords } from '../../../../src/app/screens/skill/standing-words.ts';
import type { Card } from '../../../../src/schedule/card.ts';
import { replaySkill } from '../../../../src/schedule/replay.ts';
import { answer } from '../../../schedule/log.ts';

const DAY = 20_000;
const rules = { levels: () => 3 };

const cardAfter = (...answers: Parameters<typeof answer>[]): Card => {
  const card = replaySkill(
    answers.map(each => answer(...each)),
    rules,
  );
  if (!card) throw new Error('no card');
  return card;
};

describe('when a skill comes next', () => {
  const card = cardAfter([1, 5], [2, 5, { day: DAY + 1 }]);

  test('with its day', () => {
    expect(nextWords(card, DAY + 1)).toBe('It comes back in 6 days, on Friday, 11 October.');
    expect(nextWords(card, DAY + 7)).toBe('It is due today.');
    expect(nextWords(card, DAY + 9)).toBe('It is 2 days late, due since Friday, 11 October.');
  });

  test('again on the same day, and why', () => {
    expect(nextWords(cardAfter([1, 1]), DAY)).toBe('It comes again today: the last answer was not right at once.');
    expect(nextWords(cardAfter([1, 5, { guessable: true }]), DAY)).toMatch(/^It comes once more today/);
  });
});

describe('what takes it to the next level', () => {
  test('two clean passes, then one, then no more', () => {
    const up = (days: string) => `Level 1 of 3. Right first time and unaided on ${days} takes it to level 2.`;
    expect(levelWords(cardAfter([1, 3]), 3)).toBe(up('two more days'));
    expect(levelWords(cardAfter([1, 5]), 3)).toBe(up('one more day'));
    expect(levelWords(cardAfter([1, 5, { level: 3 }]), 3)).toBe('Level 3, the highest.');
  });

  test('it is what the schedule does', () => {
    expect(cardAfter([1, 5], [2, 4, { day: DAY + 1 }]).level).toBe(2);
  });
});

test('how often it was right', () => {
  const card = cardAfter([1, 5], [2, 5, { day: DAY + 1 }]);
  expect(passedWords(card, DAY + 1)).toBe('Right on two days since Friday, 4 October.');
  expect(passedWords(card, DAY + 200)).toBe('Right on two days since 4 October 2024.');
});
