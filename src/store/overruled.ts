// The answers of which the learner said "My answer was right": what a report is made of.

import { type AnswerEntry, compareEntries, type Entry, entryId } from '../schedule/entry.ts';
import { targets } from '../schedule/replay.ts';
import type { Connection } from './connection.ts';
import { isSound } from './damaged.ts';
import type { Result } from './problem.ts';
import { walkLog } from './walk.ts';

/** All that stand, in the order of the log. */
export const overruled = (connection: Connection): Promise<Result<readonly AnswerEntry[]>> =>
  connection.use(async database => {
    const log: Entry[] = [];
    await walkLog(database, records => log.push(...records.filter(isSound)));
    const undone = targets(log, 'undo');
    const named = targets(
      log.filter(entry => !undone.has(entryId(entry))),
      'override',
    );
    return log
      .filter(entry => entry.kind === 'answer')
      .filter(entry => named.has(entryId(entry)) && !undone.has(entryId(entry)))
      .toSorted(compareEntries);
  });
