// A database of its own for each test, drafts to record, and a look at what is stored without the store's help.

import type { AnswerEntry, Draft, Entry } from '../../../src/schedule/entry.ts';
import type { Quality } from '../../../src/schedule/sm2.ts';
import type { Result } from '../../../src/store/problem.ts';
import { openStore, type Store, type StoreOptions } from '../../../src/store/store.ts';
import { answer } from '../../schedule/log.ts';

let ticks = 0;
/** A clock that only ever goes on. */
export const ticking = (): number => ++ticks;

let made = 0;
/** What all databases of a test file begin with. */
export const run = `test-${crypto.randomUUID()}`;
export const newName = (): string => `${run}-${++made}`;

export const rules = { levels: () => 3, stamp: 'test' };

/** What has no twin: for tests that count what is opened, or break it. */
export const noTwin = { buckets: null };

export const valueIn = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.problem.kind}: ${result.problem.detail}`);
  return result.value;
};

export const kindOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.kind);

export const opened = async (options: Partial<StoreOptions> = {}): Promise<Store> =>
  valueIn(await openStore({ name: newName(), rules, newDevice: () => 'phone', now: ticking, timeout: 2000, ...options }));

/** An answer without its place in the log; `at` grows with `seq`. */
export const draft = (seq: number, quality: Quality, facts: Partial<AnswerEntry> = {}): Draft => {
  const { device: _, seq: __, ...rest } = answer(seq, quality, facts);
  return rest;
};

export const rawOpen = (name: string, version?: number, upgrade?: (database: IDBDatabase) => void): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => upgrade?.(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export const rawAll = async <T>(name: string, store: string): Promise<readonly T[]> => {
  const database = await rawOpen(name);
  const values = await new Promise<readonly T[]>((resolve, reject) => {
    const request: IDBRequest<T[]> = database.transaction(store).objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  database.close();
  return values;
};

export const rawReviews = (name: string): Promise<readonly Entry[]> => rawAll<Entry>(name, 'reviews');

export const rawPut = async (name: string, store: string, value: unknown, key?: IDBValidKey): Promise<void> => {
  const database = await rawOpen(name);
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite');
    transaction.objectStore(store).put(value, key);
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
};

/** One record, or all. */
export const rawDelete = async (name: string, store: string, key?: IDBValidKey): Promise<void> => {
  const database = await rawOpen(name);
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite');
    if (key === undefined) transaction.objectStore(store).clear();
    else transaction.objectStore(store).delete(key);
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
};
