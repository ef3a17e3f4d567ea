// The twin made the same as its database.

import { type Change, redo } from './changes.ts';
import type { Connection } from './connection.ts';
import { editionIn, isBehind, putEdition } from './edition.ts';
import { good, type Result } from './problem.ts';
import type { Edition, ReadTransaction, StoreName } from './schema.ts';
import { read } from './transaction.ts';
import { walkLog } from './walk.ts';

export const editionOf = (connection: Connection): Promise<Result<Edition | undefined>> =>
  connection.use(database => read(database, editionIn));

export const lacksNothing = async (main: Connection, twin: Connection): Promise<boolean> => {
  const [own, copy] = await Promise.all([editionOf(main), editionOf(twin)]);
  return own.ok && copy.ok && own.value !== undefined && !isBehind(copy.value, own.value);
};

/** Copies everything, the log a little at a time; until the end the twin says of itself that it lacks something. */
export const bringUpToDate = async (main: Connection, twin: Connection): Promise<Result<unknown>> => {
  const own = await surelyEditionOf(main);
  if (!own.ok) return own;
  const origin = own.value?.origin ?? '';
  const begun = await twin.use((_, write) => write(transaction => putEdition(transaction, { origin, number: 0 })));
  if (!begun.ok) return begun;
  const log = await copyLog(main, twin);
  if (!log.ok) return log;
  const rest = await main.use(database => read(database, theRest));
  return rest.ok ? redoIn(twin, rest.value) : rest;
};

/** What an earlier version of the app has left has no edition, until something is written, be it nothing. */
const surelyEditionOf = async (main: Connection): Promise<Result<Edition | undefined>> => {
  const found = await editionOf(main);
  if (!found.ok || found.value) return found;
  const written = await main.use((_, write) => write(async () => undefined));
  return written.ok ? editionOf(main) : written;
};

const redoIn = (twin: Connection, changes: readonly Change[]): Promise<Result<unknown>> =>
  twin.use((_, write) => write(transaction => redo(transaction, changes)));

const copyLog = async (main: Connection, twin: Connection): Promise<Result<unknown>> => {
  let copied: Result<unknown> = good(undefined);
  const walked = await main.use(database =>
    walkLog(database, async (records, range) => {
      const old = range ? ({ method: 'delete', given: [range] } as const) : CLEAR;
      const puts = records.map(record => ({ store: 'reviews', method: 'put', given: [record] }) as const);
      if (copied.ok) copied = await redoIn(twin, [{ store: 'reviews', ...old }, ...puts]);
    }),
  );
  return walked.ok ? copied : walked;
};

const CLEAR = { method: 'clear', given: [] } as const;
const REST = ['settings', 'sets', 'session', 'snapshots', 'meta'] as const;

const theRest = async (transaction: ReadTransaction): Promise<readonly Change[]> =>
  (await Promise.all(REST.map(store => contentOf(transaction, store)))).flat();

const contentOf = async (transaction: ReadTransaction, name: StoreName): Promise<readonly Change[]> => {
  const store = transaction.objectStore(name);
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const given = values.map((value, i) => (store.keyPath === null ? [value, keys[i]] : [value]));
  return [{ store: name, ...CLEAR }, ...given.map(each => ({ store: name, method: 'put', given: each }) as const)];
};
