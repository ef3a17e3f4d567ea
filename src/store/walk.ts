// The whole log a little at a time, so that the page stays quick meanwhile.

import type { Entry } from '../schedule/entry.ts';
import type { Damaged } from './damaged.ts';
import type { Database } from './schema.ts';

const AT_A_TIME = 200;

type See = (records: readonly (Entry | Damaged)[]) => unknown;

/** Hands over every record in the order of their names, and waits until it was seen; one written meanwhile may be among them. */
export const walkLog = async (database: Database, see: See): Promise<void> => {
  let range: IDBKeyRange | undefined;
  for (;;) {
    const [records, keys] = await Promise.all([
      database.getAll('reviews', range, AT_A_TIME),
      database.getAllKeys('reviews', range, AT_A_TIME),
    ]);
    await see(records);
    const last = keys.at(-1);
    if (keys.length < AT_A_TIME || last === undefined) return;
    range = IDBKeyRange.lowerBound(last, true);
  }
};
