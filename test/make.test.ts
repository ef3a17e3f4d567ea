// From a seed to an exercise: which mistakes are kept. The contract test holds make to the rest, skill by skill.
import { expect, it } from 'vitest';
import * as answer from '../src/exercise/answer.ts';
import { generator, level } from '../src/exercise/generator.ts';
import { plain, say } from '../src/exercise/text.ts';
import { make } from '../src/make.ts';
import { type Rational, rational } from '../src/math/rational.ts';

const pair = (x: number, y: number): [Rational, Rational] => [rational(x), rational(y)];

const skill = generator({
  id: 'test/two-parts',
  version: 1,
  title: 'Two parts',
  bullet: '',
  why: '',
  needs: [],
  levels: [
    level({
      says: 'x = 2 and y = 5',
      par: 1,
      pick: () => ({}),
      ask: () => ({
        statement: say`Find them.`,
        answers: [
          answer.number({
            key: 2,
            mistakes: [answer.mistake(-2)`own sign`, answer.mistake(2)`the key`, answer.mistake(-2)`again`],
          }),
          answer.number({ key: 5 }),
        ],
        jointMistakes: [
          { wrong: pair(5, 2), says: say`swapped` },
          { wrong: pair(2, 5), says: say`the keys` },
          { wrong: pair(-2, 5), says: say`the sign of one part alone` },
          { wrong: pair(5, 2), says: say`swapped again` },
          { wrong: pair(3, 5), says: say`one part, but new` },
        ],
        hints: [],
        solution: [],
      }),
      verify: (_, [x, y]) => x.equals(2) && y.equals(5),
    }),
  ],
});

it('keeps a mistake once, and none that is right or that a part alone explains already', () => {
  const { answers, jointMistakes = [] } = make(skill, 1, '0');
  expect(answers[0]?.mistakes.map(({ says }) => plain(says))).toEqual(['own sign']);
  expect(jointMistakes.map(({ says }) => plain(says))).toEqual(['swapped', 'one part, but new']);
});
