import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Buckets, browserBuckets } from '../../../src/store/copies.ts';
import { STORES } from '../../../src/store/schema.ts';
import type { Session } from '../../../src/store/session.ts';
import type { Store, StoreOptions } from '../../../src/store/store.ts';
import { draft, newName, noTwin, opened, rawDelete, rawOpen, rawPut, valueIn } from './database.ts';

const DAY = 86_400_000;
const KEPT = STORES.filter(store => store !== 'cards' && store !== 'progress');

afterEach(() => vi.restoreAllMocks());

type Content = { readonly [store: string]: readonly (readonly [IDBValidKey, unknown])[] };

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const buckets = (): Buckets => {
  const found = browserBuckets();
  if (!found) throw new Error('This browser has no buckets.');
  return found;
};

const bucketsOf = async (name: string) => (await buckets().keys()).filter(each => each.startsWith(`${name}-twin-`));

/** The latest copy that there is. */
const openTwin = async (name: string): Promise<IDBDatabase> => {
  const last = (await bucketsOf(name)).at(-1);
  if (!last) throw new Error('There is no twin.');
  const { indexedDB: factory } = await buckets().open(last, { persisted: true });
  const request = factory.open(name);
  // It is not for a test to make it.
  request.onupgradeneeded = () => request.transaction?.abort();
  return done(request);
};

/** Everything but what follows from the log. */
const contentOf = async (database: IDBDatabase): Promise<Content> => {
  const transaction = database.transaction(KEPT);
  const stores = KEPT.map(async name => {
    const store = transaction.objectStore(name);
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done<unknown[]>(store.getAll())]);
    return [name, values.map((value, i) => [keys[i] ?? '', value] as const)] as const;
  });
  const content = Object.fromEntries(await Promise.all(stores));
  database.close();
  return content;
};

const mainContent = async (name: string) => contentOf(await rawOpen(name));
const twinContent = async (name: string) => contentOf(await openTwin(name));

/** Nobody waits for a copy to be made, but a test. */
const untilSame = (name: string): Promise<void> =>
  vi.waitFor(async () => expect(await twinContent(name)).toEqual(await mainContent(name)), 10_000);

/** As a browser does that finds its database broken. */
const wipe = (name: string): Promise<unknown> => done(indexedDB.deleteDatabase(name));

/** As a browser does that has lost the latest records. */
const putBack = async (name: string, earlier: Content): Promise<void> => {
  for (const store of KEPT) {
    await rawDelete(name, store);
    const isInline = ['reviews', 'sets', 'snapshots'].includes(store);
    for (const [key, value] of earlier[store] ?? []) await rawPut(name, store, value, isInline ? undefined : key);
  }
};

const reopened = async (name: string, options: Partial<StoreOptions> = {}) => {
  const onBroughtBack = vi.fn();
  const store = await opened({ name, newDevice: () => 'another', onBroughtBack, ...options });
  return { store, onBroughtBack };
};

const session: Session = {
  ...{ purpose: 'practice', day: 20_000, startedAt: 1, activeSeconds: 0, length: 10, minutes: 0 },
  ...{ plan: [], done: [], current: null },
};

/** Some of everything. */
const used = async (options: Partial<StoreOptions> = {}): Promise<{ name: string; store: Store }> => {
  const name = newName();
  const store = await opened({ name, ...options });
  for (let seq = 1; seq <= 6; seq++) valueIn(await store.record(draft(seq, seq > 2 ? 5 : 2, { day: 20_000 + seq })));
  valueIn(await store.saveSetting('theme', 'dark'));
  valueIn(await store.saveSet({ link: '#/set/A', at: 1, from: 'made', run: null, results: [] }));
  valueIn(await store.saveSet({ link: '#/set/B', at: 2, from: 'made', run: null, results: [] }));
  valueIn(await store.removeSet('#/set/B'));
  valueIn(await store.keepWeekly(DAY));
  valueIn(await store.saveSession(session));
  return { name, store };
};

describe('a twin', () => {
  test('has everything as soon as it is said to be saved', async () => {
    const { name, store } = await used();
    await untilSame(name);
    valueIn(await store.record(draft(7, 5, { day: 20_007 })));
    expect(await twinContent(name)).toEqual(await mainContent(name));
    valueIn(await store.saveSetting('theme', 'light'));
    expect(await twinContent(name)).toEqual(await mainContent(name));
    valueIn(await store.checkData());
    expect(await twinContent(name)).toEqual(await mainContent(name));
  });

  test('has the whole of a file brought in, and nothing of what was deleted', async () => {
    const { name, store } = await used();
    const donor = await opened({ newDevice: () => 'tablet' });
    for (let seq = 1; seq <= 150; seq++) valueIn(await donor.record(draft(seq, 5, { skill: `area/skill-${seq}` })));
    valueIn(await store.importBackup(valueIn(await donor.exportBackup()), 'merge', DAY));
    await untilSame(name);
    expect((await twinContent(name)).reviews).toHaveLength(156);
    valueIn(await store.deleteEverything(2 * DAY));
    await untilSame(name);
    valueIn(await store.forgetDeleted(3 * DAY));
    await untilSame(name);
    expect(Object.entries(await twinContent(name)).filter(([, rows]) => rows.length > 0)).toEqual([
      ['meta', [['edition', expect.anything()]]],
    ]);
  });

  test('is made of data that an earlier version has left', async () => {
    const { name, store } = await used(noTwin);
    store.close();
    await rawDelete(name, 'meta', 'edition');
    const { onBroughtBack } = await reopened(name);
    await untilSame(name);
    expect(onBroughtBack).not.toHaveBeenCalled();
  });

  test('of a long log is copied while answers come in', async () => {
    const { name, store } = await used(noTwin);
    for (let seq = 7; seq <= 900; seq++) valueIn(await store.record(draft(seq, 5, { skill: `area/skill-${seq % 50}` })));
    store.close();
    const { store: again } = await reopened(name);
    for (let seq = 901; seq <= 930; seq++) valueIn(await again.record(draft(seq, 5, { day: 20_100 })));
    await untilSame(name);
    expect((await twinContent(name)).reviews).toHaveLength(930);
  });

  test('that missed something is given it at the next start, also that all was deleted', async () => {
    const { name, store } = await used();
    await untilSame(name);
    store.close();
    const { store: alone } = await reopened(name, noTwin);
    valueIn(await alone.deleteEverything(2 * DAY));
    alone.close();
    const { onBroughtBack } = await reopened(name);
    await untilSame(name);
    expect(onBroughtBack).not.toHaveBeenCalled();
    expect((await mainContent(name)).reviews).toEqual([]);
  });

  test('for which there is no room keeps nobody from saving', async () => {
    const { name, store } = await used();
    await untilSame(name);
    const { put } = IDBObjectStore.prototype;
    const twin = await openTwin(name);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (this.transaction.durability === 'relaxed') throw new DOMException('', 'QuotaExceededError');
      return put.call(this, value, key);
    });
    expect(valueIn(await store.record(draft(7, 5))).entry.seq).toBe(7);
    vi.restoreAllMocks();
    // It is no true copy now, and must not become one again by what comes later.
    expect(valueIn(await store.record(draft(8, 5))).entry.seq).toBe(8);
    expect((await contentOf(twin)).reviews).toHaveLength(6);
    store.close();
    await reopened(name);
    await untilSame(name);
  });

  test('that cannot be opened keeps nobody from starting', async () => {
    const { open } = IDBFactory.prototype;
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, name, version) {
      if (this !== indexedDB) throw new DOMException('', 'UnknownError');
      return open.call(this, name, version);
    });
    const { store } = await used();
    expect(valueIn(await store.cards()).size).toBe(1);
  });

  test('follows the window that takes over', async () => {
    const { name } = await used();
    const { store: second } = await reopened(name);
    await second.takeOver();
    valueIn(await second.record(draft(7, 5, { day: 20_007 })));
    await untilSame(name);
    valueIn(await second.record(draft(8, 5, { day: 20_008 })));
    expect(await twinContent(name)).toEqual(await mainContent(name));
  });
});

describe('a database that the browser', () => {
  test('has dropped is there again, and this device goes on counting', async () => {
    const { name, store } = await used();
    const [before, cards] = [await mainContent(name), valueIn(await store.cards())];
    store.close();
    await wipe(name);
    const { store: again, onBroughtBack } = await reopened(name);
    expect(onBroughtBack).toHaveBeenCalledOnce();
    const { meta, ...rest } = before;
    expect(await mainContent(name)).toMatchObject(rest);
    expect(valueIn(await again.cards())).toEqual(cards);
    expect(valueIn(await again.record(draft(7, 5))).entry).toMatchObject({ device: 'phone', seq: 7 });
    await untilSame(name);
    expect(meta).toHaveLength(2);
  });

  test('has put back to an earlier state is what it was', async () => {
    const { name, store } = await used();
    const earlier = await mainContent(name);
    for (let seq = 7; seq <= 9; seq++) valueIn(await store.record(draft(seq, 5, { day: 20_000 + seq })));
    const before = await mainContent(name);
    store.close();
    await putBack(name, earlier);
    const { store: again, onBroughtBack } = await reopened(name);
    expect(onBroughtBack).toHaveBeenCalledOnce();
    expect((await mainContent(name)).reviews).toEqual(before.reviews);
    expect(valueIn(await again.checkData()).mended).toEqual([]);
    expect(valueIn(await again.record(draft(10, 5))).entry).toMatchObject({ device: 'phone', seq: 10 });
  });

  test('has dropped twice, with answers in between, lacks none of them', async () => {
    const { name, store } = await used();
    store.close();
    for (const seq of [7, 8]) {
      await wipe(name);
      const { store: again } = await reopened(name);
      expect(valueIn(await again.record(draft(seq, 5))).entry.seq).toBe(seq);
      await untilSame(name);
      again.close();
    }
    expect((await mainContent(name)).reviews).toHaveLength(8);
  });

  test('has dropped while the twin could not be had, and that was begun anew, is made one with it', async () => {
    const { name, store } = await used();
    store.close();
    await wipe(name);
    const { store: alone } = await reopened(name, noTwin);
    for (let seq = 1; seq <= 40; seq++) valueIn(await alone.record(draft(seq, 5, { day: 20_100 + seq })));
    alone.close();
    const { store: again, onBroughtBack } = await reopened(name);
    expect(onBroughtBack).toHaveBeenCalledOnce();
    expect(
      valueIn(await again.entriesOfDays(0, 30_000))
        .map(({ device }) => device)
        .toSorted(),
    ).toEqual([...Array.from({ length: 40 }, () => 'another'), ...Array.from({ length: 6 }, () => 'phone')]);
    await untilSame(name);
  });

  test('has dropped while its twin was being made has what was copied by then', async () => {
    const { name, store } = await used();
    await untilSame(name);
    store.close();
    const twin = await openTwin(name);
    const transaction = twin.transaction(['meta', 'reviews'], 'readwrite');
    transaction.objectStore('meta').put({ origin: 1, number: 0 }, 'edition');
    transaction.objectStore('reviews').delete(['phone', 6]);
    await new Promise(resolve => transaction.addEventListener('complete', resolve));
    twin.close();
    await wipe(name);
    const { onBroughtBack } = await reopened(name);
    expect(onBroughtBack).toHaveBeenCalledOnce();
    await untilSame(name);
  });

  test('has dropped together with the twin begins anew', async () => {
    const { name, store } = await used();
    store.close();
    await wipe(name);
    for (const each of await bucketsOf(name)) await buckets().delete(each);
    const { store: again, onBroughtBack } = await reopened(name);
    expect(onBroughtBack).not.toHaveBeenCalled();
    expect(valueIn(await again.record(draft(1, 5))).entry).toMatchObject({ device: 'another', seq: 1 });
    await untilSame(name);
  });

  test('has put back to an earlier state keeps what was removed removed, and the session as it was last', async () => {
    const { name, store } = await used();
    const earlier = await mainContent(name);
    valueIn(await store.removeSet('#/set/A'));
    valueIn(await store.saveSession({ ...session, activeSeconds: 77 }));
    const later = await mainContent(name);
    store.close();
    await putBack(name, earlier);
    const { onBroughtBack } = await reopened(name);
    expect(onBroughtBack).toHaveBeenCalledOnce();
    const { meta: _, ...rest } = later;
    expect(await mainContent(name)).toMatchObject(rest);
  });

  test('has dropped while the twin does not answer is begun anew, and made one with it when it answers', async () => {
    const { name, store } = await used();
    store.close();
    await wipe(name);
    const { open } = IDBFactory.prototype;
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...facts) {
      const request = open.apply(this, facts);
      if (this !== indexedDB) request.addEventListener('success', event => event.stopImmediatePropagation());
      return request;
    });
    const { store: alone } = await reopened(name, { timeout: 300 });
    valueIn(await alone.record(draft(1, 5, { day: 20_050 })));
    alone.close();
    vi.restoreAllMocks();
    const { onBroughtBack } = await reopened(name);
    expect(onBroughtBack).toHaveBeenCalledOnce();
    expect((await mainContent(name)).reviews).toHaveLength(7);
    await untilSame(name);
    expect(await bucketsOf(name)).toHaveLength(1);
  });

  test('has dropped on a full disk leaves the twin as it is', async () => {
    const { name, store } = await used();
    store.close();
    await wipe(name);
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (this.name === 'reviews') throw new DOMException('', 'QuotaExceededError');
      return put.call(this, value, key);
    });
    const { store: empty } = await reopened(name);
    empty.close();
    vi.restoreAllMocks();
    const { onBroughtBack } = await reopened(name);
    expect(onBroughtBack).toHaveBeenCalledOnce();
    expect((await mainContent(name)).reviews).toHaveLength(6);
  });

  test('has dropped with a whole copy and one that was begun later takes from both', async () => {
    const { name, store } = await used();
    await untilSame(name);
    const later = draft(9, 5, { day: 20_099 });
    store.close();
    const { indexedDB: factory } = await buckets().open(`${name}-twin-9`, { persisted: true });
    const begun = await opened({
      name,
      buckets: { ...buckets(), keys: async () => [], open: async () => ({ indexedDB: factory }) },
    });
    await vi.waitFor(async () => expect(await bucketsOf(name)).toHaveLength(2));
    valueIn(await begun.record(later));
    begun.close();
    const twin = await openTwin(name);
    const transaction = twin.transaction('meta', 'readwrite');
    transaction.objectStore('meta').put({ origin: 1, number: 0 }, 'edition');
    await new Promise(resolve => transaction.addEventListener('complete', resolve));
    twin.close();
    await wipe(name);
    await reopened(name);
    expect((await mainContent(name)).reviews).toHaveLength(7);
  });
});

describe('a twin that has missed a write', () => {
  test('is not taken for a true one by the next write, but made anew', async () => {
    const { name, store } = await used();
    await untilSame(name);
    const first = await bucketsOf(name);
    const { store: other } = await reopened(name, noTwin);
    await other.takeOver();
    valueIn(await other.record(draft(7, 5, { day: 20_007 })));
    await store.takeOver();
    await untilSame(name);
    valueIn(await store.record(draft(8, 5, { day: 20_008 })));
    await untilSame(name);
    expect((await twinContent(name)).reviews).toHaveLength(8);
    expect(await bucketsOf(name)).not.toEqual(first);
  });

  test('because the word of a commit was lost has the answer all the same', async () => {
    const { name, store } = await used();
    await untilSame(name);
    const { transaction } = IDBDatabase.prototype;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(function (this: IDBDatabase, ...facts) {
      const made = transaction.apply(this, facts);
      made.addEventListener('complete', event => {
        event.stopImmediatePropagation();
        made.dispatchEvent(new Event('abort'));
      });
      return made;
    });
    expect(valueIn(await store.record(draft(7, 5, { day: 20_007 }))).entry.seq).toBe(7);
    await untilSame(name);
    expect((await twinContent(name)).reviews).toHaveLength(7);
  });

  test('that is closed in the midst of copying leaves off, and the next start makes it', async () => {
    const { name, store } = await used(noTwin);
    for (let seq = 7; seq <= 500; seq++) valueIn(await store.record(draft(seq, 5, { skill: `area/skill-${seq % 50}` })));
    store.close();
    for (let i = 0; i < 3; i++) (await reopened(name)).store.close();
    await reopened(name);
    await untilSame(name);
    expect((await twinContent(name)).reviews).toHaveLength(500);
  });
});
