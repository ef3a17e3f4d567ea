import { describe, expect, test } from 'vitest';
import { keyText, typedText } from '../../../src/answers/answer-text.ts';
import { begin, edit, override, reveal, submit } from '../../../src/app/practice/attempt.ts';
import { judgedNow, outcomeOf, spokenOutcome } from '../../../src/app/practice/outcome.ts';
import { choice, matrix, mistake, number, several } from '../../../src/exercise/answer.ts';
import type { Exercise } from '../../../src/exercise/generator.ts';
import { say, spoken as spokenText } from '../../../src/exercise/text.ts';
import { Matrix } from '../../../src/math/matrix.ts';
import { rational } from '../../../src/math/rational.ts';

const mistakes = [mistake(rational('4/3'))`You turned it upside down.`];
const exercise: Exercise = {
  id: 'area/skill',
  version: 1,
  level: 1,
  seed: 's',
  given: {},
  statement: say`Two numbers.`,
  answers: [number({ key: '3/4', lowest: true, mistakes }), number({ key: -2 })],
  hints: [],
  solution: [say`So.`],
};
const handIn = (...texts: string[]) => submit(texts.reduce((next, text, i) => edit(next, i, text), begin(exercise)));
const spoken = (...texts: string[]) => {
  const outcome = outcomeOf(handIn(...texts));
  return outcome && spokenOutcome(outcome);
};

describe('the outcome', () => {
  test('says the verdict first, then what was done', () => {
    expect(spoken('3/4', '-2')).toBe('Right.');
    expect(spoken('4/3', '7')).toBe('Not yet. You turned it upside down.');
    expect(spoken('4/3', '-2')).toBe('Not yet. A part of it is right. You turned it upside down.');
    expect(spoken('6/8', '-2')).toMatch(/^Nearly\. .*lowest terms\.$/);
    expect(spoken('5', '5')).toMatch(/^Not yet\. The result is a different one\./);
    expect(spoken('5/', '5')).toBeUndefined();
  });

  test('a solution that was asked for is no verdict, unless there was a wrong try', () => {
    expect(outcomeOf(reveal(begin(exercise)))).toMatchObject({ tone: 'shown' });
    expect(outcomeOf(reveal(handIn('4/3', '-2')))).toMatchObject({ tone: 'wrong', title: 'Not yet.' });
    expect(outcomeOf(override(handIn('4/3', '-2')))).toMatchObject({ tone: 'right' });
  });

  test('a judgement holds until something is typed', () => {
    const tried = handIn('4/3', '-2');
    expect(judgedNow(tried)?.grade.verdict).toBe('wrong');
    expect(judgedNow(edit(tried, 0, '4/'))).toBeUndefined();
    expect(judgedNow(begin(exercise))).toBeUndefined();
  });

  test('every key can be shown, chosen ones in their own words', () => {
    const options = [
      { id: 'a', text: say`all of ${2} words` },
      { id: 'b', text: say`none` },
    ];
    expect(spokenText(keyText(number({ key: '-3/4' })))).toContain('3 over 4');
    expect(spokenText(keyText(matrix({ key: Matrix.identity(2) })))).toContain('1, 0');
    expect(spokenText(keyText(choice({ key: 'a', options })))).toBe('all of 2 words');
    expect(spokenText(keyText(several({ key: ['a', 'b'], options })))).toBe('all of 2 words; none');
    expect(spokenText(keyText(several({ key: [], options })))).toBe('None of these');
    expect(typedText(number({ key: 1 }), '1/')).toBeUndefined();
  });
});
