// A second database that follows the first, write by write. A browser whose databases are LevelDB's may drop all of one after it
// was killed in mid-write (https://github.com/google/leveldb/issues/1287), so the twin lies in a storage bucket, which has files of
// its own. Browsers without buckets keep their databases in another way, and there is no twin.

import { type BroughtBack, bringBack } from './bring-back.ts';
import type { CardRules } from './cards.ts';
import { type Change, redo } from './changes.ts';
import { type Connection, connect } from './connection.ts';
import type { Result } from './problem.ts';
import type { StoreName } from './schema.ts';
import { write } from './transaction.ts';
import { bringUpToDate, lacksNothing } from './twin-copy.ts';

type Buckets = { readonly open: (name: string, options: object) => Promise<{ readonly indexedDB: IDBFactory }> };

/** Undefined where the browser has no buckets, or gives none. */
export const openBucket = async (): Promise<IDBFactory | undefined> => {
  const buckets: Buckets | undefined = Reflect.get(navigator, 'storageBuckets');
  try {
    return (await buckets?.open('twin', { persisted: true }))?.indexedDB;
  } catch {
    return undefined;
  }
};

export type Twin = {
  /** Puts back what the database has lost and the twin still has; to be called before anything is written. */
  readonly bringBack: (rules: CardRules) => Promise<Result<BroughtBack | undefined>>;
  /** Has the twin follow from now on, after it was given what it lacks, for which nobody has to wait. */
  readonly follow: () => Promise<void>;
  /** Does to the twin what was done to the database. Resolves when it has it, or cannot have it now. */
  readonly redo: (changes: readonly Change[]) => Promise<void>;
  /** Another window writes now, and has the twin follow. */
  readonly rest: () => void;
  readonly close: () => void;
};

/** What follows from the log, and so is in no twin. */
const derived: ReadonlySet<StoreName> = new Set(['cards', 'progress']);

/** So many changes at once are no learner's answer, and nobody waits for their copy. */
const MANY = 100;

/** milliseconds; the first database does not wait longer for its twin */
const TIMEOUT = 3000;

export const twinOf = (main: Connection, name: string, bucket: IDBFactory): Twin => {
  const twin = connect({
    name,
    factory: () => bucket,
    timeout: TIMEOUT,
    onProblem: () => {},
    // The first one waits for the disk. This one has to outlive the browser only.
    write: async (database, work) => (await write(database, work, 'relaxed')).value,
  });
  let state: 'resting' | 'copying' | 'following' = 'resting';
  let queue: Promise<unknown> = Promise.resolve();

  // After a miss it is no true copy any more, until it is brought up to date.
  const inTurn = (work: () => Promise<Result<unknown>>): Promise<void> => {
    const done = queue.then(async () => {
      if (state !== 'resting' && !(await work()).ok) state = 'resting';
    });
    queue = done;
    return done;
  };
  const copy = async (): Promise<void> => {
    await inTurn(() => bringUpToDate(main, twin));
    if (state === 'copying') state = 'following';
  };

  return {
    bringBack: rules => bringBack(main, twin, rules),
    follow: async () => {
      if (state !== 'resting') return;
      state = 'copying';
      if (await lacksNothing(main, twin)) state = 'following';
      else void copy();
    },
    redo: async changes => {
      if (state === 'resting') return;
      const kept = changes.filter(({ store }) => !derived.has(store));
      const done = inTurn(() => twin.use((_, writeIn) => writeIn(transaction => redo(transaction, kept))));
      if (state === 'following' && kept.length < MANY) await done;
    },
    rest: () => {
      state = 'resting';
    },
    close: () => {
      state = 'resting';
      twin.close();
    },
  };
};
