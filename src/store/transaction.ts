// Transactions over every store: reading sees one moment; writing is all or nothing, and done only when the disk has it.

import { type Database, type ReadTransaction, STORES, type WriteTransaction } from './schema.ts';

export const read = <T>(database: Database, work: (transaction: ReadTransaction) => Promise<T>): Promise<T> =>
  work(database.transaction(STORES, 'readonly'));

/** Runs the work in one strict transaction over every store; whatever it throws undoes all of it. Resolves after the commit. */
export const write = async <T>(database: Database, work: (transaction: WriteTransaction) => Promise<T>): Promise<T> => {
  const transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' });
  const settled = transaction.done.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  try {
    const value = await work(transaction);
    const failure = await settled;
    if (failure) throw failure.error;
    return value;
  } catch (error) {
    abort(transaction);
    await settled;
    throw error;
  }
};

// A transaction that failed by itself has ended already.
const abort = (transaction: WriteTransaction): void => {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
};
