// Every write makes a new edition of the database: by it a copy tells what it is of.

import { fields, whole } from '../schedule/checked.ts';
import { canonical } from './canonical.ts';
import type { Connection } from './connection.ts';
import type { Result } from './problem.ts';
import { EDITION, type Edition, type ReadTransaction, type WriteTransaction } from './schema.ts';
import { read } from './transaction.ts';

const count = whole(0, Number.MAX_SAFE_INTEGER);
const readEdition = fields({ origin: count, number: count });

export const editionOf = (connection: Connection): Promise<Result<Edition | undefined>> =>
  connection.use(database => read(database, editionIn));

/** Undefined where nothing was ever written, or not by this version of the app. */
export const editionIn = async (transaction: ReadTransaction): Promise<Edition | undefined> =>
  readEdition(await transaction.objectStore('meta').get(EDITION));

export const putEdition = async (transaction: WriteTransaction, edition: Edition): Promise<void> => {
  await transaction.objectStore('meta').put(edition, EDITION);
};

export type Numbered<T> = { readonly value: T; readonly edition: Edition };

/** The work, and with it the edition that it makes; also where the work clears the old one. */
export const numbered =
  <T>(work: (transaction: WriteTransaction) => Promise<T>, now: () => number) =>
  async (transaction: WriteTransaction): Promise<Numbered<T>> => {
    const before = await editionIn(transaction);
    const value = await work(transaction);
    const { origin, number } = (await editionIn(transaction)) ?? before ?? { origin: now(), number: 0 };
    const edition = { origin, number: Math.max(number, before?.number ?? 0) + 1 };
    await putEdition(transaction, edition);
    return { value, edition };
  };

/** Whether a database lacks something that a copy has: it was dropped, or fell back, or was begun anew. */
export const isBehind = (own: Edition | undefined, copy: Edition): boolean =>
  own?.origin !== copy.origin || own.number < copy.number;

/** Whether both have one that could be read, and it is the same. */
export const isSame = (own: Result<Edition | undefined>, copy: Result<Edition | undefined> | undefined): boolean =>
  own.ok && copy?.ok === true && own.value !== undefined && canonical(own.value) === canonical(copy.value ?? null);
