// The database's shape, and the ladder by which an older one climbs to it.

import type { DBSchema, IDBPDatabase, IDBPObjectStore } from 'idb';
import type { Card } from '../schedule/card.ts';
import type { Json } from '../schedule/checked.ts';
import type { Entry } from '../schedule/entry.ts';
import type { Tally } from '../schedule/progress.ts';
import type { Damaged } from './damaged.ts';
import type { Packed } from './packing.ts';
import type { Pad } from './scratch.ts';
import type { Session } from './session.ts';
import type { StoredSet } from './sets.ts';

/** This device's name in the log, the number of its latest entry, and the rules that its cards were made by. */
export type Own = { readonly device: string; readonly seq: number; readonly rules: string };

/** When this database began (milliseconds UTC), and how often it was written to: by both a copy (see `twin.ts`) tells what it is of. */
export type Edition = { readonly origin: number; readonly number: number };

/** What the log comes to, up to the device's own entry that is named: a cache, made anew with the cards. */
export type KeptTally = { readonly own: Own; readonly tally: Tally };

export const REASONS = ['week', 'change', 'deleted'] as const;
/** Why a state is kept: by itself every week, before something changed it as a whole, or since everything was deleted. */
export type Reason = (typeof REASONS)[number];

/** A state as the text of its backup, packed where the browser can; `at` is when it was kept (milliseconds UTC). */
export type Snapshot = {
  readonly id: number;
  readonly at: number;
  /** missing where an earlier version kept it, before a change */
  readonly why?: Reason;
  readonly reviews: number;
  readonly text: Packed;
};

export type Place = [skill: string, day: number, at: number, device: string, seq: number];

/** This device's record in `meta`, and the session of practice; a placement under way has its own, and scratch pads lie beside them. */
export const THE_ONE = 'own';
export const PLACEMENT = 'placement';
export const EDITION = 'edition';

export interface Schema extends DBSchema {
  reviews: { key: [device: string, seq: number]; value: Entry | Damaged; indexes: { day: number; order: Place } };
  settings: { key: string; value: Json };
  meta: { key: typeof THE_ONE | typeof EDITION; value: Own | Edition };
  cards: { key: string; value: Card };
  session: { key: string; value: Session | Pad };
  sets: { key: string; value: StoredSet };
  snapshots: { key: number; value: Snapshot };
  progress: { key: typeof THE_ONE; value: KeptTally };
}

export const STORES = ['reviews', 'settings', 'meta', 'cards', 'session', 'sets', 'snapshots', 'progress'] as const;

export type Database = IDBPDatabase<Schema>;
export type StoreName = (typeof STORES)[number];
type WriteMethod = 'put' | 'add' | 'delete' | 'clear';
type StoreIn<Name extends StoreName, Mode extends IDBTransactionMode> = IDBPObjectStore<Schema, typeof STORES, Name, Mode>;

/** A store to read from. */
export type Readable<Name extends StoreName> = Omit<StoreIn<Name, IDBTransactionMode>, WriteMethod>;
/** A store to write to by these methods only, so that every change can be told: not by a cursor. */
export type Writable<Name extends StoreName> = Readable<Name> & Pick<StoreIn<Name, 'readwrite'>, WriteMethod>;

export type ReadTransaction = { objectStore<Name extends StoreName>(name: Name): Readable<Name> };
export type WriteTransaction = { objectStore<Name extends StoreName>(name: Name): Writable<Name> };

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

/** What the log comes to, beside the cards; these are called made by no rules, so that the next opening makes both. */
const toVersion3: Upgrade = (database, transaction) => {
  database.createObjectStore('progress');
  const meta = transaction.objectStore('meta');
  const reading = meta.get(THE_ONE);
  reading.onsuccess = () => {
    if (reading.result) meta.put({ ...reading.result, rules: '' }, THE_ONE);
  };
};

/** One step a version, for ever: a step that has been published is never changed. */
const UPGRADES: readonly Upgrade[] = [toVersion1, toVersion2, toVersion3];

export const VERSION = UPGRADES.length;

/** Climbs from an older version (0: none yet) to this one, inside the upgrade's transaction. */
export const upgrade = (database: IDBDatabase, from: number, transaction: IDBTransaction): void => {
  for (const step of UPGRADES.slice(from)) step(database, transaction);
};
