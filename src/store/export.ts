// The whole state as the text of a backup, put together a little at a time.

import { compareEntries, type Stamp } from '../schedule/entry.ts';
import { backupOf } from './backup.ts';
import { canonical } from './canonical.ts';
import type { Connection } from './connection.ts';
import { type Damaged, sifted } from './damaged.ts';
import { storedOwn } from './own.ts';
import type { Result } from './problem.ts';
import type { Database, ReadTransaction, WriteTransaction } from './schema.ts';
import { readRest } from './state.ts';
import { read } from './transaction.ts';
import { walkLog } from './walk.ts';

export const exportBackup = (connection: Connection): Promise<Result<string>> =>
  connection.use(async database => (await stateText(database)).text);

export type StateText = {
  readonly text: string;
  /** how many records the log has */
  readonly reviews: number;
  /** what `markOf` says as long as nothing is written */
  readonly mark: string;
};

type Line = { readonly stamp: Stamp; readonly text: string };

export const stateText = async (database: Database): Promise<StateText> => {
  const logMark = await read(database, markOfLog);
  const lines: Line[] = [];
  const damaged: Damaged[] = [];
  await walkLog(database, records => {
    const part = sifted(records);
    lines.push(...part.reviews.map(entry => ({ stamp: entry, text: canonical(entry) })));
    damaged.push(...part.damaged);
  });
  const rest = await read(database, readRest);
  const reviews = lines.toSorted((a, b) => compareEntries(a.stamp, b.stamp)).map(({ text }) => text);
  return {
    text: backupOf(reviews, { ...rest, damaged }),
    reviews: lines.length + damaged.length,
    mark: logMark + canonical(rest),
  };
};

/** Changes with whatever is written that belongs into a backup. */
export const markOf = async (transaction: WriteTransaction): Promise<string> =>
  (await markOfLog(transaction)) + canonical(await readRest(transaction));

// The log only grows, and only by this device's own entries or as a whole.
const markOfLog = async (transaction: ReadTransaction): Promise<string> =>
  canonical([await transaction.objectStore('reviews').count(), (await storedOwn(transaction)) ?? null]);
