// This device's own record: who it is in the log, and how far it has counted.

import { fields, text, whole } from '../schedule/checked.ts';
import { LAST_SEQ } from '../schedule/entry.ts';
import { type Own, type ReadTransaction, THE_ONE, type WriteTransaction } from './schema.ts';

const readOwn = fields({ device: text(64, /^[A-Za-z0-9_-]+$/), seq: whole(0, LAST_SEQ), rules: text(200) });

/** As it is kept; undefined where there is none, or none that can be used. */
export const storedOwn = async (transaction: ReadTransaction): Promise<Own | undefined> =>
  readOwn(await transaction.objectStore('meta').get(THE_ONE));

/** The device's record, made at the first need; `newDevice` gives a name that no other device has. */
export const ownRecord = async (transaction: WriteTransaction, newDevice: () => string): Promise<Own> => {
  const own = await storedOwn(transaction);
  // Only a forged backup can count so far; under a new name there is room again.
  return own && own.seq < LAST_SEQ ? own : { device: newDevice(), seq: 0, rules: own?.rules ?? '' };
};

export const saveOwnRecord = async (transaction: WriteTransaction, own: Own): Promise<void> => {
  await transaction.objectStore('meta').put(own, THE_ONE);
};
