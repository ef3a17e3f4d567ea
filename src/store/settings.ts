// The learner's settings: small things that travel with a backup.

import { dictionary, type Json, json } from '../schedule/checked.ts';
import type { Connection } from './connection.ts';
import { type Result, refuse } from './problem.ts';
import type { ReadTransaction, WriteTransaction } from './schema.ts';
import { read, write } from './transaction.ts';

export type Settings = { readonly [key: string]: Json };

export const readSettings = dictionary(/^[a-z][A-Za-z0-9-]{0,39}$/, json(6), 200);

/** All settings that were ever set; what they mean is for the app to read. */
export const loadSettings = (connection: Connection): Promise<Result<Settings>> =>
  connection.use(database => read(database, allSettings));

export const allSettings = async (transaction: ReadTransaction | WriteTransaction): Promise<Settings> => {
  const store = transaction.objectStore('settings');
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return Object.fromEntries(keys.map((key, index) => [key, values[index] ?? null]));
};

export const saveSetting = async (connection: Connection, key: string, value: Json): Promise<Result<undefined>> => {
  if (!readSettings({ [key]: value })) return refuse('invalid', `setting ${key}`);
  return connection.use(database =>
    write(database, async transaction => {
      await transaction.objectStore('settings').put(value, key);
      return undefined;
    }),
  );
};
