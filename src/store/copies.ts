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

export type Copies = {
  /** All that there are, the oldest first; none where the browser refuses. */
  readonly find: () => Promise<readonly Connection[]>;
  /** One more, empty; undefined where the browser refuses. */
  readonly make: () => Promise<Connection | undefined>;
  readonly letGo: (copy: Connection) => Promise<void>;
  readonly close: () => void;
};

export const copiesOf = (database: string, timeout: number, buckets: Buckets): Copies => {
  const start = `${database}-twin-`;
  const known = new Map<string, Connection>();

  const numbers = async (): Promise<readonly number[]> => {
    const names = (await buckets.keys()).filter(name => name.startsWith(start));
    return names.map(name => Number(name.slice(start.length))).toSorted((a, b) => a - b);
  };
  const open = async (number: number): Promise<Connection> => {
    const bucket = `${start}${number}`;
    const opened = known.get(bucket);
    if (opened) return opened;
    const { indexedDB } = await buckets.open(bucket, { persisted: true });
    const connection = connect({
      name: database,
      factory: () => indexedDB,
      timeout,
      onProblem: () => {},
      // The database waits for the disk; a copy has to outlive the browser only.
      write: async (handle, work) => (await write(handle, work, 'relaxed')).value,
    });
    known.set(bucket, connection);
    return connection;
  };
  /** What the browser refuses, or does not answer in time, is undefined. */
  const ask = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await Promise.race([work(), new Promise<undefined>(resolve => setTimeout(resolve, timeout))]);
    } catch {
      return undefined;
    }
  };

  return {
    find: async () => (await ask(async () => Promise.all((await numbers()).map(open)))) ?? [],
    make: () => ask(async () => open(((await numbers()).at(-1) ?? 0) + 1)),
    letGo: async copy => {
      const [bucket] = [...known].find(([, connection]) => connection === copy) ?? [];
      if (bucket === undefined) return;
      copy.close();
      known.delete(bucket);
      await ask(() => buckets.delete(bucket));
    },
    close: () => {
      for (const connection of known.values()) connection.close();
      known.clear();
    },
  };
};
