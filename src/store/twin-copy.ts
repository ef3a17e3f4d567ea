// A whole database copied into an empty one, while it is used.

import { type Change, redo } from './changes.ts';
import type { Connection } from './connection.ts';
import { editionOf, putEdition } from './edition.ts';
import { good, type Result, refuse } from './problem.ts';
import type { Edition, ReadTransaction, StoreName } from './schema.ts';
import { read } from './transaction.ts';
import { walkLog } from './walk.ts';

const REST = ['settings', 'sets', 'session', 'snapshots', 'meta'] as const;

/** What a copy has: all but what follows from the log. */
export const KEPT = ['reviews', ...REST] as const;
const kept: ReadonlySet<StoreName> = new Set(KEPT);
export const isKept = ({ store }: Change): boolean => kept.has(store);

/** What makes an empty store the same. */
export const changesTo = async (transaction: ReadTransaction, name: StoreName): Promise<readonly Change[]> => {
  const store = transaction.objectStore(name);
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const given = values.map((value, i) => (store.keyPath === null ? [value, keys[i]] : [value]));
  return given.map(each => ({ store: name, method: 'put', given: each }) as const);
};

/**
 * Copies the log a little at a time as long as `isWanted`, and then the rest; until then the copy says of itself that it lacks
 * something. In the end it is of the edition from which it was begun: what was written since is to be done to it again.
 */
export const copyAll = async (main: Connection, copy: Connection, isWanted: () => boolean): Promise<Result<unknown>> => {
  const own = await surelyEditionOf(main);
  if (!own.ok) return own;
  const { origin } = own.value;
  const begun = await copy.use((_, write) => write(transaction => putEdition(transaction, { origin, number: 0 })));
  if (!begun.ok) return begun;
  const log = await copyLog(main, copy, isWanted);
  if (!log.ok) return log;
  const rest = await main.use(database =>
    read(database, async transaction => (await Promise.all(REST.map(store => changesTo(transaction, store)))).flat()),
  );
  if (!rest.ok) return rest;
  return copy.use((_, write) =>
    write(async transaction => {
      await redo(transaction, rest.value);
      await putEdition(transaction, own.value);
    }),
  );
};

/** What an earlier version of the app has left has no edition, until something is written, be it nothing. */
const surelyEditionOf = async (main: Connection): Promise<Result<Edition>> => {
  const found = await editionOf(main);
  if (!found.ok) return found;
  if (found.value) return good(found.value);
  const written = await main.use((_, write) => write(async () => undefined));
  if (!written.ok) return written;
  const made = await editionOf(main);
  if (!made.ok) return made;
  return made.value ? good(made.value) : refuse('failed', 'no edition');
};

/** So many parts of the log are copied without a pause (milliseconds), so that a long log leaves the learner a quick app. */
const AT_ONCE = 10;
const PAUSE = 40;

const copyLog = async (main: Connection, copy: Connection, isWanted: () => boolean): Promise<Result<unknown>> => {
  let copied: Result<unknown> = good(undefined);
  let parts = 0;
  const walked = await main.use(database =>
    walkLog(database, async records => {
      if (!isWanted()) copied = refuse('failed', 'no longer wanted');
      if (!copied.ok) return;
      if (++parts > AT_ONCE) await new Promise(resolve => setTimeout(resolve, PAUSE));
      const puts = records.map(record => ({ store: 'reviews', method: 'put', given: [record] }) as const);
      copied = await copy.use((_, write) => write(transaction => redo(transaction, puts)));
    }),
  );
  return walked.ok ? copied : walked;
};
