// Answers made from two typed texts: whatever they are, for every kind, there is a verdict in words and no throw.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradePart } from '../../src/answers/grade.ts';
import { answerFrom } from '../../src/answers/model.ts';
import { KINDS } from '../../src/exercise/answer.ts';

const PIECES = [
  ...'0123xyab+-*/^=<>()[]{}|,;.:\\_%√π∞∪≤±∅ℝ ',
  'inf',
  ' or ',
  ' and ',
  'not ',
  ' => ',
  ' xor ',
  'x in ',
  '|x| <= 2',
  '[1, 2)',
  '{1, 2}',
  'x = 1',
  '10^999',
  '\\frac{1}{2}',
  '((',
  '[[1,2],[3,4]]',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map(parts => parts.join(''));

describe('an answer from a typed model', () => {
  it('is made, or unreadable in words, and judges any text', () => {
    fc.assert(
      fc.property(fc.option(fc.constantFrom(...KINDS), { nil: undefined }), text, text, (kind, model, student) => {
        const read = answerFrom({ text: model, ...(kind && { kind }) }, student);
        if (!read.ok) expect(read.says).toMatch(/\.$/);
        else expect(['right', 'form', 'wrong', 'unreadable']).toContain(gradePart(read.value, student).verdict);
      }),
      { numRuns: Number(process.env.FUZZ ?? 3000) },
    );
  }, 300_000);

  it('guesses the kind from what the model looks like', () => {
    const kinds = ['x^2', '{1, 2}', '[1, 2)', '(1, 2) U (3, 4)', '(1, 2)', '[[1,2],[3,4]]', 'x = 2y', 'x < 3', '∅'];
    const found = kinds.map(model => {
      const read = answerFrom({ text: model }, model);
      return read.ok ? read.value.kind : 'unreadable';
    });
    expect(found).toEqual(['expression', 'set', 'interval', 'interval', 'vector', 'matrix', 'equation', 'equation', 'set']);
  });

  it('does not read what is beyond all measure', () => {
    const long = `[[${'1,'.repeat(5000)}1]]`;
    expect(answerFrom({ text: long, kind: 'matrix' }, '1').ok).toBe(false);
    const read = answerFrom({ text: '(1, 2)', kind: 'vector' }, '1');
    expect(read.ok && gradePart(read.value, long).verdict).toBe('unreadable');
  });
});
