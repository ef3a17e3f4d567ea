import { describe, expect, test } from 'vitest';
import { exercisesByDay } from '../../src/app/week.ts';
import { answer, undo } from '../schedule/log.ts';

const TODAY = 20_000;

describe('the last seven days', () => {
  test('counts the answers of each day that were not taken back', () => {
    const entries = [
      answer(1, 5, { day: TODAY - 6 }),
      answer(2, 1, { day: TODAY - 6 }),
      answer(3, 5, { day: TODAY - 7 }),
      answer(4, 5, { day: TODAY, purpose: 'free' }),
      answer(5, 5, { day: TODAY }),
      undo(6, 'phone:5', { day: TODAY }),
    ];
    expect(exercisesByDay(entries, TODAY)).toEqual([2, 0, 0, 0, 0, 0, 1]);
  });
});
