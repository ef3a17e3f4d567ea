import { expect, test } from 'vitest';
import { keyText } from '../../../src/answers/answer-text.ts';
import { showHint } from '../../../src/app/practice/attempt.ts';
import { beginGuided, shownSteps, tellsAll } from '../../../src/app/practice/guided.ts';
import { load, skills } from '../../../src/catalog.ts';
import { choice, number } from '../../../src/exercise/answer.ts';
import { math } from '../../../src/exercise/formula.ts';
import { plain, say, type Text } from '../../../src/exercise/text.ts';
import { make } from '../../../src/make.ts';

const blank = {
  id: 'area/skill',
  version: 1,
  level: 1,
  seed: 's',
  given: {},
  statement: say`A number.`,
  hints: ['a', 'b', 'c'].map(hint => say`${hint}`),
};
const lines = (...last: string[]) => [say`First this.`, say`Then that.`, say`And this.`, ...last.map(text => say`${text}`)];

test('about the last third is left to the learner, at least one line', () => {
  const answers = [number({ key: 7 })];
  expect(shownSteps({ solution: lines('Now.', 'Here.', 'So.'), answers })).toHaveLength(4);
  expect(shownSteps({ solution: lines('So.'), answers })).toHaveLength(2);
  expect(shownSteps({ solution: [say`One.`, say`Two.`], answers })).toHaveLength(1);
  expect(shownSteps({ solution: [say`One.`], answers })).toEqual([]);
});

test('no line is shown from the first on that states a key', () => {
  const solution = [say`It is ${math`x = 3`}.`, say`So ${math`y = 2 \cdot 3 + 1 = 7`}.`, say`Check.`, say`Done.`, say`End.`];
  const left = (key: number) => shownSteps({ solution, answers: [number({ key })] }).length;
  expect([left(7), left(3), left(1)]).toEqual([1, 0, 3]);
  const options = [
    { id: 'a', text: say`a saddle point` },
    { id: 'b', text: say`a minimum` },
  ];
  const told = [say`The signs differ.`, say`So it is a saddle point.`, say`Look at it.`, say`End.`];
  expect(shownSteps({ solution: told, answers: [choice({ key: 'a', options })] })).toHaveLength(1);
  expect(tellsAll({ solution, answers: [number({ key: 7 }), number({ key: 3 })] })).toBe(true);
  expect(tellsAll({ solution, answers: [number({ key: 8 })] })).toBe(false);
});

test('in every skill a guided example leaves something to do, and most begin it', async () => {
  let begun = 0;
  for (const { id, area } of skills) {
    const generator = (await load(area)).get(id);
    if (!generator) throw new Error(`no ${id}`);
    const exercise = make(generator, 1, 'guided');
    const shown = shownSteps(exercise);
    expect(shown.length, id).toBeLessThan(exercise.solution.length);
    for (const key of exercise.answers.map(keyText).map(plain)) expect(shown.map(plain).join(' '), id).not.toContain(`= ${key}$`);
    begun += shown.length > 0 ? 1 : 0;
  }
  expect(begun / skills.length).toBeGreaterThan(0.6);
});

test('where no line can be shown the first two hints stand there, and the next one asked for is the third', () => {
  const of = (solution: readonly Text[]) => ({ ...blank, solution, answers: [number({ key: 3 })] });
  expect(beginGuided(of([say`It is ${math`x = 3`}.`, say`Check.`])).hints).toBe(2);
  expect(beginGuided(of(lines('So.'))).hints).toBe(0);
  expect(showHint(beginGuided(of([say`It is ${math`3`}.`]))).hints).toBe(3);
});
