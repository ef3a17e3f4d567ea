import { describe, expect, test } from 'vitest';
import { replay } from '../../../src/schedule/replay.ts';
import type { Problem } from '../../../src/store/problem.ts';
import { VERSION } from '../../../src/store/schema.ts';
import { openStore } from '../../../src/store/store.ts';
import { answer, SKILL, undo } from '../../schedule/log.ts';
import { draft, kindOf, newName, opened, rawOpen, rawPut, rules, ticking, valueIn } from './database.ts';

// Version 1 as it was, written down here for ever.
const makeVersion1 = (database: IDBDatabase): void => {
  database.createObjectStore('reviews', { keyPath: ['device', 'seq'] }).createIndex('day', 'day');
  database.createObjectStore('settings');
  database.createObjectStore('meta');
};

const log = [answer(1, 5), answer(2, 2, { day: 20_001 }), undo(3, 'phone:2', { day: 20_001 }), answer(4, 4, { day: 20_006 })];

const version1 = async (): Promise<string> => {
  const name = newName();
  (await rawOpen(name, 1, makeVersion1)).close();
  for (const entry of log) await rawPut(name, 'reviews', entry);
  await rawPut(name, 'settings', 'dark', 'theme');
  await rawPut(name, 'meta', { device: 'phone', seq: 4, rules: '' }, 'own');
  return name;
};

describe('a database of version 1', () => {
  test('keeps its reviews, settings and numbering, and gets its cards', async () => {
    const store = await opened({ name: await version1(), newDevice: () => 'other' });
    expect(valueIn(await store.entriesOfSkill(SKILL))).toEqual(log);
    expect(valueIn(await store.settings())).toEqual({ theme: 'dark' });
    expect(valueIn(await store.cards())).toEqual(replay(log, rules));
    expect(valueIn(await store.record(draft(9, 5, { day: 20_050 }))).entry).toMatchObject({ device: 'phone', seq: 5 });
    expect(valueIn(await store.exportBackup())).toContain('phone');
  });

  test('ends up with the same stores and indexes as a new one', async () => {
    const shape = async (name: string) => {
      const database = await rawOpen(name);
      const stores = [...database.objectStoreNames];
      const transaction = database.transaction(stores);
      const described = stores.map(store => {
        const { keyPath, indexNames } = transaction.objectStore(store);
        return [store, keyPath, [...indexNames].map(index => [index, transaction.objectStore(store).index(index).keyPath])];
      });
      database.close();
      return [database.version, described];
    };
    const [old, young] = [await version1(), newName()];
    for (const name of [old, young]) (await opened({ name })).close();
    expect(await shape(old)).toEqual(await shape(young));
    expect((await shape(young))[0]).toBe(VERSION);
  });

  test('that another window holds on to is a problem in words, and goes on when that window closes', async () => {
    const name = await version1();
    const holder = await rawOpen(name);
    const told: Problem[] = [];
    const options = {
      name,
      rules,
      newDevice: () => 'phone',
      now: ticking,
      timeout: 300,
      onProblem: (problem: Problem) => told.push(problem),
    };
    const refused = await openStore(options);
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'blocked', says: expect.stringContaining('Close it') } });
    expect(told.map(({ kind }) => kind)).toEqual(['blocked']);
    holder.close();
    const store = valueIn(await openStore(options));
    expect(valueIn(await store.entriesOfSkill(SKILL))).toEqual(log);
  });
});

test('a window makes way for a newer version, and says so', async () => {
  const name = newName();
  const told: string[] = [];
  const store = await opened({ name, onProblem: ({ kind }) => told.push(kind) });
  await store.record(draft(1, 5));
  const newer = await rawOpen(name, VERSION + 1);
  expect(told).toEqual(['newer']);
  newer.close();
  expect(kindOf(await store.record(draft(2, 5)))).toBe('newer');
  expect(kindOf(await openStore({ name, rules, newDevice: () => 'x', now: ticking }))).toBe('newer');
  expect(await rawOpen(name).then(database => database.objectStoreNames.contains('reviews'))).toBe(true);
});

test('a database that is deleted underneath is begun anew', async () => {
  const name = newName();
  const told: string[] = [];
  const store = await opened({ name, onProblem: ({ kind }) => told.push(kind) });
  await store.record(draft(1, 5));
  await new Promise(resolve => {
    indexedDB.deleteDatabase(name).onsuccess = resolve;
  });
  expect(valueIn(await store.cards()).size).toBe(0);
  expect(valueIn(await store.record(draft(2, 5))).entry.seq).toBe(1);
  expect(told).toEqual([]);
});
