// A second database that follows the first, write by write. A browser whose databases are LevelDB's may drop all of one, or the
// latest of it, after it was killed in mid-write (https://github.com/google/leveldb/issues/1287); the files of the twin are its own.
// One that lacks something may be torn itself, so it is let go for a new one. Browsers without storage buckets keep their databases
// in another way, and there is no twin.

import { bringBack } from './bring-back.ts';
import type { CardRules } from './cards.ts';
import { type Change, redo } from './changes.ts';
import type { Connection } from './connection.ts';
import type { Copies, Copy } from './copies.ts';
import { editionOf, isSame } from './edition.ts';
import { good, type Result } from './problem.ts';
import type { StoreName } from './schema.ts';
import { copyAll } from './twin-copy.ts';

export type Twin = {
  /** Puts back what the database has lost and a copy still has, before anything is written: whether there was any. */
  readonly bringBack: (rules: CardRules) => Promise<Result<boolean>>;
  /** Has the twin follow from now on; where there is no true one, it is made, for which nobody has to wait. */
  readonly follow: () => Promise<void>;
  /** Does to the twin what was done to the database. Resolves when it has it, or cannot have it now. */
  readonly redo: (changes: readonly Change[]) => Promise<void>;
  /** Another window writes now, and has the twin follow. */
  readonly rest: () => void;
  readonly close: () => void;
};

/** What follows from the log, and so is in no twin. */
const derived: ReadonlySet<StoreName> = new Set(['cards', 'progress']);

/** So many changes at once are a file of years, for whose copy nobody waits. */
const MANY = 5000;

export const twinOf = (main: Connection, copies: Copies): Twin => {
  let found: readonly Copy[] = [];
  /** What follows, or will when it is made. */
  let twin: Copy | undefined;
  let state: 'resting' | 'copying' | 'following' = 'resting';
  let queue: Promise<unknown> = Promise.resolve();

  const find = async (): Promise<void> => {
    for (const { connection } of found) connection.close();
    found = await copies.find();
  };
  // After a miss it is no true copy any more, until the next start makes a new one.
  const inTurn = (work: () => Promise<boolean>): Promise<void> => {
    const done = queue.then(async () => {
      if (state !== 'resting' && !(await work())) state = 'resting';
    });
    queue = done;
    return done;
  };
  const findTrue = async (): Promise<Copy | undefined> => {
    const own = await editionOf(main);
    for (const copy of found) if (isSame(own, await editionOf(copy.connection))) return copy;
    return undefined;
  };
  const letGoOfOthers = async (): Promise<void> => {
    const others = found.filter(copy => copy !== twin);
    found = twin ? [twin] : [];
    for (const copy of others) await copies.letGo(copy);
  };
  const make = async (): Promise<boolean> => {
    twin = await copies.make();
    if (!twin) return false;
    found = [...found, twin];
    const copied = await copyAll(main, twin.connection);
    const isTrue = copied.ok && state !== 'resting';
    await (isTrue ? letGoOfOthers() : copies.letGo(twin));
    return isTrue;
  };
  const makeMeanwhile = (): void => {
    state = 'copying';
    void inTurn(make).then(() => {
      if (state === 'copying') state = 'following';
    });
  };

  return {
    bringBack: async rules => {
      const own = await editionOf(main);
      if (!own.ok) return own;
      await find();
      let isLost = false;
      for (const { connection } of found) {
        const back = await bringBack(main, connection, rules);
        if (!back.ok) return back;
        isLost ||= back.value;
      }
      return good(isLost);
    },
    follow: async () => {
      if (state !== 'resting') return;
      state = 'copying';
      await find();
      twin = await findTrue();
      if (!twin) return makeMeanwhile();
      state = 'following';
      await letGoOfOthers();
    },
    redo: async changes => {
      if (state === 'resting') return;
      const kept = changes.filter(({ store }) => !derived.has(store));
      if (kept.length > MANY) return makeMeanwhile();
      const done = inTurn(async () => {
        const again = await twin?.connection.use((_, write) => write(transaction => redo(transaction, kept)));
        return again?.ok === true;
      });
      if (state === 'following') await done;
    },
    rest: () => {
      state = 'resting';
    },
    close: () => {
      state = 'resting';
      for (const { connection } of found) connection.close();
    },
  };
};
