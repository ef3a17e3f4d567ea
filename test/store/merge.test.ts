// Two devices' states made one: the same bytes whichever comes first, nothing new the second time, and a file that can be read.
import fc from 'fast-check';
import '../property-seed.ts';
import { describe, expect, test } from 'vitest';
import { entryId } from '../../src/schedule/entry.ts';
import { readBackup, type State, writeBackup } from '../../src/store/backup.ts';
import { mergedState } from '../../src/store/merge.ts';
import { answer, logs } from '../schedule/log.ts';

const time = fc.integer({ min: 1, max: 4 });
const value = fc.oneof(fc.constantFrom('dark', 'light', 5, true, null), fc.record({ a: fc.nat(2) }));
const ids = fc.uniqueArray(fc.constantFrom('a/a', 'a/b', 'a/c'));

/** Each key is of one kind; some were set by a version that took no times. */
const settings = fc
  .record({ theme: fc.tuple(value, time), length: fc.tuple(value, time), opened: fc.tuple(ids, time) }, { requiredKeys: [] })
  .chain(set => fc.tuple(fc.constant(set), fc.subarray(Object.keys(set))))
  .map(([set, timed]) => {
    const times = Object.entries(set).filter(([key]) => timed.includes(key));
    return {
      ...Object.fromEntries(Object.entries(set).map(([key, [what]]) => [key, what])),
      ...(times.length > 0 && { 'set-at': Object.fromEntries(times.map(([key, [, at]]) => [key, at])) }),
    };
  });

const sets = fc.uniqueArray(
  fc.record({
    link: fc.constantFrom('#/set/A', '#/set/B'),
    at: fc.nat(3),
    from: fc.constantFrom('made' as const, 'received' as const),
    run: fc.constant(null),
    results: fc.uniqueArray(fc.constantFrom('#/result/a', '#/result/b')),
  }),
  { selector: ({ link }) => link },
);

const damaged = fc.uniqueArray(
  fc.record({
    device: fc.constantFrom('phone', 'tablet'),
    seq: fc.integer({ min: 1, max: 9 }),
    kind: fc.constantFrom('answer', 'x'),
  }),
  { selector: ({ device, seq }) => `${device}:${seq}`, maxLength: 3 },
);

/** As it stands on a device: no record of the log is there twice. */
const states: fc.Arbitrary<State> = fc
  .record({ reviews: logs, settings, sets, damaged })
  .map(({ reviews, damaged: unread, ...rest }) => {
    const names = new Set(reviews.map(entryId));
    const apart = unread.filter(each => !names.has(entryId(each)));
    return { reviews: [...reviews], ...rest, ...(apart.length > 0 && { damaged: apart }) };
  });

const bytes = (a: State, ...more: readonly State[]): string => writeBackup(more.reduce(mergedState, a));

describe('two states', () => {
  test('make the same one in either order, in a file that can be read', () => {
    fc.assert(
      fc.property(states, states, (a, b) => {
        const merged = bytes(a, b);
        expect(bytes(b, a)).toBe(merged);
        const read = readBackup(merged);
        expect(read.ok && writeBackup(read.value)).toBe(merged);
      }),
    );
  });

  test('make nothing new the second time, nor with themselves', () => {
    fc.assert(
      fc.property(states, states, (a, b) => {
        const merged = bytes(a, b);
        expect([bytes(a, b, b), bytes(a, b, a), bytes(b, a, a), bytes(b, a, b)]).toEqual(Array(4).fill(merged));
        expect(bytes(a, a, a)).toBe(bytes(a, a));
      }),
    );
  });

  test('of three devices come to one, whichever meet first', () => {
    fc.assert(
      fc.property(states, states, states, (a, b, c) => {
        expect(writeBackup(mergedState(a, mergedState(b, c)))).toBe(bytes(a, b, c));
        expect(bytes(c, a, b)).toBe(bytes(a, b, c));
      }),
    );
  });

  test('lose no answer of either: of two by one name the later stays', () => {
    fc.assert(
      fc.property(states, states, (a, b) => {
        const merged = new Set(mergedState(a, b).reviews.map(entryId));
        for (const entry of [...a.reviews, ...b.reviews]) expect(merged.has(entryId(entry))).toBe(true);
      }),
    );
    const [early, late] = [answer(1, 2, { at: 5 }), answer(1, 5, { at: 6 })];
    const state = (reviews: State['reviews']): State => ({ reviews, settings: {}, sets: [] });
    expect(mergedState(state([late]), state([early])).reviews).toEqual([late]);
  });

  test('mend each other: an entry that one can read takes the place of what the other cannot', () => {
    const sound = answer(7, 5);
    const broken = { reviews: [], settings: {}, sets: [], damaged: [{ device: 'phone', seq: 7, kind: 'answer' }] };
    const whole = { reviews: [sound], settings: {}, sets: [] };
    expect(mergedState(broken, whole)).toEqual(whole);
    expect(mergedState(whole, broken)).toEqual(whole);
  });
});

describe('settings', () => {
  const merged = (a: State['settings'], b: State['settings']) =>
    mergedState({ reviews: [], settings: a, sets: [] }, { reviews: [], settings: b, sets: [] }).settings;

  test('hold what was set last, thing by thing', () => {
    const phone = { theme: 'dark', newPerDay: 1, 'set-at': { theme: 5, newPerDay: 9 } };
    const tablet = { theme: 'light', newPerDay: 3, 'set-at': { theme: 8, newPerDay: 2 } };
    expect(merged(phone, tablet)).toEqual({ theme: 'light', newPerDay: 1, 'set-at': { theme: 8, newPerDay: 9 } });
  });

  test('what an earlier version set without a time gives way to what has one', () => {
    expect(merged({ theme: 'system' }, { theme: 'dark', 'set-at': { theme: 1 } })).toMatchObject({ theme: 'dark' });
  });

  test('lists of both are put together, with times that a hostile file makes up or without', () => {
    expect(merged({ opened: ['a/b', 'a/a'] }, { opened: ['a/c', 'a/b'], 'set-at': 'never' })).toEqual({
      opened: ['a/a', 'a/b', 'a/c'],
    });
    const many = (name: string) => Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${name}${i}`, 1]));
    const text = writeBackup({ reviews: [], settings: merged(many('a'), many('b')), sets: [] });
    expect(readBackup(text).ok).toBe(true);
  });
});
