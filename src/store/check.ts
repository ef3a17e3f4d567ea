// "Check my data": everything that is stored is read, the log is played again, and what is wrong is mended; no entry is let go.

import { type CardRules, type Rebuilt, rebuildCards } from './cards.ts';
import type { Connection } from './connection.ts';
import { isSound, nameOf, plain } from './damaged.ts';
import { storedOwn } from './own.ts';
import { unpack } from './packing.ts';
import type { Result } from './problem.ts';
import { repaired } from './repair.ts';
import { type Database, PLACEMENT, THE_ONE, type WriteTransaction } from './schema.ts';
import { readPad } from './scratch.ts';
import { readSession } from './session.ts';
import { readSet, rescuedSet } from './sets.ts';
import { areTimes, readSettings, SET_AT } from './settings.ts';
import { readKept } from './snapshots.ts';

/** What beside the log could not be read. */
const CLEARED = ['settings', 'sets', 'sessions', 'states', 'name'] as const;

export type CheckReport = Rebuilt & {
  /** entries that were damaged and count again */
  readonly repaired: readonly string[];
  /** how many of each kind were made anew or let go */
  readonly cleared: { readonly [C in (typeof CLEARED)[number]]: number };
};

export const checkData = (connection: Connection, rules: CardRules): Promise<Result<CheckReport>> =>
  connection.use(async (database, write) => {
    const broken = await brokenStates(database);
    return write(async transaction => {
      const entries = await repairLog(transaction);
      const cleared = {
        settings: await clearSettings(transaction),
        sets: await clearSets(transaction),
        sessions: await clearSessions(transaction),
        states: broken.length,
      };
      for (const key of broken) await transaction.objectStore('snapshots').delete(key);
      const before = await storedOwn(transaction);
      const rebuilt = await rebuildCards(transaction, rules);
      const after = await storedOwn(transaction);
      const isRenamed = before?.device !== after?.device || before?.seq !== after?.seq;
      return { ...rebuilt, repaired: entries, cleared: { ...cleared, name: isRenamed && rebuilt.reviews > 0 ? 1 : 0 } };
    });
  });

const repairLog = async (transaction: WriteTransaction): Promise<readonly string[]> => {
  const log = transaction.objectStore('reviews');
  const damaged = (await log.getAll()).filter(record => !isSound(record));
  const mended = damaged.flatMap(record => repaired(plain(record)) ?? []);
  for (const entry of mended) await log.put(entry);
  return mended.map(nameOf);
};

const clearSettings = async (transaction: WriteTransaction): Promise<number> => {
  const store = transaction.objectStore('settings');
  let cleared = 0;
  for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
    const isGood = readSettings({ [cursor.key]: cursor.value }) && (cursor.key !== SET_AT || areTimes(cursor.value));
    if (isGood) continue;
    await store.delete(cursor.key);
    cleared++;
  }
  return cleared;
};

const clearSets = async (transaction: WriteTransaction): Promise<number> => {
  const store = transaction.objectStore('sets');
  const broken = (await store.getAll()).filter(set => !readSet(set));
  for (const set of broken) {
    const rescued = rescuedSet(set);
    if (rescued) await store.put(rescued);
    else await store.delete(set.link);
  }
  return broken.length;
};

/** Another version may have put something else beside them. */
const clearSessions = async (transaction: WriteTransaction): Promise<number> => {
  const store = transaction.objectStore('session');
  let cleared = 0;
  for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
    const reader = cursor.key === THE_ONE || cursor.key === PLACEMENT ? readSession : readPad;
    if (reader(cursor.value)) continue;
    await store.delete(cursor.key);
    cleared++;
  }
  return cleared;
};

/** Those that could not be put back; packing has a checksum of its own. */
const brokenStates = async (database: Database): Promise<readonly number[]> => {
  const broken: number[] = [];
  for (const key of await database.getAllKeys('snapshots')) {
    const { text = '', ...kept } = (await database.get('snapshots', key)) ?? {};
    const opened = await unpack(text);
    if (!readKept(kept) || !opened?.startsWith('{"app":"gradus"') || !opened.endsWith('}\n')) broken.push(key);
  }
  return broken;
};
