// Transactions over every store: reading sees one moment; writing is all or nothing, and done only when the disk has it.

import type { IDBPTransaction } from 'idb';
import { type Change, recording } from './changes.ts';
import { type Database, type ReadTransaction, type Schema, STORES, type WriteTransaction } from './schema.ts';

export const read = <T>(database: Database, work: (transaction: ReadTransaction) => Promise<T>): Promise<T> => {
  const transaction = database.transaction(STORES, 'readonly');
  // Where it is broken off, each of its requests says so to the work.
  transaction.done.catch(() => {});
  return work(transaction);
};

/** What a write came to, and everything that it changed, in order. */
export type Written<T> = { readonly value: T; readonly changes: readonly Change[] };

/** Runs the work in one strict transaction over every store; whatever it throws undoes all of it. Resolves after the commit. */
export const write = async <T>(
  database: Database,
  work: (transaction: WriteTransaction) => Promise<T>,
  durability: IDBTransactionDurability = 'strict',
): Promise<Written<T>> => {
  const transaction = database.transaction(STORES, 'readwrite', { durability });
  const settled = transaction.done.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  const changes: Change[] = [];
  try {
    const value = await work(recording(transaction, change => changes.push(change)));
    const failure = await settled;
    if (failure) throw failure.error;
    return { value, changes };
  } catch (error) {
    abort(transaction);
    await settled;
    throw error;
  }
};

// A transaction that failed by itself has ended already.
const abort = (transaction: IDBPTransaction<Schema, typeof STORES, 'readwrite'>): void => {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
};
