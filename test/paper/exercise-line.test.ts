// A line of JSON says all that it takes to answer the exercise: everything that its answers ask for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradePart } from '../../src/answers/grade.ts';
import { answerFrom } from '../../src/answers/model.ts';
import { loadGenerator } from '../../src/catalog.ts';
import * as answer from '../../src/exercise/answer.ts';
import { expr } from '../../src/exercise/expr.ts';
import { make } from '../../src/make.ts';
import { Rational } from '../../src/math/rational.ts';
import { equation } from '../../src/math/relation.ts';
import { exerciseLine } from '../../src/paper/exercise-line.ts';
import { anyAnswer } from '../answers/arbitrary-answers.ts';

type Fields = Readonly<Record<string, unknown>>;

const exercise = make(await loadGenerator('linear-algebra/matrix-product'), 1, 'line');

/** The answer's fields, as they arrive. */
function fieldsOf(asked: answer.Answer): Fields {
  const { answers = [] }: { answers?: readonly Fields[] } = JSON.parse(
    JSON.stringify(exerciseLine({ ...exercise, answers: [asked] })),
  );
  return answers[0] ?? {};
}

/** What a demand is called in the line. */
const NAMES: Readonly<Record<string, string>> = { variables: 'vars', lowest: 'form' };

const demanding: Record<string, answer.Answer> = {
  number: answer.number({ key: '1/2', lowest: true }),
  real: answer.real({ key: expr`ln 3`, tolerance: '0.01', relative: '0.001', decimals: 2, digits: 3 }),
  expression: answer.expression({
    key: expr`x`,
    variables: ['x'],
    assume: { x: [Rational.from(0), null] },
    upToConstant: 'x',
    form: 'general',
  }),
  vector: answer.vector({ key: [expr`x`], variables: ['x'], tolerance: '0.01', decimals: 2 }),
  direction: answer.direction({ key: [expr`t`], variables: ['t'], assume: { t: [Rational.from(0), Rational.from(1)] } }),
  matrix: answer.matrix({ key: [[expr`x`]], variables: ['x'], relative: '0.01', digits: 2 }),
  set: answer.set({ key: [expr`a`], variables: ['a'] }),
  equation: answer.equation({ key: equation(expr`y`, expr`x`), variables: ['x', 'y'], solvedFor: 'y' }),
  ordering: answer.ordering({
    key: ['a', 'b'],
    options: ['a', 'b'].map(id => ({ id, text: [id] })),
    before: [['a', 'b']],
  }),
};

describe('the line of an exercise', () => {
  it.each(Object.entries(demanding))('names every demand of a %s', (kind, asked) => {
    const line = fieldsOf(asked);
    expect(line.kind).toBe(kind);
    for (const demand of Object.keys(asked)) expect(line).toHaveProperty(NAMES[demand] ?? demand);
  });

  it('has a key that is right under what it names', () => {
    fc.assert(
      fc.property(anyAnswer, asked => {
        const { key, options, decimals, digits } = fieldsOf(asked);
        if (options) return;
        const rounding = { ...(typeof decimals === 'number' && { decimals }), ...(typeof digits === 'number' && { digits }) };
        const read = answerFrom({ kind: asked.kind, text: String(key), ...rounding }, String(key));
        expect(read.ok && gradePart(read.value, String(key)).verdict).toBe('right');
      }),
    );
  });
});
