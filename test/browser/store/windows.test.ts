import { expect, test, vi } from 'vitest';
import { connect } from '../../../src/store/connection.ts';
import { askPersistence, PERSISTENCES, persistence } from '../../../src/store/persistence.ts';
import { record } from '../../../src/store/reviews.ts';
import { write } from '../../../src/store/transaction.ts';
import { draft, kindOf, newName, opened, rawReviews, rules, valueIn } from './database.ts';

test('the second window reads and does not write', async () => {
  const name = newName();
  const first = await opened({ name });
  const second = await opened({ name });
  valueIn(await first.record(draft(1, 5)));
  expect([first.role(), second.role()]).toEqual(['writer', 'reader']);
  expect(kindOf(await second.record(draft(2, 5)))).toBe('read-only');
  expect(kindOf(await second.saveSetting('theme', 'dark'))).toBe('read-only');
  expect(valueIn(await second.cards())).toEqual(valueIn(await first.cards()));
  expect(await rawReviews(name)).toHaveLength(1);
});

test('a reader may take over, and the writer is told; it may take back', async () => {
  const name = newName();
  const told: string[] = [];
  const first = await opened({ name, onRole: role => told.push(`first ${role}`) });
  const second = await opened({ name, onRole: role => told.push(`second ${role}`) });
  await second.takeOver();
  await second.takeOver();
  await vi.waitFor(() => expect(first.role()).toBe('reader'));
  expect(valueIn(await second.record(draft(1, 5))).entry.seq).toBe(1);
  expect(kindOf(await first.record(draft(2, 5)))).toBe('read-only');
  await first.takeOver();
  await vi.waitFor(() => expect(second.role()).toBe('reader'));
  expect(valueIn(await first.record(draft(2, 5))).entry.seq).toBe(2);
  expect(told.toSorted()).toEqual(['first reader', 'first writer', 'first writer', 'second reader', 'second writer']);
});

test('when the writer closes, the reader becomes the writer', async () => {
  const name = newName();
  const first = await opened({ name });
  const second = await opened({ name });
  first.close();
  await vi.waitFor(() => expect(second.role()).toBe('writer'));
  expect(kindOf(await second.record(draft(1, 5)))).toBe('ok');
  const third = await opened({ name });
  expect(third.role()).toBe('reader');
});

test('even two writers at once give each entry its own number and lose none', async () => {
  const name = newName();
  const cardRules = { ...rules, newDevice: () => 'phone' };
  const facts = { name, factory: () => indexedDB, timeout: 2000, onProblem: () => {} };
  const connections = [1, 2].map(() =>
    connect({ ...facts, write: async (database, work) => (await write(database, work)).value }),
  );
  const results = await Promise.all(
    connections.flatMap((connection, window) =>
      Array.from({ length: 15 }, (_, index) => record(connection, cardRules, draft(100 * window + index, 5))),
    ),
  );
  expect(new Set(results.map(result => valueIn(result).entry.seq)).size).toBe(30);
  expect(await rawReviews(name)).toHaveLength(30);
  expect(valueIn(await (await opened({ name })).checkData()).mended).toEqual([]);
});

test('a browser without locks has one writer in every window', async () => {
  vi.stubGlobal('navigator', {});
  const store = await opened();
  vi.unstubAllGlobals();
  expect(store.role()).toBe('writer');
});

test('a browser that refuses locks has one writer in every window, and does not hang', async () => {
  vi.spyOn(LockManager.prototype, 'request').mockRejectedValue(new DOMException('no', 'SecurityError'));
  const store = await opened();
  vi.restoreAllMocks();
  expect(store.role()).toBe('writer');
  expect(kindOf(await store.record(draft(1, 5)))).toBe('ok');
});

test('a takeover that the browser refuses leaves the roles, and waits on', async () => {
  const name = newName();
  const first = await opened({ name });
  const second = await opened({ name });
  const { request } = LockManager.prototype;
  vi.spyOn(LockManager.prototype, 'request').mockRejectedValueOnce(new DOMException('no', 'SecurityError'));
  await second.takeOver();
  vi.restoreAllMocks();
  expect(LockManager.prototype.request).toBe(request);
  expect([first.role(), second.role()]).toEqual(['writer', 'reader']);
  first.close();
  await vi.waitFor(() => expect(second.role()).toBe('writer'));
});

test('asking for lasting storage gives a plain answer, and never throws', async () => {
  expect(PERSISTENCES).toContain(await askPersistence());
  expect(PERSISTENCES).toContain(await persistence());
  vi.spyOn(StorageManager.prototype, 'persist').mockRejectedValue(new Error('no'));
  expect(await askPersistence()).toBe('unknown');
  vi.restoreAllMocks();
  vi.stubGlobal('navigator', {});
  expect(await persistence()).toBe('unknown');
  vi.unstubAllGlobals();
});
