// What really lies in the phone's IndexedDB, read past the app.
import type { Page } from 'playwright-core';
import type { Card } from '../../src/schedule/card.ts';
import type { Entry } from '../../src/schedule/entry.ts';

type StoredCard = Omit<Card, 'state'> & {
  readonly state: { readonly n: number; readonly ef100: number; readonly interval: string };
};

/** The review log in its own order. */
export async function storedReviews(page: Page): Promise<readonly Entry[]> {
  const rows = (await readAll(page, 'reviews')) as Entry[];
  return rows.sort((a, b) => a.seq - b.seq);
}

/** The cards by skill; intervals as text, since JSON has no bigint. */
export async function storedCards(page: Page): Promise<readonly StoredCard[]> {
  return (await readAll(page, 'cards')) as StoredCard[];
}

/** The values of all settings. */
export async function storedSettings(page: Page): Promise<readonly unknown[]> {
  return (await readAll(page, 'settings')) as unknown[];
}

function readAll(page: Page, store: string): Promise<unknown> {
  return page.evaluate(async name => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('gradus');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const rows = await new Promise<unknown[]>((resolve, reject) => {
      const request = database.transaction(name).objectStore(name).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    database.close();
    return JSON.parse(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? `${value}` : value)));
  }, store);
}

/** Puts entries and settings there past the app, which makes its cards of them at its next start. */
export function put(page: Page, reviews: readonly Entry[], settings: Readonly<Record<string, number>>): Promise<void> {
  return page.evaluate(
    async text => {
      const [entries, pairs] = JSON.parse(text) as [object[], [string, number][]];
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('gradus');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction(['reviews', 'settings', 'meta'], 'readwrite');
      for (const entry of entries) transaction.objectStore('reviews').put(entry);
      for (const [key, value] of pairs) transaction.objectStore('settings').put(value, key);
      transaction.objectStore('meta').put({ device: 'phone', seq: entries.length, rules: '' }, 'own');
      await new Promise((resolve, reject) => Object.assign(transaction, { oncomplete: resolve, onerror: reject }));
      database.close();
    },
    JSON.stringify([reviews, Object.entries(settings)]),
  );
}

/** Leaves nothing, nor a copy of it; to be called where the app is not open. */
export function wipe(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const buckets = Reflect.get(navigator, 'storageBuckets');
    for (const name of (await buckets?.keys()) ?? []) await buckets.delete(name);
    const request = indexedDB.deleteDatabase('gradus');
    await new Promise((resolve, reject) => Object.assign(request, { onsuccess: resolve, onerror: reject }));
  });
}
