import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Draft,
  emptyDraft,
  mayHaveMore,
  moved,
  rerolled,
  setOf,
  withCount,
  withItems,
  withLevel,
  withOneLess,
  without,
  withSkill,
  withTitle,
} from '../../../src/app/sets/draft.ts';
import { skills } from '../../../src/catalog.ts';
import { countIn, exercisesOf, MOST, type SetItem } from '../../../src/exercise/problem-set.ts';
import { decodeSet, encodeSet } from '../../../src/link.ts';

const [A, B, C] = ['calculus/chain-rule', 'probability/bayes-rule', 'linear-algebra/matrix-product'] as const;
const draftWith = (...items: readonly SetItem[]): Draft => ({ ...emptyDraft(), items });
const said = ({ items }: Draft) => items.map(({ skill, level, count, first }) => [skill, level, count, first]);

describe('choosing what is in a set', () => {
  test('a skill comes with two exercises; at the same level it counts one more, at another it stands for itself', () => {
    const once = withSkill(emptyDraft(), A, 2);
    expect(said(once)).toEqual([[A, 2, 2, undefined]]);
    expect(said(withSkill(withSkill(once, A, 2), A, 3))).toEqual([
      [A, 2, 3, undefined],
      [A, 3, 2, undefined],
    ]);
  });

  test('one less of a skill is one less of its last item, and the last one goes', () => {
    const draft = draftWith({ skill: A, level: 1, count: 1 }, { skill: B, level: 1, count: 2 }, { skill: A, level: 2, count: 2 });
    const less = withOneLess(draft, A);
    expect(said(less)[2]).toEqual([A, 2, 1, undefined]);
    expect(said(withOneLess(withOneLess(less, A), A))).toEqual([[B, 1, 2, undefined]]);
  });

  test('items move by one place, and stay within the list', () => {
    const draft = draftWith(...[A, B, C].map(skill => ({ skill, level: 1, count: 1 })));
    expect(moved(draft, 0, 1).items.map(({ skill }) => skill)).toEqual([B, A, C]);
    expect(moved(draft, 2, -1).items.map(({ skill }) => skill)).toEqual([A, C, B]);
    expect(moved(draft, 0, -1)).toBe(draft);
    expect(moved(draft, 2, 1)).toBe(draft);
  });

  test('of another level an exercise has other numbers; taken out, it is gone', () => {
    const draft = draftWith({ skill: A, level: 1, count: 2, first: 3 }, { skill: B, level: 1, count: 1, first: 5 });
    expect(said(withLevel(draft, 0, 4))[0]).toEqual([A, 4, 2, undefined]);
    expect(said(without(draft, 0))).toEqual([[B, 1, 1, 5]]);
  });

  test('new numbers: another seed, and nothing of the old numbering', () => {
    const draft = draftWith({ skill: A, level: 1, count: 2, first: 3 });
    const again = rerolled(draft);
    expect(again.seed).not.toBe(draft.seed);
    expect(said(again)).toEqual([[A, 1, 2, undefined]]);
  });
});

describe('within the bounds of a set', () => {
  test('one item has at most 50 exercises, all together 200', () => {
    const full = [A, B, C, 'information-theory/entropy'].reduce(
      (draft, skill, i) => withCount(withSkill(draft, skill, 1), i, 99),
      emptyDraft(),
    );
    expect(full.items.map(({ count }) => count)).toEqual([50, 50, 50, 50]);
    expect(mayHaveMore(full)).toBe(false);
    expect(withSkill(full, A, 2)).toBe(full);
    expect(countIn(withSkill(withCount(full, 0, 49), A, 2).items)).toBe(200);
  });

  test('no more than 40 items', () => {
    const all = skills.reduce((draft, { id }) => withSkill(draft, id, 1), emptyDraft());
    expect(all.items).toHaveLength(40);
    expect(countIn(withSkill(all, all.items[0]?.skill ?? '', 1).items)).toBe(81);
  });

  const place = fc.record({ skill: fc.constantFrom(A, B, C), level: fc.integer({ min: 1, max: 5 }) });
  const item = fc.record({
    skill: fc.constantFrom(A, B),
    level: fc.integer({ min: 1, max: 2 }),
    count: fc.integer({ min: 1, max: 3 }),
  });
  const numbered = fc.tuple(item, fc.option(fc.nat(6))).map(([own, first]) => ({ ...own, ...(first !== null && { first }) }));
  const step = fc.oneof(
    place.map(
      ({ skill, level }) =>
        (draft: Draft) =>
          withSkill(draft, skill, level),
    ),
    fc.tuple(fc.nat(6), fc.integer({ min: -3, max: 70 })).map(
      ([at, count]) =>
        (draft: Draft) =>
          withCount(draft, at, count),
    ),
    fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 5 })).map(
      ([at, level]) =>
        (draft: Draft) =>
          withLevel(draft, at, level),
    ),
    fc.tuple(fc.nat(6), fc.constantFrom(-1, 1)).map(
      ([at, by]) =>
        (draft: Draft) =>
          moved(draft, at, by as -1 | 1),
    ),
    fc.nat(6).map(at => (draft: Draft) => without(draft, at)),
    fc.constant(rerolled),
    fc.array(item, { maxLength: 3 }).map(more => (draft: Draft) => withItems(draft, more)),
  );

  test('whatever is done to it, a draft makes as many exercises as it counts, and goes through a link', () => {
    fc.assert(
      fc.property(fc.array(numbered, { maxLength: 4 }), fc.array(step, { minLength: 1, maxLength: 12 }), (items, steps) => {
        const draft = steps.reduce((before, next) => next(before), withSkill(draftWith(...items), C, 1));
        expect(exercisesOf(setOf(draft))).toHaveLength(countIn(draft.items));
        expect(draft.items.every(({ count }) => count >= 1 && count <= MOST.count)).toBe(true);
        if (draft.items.length === 0) return;
        const link = encodeSet({ set: setOf(draft), versions: draft.items.map(() => 1), digest: 'AAAAAAAA' });
        expect(decodeSet(link, skills)).toMatchObject({ ok: true, value: { set: setOf(draft) } });
      }),
    );
  });
});

describe('what is said of it', () => {
  const exact: Draft = { ...draftWith({ skill: A, level: 1, count: 2, first: 3 }), note: 'exact' };

  test('with other exercises it is no longer what it was made from; with a title it is', () => {
    expect(withCount(exact, 0, 3).note).toBe('');
    expect(rerolled(exact).note).toBe('');
    expect(withTitle(exact, 'Tuesday').note).toBe('exact');
  });

  test('a set that is made has its title: with another one it is another set', () => {
    expect(withTitle({ ...exact, note: 'made' }, 'Tuesday').note).toBe('');
  });

  test('a title stands in one line, and where there is none, there is none', () => {
    expect(setOf(withTitle(exact, '  Warm-up\n for  Tuesday ')).title).toBe('Warm-up for Tuesday');
    expect(setOf(withTitle(exact, ' '))).not.toHaveProperty('title');
    expect([...(setOf(withTitle(exact, '∫'.repeat(99))).title ?? '')]).toHaveLength(60);
  });
});
