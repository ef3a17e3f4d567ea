// Copies of a database in storage buckets, where the browser has them: each bucket keeps its databases in files of its own.

import { type Connection, connect } from './connection.ts';
import { write } from './transaction.ts';

/** The Storage Buckets API as far as it is used here, which the language's types do not have yet. */
export type Buckets = {
  readonly keys: () => Promise<readonly string[]>;
  readonly open: (name: string, options: { readonly persisted: boolean }) => Promise<{ readonly indexedDB: IDBFactory }>;
  readonly delete: (name: string) => Promise<void>;
};

export const browserBuckets = (): Buckets | undefined => Reflect.get(navigator, 'storageBuckets');

export type Copy = { readonly bucket: string; readonly connection: Connection };

export type Copies = {
  /** All that there are, the oldest first; none where the browser refuses. */
  readonly find: () => Promise<readonly Copy[]>;
  /** One more, empty; undefined where the browser refuses. */
  readonly make: () => Promise<Copy | undefined>;
  readonly letGo: (copy: Copy) => Promise<void>;
};

/** milliseconds; nobody waits longer for a copy */
const TIMEOUT = 3000;

export const copiesOf = (database: string, buckets: Buckets): Copies => {
  const start = `${database}-twin-`;

  const numbers = async (): Promise<readonly number[]> => {
    const names = (await buckets.keys()).filter(name => name.startsWith(start));
    return names.map(name => Number(name.slice(start.length))).toSorted((a, b) => a - b);
  };
  const open = async (number: number): Promise<Copy> => {
    const bucket = `${start}${number}`;
    const { indexedDB } = await buckets.open(bucket, { persisted: true });
    const connection = connect({
      name: database,
      factory: () => indexedDB,
      timeout: TIMEOUT,
      onProblem: () => {},
      // The database waits for the disk; a copy has to outlive the browser only.
      write: async (handle, work) => (await write(handle, work, 'relaxed')).value,
    });
    return { bucket, connection };
  };

  return {
    find: async () => {
      try {
        return await Promise.all((await numbers()).map(open));
      } catch {
        return [];
      }
    },
    make: async () => {
      try {
        return await open(((await numbers()).at(-1) ?? 0) + 1);
      } catch {
        return undefined;
      }
    },
    letGo: async ({ bucket, connection }) => {
      connection.close();
      await buckets.delete(bucket).catch(() => {});
    },
  };
};
