import { describe, expect, test } from 'vitest';
import { setOf } from '../../../src/app/sets/received.ts';
import { encodeResult, type SetResult } from '../../../src/link/result.ts';
import { encodeSet } from '../../../src/link.ts';
import type { StoredSet } from '../../../src/store/sets.ts';
import { DIGEST } from './class.ts';

const result: SetResult = { digest: DIGEST, marks: ['right', 'wrong'], seconds: 60, name: 'Ada' };

const stored = (title: string, change: Partial<StoredSet> = {}, digest = DIGEST): StoredSet => {
  const set = { title, seed: 'one', items: [{ skill: 'calculus/chain-rule', level: 1, count: 2 }] };
  return { link: encodeSet({ set, versions: [1], digest }), at: 0, from: 'received', run: null, results: [], ...change };
};

const foundIn = (...sets: readonly StoredSet[]) => {
  const found = setOf(result, sets);
  return found && [found.sent.set.title, found.isIn];
};

describe('the set of a result', () => {
  test('is the one with its digest', () => {
    expect(foundIn(stored('Other', {}, 'otherset'), stored('This'))).toEqual(['This', false]);
    expect(foundIn(stored('Other', {}, 'otherset'))).toBeUndefined();
    expect(foundIn()).toBeUndefined();
  });

  test('of several with the same exercises is the one that has it, or was made here, or came last', () => {
    expect(foundIn(stored('A'), stored('B'))).toEqual(['B', false]);
    expect(foundIn(stored('A', { from: 'made' }), stored('B'))).toEqual(['A', false]);
    expect(foundIn(stored('A', { results: [encodeResult(result)] }), stored('B', { from: 'made' }))).toEqual(['A', true]);
  });

  test('has as many exercises as it has marks', () => {
    expect(setOf({ ...result, marks: ['right'] }, [stored('This')])).toBeUndefined();
  });

  test('is looked for past links that cannot be read', () => {
    expect(foundIn(stored('This'), stored('Broken', { link: '#/set/Abroken' }))).toEqual(['This', false]);
  });
});
