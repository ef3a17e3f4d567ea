// What the log comes to: kept beside it, so that after the first time only the entries since are read.

import { skillsToReplay, type Tally, tallyOf, withFresh } from '../schedule/progress.ts';
import { canonical } from './canonical.ts';
import type { CardRules } from './cards.ts';
import type { Connection } from './connection.ts';
import { isSound } from './damaged.ts';
import { storedOwn } from './own.ts';
import type { Result } from './problem.ts';
import { rangeOfSkill } from './reviews.ts';
import { type Database, type KeptTally, type Own, type ReadTransaction, STORES, THE_ONE } from './schema.ts';
import { read } from './transaction.ts';

/** Up to the latest entry. With `mayKeep` it is kept for the next time, which nobody waits for. */
export const loadTally = (connection: Connection, rules: CardRules, mayKeep: boolean): Promise<Result<Tally>> =>
  connection.use(async database => {
    const { before, after } = await read(database, transaction => tallyNow(transaction, rules));
    // It is a cache: where it cannot be kept, more is read the next time.
    if (mayKeep && after.own && before?.own.seq !== after.own.seq) keep(database, before, after.own, after.tally).catch(() => {});
    return after.tally;
  });

type TallyNow = {
  readonly before: KeptTally | undefined;
  readonly after: { readonly own: Own | undefined; readonly tally: Tally };
};

const tallyNow = async (transaction: ReadTransaction, rules: CardRules): Promise<TallyNow> => {
  const own = await storedOwn(transaction);
  const kept = await transaction.objectStore('progress').get(THE_ONE);
  const before = wholeOf(kept);
  const reviews = transaction.objectStore('reviews');
  const isGoingOn = own?.rules === rules.stamp && before?.own.rules === own.rules && before.own.device === own.device;
  if (!isGoingOn) {
    return { before, after: { own, tally: tallyOf((await reviews.getAll()).filter(isSound), rules) } };
  }
  // Entries of other devices come by an import only, which makes the tally anew.
  const since = IDBKeyRange.bound([own.device, before.own.seq + 1], [own.device, Number.POSITIVE_INFINITY]);
  const fresh = (await reviews.getAll(since)).filter(isSound);
  const logs = new Map(
    await Promise.all(
      skillsToReplay(before.tally, fresh).map(async skill => {
        const log = await reviews.index('order').getAll(rangeOfSkill(skill));
        return [skill, log.filter(isSound)] as const;
      }),
    ),
  );
  return { before, after: { own, tally: withFresh(before.tally, fresh, logs, rules) } };
};

/** Unless what was kept has changed meanwhile, as by an import. */
const keep = async (database: Database, before: KeptTally | undefined, own: Own, tally: Tally): Promise<void> => {
  const transaction = database.transaction(STORES, 'readwrite');
  const [now, kept] = await Promise.all([storedOwn(transaction), transaction.objectStore('progress').get(THE_ONE)]);
  const isSame = now?.device === own.device && now.rules === own.rules && nameOf(kept) === nameOf(before);
  if (isSame) await transaction.objectStore('progress').put({ own, tally }, THE_ONE);
  await transaction.done;
};

const nameOf = (kept: KeptTally | undefined): string => canonical(wholeOf(kept)?.own ?? null);

/** Unless it is damaged. */
const wholeOf = (kept: KeptTally | undefined): KeptTally | undefined =>
  kept?.own && MAPS.every(name => kept.tally?.[name] instanceof Map) ? kept : undefined;

const MAPS = ['exercises', 'tenths', 'met', 'strong', 'due', 'recalled', 'skills'] as const;
