import { describe, expect, test } from 'vitest';
import { setOf } from '../../../src/app/sets/draft.ts';
import { answeredIn, draftOf, weakest } from '../../../src/app/sets/draft-sources.ts';
import { skills } from '../../../src/catalog.ts';
import { countIn, exercisesOf, MOST } from '../../../src/exercise/problem-set.ts';
import type { Done } from '../../../src/store/session.ts';
import { card } from '../../schedule/cards.ts';
import { answer, undo } from '../../schedule/log.ts';

const [A, B, C, D, E, F] = [
  'calculus/chain-rule',
  'probability/bayes-rule',
  'linear-algebra/matrix-product',
  'information-theory/entropy',
  'optimization/adam-step',
  'linear-algebra/eigenvectors',
] as const;

describe('a draft of exercises that were done', () => {
  test('is exactly these in their order, where their seeds belong together', () => {
    const done = [
      { skill: A, level: 2, seed: 'abc:4' },
      { skill: B, level: 1, seed: 'abc:0' },
      { skill: A, level: 2, seed: 'abc:5' },
    ];
    const draft = draftOf(done);
    expect(draft.note).toBe('exact');
    expect(exercisesOf(setOf(draft))).toEqual(done);
  });

  test('has new numbers and says so, where they do not', () => {
    const draft = draftOf([
      { skill: A, level: 2, seed: 'abc:4' },
      { skill: B, level: 1, seed: 'xyz:0' },
      { skill: A, level: 2, seed: 'xyz:1' },
      { skill: C, level: 3, seed: 'of an earlier version' },
    ]);
    expect(draft.note).toBe('renewed');
    expect(draft.items).toEqual([
      { skill: A, level: 2, count: 2 },
      { skill: B, level: 1, count: 1 },
      { skill: C, level: 3, count: 1 },
    ]);
  });

  test('of more than 40 exercises in turns, these are put together by skill, and are the same all the same', () => {
    const done = Array.from({ length: 50 }, (_, i) => ({ skill: i % 2 ? A : B, level: 1, seed: `abc:${Math.floor(i / 2)}` }));
    const draft = draftOf(done);
    expect(draft.note).toBe('exact');
    expect(draft.items).toHaveLength(2);
    expect(new Set(exercisesOf(setOf(draft)).map(({ skill, seed }) => `${skill} ${seed}`))).toEqual(
      new Set(done.map(({ skill, seed }) => `${skill} ${seed}`)),
    );
  });

  test('keeps the bounds of a set, however many there were', () => {
    const done = skills.flatMap(({ id }) => Array.from({ length: 60 }, (_, i) => ({ skill: id, level: 1, seed: `${id}:${i}` })));
    const { items } = draftOf(done);
    expect(items.length).toBeLessThanOrEqual(MOST.items);
    expect(countIn(items)).toBeLessThanOrEqual(MOST.exercises);
    expect(items.every(({ count }) => count <= MOST.count)).toBe(true);
  });
});

describe('the exercises of a session', () => {
  const done = (...all: readonly (readonly [skill: string, quality: Done['quality']])[]): readonly Done[] =>
    all.map(([skill, quality]) => ({ skill, quality, role: 'due', id: '', from: 1, added: 0 }));
  const startedAt = answer(10, 5).at;
  const seedsOf = (found: ReturnType<typeof answeredIn>) => found.map(({ seed }) => seed);

  test('are its answers that stand, in their order, without those of before, of sets and of a placement', () => {
    const log = [
      answer(9, 5, { skill: A }),
      answer(10, 5, { skill: A }),
      answer(11, 5, { skill: C, purpose: 'set' }),
      answer(12, 5, { skill: C, purpose: 'placement' }),
      answer(13, 1, { skill: B }),
      undo(14, 'phone:13', { skill: B }),
      answer(15, 5, { skill: B, seed: 's13' }),
      answer(16, 5, { skill: A, purpose: 'free' }),
    ];
    const session = { startedAt, done: done([A, 5], [B, 5], [A, 4]) };
    expect(seedsOf(answeredIn(session, log))).toEqual(['s10', 's13', 's16']);
  });

  test('without examples that were only read, and without what was practised aside', () => {
    const log = [
      answer(10, 5, { skill: A, purpose: 'free' }),
      answer(11, 5, { skill: A }),
      answer(12, 5, { skill: A, purpose: 'free' }),
      answer(13, 5, { skill: C, purpose: 'free' }),
      answer(14, 5, { skill: B }),
    ];
    const session = { startedAt, done: done([A, null], [A, 5], [A, 5], [B, 5]) };
    expect(seedsOf(answeredIn(session, log))).toEqual(['s10', 's11', 's14']);
  });
});

describe('the weakest skills', () => {
  const at = (n: number, ef100: number, interval = 6n) => ({ state: { n, ef100, interval } });

  test('cannot be told from fewer than three', () => {
    expect(weakest(new Map([card(A), card(B), card('no/such-skill')]))).toBeUndefined();
    expect(weakest(new Map([card(A), card(B), card(C)]))).toHaveLength(3);
  });

  test('are at most five, two exercises each at the level of the card', () => {
    const met = [A, B, C, D, E, F].map(skill => card(skill, { level: 3 }));
    const items = weakest(new Map(met));
    expect(items).toHaveLength(5);
    expect(items?.every(({ level, count }) => level === 3 && count === 2)).toBe(true);
    expect(weakest(new Map([card(A, { level: 9 }), card(B), card(C)]))?.find(({ skill }) => skill === A)?.level).toBe(5);
  });

  test('come in the order of what the cards hold: not known last time, ease, lapses, level, interval', () => {
    const cards = new Map([
      card(A, { ...at(3, 250), lapses: 0, level: 2 }),
      card(B, { ...at(3, 250), lapses: 2, level: 5 }),
      card(C, { ...at(4, 130) }),
      card(D, { ...at(0, 260), lapses: 1 }),
      card(E, { ...at(3, 250, 3n), lapses: 0, level: 2 }),
      card(F, { ...at(9, 300, 400n) }),
    ]);
    expect(weakest(cards)?.map(({ skill }) => skill)).toEqual([D, C, B, E, A]);
  });
});
