// Deleting everything: it can be brought back for a while, and then it is gone.

import type { Connection } from './connection.ts';
import type { Result } from './problem.ts';
import { STORES } from './schema.ts';
import { allKept, keepingFirst } from './snapshots.ts';

/** Leaves nothing but the states kept, of which the latest is what was deleted. */
export const deleteEverything = (connection: Connection, at: number): Promise<Result<undefined>> =>
  keepingFirst(connection, 'deleted', at, async transaction => {
    for (const store of STORES) if (store !== 'snapshots') await transaction.objectStore(store).clear();
    return undefined;
  });

/** Lets go for good of what was deleted up to then, and of all states kept before that. */
export const forgetDeleted = (connection: Connection, until: number): Promise<Result<undefined>> =>
  connection.use(async (database, write) => {
    const last = (await allKept(database)).findLast(({ why, at }) => why === 'deleted' && at <= until);
    if (!last) return undefined;
    return write(async transaction => {
      await transaction.objectStore('snapshots').delete(IDBKeyRange.upperBound(last.id));
      return undefined;
    });
  });
