import { expect, test } from 'vitest';
import { begin, edit, override, reveal, submit } from '../../../src/app/practice/attempt.ts';
import { reportOf, storedReport } from '../../../src/app/practice/report.ts';
import { number } from '../../../src/exercise/answer.ts';
import { math } from '../../../src/exercise/formula.ts';
import type { Exercise } from '../../../src/exercise/generator.ts';
import { say } from '../../../src/exercise/text.ts';
import { answer } from '../../schedule/log.ts';

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

test('of an answer in the log it holds the same, and what is stored where the skill has changed since', () => {
  const entry = answer(1, 1, {
    ...{ skill: 'area/skill', level: 2, seed: 'abc', version: 3, given: { n: 4 } },
    ...{ answers: [['0.7'], ['0.'], ['3/4']], verdicts: ['wrong', 'unreadable', 'right'] },
  });
  expect(storedReport(entry, exercise).split('\n')).toEqual([
    'area/skill, version 3, level 2, seed abc',
    'Asked: Find $x$.',
    'Typed: $x =$ 0.7',
    'Key: $x =$ 3/4',
  ]);
  expect(storedReport(entry, undefined).split('\n')).toEqual([
    'area/skill, version 3, level 2, seed abc',
    'Given: {"n":4}',
    'Typed: 0.7',
  ]);
});
