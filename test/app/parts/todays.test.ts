import { expect, test } from 'vitest';
import { skillsOfDay, todays } from '../../../src/app/parts/todays.ts';
import type { Item, Role } from '../../../src/schedule/queue.ts';

const items = (...roles: [skill: string, role: Role][]): readonly Item[] => roles.map(([skill, role]) => ({ skill, role }));

test('a session in words: each skill once, as what it mainly is', () => {
  expect(todays([])).toBe('');
  expect(todays(items(['a', 'due']))).toBe('One skill is due.');
  expect(todays(items(['a', 'worked'], ['a', 'guided'], ['a', 'new']))).toBe('One skill is new.');
  expect(todays(items(['a', 'due'], ['b', 'worked'], ['c', 'due'], ['d', 'drill'], ['b', 'new']))).toBe(
    'Two skills are due, one comes again and one is new.',
  );
  // Help with a skill that is due counts as that.
  expect(todays(items(['a', 'worked'], ['b', 'drill'], ['a', 'due']))).toBe('One skill is due and one comes again.');
});

test('what is due comes first, what is new last', () => {
  const session = items(['a', 'worked'], ['b', 'drill'], ['c', 'due'], ['a', 'guided'], ['d', 'due'], ['a', 'new']);
  expect(skillsOfDay(session)).toEqual(['c', 'd', 'b', 'a']);
});
