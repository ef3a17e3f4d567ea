// A whole database copied into an empty one, while it is used.

import { type Change, redo } from './changes.ts';
import type { Connection } from './connection.ts';
import { editionOf, putEdition } from './edition.ts';
import { good, type Result } from './problem.ts';
import type { Edition, ReadTransaction, StoreName } from './schema.ts';
import { read } from './transaction.ts';
import { walkLog } from './walk.ts';

/** The log a little at a time; until the end the copy says of itself that it lacks something. */
export const copyAll = async (main: Connection, copy: Connection): Promise<Result<unknown>> => {
  const own = await surelyEditionOf(main);
  if (!own.ok) return own;
  const begun = await copy.use((_, write) =>
    write(transaction => putEdition(transaction, { origin: own.value?.origin ?? 0, number: 0 })),
  );
  if (!begun.ok) return begun;
  const log = await copyLog(main, copy);
  if (!log.ok) return log;
  const rest = await main.use(database => read(database, theRest));
  return rest.ok ? redoIn(copy, rest.value) : rest;
};

/** What an earlier version of the app has left has no edition, until something is written, be it nothing. */
const surelyEditionOf = async (main: Connection): Promise<Result<Edition | undefined>> => {
  const found = await editionOf(main);
  if (!found.ok || found.value) return found;
  const written = await main.use((_, write) => write(async () => undefined));
  return written.ok ? editionOf(main) : written;
};

const redoIn = (copy: Connection, changes: readonly Change[]): Promise<Result<unknown>> =>
  copy.use((_, write) => write(transaction => redo(transaction, changes)));

const copyLog = async (main: Connection, copy: Connection): Promise<Result<unknown>> => {
  let copied: Result<unknown> = good(undefined);
  const walked = await main.use(database =>
    walkLog(database, async records => {
      const puts = records.map(record => ({ store: 'reviews', method: 'put', given: [record] }) as const);
      if (copied.ok) copied = await redoIn(copy, puts);
    }),
  );
  return walked.ok ? copied : walked;
};

const REST = ['settings', 'sets', 'session', 'snapshots', 'meta'] as const;

const theRest = async (transaction: ReadTransaction): Promise<readonly Change[]> =>
  (await Promise.all(REST.map(store => contentOf(transaction, store)))).flat();

const contentOf = async (transaction: ReadTransaction, name: StoreName): Promise<readonly Change[]> => {
  const store = transaction.objectStore(name);
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const given = values.map((value, i) => (store.keyPath === null ? [value, keys[i]] : [value]));
  return given.map(each => ({ store: name, method: 'put', given: each }) as const);
};
