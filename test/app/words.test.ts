import { describe, expect, test } from 'vitest';
import { capital, count, dateName, dayName, dueState, listed, whenDue } from '../../src/app/words.ts';
import { dayOfDate } from '../../src/schedule/civil.ts';

const DAY = dayOfDate({ year: 2026, month: 11, date: 22 });

describe('numbers and days in words', () => {
  test.each([
    [count(1, 'exercise'), 'one exercise'],
    [capital(count(10, 'exercise')), 'Ten exercises'],
    [count(20, 'minute'), 'twenty minutes'],
    [count(21, 'entry', 'entries'), '21 entries'],
    [count(0, 'skill'), 'no skills'],
    [listed(['a']), 'a'],
    [listed(['a', 'b', 'c']), 'a, b and c'],
    [whenDue(0), 'today'],
    [whenDue(1), 'tomorrow'],
    [whenDue(6), 'in 6 days'],
    [whenDue(90), 'in 3 months'],
    [whenDue(365), 'in a year'],
    [dueState(-1), '1 day late'],
    [dueState(-2), '2 days late'],
    [dueState(0), 'due today'],
    [dueState(15), 'due in 15 days'],
    [dayName(DAY), 'Sunday, 22 November'],
    [dateName(DAY), '22 November 2026'],
  ])('%s', (said, expected) => expect(said).toBe(expected));
});
