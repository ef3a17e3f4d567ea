import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Attempt,
  begin,
  blamedIn,
  edit,
  mayOverride,
  mayRetract,
  override,
  paidHints,
  retractTry,
  reveal,
  showHint,
  submit,
  thaw,
  verdictsOf,
} from '../../../src/app/practice/attempt.ts';
import { choice, mistake, number } from '../../../src/exercise/answer.ts';
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
  fc.constantFrom(submit, showHint, reveal, override, retractTry),
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

  test('a typo is kept and counts as no try, once', () => {
    const wrong = handIn(begin(exercise), '3/4', '2');
    const taken = retractTry(wrong);
    expect([mayRetract(wrong), mayRetract(taken)]).toEqual([true, false]);
    expect([taken.tries.length, verdictsOf(taken), taken.texts]).toEqual([1, ['unreadable'], ['3/4', '2']]);
    expect(mayOverride(taken)).toBe(false);
    const again = handIn(taken, '3/4', '2');
    expect([verdictsOf(again), mayRetract(again)]).toEqual([['unreadable', 'wrong'], false]);
    expect(verdictsOf(handIn(again, '3/4', '-2'))).toEqual(['unreadable', 'wrong', 'right']);
  });

  test('only the first wrong try may be a typo, and neither a known mistake nor a choice', () => {
    const options = [
      { id: 'a', text: say`a` },
      { id: 'b', text: say`b` },
    ];
    const known = number({ key: -2, mistakes: [mistake(2)`You lost the sign.`] });
    const other: Exercise = { ...exercise, answers: [choice({ key: 'a', options }), known] };
    expect(mayRetract(handIn(begin(other), 'a', '2'))).toBe(false);
    expect(mayRetract(handIn(begin(other), 'b', '-2'))).toBe(false);
    expect(mayRetract(handIn(begin(other), 'a', '3'))).toBe(true);
    expect(mayRetract(handIn(handIn(begin(other), 'a', '3'), 'a', '4'))).toBe(false);
    expect(mayRetract(reveal(handIn(begin(other), 'a', '3')))).toBe(false);
    expect(mayRetract(handIn(begin(other), 'a', '3/'))).toBe(false);
    expect(retractTry(begin(other)).retracted).toBe(false);
  });

  test('a typo comes back as one', () => {
    const taken = retractTry(handIn(begin(exercise), '3/4', '2'));
    const stored = { ...taken, tries: taken.tries.map(({ texts }) => texts) };
    expect(verdictsOf(thaw(exercise, stored) ?? begin(exercise))).toEqual(['unreadable']);
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
      { ...stored, retracted: 1 },
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

test('a known mistake of a prerequisite names it once, however often it is made', () => {
  const answers = [number({ key: 1, mistakes: [mistake(2, 'area/before')`You doubled.`, mistake(3)`You tripled.`] })];
  const attempt = begin({ ...exercise, answers });
  expect(blamedIn(handIn(attempt, '3'))).toEqual([]);
  expect(blamedIn(handIn(handIn(handIn(attempt, '2'), '3'), '2'))).toEqual(['area/before']);
});
