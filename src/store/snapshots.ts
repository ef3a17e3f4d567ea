// States kept from before something replaced them, so that nothing is lost by restoring.

import { readOwnBackup, type State, writeBackup } from './backup.ts';
import type { CardRules } from './cards.ts';
import type { Connection } from './connection.ts';
import { type Result, refuse } from './problem.ts';
import type { Snapshot, WriteTransaction } from './schema.ts';
import { readState, replaceState } from './state.ts';
import { write } from './transaction.ts';

/** The states kept, oldest first. */
export const snapshots = (connection: Connection): Promise<Result<readonly Omit<Snapshot, 'text'>[]>> =>
  connection.use(async database => (await database.getAll('snapshots')).map(({ text: _, ...snapshot }) => snapshot));

/** Puts a kept state back. It stays kept, and so does the state that it replaces. */
export const restoreSnapshot = async (
  connection: Connection,
  rules: CardRules,
  id: number,
  at: number,
): Promise<Result<undefined>> => {
  const snapshot = await connection.use(database => database.get('snapshots', id));
  if (!snapshot.ok) return snapshot;
  if (!snapshot.value) return refuse('no-snapshot');
  const state = readOwnBackup(snapshot.value.text);
  if (!state.ok) return state;
  return connection.use(database =>
    write(database, async transaction => {
      const here = await readState(transaction);
      await keepSnapshot(transaction, here, at, id);
      await replaceState(transaction, rules, state.value);
      return undefined;
    }),
  );
};

const KEPT = 3;

/** Keeps a state, unless it is empty, as the latest; forgets all but the latest few and the one to `spare`. */
export const keepSnapshot = async (transaction: WriteTransaction, state: State, at: number, spare?: number): Promise<void> => {
  const { reviews, settings, sets } = state;
  if (reviews.length + sets.length + Object.keys(settings).length === 0) return;
  const store = transaction.objectStore('snapshots');
  const text = writeBackup(state);
  const last = (await store.getAllKeys()).at(-1) ?? 0;
  await forgetSame(transaction, text);
  await store.add({ id: last + 1, at, reviews: reviews.length, text });
  const old = (await store.getAllKeys()).filter(id => id !== spare).slice(0, -KEPT);
  for (const id of old) await store.delete(id);
};

// Going back and forth between two states must not push out a third.
const forgetSame = async (transaction: WriteTransaction, text: string): Promise<void> => {
  const store = transaction.objectStore('snapshots');
  for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
    if (cursor.value.text === text) await store.delete(cursor.value.id);
  }
};
