import { describe, expect, test } from 'vitest';
import { writeKey } from '../../../src/answers/kinds.ts';
import { begin, edit, reveal, showHint, submit } from '../../../src/app/practice/attempt.ts';
import { answerDraft, consequence } from '../../../src/app/session/outcome.ts';
import { loadGenerator } from '../../../src/catalog.ts';
import { make } from '../../../src/make.ts';
import { type Card, step } from '../../../src/schedule/card.ts';
import { readEntry } from '../../../src/schedule/entry.ts';
import type { Quality } from '../../../src/schedule/sm2.ts';
import { answer } from '../../schedule/log.ts';

const DAY = 20_000;
const circumstances = { purpose: 'practice', day: DAY, at: DAY * 86_400_000, par: 20, card: undefined, timed: true } as const;
const exercise = make(await loadGenerator('linear-algebra/matrix-product'), 1, 'outcome');
const fresh = begin(exercise);
const right = edit(fresh, 0, exercise.answers.map(writeKey)[0] ?? '');
const wrong = submit(edit(fresh, 0, '9999'));
const qualityOf = (attempt: typeof fresh, activeMs: number, timed = true) =>
  answerDraft({ ...attempt, activeMs }, { ...circumstances, timed }).quality;

describe('the entry of an attempt', () => {
  test('can be stored as it is', () => {
    expect(readEntry({ ...answerDraft(submit(right), circumstances), device: 'phone', seq: 1 }).ok).toBe(true);
  });

  test('scores as the table says', () => {
    expect(qualityOf(submit(right), 20_000)).toBe(5);
    expect(qualityOf(submit(right), 20_200)).toBe(4);
    expect(qualityOf(submit(right), 99_000, false)).toBe(5);
    expect(qualityOf(submit({ ...right, tries: wrong.tries }), 1000)).toBe(3);
    expect(qualityOf(submit(showHint(showHint(right))), 1000)).toBe(2);
    expect(qualityOf(submit(showHint(right)), 1000)).toBe(5);
    expect(qualityOf(reveal(wrong), 1000)).toBe(1);
    expect(qualityOf(reveal(fresh), 1000)).toBe(0);
  });

  test('the own median counts once five times are known', () => {
    const entries = [1, 2, 3, 4, 5].map(seq => answer(seq, 4, { activeSeconds: 100 }));
    const card = entries.reduce<Card | undefined>((before, entry) => step(before, entry, { levels: () => 5 }), undefined);
    expect(answerDraft({ ...submit(right), activeMs: 120_000 }, { ...circumstances, card }).quality).toBe(5);
  });

  test('no time is logged where time is switched off', () => {
    expect(answerDraft({ ...submit(right), activeMs: 5000 }, { ...circumstances, timed: false }).activeSeconds).toBe(0);
  });
});

describe('what the learner reads of it', () => {
  const rules = { levels: () => 5 };
  const answered = (before: Card | undefined, seq: number, quality: Quality, day: number) =>
    step(before, answer(seq, quality, { day }), rules);
  const first = answered(undefined, 1, 5, DAY);
  const second = answered(first, 2, 5, DAY + 1);
  const third = answered(second, 3, 1, DAY + 7);

  test.each([
    [consequence(undefined, first, DAY), 'Comes back tomorrow.'],
    [consequence(first, second, DAY + 1), 'Level up: next time level 2. Comes back in 6 days.'],
    [consequence(second, third, DAY + 7), 'One level down: next time level 1. Comes again today, then tomorrow.'],
    [consequence(third, answered(third, 4, 4, DAY + 7), DAY + 7), 'Comes back tomorrow.'],
  ])('%s', (said, expected) => expect(said.join('')).toBe(expected));
});
