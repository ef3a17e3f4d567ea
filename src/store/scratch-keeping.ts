// Scratch pads of exercises under way: kept beside the sessions through a kill of the app, and in no backup.

import type { Connection } from './connection.ts';
import { type Result, refuse } from './problem.ts';
import { type Pad, readPad } from './scratch.ts';

const PREFIX = 'scratch/';

export const loadPad = (connection: Connection, key: string): Promise<Result<Pad | undefined>> =>
  connection.use(async database => readPad(await database.get('session', PREFIX + key)));

export const savePad = async (connection: Connection, key: string, pad: Pad): Promise<Result<undefined>> => {
  if (!readPad(pad)) return refuse('invalid', 'scratch pad');
  return connection.use((_, write) =>
    write(async transaction => {
      await transaction.objectStore('session').put(pad, PREFIX + key);
      return undefined;
    }),
  );
};

/** Lets go of all pads but the wanted ones. */
export const keepPads = (connection: Connection, isWanted: (key: string) => boolean): Promise<Result<undefined>> =>
  connection.use(async (database, write) => {
    const keys = await database.getAllKeys('session', IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`));
    const gone = keys.filter(key => !isWanted(key.slice(PREFIX.length)));
    if (gone.length === 0) return undefined;
    return write(async transaction => {
      for (const key of gone) await transaction.objectStore('session').delete(key);
      return undefined;
    });
  });
