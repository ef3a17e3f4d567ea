import { expect, test } from 'vitest';
import { begin, edit, override, reveal, submit } from '../../../src/app/practice/attempt.ts';
import { reportOf } from '../../../src/app/practice/report.ts';
import { number } from '../../../src/exercise/answer.ts';
import { math } from '../../../src/exercise/formula.ts';
import type { Exercise } from '../../../src/exercise/generator.ts';
import { say } from '../../../src/exercise/text.ts';

const exercise: Exercise = {
  id: 'area/skill',
  version: 3,
  level: 2,
  seed: 'abc',
  given: {},
  statement: say`Find ${math`x`}.`,
  answers: [number({ key: '3/4', label: say`${math`x =`}` })],
  hints: [],
  solution: [say`So.`],
};
const handIn = (text: string) => submit(edit(begin(exercise), 0, text));

test('a report holds where the exercise comes from, what was typed and the key', () => {
  const expected = ['area/skill, version 3, level 2, seed abc', 'Asked: Find $x$.', 'Typed: $x =$ 0.7', 'Key: $x =$ 3/4'];
  expect(
    reportOf(override(handIn('0.7')))
      .split('\n')
      .slice(1),
  ).toEqual(expected);
  expect(reportOf(override(reveal(edit(handIn('0.7'), 0, '0.8'))))).toContain('Typed: $x =$ 0.7');
});
