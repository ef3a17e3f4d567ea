import { expect, test, vi } from 'vitest';
import { replay } from '../../../src/schedule/replay.ts';
import { draft, newName, noTwin, opened, rawOpen, rawReviews, rules, valueIn } from './database.ts';

test('a thousand acknowledged answers are there after reopening', async () => {
  const name = newName();
  const store = await opened({ name });
  for (let seq = 1; seq <= 1000; seq++) {
    valueIn(await store.record(draft(seq, seq % 6 > 1 ? 5 : 2, { day: 20_000 + seq, skill: `area/skill-${seq % 9}` })));
  }
  store.close();
  const again = await opened({ name });
  const entries = valueIn(await again.entriesOfDays(0, 30_000));
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1));
  expect(valueIn(await again.cards())).toEqual(replay(entries, rules));
});

/** The numbers that a recorder in a worker of its own had acknowledged when it was killed in the midst of writing. */
const acknowledgedUntilKilled = (name: string, milliseconds: number): Promise<readonly number[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./recorder.ts', import.meta.url), { type: 'module' });
    const seqs: number[] = [];
    worker.onerror = event => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      if (typeof data !== 'number') reject(new Error(String(data)));
      if (seqs.length === 0) {
        setTimeout(() => {
          worker.terminate();
          resolve(seqs);
        }, milliseconds);
      }
      seqs.push(data);
    };
    worker.postMessage(name);
  });

test('killed in mid-write, again and again, nothing acknowledged is lost and log and cards agree', async () => {
  const name = newName();
  let acknowledged: readonly number[] = [];
  for (const milliseconds of [3, 17, 40, 71, 100]) {
    acknowledged = [...acknowledged, ...(await acknowledgedUntilKilled(name, milliseconds))];
    const stored = new Set((await rawReviews(name)).map(({ seq }) => seq));
    expect(acknowledged.filter(seq => !stored.has(seq))).toEqual([]);
    expect(stored.size).toBe(Math.max(...stored));
  }
  expect(acknowledged.length).toBeGreaterThan(20);
  const store = await opened({ name });
  expect(valueIn(await store.checkData()).mended).toEqual([]);
});

test('a transaction that is aborted leaves neither review nor card nor number', async () => {
  const name = newName();
  const store = await opened({ name });
  valueIn(await store.record(draft(1, 5)));
  const database = await rawOpen(name);
  const transaction = database.transaction(['reviews', 'cards', 'meta'], 'readwrite');
  transaction.objectStore('reviews').clear();
  transaction.objectStore('cards').clear();
  transaction.abort();
  database.close();
  expect(valueIn(await store.record(draft(2, 5))).entry.seq).toBe(2);
  expect(await rawReviews(name)).toHaveLength(2);
});

test('everything that writes waits for the disk', async () => {
  const store = await opened(noTwin);
  const { transaction } = IDBDatabase.prototype;
  const made: IDBTransaction[] = [];
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...facts) {
    const each = transaction.apply(this, facts);
    made.push(each);
    return each;
  });
  await store.record(draft(1, 5));
  await store.saveSession(undefined);
  await store.saveSetting('theme', 'dark');
  vi.restoreAllMocks();
  const writing = made.filter(({ mode }) => mode === 'readwrite');
  expect(writing.map(({ durability }) => durability)).toEqual(['strict', 'strict', 'strict']);
});
