// The whole log a little at a time, so that the page stays quick meanwhile.

import type { Entry } from '../schedule/entry.ts';
import type { Damaged } from './damaged.ts';
import type { Database } from './schema.ts';

const AT_A_TIME = 200;

type See = (records: readonly (Entry | Damaged)[], range: IDBKeyRange | undefined) => unknown;

/**
 * Hands over every record in the order of their names, with the range that the part covers (undefined: all), and waits until it
 * was seen; one that is written meanwhile may be among them.
 */
export const walkLog = async (database: Database, see: See): Promise<void> => {
  let before: IDBValidKey | undefined;
  for (;;) {
    const rest = before === undefined ? undefined : IDBKeyRange.lowerBound(before, true);
    const [records, keys] = await Promise.all([
      database.getAll('reviews', rest, AT_A_TIME),
      database.getAllKeys('reviews', rest, AT_A_TIME),
    ]);
    const last = keys.length < AT_A_TIME ? undefined : keys.at(-1);
    await see(records, last === undefined ? rest : rangeOf(before, last));
    if (last === undefined) return;
    before = last;
  }
};

const rangeOf = (before: IDBValidKey | undefined, last: IDBValidKey): IDBKeyRange =>
  before === undefined ? IDBKeyRange.upperBound(last) : IDBKeyRange.bound(before, last, true);
