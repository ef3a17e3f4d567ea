import { expect, test } from 'vitest';
import { stageOf } from '../../../src/app/practice/stage.ts';

test('examples are what the session says, a placement is one whatever it asks', () => {
  expect(stageOf('practice', 'worked')).toBe('worked');
  expect(stageOf('practice', 'guided')).toBe('guided');
  expect(stageOf('practice', 'due')).toBe('alone');
  expect(stageOf('free', null)).toBe('alone');
  expect(stageOf('placement', null)).toBe('placement');
});
