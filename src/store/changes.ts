// What a transaction changes, written down while it does, and done once more to a copy of the database.

import type { IDBPTransaction } from 'idb';
import type { Schema, STORES, StoreName, Writable, WriteTransaction } from './schema.ts';

/** One call of one store's method, with what it was given. */
export type Change = {
  readonly store: StoreName;
  readonly method: Method;
  readonly given: readonly unknown[];
};

const METHODS = ['put', 'add', 'delete', 'clear'] as const;
type Method = (typeof METHODS)[number];
const methods = new Set<unknown>(METHODS);
const isMethod = (name: unknown): name is Method => methods.has(name);

/** The same transaction, of which every change is told. */
export const recording = (
  transaction: IDBPTransaction<Schema, typeof STORES, 'readwrite'>,
  tell: (change: Change) => void,
): WriteTransaction => ({
  objectStore: store => telling(transaction.objectStore(store), (method, given) => tell({ store, method, given })),
});

const telling = <Name extends StoreName>(
  store: Writable<Name>,
  tell: (method: Method, given: readonly unknown[]) => void,
): Writable<Name> =>
  new Proxy(store, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      if (typeof found !== 'function') return found;
      return (...given: unknown[]): unknown => {
        if (isMethod(name)) tell(name, given);
        return Reflect.apply(found, target, given);
      };
    },
  });

/** Does the changes in order. What was new in one database may be there in its copy already. */
export const redo = async (transaction: WriteTransaction, changes: readonly Change[]): Promise<void> => {
  const doing = changes.map(({ store, method, given }) => {
    const target = transaction.objectStore(store);
    const call: unknown = Reflect.get(target, method === 'add' ? 'put' : method);
    return typeof call === 'function' ? Reflect.apply(call, target, given) : undefined;
  });
  await Promise.all(doing);
};
