// A clock once set wrong writes days that are yet to come, and their skills would wait for them: so they can be taken back.

import { entryId } from '../schedule/entry.ts';
import { isStep, targets } from '../schedule/replay.ts';
import type { CardRules } from './cards.ts';
import type { Connection } from './connection.ts';
import type { Result } from './problem.ts';
import { append } from './reviews.ts';
import { keepingFirst } from './snapshots.ts';

/** Writes an undo of every answer and move dated later than the study day, and ends the session. The state before is kept. */
export const takeBackAfter = (connection: Connection, rules: CardRules, day: number, at: number): Promise<Result<undefined>> =>
  keepingFirst(connection, 'change', at, async (transaction, here) => {
    const undone = targets(here.reviews, 'undo');
    await transaction.objectStore('session').clear();
    for (const entry of here.reviews) {
      if (entry.day <= day || !isStep(entry) || undone.has(entryId(entry))) continue;
      const { purpose, skill } = entry;
      await append(transaction, rules, { kind: 'undo', purpose, skill, at, day, target: entryId(entry) });
    }
    return undefined;
  });
