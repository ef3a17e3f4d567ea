// Kept sets: read from an earlier version, and brought together from two devices the same whichever comes first.
import fc from 'fast-check';
import '../property-seed.ts';
import { describe, expect, test } from 'vitest';
import { mergedSet, ORIGINS, RUN_MODES, type Run, readSet, type StoredSet } from '../../src/store/sets.ts';

const work = fc.record({
  typed: fc.array(fc.string({ maxLength: 5 }), { maxLength: 2 }),
  answers: fc.array(fc.array(fc.string({ maxLength: 3 }), { maxLength: 2 }), { maxLength: 2 }),
  hints: fc.integer({ min: 0, max: 3 }),
  shown: fc.boolean(),
  overridden: fc.boolean(),
  retracted: fc.boolean(),
  activeSeconds: fc.integer({ min: 0, max: 600 }),
  saved: fc.boolean(),
});
const run: fc.Arbitrary<Run> = fc.record({
  mode: fc.constantFrom(...RUN_MODES),
  minutes: fc.constantFrom(0, 20),
  isForSchedule: fc.boolean(),
  order: fc.constantFrom([0, 1], [1, 0]),
  startedAt: fc.integer({ min: 0, max: 3 }),
  endedAt: fc.integer({ min: 0, max: 2 }),
  digest: fc.constant('abcdefgh'),
  works: fc.array(work, { maxLength: 2 }),
  marks: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
});
const set: fc.Arbitrary<StoredSet> = fc.record({
  link: fc.constant('#/set/A'),
  at: fc.integer({ min: 0, max: 5 }),
  from: fc.constantFrom(...ORIGINS),
  run: fc.option(run),
  results: fc.uniqueArray(fc.constantFrom('#/result/a', '#/result/b', '#/result/c')).map(all => all.toSorted()),
});

describe('a kept set', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(set, value => {
        expect(readSet(JSON.parse(JSON.stringify(value)))).toEqual(value);
      }),
    );
  });

  test('of an earlier version was received and not begun; of any other shape it is none', () => {
    expect(readSet({ link: '#/set/A', at: 7 })).toEqual({ link: '#/set/A', at: 7, from: 'received', run: null, results: [] });
    for (const value of [null, 'x', { link: 1, at: 7 }, { link: 'x', at: 7, more: 1 }, { link: 'x', at: 7, run: {} }])
      expect(readSet(value)).toBeUndefined();
  });
});

describe('two of the same link', () => {
  test('make one set, in either order, and nothing new with itself', () => {
    fc.assert(
      fc.property(set, set, set, (a, b, c) => {
        const both = mergedSet(a, b);
        expect(mergedSet(b, a)).toEqual(both);
        expect(mergedSet(both, b)).toEqual(both);
        expect(mergedSet(a, mergedSet(b, c))).toEqual(mergedSet(both, c));
        expect(mergedSet(a, a)).toEqual(a);
      }),
    );
  });

  test('keep the run that is further on, and all results', () => {
    const base = { link: '#/set/A', at: 1, from: 'received' } as const;
    const options = { mode: 'exam', minutes: 0, isForSchedule: false } as const;
    const begun: Run = { ...options, order: [0], startedAt: 9, endedAt: 0, digest: 'd', works: [], marks: [] };
    const ended: Run = { ...begun, startedAt: 5, endedAt: 8 };
    const merged = mergedSet({ ...base, run: begun, results: ['#/result/b'] }, { ...base, run: ended, results: ['#/result/a'] });
    expect(merged).toEqual({ ...base, run: ended, results: ['#/result/a', '#/result/b'] });
  });
});
