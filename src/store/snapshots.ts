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
      await keepSnapshot(transaction, here, at);
      await replaceState(transaction, rules, state.value);
      return undefined;
    }),
  );
};

/** Keeps a state, unless it is empty or the latest one kept is the same. */
export const keepSnapshot = async (transaction: WriteTransaction, state: State, at: number): Promise<void> => {
  const { reviews, settings, sets } = state;
  if (reviews.length + sets.length + Object.keys(settings).length === 0) return;
  const store = transaction.objectStore('snapshots');
  const latest = (await store.openCursor(null, 'prev'))?.value;
  const text = writeBackup(state);
  if (latest?.text !== text) await store.add({ id: (latest?.id ?? 0) + 1, at, reviews: reviews.length, text });
};

const KEPT = 3;

/** Forgets all but the latest few; only imports do, so that restoring never costs a state. */
export const dropOldSnapshots = async (transaction: WriteTransaction): Promise<void> => {
  const store = transaction.objectStore('snapshots');
  const ids = await store.getAllKeys();
  for (const id of ids.slice(0, -KEPT)) await store.delete(id);
};
