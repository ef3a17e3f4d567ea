import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entry, entryId } from '../../../src/schedule/entry.ts';
import { type Tally, tallyOf } from '../../../src/schedule/progress.ts';
import type { Store } from '../../../src/store/store.ts';
import { logs, SKILL } from '../../schedule/log.ts';
import { draft, newName, opened, rawAll, rawOpen, rawPut, rawReviews, rules, valueIn } from './database.ts';

const D = 20_000;

/** All but the order in which amounts came. */
const sorted = (tally: Tally) =>
  Object.entries(tally).map(([name, map]: [string, ReadonlyMap<unknown, unknown>]) => [name, new Map([...map].toSorted())]);

const isTrue = async (store: Store, name: string) =>
  expect(sorted(valueIn(await store.tally()))).toEqual(sorted(tallyOf(await rawReviews(name), rules)));

const rawDelete = async (name: string, key: IDBValidKey): Promise<void> => {
  const database = await rawOpen(name);
  const transaction = database.transaction('reviews', 'readwrite');
  transaction.objectStore('reviews').delete(key);
  await new Promise(resolve => {
    transaction.oncomplete = resolve;
  });
  database.close();
};

/** What was kept is written after it was given. */
const keptUpTo = async (name: string, seq: number): Promise<void> => {
  const seen = async () => (await rawAll<{ own: { seq: number } }>(name, 'progress'))[0]?.own.seq;
  for (let i = 0; i < 100 && (await seen()) !== seq; i++) await new Promise(resolve => setTimeout(resolve, 10));
  expect(await seen()).toBe(seq);
};

describe('what the log comes to', () => {
  test('is the same as if all of it were read, after whatever was recorded', async () => {
    await fc.assert(
      fc.asyncProperty(logs, fc.infiniteStream(fc.boolean()), async (entries, looks) => {
        const name = newName();
        const store = await opened({ name });
        const ids = new Map<string, string>();
        for (const entry of entries) {
          const { device: _, seq: __, ...rest } = entry;
          const target = 'target' in rest ? { target: ids.get(rest.target) ?? rest.target } : {};
          const { entry: saved } = valueIn(await store.record({ ...rest, ...target } as Parameters<Store['record']>[0]));
          ids.set(entryId(entry), entryId(saved));
          if (looks.next().value) await isTrue(store, name);
        }
        await isTrue(store, name);
        store.close();
        const again = await opened({ name });
        await isTrue(again, name);
        again.close();
      }),
      { numRuns: 12 },
    );
  });

  test('is read once: later only the entries since', async () => {
    const name = newName();
    const store = await opened({ name });
    for (let i = 1; i <= 5; i++) await store.record(draft(i, 5, { day: D + i }));
    expect(valueIn(await store.tally()).exercises.size).toBe(5);
    await keptUpTo(name, 5);
    // Past the store, so that whoever read the log again would notice.
    await rawDelete(name, ['phone', 2]);
    await store.record(draft(6, 5, { day: D + 6 }));
    expect(valueIn(await store.tally()).exercises.size).toBe(6);
    valueIn(await store.checkData());
    expect(valueIn(await store.tally()).exercises.size).toBe(5);
  });

  test('is made with the cards when a backup comes in, and when the state before comes back', async () => {
    const [from, to] = [newName(), newName()];
    const other = await opened({ name: from, newDevice: () => 'tablet' });
    for (let i = 1; i <= 4; i++) await other.record(draft(i, 5, { day: D + i }));
    const file = valueIn(await other.exportBackup());
    const store = await opened({ name: to });
    await store.record(draft(1, 3, { day: D + 2 }));
    await isTrue(store, to);
    valueIn(await store.importBackup(file, 'merge', 1));
    expect(valueIn(await store.tally()).exercises).toEqual(
      new Map([
        [D + 1, 1],
        [D + 2, 2],
        [D + 3, 1],
        [D + 4, 1],
      ]),
    );
    valueIn(await store.importBackup(file, 'replace', 2));
    await isTrue(store, to);
    const [first] = valueIn(await store.snapshots());
    valueIn(await store.restoreSnapshot(first?.id ?? 0, 3));
    await isTrue(store, to);
  });

  test('of an import that comes while it is being kept, it is the import’s', async () => {
    const name = newName();
    const store = await opened({ name });
    await store.record(draft(1, 5));
    const file = valueIn(await store.exportBackup());
    await store.record(draft(2, 5, { day: D + 3 }));
    const [, imported] = await Promise.all([store.tally(), store.importBackup(file, 'replace', 1)]);
    valueIn(imported);
    await isTrue(store, name);
    await isTrue(store, name);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a number', 7],
    ['half of it', { own: { device: 'phone', seq: 1, rules: 'test' }, tally: { exercises: new Map() } }],
    ['another device’s', { own: { device: 'tablet', seq: 9, rules: 'test' }, tally: tallyOf([], rules) }],
    ['that of other rules', { own: { device: 'phone', seq: 9, rules: 'older' }, tally: tallyOf([], rules) }],
  ])('is made anew where %s is kept', async (_, kept) => {
    const name = newName();
    const store = await opened({ name });
    await store.record(draft(1, 5));
    await rawPut(name, 'progress', kept, 'own');
    await isTrue(store, name);
    await keptUpTo(name, 1);
  });

  test('leaves out what cannot be read', async () => {
    const name = newName();
    const store = await opened({ name });
    await store.record(draft(1, 5));
    await store.tally();
    await store.record(draft(2, 5, { day: D + 1 }));
    await rawPut(name, 'reviews', { device: 'phone', seq: 2, skill: SKILL, kind: 'answer' } as Partial<Entry>);
    expect(valueIn(await store.tally()).exercises).toEqual(new Map([[D, 1]]));
  });
});
