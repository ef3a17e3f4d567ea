// Conditions as they are typed: every spelling, every connective, and back from what is printed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCondition } from '../../src/answers/condition-reading.ts';
import { conditionSpeech, conditionTeX, conditionText } from '../../src/math/condition/condition.ts';
import { conditionInX, logic } from '../math/condition/arbitrary-conditions.ts';

const printed = (text: string) => {
  const reading = readCondition(text);
  return reading.ok ? conditionText(reading.value) : reading.says;
};

describe('a condition', () => {
  it('is read back from how it is printed', () => {
    fc.assert(
      fc.property(fc.oneof(conditionInX, logic), condition => {
        expect(printed(conditionText(condition))).toBe(conditionText(condition));
        expect(conditionTeX(condition)).not.toMatch(/undefined/);
        expect(conditionSpeech(condition)).not.toMatch(/undefined/);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['1 < x <= 3', '1 < x and x ≤ 3'],
    ['x =< 3', 'x ≤ 3'],
    ['x => 3', 'x ≥ 3'],
    ['x = 1 => y = 2', 'x = 1 implies y = 2'],
    ['x = 1 <=> y = 2', 'x = 1 iff y = 2'],
    ['A ∧ B ∨ ¬C', '(A and B) or not C'],
    ['A && B || C', '(A and B) or C'],
    ['A | B & C', 'A or (B and C)'],
    ['not (A or B)', 'not (A or B)'],
    ['!x=y', 'not (x = y)'],
    ['x ≠ 1 and x <> 2', 'x ≠ 1 and x ≠ 2'],
    ['[x + y = 3, x - y = 1]', 'x + y = 3 and x - y = 1'],
    ['x + y = 3; x - y = 1', 'x + y = 3 and x - y = 1'],
    ['x = 1, x = 2', 'x = 1 or x = 2'],
    ['x = 0,5', 'x = 0.5'],
    ['x = ±2', 'x = 2 or x = -2'],
    ['x ∈ (1, 2] ∪ {5}', '(x > 1 and x ≤ 2) or (x ≥ 5 and x ≤ 5)'],
    ['x in (-inf, 2)', 'x < 2'],
    ['x=1 \\text{ or } x=2', 'x = 1 or x = 2'],
    ['x \\ge 1 \\land x \\ne 2', 'x ≥ 1 and x ≠ 2'],
    ['True', 'true'],
    ['x > 1 and (x < 3 or (x > 5 and x < 7))', 'x > 1 and (x < 3 or (x > 5 and x < 7))'],
  ])('%s is read as %s', (text, wanted) => expect(printed(text)).toBe(wanted));

  it.each(['x', '2x + 1', 'x = ', 'x = 1 or', 'and x = 1', '((x = 1)', '{}', '!x', 'x = 1 or or x = 2', '('.repeat(40)])(
    '%s is unreadable or a letter, with a place',
    text => {
      const reading = readCondition(text);
      if (reading.ok) expect(reading.value).toEqual({ letter: 'x' });
      else expect([reading.says, reading.at <= text.length]).toEqual([expect.stringMatching(/\.$/), true]);
    },
  );
});
