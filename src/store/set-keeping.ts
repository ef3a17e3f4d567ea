// Keeping sets on this device.

import type { Connection } from './connection.ts';
import { type Result, refuse } from './problem.ts';
import { readSet, type StoredSet } from './sets.ts';

/** The sets kept on this device, the oldest first. */
export const loadSets = (connection: Connection): Promise<Result<readonly StoredSet[]>> =>
  connection.use(async database => {
    const sets = (await database.getAll('sets')).flatMap(set => readSet(set) ?? []);
    return sets.toSorted((a, b) => a.at - b.at);
  });

export const saveSet = async (connection: Connection, set: StoredSet): Promise<Result<undefined>> => {
  if (!readSet(set)) return refuse('invalid', 'set');
  return connection.use((_, write) =>
    write(async transaction => {
      await transaction.objectStore('sets').put(set);
      return undefined;
    }),
  );
};

export const removeSet = (connection: Connection, link: string): Promise<Result<undefined>> =>
  connection.use((_, write) =>
    write(async transaction => {
      await transaction.objectStore('sets').delete(link);
      return undefined;
    }),
  );
