// What a database has lost and a copy of it still has is brought back.

import type { State } from './backup.ts';
import type { CardRules } from './cards.ts';
import type { Connection } from './connection.ts';
import { editionIn, editionOf, isBehind, putEdition } from './edition.ts';
import { saveOwnRecord, storedOwn } from './own.ts';
import { good, type Result } from './problem.ts';
import type { Edition, Own, ReadTransaction, Schema, WriteTransaction } from './schema.ts';
import { mergeState, readState } from './state.ts';
import { read } from './transaction.ts';

/** To be called before anything is written. False where nothing is missing, or nothing can be read from the copy. */
export const bringBack = async (main: Connection, copy: Connection, rules: CardRules): Promise<Result<boolean>> => {
  const its = await editionOf(copy);
  // Read after the copy's, which another window may be writing to: a copy never is ahead of what it copies.
  const own = await editionOf(main);
  if (!own.ok) return own;
  if (!its.ok || !its.value || !isBehind(own.value, its.value)) return good(false);
  const kept = await copy.use(database => read(database, contentOf));
  return kept.ok ? main.use((_, write) => write(transaction => add(transaction, rules, kept.value))) : good(false);
};

type Content = {
  readonly state: State;
  readonly own: Own | undefined;
  readonly edition: Edition | undefined;
  readonly sessions: ReadonlyMap<string, Schema['session']['value']>;
  readonly snapshots: readonly Schema['snapshots']['value'][];
};

const contentOf = async (transaction: ReadTransaction): Promise<Content> => {
  const sessions = transaction.objectStore('session');
  const [keys, values] = await Promise.all([sessions.getAllKeys(), sessions.getAll()]);
  return {
    state: await readState(transaction),
    own: await storedOwn(transaction),
    edition: await editionIn(transaction),
    sessions: new Map(values.map((value, i) => [keys[i] ?? '', value])),
    snapshots: await transaction.objectStore('snapshots').getAll(),
  };
};

const add = async (
  transaction: WriteTransaction,
  rules: CardRules,
  { state, own, edition, sessions, snapshots }: Content,
): Promise<true> => {
  const here = await readState(transaction);
  if (own && !(await storedOwn(transaction))) await saveOwnRecord(transaction, own);
  await mergeState(transaction, rules, here, state);
  const stores = { session: transaction.objectStore('session'), snapshots: transaction.objectStore('snapshots') };
  for (const [key, value] of sessions) if (!(await stores.session.get(key))) await stores.session.put(value, key);
  for (const each of snapshots) if (!(await stores.snapshots.get(each.id))) await stores.snapshots.put(each);
  if (edition) await putEdition(transaction, edition);
  return true;
};
