// The database's shape, and the ladder by which an older one climbs to it.

import { type DBSchema, type IDBPDatabase, type IDBPTransaction, unwrap } from 'idb';
import type { Card } from '../schedule/card.ts';
import type { Json } from '../schedule/checked.ts';
import type { Entry } from '../schedule/entry.ts';
import type { Session } from './session.ts';
import type { StoredSet } from './sets.ts';

/** This device's name in the log, the number of its latest entry, and the rules that its cards were made by. */
export type Own = { readonly device: string; readonly seq: number; readonly rules: string };

/** An earlier state as the text of its backup; `at` is when it was replaced (milliseconds UTC). */
export type Snapshot = { readonly id: number; readonly at: number; readonly reviews: number; readonly text: string };

export type Place = [skill: string, day: number, at: number, device: string, seq: number];

/** The one record of `meta`, and the session of practice; a placement under way has its own. */
export const THE_ONE = 'own';
export const PLACEMENT = 'placement';

export interface Schema extends DBSchema {
  reviews: { key: [device: string, seq: number]; value: Entry; indexes: { day: number; order: Place } };
  settings: { key: string; value: Json };
  meta: { key: typeof THE_ONE; value: Own };
  cards: { key: string; value: Card };
  session: { key: typeof THE_ONE | typeof PLACEMENT; value: Session };
  sets: { key: string; value: StoredSet };
  snapshots: { key: number; value: Snapshot };
}

export const STORES = ['reviews', 'settings', 'meta', 'cards', 'session', 'sets', 'snapshots'] as const;

export type Database = IDBPDatabase<Schema>;
export type WriteTransaction = IDBPTransaction<Schema, typeof STORES, 'readwrite'>;
export type ReadTransaction = IDBPTransaction<Schema, typeof STORES, 'readonly'>;

type Upgrade = (database: IDBDatabase, transaction: IDBTransaction) => void;

const toVersion1: Upgrade = database => {
  const reviews = database.createObjectStore('reviews', { keyPath: ['device', 'seq'] });
  reviews.createIndex('day', 'day');
  database.createObjectStore('settings');
  database.createObjectStore('meta');
};

/** Cards beside the log (made by the next opening, since no rules have made them yet), and sessions that outlive the app. */
const toVersion2: Upgrade = (database, transaction) => {
  transaction.objectStore('reviews').createIndex('order', ['skill', 'day', 'at', 'device', 'seq']);
  database.createObjectStore('cards', { keyPath: 'skill' });
  database.createObjectStore('session');
  database.createObjectStore('sets', { keyPath: 'link' });
  database.createObjectStore('snapshots', { keyPath: 'id' });
};

/** One step a version, for ever: a step that has been published is never changed. */
const UPGRADES: readonly Upgrade[] = [toVersion1, toVersion2];

export const VERSION = UPGRADES.length;

/** Climbs from an older version (0: none yet) to this one, inside the upgrade's transaction. */
export const upgrade = (
  database: Database,
  from: number,
  transaction: IDBPTransaction<Schema, ArrayLike<(typeof STORES)[number]>, 'versionchange'>,
): void => {
  for (const step of UPGRADES.slice(from)) step(unwrap(database), unwrap(transaction));
};
