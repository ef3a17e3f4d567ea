import { expect, test } from 'vitest';
import { comingOf } from '../../../src/app/parts/coming.ts';
import { skills } from '../../../src/catalog.ts';
import { replay } from '../../../src/schedule/replay.ts';
import { answer } from '../../schedule/log.ts';

test('a skill that was never met says truly when it comes', () => {
  const skill = skills.find(({ needs }) => needs.length === 1) ?? skills[0];
  if (!skill) throw new Error('no skills');
  const needed = skills.find(({ id }) => id === skill.needs[0]);
  const mastered = replay(
    [1, 2].map(day => answer(day, 5, { skill: needed?.id ?? '', day })),
    { levels: () => 5 },
  );
  if (needed) expect(comingOf(skill, new Map(), 2)).toContain(`by itself after ${needed.title}`);
  expect(comingOf(skill, mastered, 2)).toContain('on one of the next days');
  expect(comingOf(skill, mastered, 0)).toContain('switched off in the settings');
  expect(comingOf(skill, new Map(), 0)).not.toContain('by itself');
});
