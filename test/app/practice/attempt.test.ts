import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Attempt,
  begin,
  edit,
  mayOverride,
  override,
  paidHints,
  reveal,
  showHint,
  submit,
  thaw,
  verdictsOf,
} from '../../../src/app/practice/attempt.ts';
import { number } from '../../../src/exercise/answer.ts';
import type { Exercise } from '../../../src/exercise/generator.ts';
import { say } from '../../../src/exercise/text.ts';

const exercise: Exercise = {
  id: 'area/skill',
  version: 1,
  level: 1,
  seed: 's',
  given: {},
  statement: say`Two numbers.`,
  answers: [number({ key: '3/4', lowest: true }), number({ key: -2 })],
  hints: [say`Free.`, say`Costs.`],
  solution: [say`So.`],
};

const handIn = (attempt: Attempt, ...texts: string[]) => submit(texts.reduce((next, text, i) => edit(next, i, text), attempt));

const step = fc.oneof(
  fc.tuple(fc.nat(2), fc.constantFrom('', '3/4', '6/8', '-2', '2', '1/', 'x')).map(
    ([part, text]) =>
      (attempt: Attempt) =>
        edit(attempt, part, text),
  ),
  fc.constantFrom(submit, showHint, reveal, override),
);
const attempts = fc.array(step, { maxLength: 25 }).map(steps => steps.reduce((attempt, act) => act(attempt), begin(exercise)));

describe('an attempt', () => {
  test('is over when all parts are right', () => {
    const right = handIn(begin(exercise), '3/4', '-2');
    expect(right.done).toBe(true);
    expect(right.tries.map(({ texts }) => texts)).toEqual([['3/4', '-2']]);
    expect(edit(right, 0, '5').texts).toEqual(['3/4', '-2']);
    expect(submit(right).tries).toHaveLength(1);
  });

  test('goes on after a wrong, a badly formed and an unreadable answer, and keeps each', () => {
    const tried = handIn(handIn(handIn(begin(exercise), '3/4', '2'), '6/8', '-2'), '3/', '-2');
    expect(tried.done).toBe(false);
    expect(verdictsOf(tried)).toEqual(['wrong', 'form', 'unreadable']);
    expect(verdictsOf(handIn(tried, '3/4', '-2')).at(-1)).toBe('right');
  });

  test('the first hint is free, and there are no more than there are', () => {
    const [first, second] = [showHint(begin(exercise)), showHint(showHint(begin(exercise)))];
    expect([paidHints(begin(exercise)), paidHints(first), paidHints(second)]).toEqual([0, 0, 1]);
    expect(showHint(second).hints).toBe(2);
  });

  test('only what was refused may be called right', () => {
    expect(mayOverride(begin(exercise))).toBe(false);
    expect(mayOverride(handIn(begin(exercise), '1/', '-2'))).toBe(false);
    expect(mayOverride(handIn(begin(exercise), '3/4', '-2'))).toBe(false);
    const wrong = handIn(begin(exercise), '3/4', '2');
    expect(override(wrong)).toMatchObject({ overridden: true, done: true });
    expect(override(reveal(wrong))).toMatchObject({ overridden: true, revealed: true });
    expect(mayOverride(override(wrong))).toBe(false);
  });

  test('does not come back from anything else', () => {
    const stored = { texts: ['1', '2'], tries: [['1', '2']], hints: 0, revealed: false, overridden: false, activeMs: 0 };
    expect(thaw(exercise, stored)).toEqual(handIn(begin(exercise), '1', '2'));
    const damaged = [
      { ...stored, texts: ['1'] },
      { ...stored, tries: [['1']] },
      { ...stored, tries: [['1', 2]] },
      { ...stored, texts: ['1', 'x'.repeat(2001)] },
      { ...stored, hints: -1 },
      { ...stored, hints: 0.5 },
      { ...stored, activeMs: Number.NaN },
      { ...stored, revealed: 1 },
    ];
    expect(damaged.map(value => thaw(exercise, value))).toEqual(damaged.map(() => undefined));
    fc.assert(fc.property(fc.jsonValue(), value => thaw(exercise, value) === undefined));
  });

  test('what is done and tried never goes back', () => {
    fc.assert(
      fc.property(attempts, step, (before, act) => {
        const after = act(before);
        expect(after.done || !before.done).toBe(true);
        expect(after.tries.slice(0, before.tries.length)).toEqual(before.tries);
      }),
    );
  });
});
