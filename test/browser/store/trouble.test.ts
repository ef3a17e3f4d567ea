import { afterEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { SKILL } from '../../schedule/log.ts';
import { draft, kindOf, newName, noTwin, opened, rawReviews, rules, ticking, valueIn } from './database.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const { add, put } = IDBObjectStore.prototype;

/** From now on writing into this store fails as it does on a full disk. */
const fillDisk = (full: string): void => {
  const refusing = (method: typeof put): typeof put =>
    function (this: IDBObjectStore, value, key) {
      if (this.name === full) throw new DOMException('no space', 'QuotaExceededError');
      return method.call(this, value, key);
    };
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refusing(put));
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(refusing(add));
};

describe('a full disk', () => {
  test.each(['reviews', 'cards', 'meta'])(
    'at writing %s: said in words, nothing half written, and it goes on later',
    async full => {
      const name = newName();
      const store = await opened({ name });
      await store.record(draft(1, 5));
      const before = valueIn(await store.cards());
      fillDisk(full);
      const result = await store.record(draft(2, 1, { day: 20_001 }));
      expect(result).toMatchObject({ ok: false, problem: { kind: 'full', says: expect.stringContaining('storage is full') } });
      vi.restoreAllMocks();
      expect(await rawReviews(name)).toHaveLength(1);
      expect(valueIn(await store.cards())).toEqual(before);
      expect(valueIn(await store.record(draft(2, 1, { day: 20_001 }))).entry.seq).toBe(2);
    },
  );

  test.each(['cards', 'meta'])(
    'at writing %s while opening: all can be read, carried away and practised once there is space',
    async full => {
      const name = newName();
      const store = await opened({ name });
      for (let day = 0; day < 4; day++) await store.record(draft(1, 5, { day: 20_000 + day }));
      const before = valueIn(await store.exportBackup());
      store.close();
      fillDisk(full);
      const again = await opened({ name, rules: { levels: () => 2, stamp: 'fewer levels' } });
      expect(valueIn(await again.cards()).get(SKILL)?.level).toBe(2);
      expect(valueIn(await again.exportBackup())).toBe(before);
      expect(kindOf(await again.record(draft(1, 0, { day: 20_004 })))).toBe('full');
      vi.restoreAllMocks();
      expect(valueIn(await again.record(draft(1, 0, { day: 20_004 }))).card?.level).toBe(1);
      expect(valueIn(await again.checkData()).mended).toEqual([]);
    },
  );

  test('an import that does not fit changes nothing', async () => {
    const donor = await opened({ newDevice: () => 'tablet' });
    for (let seq = 1; seq < 5; seq++) await donor.record(draft(seq, 5, { day: 20_000 + seq }));
    const text = valueIn(await donor.exportBackup());
    const store = await opened();
    await store.record(draft(1, 2));
    const before = valueIn(await store.exportBackup());
    for (const full of ['snapshots', 'reviews', 'cards']) {
      fillDisk(full);
      expect(kindOf(await store.importBackup(text, 'replace', 1))).toBe('full');
      vi.restoreAllMocks();
      expect(valueIn(await store.exportBackup())).toBe(before);
      expect(valueIn(await store.snapshots())).toEqual([]);
      expect(valueIn(await store.checkData()).mended).toEqual([]);
    }
  });
});

/** Every connection opened from now on, so that a test can break it. */
const watchConnections = (): IDBDatabase[] => {
  const connections: IDBDatabase[] = [];
  const { open } = IDBFactory.prototype;
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, name, version) {
    const request = open.call(this, name, version);
    request.addEventListener('success', () => connections.push(request.result));
    return request;
  });
  return connections;
};

describe('a connection that breaks', () => {
  test('is opened anew, and the answer is saved', async () => {
    const connections = watchConnections();
    const store = await opened(noTwin);
    await store.record(draft(1, 5));
    connections.at(-1)?.close();
    expect(valueIn(await store.record(draft(2, 5))).entry.seq).toBe(2);
    expect(connections).toHaveLength(2);
  });

  test('under several at once is opened anew once', async () => {
    const connections = watchConnections();
    const store = await opened(noTwin);
    connections.at(-1)?.close();
    const results = await Promise.all([1, 2, 3].map(seq => store.record(draft(seq, 5))));
    expect(results.map(result => valueIn(result).entry.seq).toSorted()).toEqual([1, 2, 3]);
    expect(connections).toHaveLength(2);
  });

  test('in the midst of a transaction: saved once', async () => {
    const name = newName();
    const store = await opened({ name });
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(function (this: IDBObjectStore, value) {
      const request = add.call(this, value);
      request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
    expect(valueIn(await store.record(draft(1, 5))).entry.seq).toBe(1);
    expect(await rawReviews(name)).toHaveLength(1);
  });

  test('after the commit but before the word of it: saved once', async () => {
    const name = newName();
    const store = await opened({ name });
    const { transaction } = IDBDatabase.prototype;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(function (this: IDBDatabase, ...facts) {
      const made = transaction.apply(this, facts);
      const lose = (event: Event) => {
        event.stopImmediatePropagation();
        made.dispatchEvent(new Event('abort'));
      };
      made.addEventListener('complete', lose);
      return made;
    });
    expect(valueIn(await store.record(draft(1, 5))).entry.seq).toBe(1);
    expect(await rawReviews(name)).toHaveLength(1);
  });

  test('and breaks again is a problem in words', async () => {
    const store = await opened();
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError');
    });
    expect(await store.record(draft(1, 5))).toMatchObject({ ok: false, problem: { kind: 'lost', detail: /server lost/ } });
    vi.restoreAllMocks();
    expect(valueIn(await store.record(draft(1, 5))).entry.seq).toBe(1);
  });
});

describe('storage that', () => {
  const options = { name: newName(), rules, newDevice: () => 'phone', now: ticking, timeout: 50 };

  test('never answers is given up in time, and tried again at the next call', async () => {
    const { open } = IDBFactory.prototype;
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementationOnce(function (this: IDBFactory) {
      const request = open.call(this, newName());
      request.addEventListener('success', event => event.stopImmediatePropagation());
      return request;
    });
    expect(kindOf(await openStore(options))).toBe('slow');
    expect(kindOf(await openStore({ ...options, timeout: 2000 }))).toBe('ok');
  });

  test('does not exist is a problem in words', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(kindOf(await openStore(options))).toBe('unavailable');
  });

  test('is forbidden is a problem in words', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(kindOf(await openStore(options))).toBe('unavailable');
  });
});

test('a mistake of our own is not dressed up as the device’s', async () => {
  const store = await opened({
    rules: {
      levels: () => 3,
      stamp: 'x',
      schedule: () => {
        throw new TypeError('ours');
      },
    },
  });
  await expect(store.record(draft(1, 5))).rejects.toThrow('ours');
  expect(valueIn(await store.entriesOfDays(0, 30_000))).toEqual([]);
});
