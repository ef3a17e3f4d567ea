// A second database that follows the first, write by write. A browser whose databases are LevelDB's may drop all of one, or the
// latest of it, after it was killed in mid-write (https://github.com/google/leveldb/issues/1287); the files of the twin are its own.
// One that lacks something may be torn itself, so it is let go for a new one. Browsers without storage buckets keep their databases
// in another way, and there is no twin.

import { bringBack } from './bring-back.ts';
import type { CardRules } from './cards.ts';
import { type Change, redo } from './changes.ts';
import type { Connection } from './connection.ts';
import type { Copies } from './copies.ts';
import { editionIn, editionOf, isBehind, isSame } from './edition.ts';
import { roomLeft, roomTaken } from './persistence.ts';
import type { Result } from './problem.ts';
import type { Edition } from './schema.ts';
import { copyAll, isKept } from './twin-copy.ts';

export type Twin = {
  /** Puts back what the database has lost and a copy still has, before anything is written: whether there was any. */
  readonly bringBack: (rules: CardRules) => Promise<Result<boolean>>;
  /** Has the twin follow from now on, first of all to where the database is; resolves when it does, or after a second. */
  readonly follow: () => Promise<void>;
  /** Does to the twin what made this edition of the database. Resolves when it has it, cannot have it now, or is being made. */
  readonly redo: (changes: readonly Change[], edition: Edition) => Promise<void>;
  /** Another window writes now, and has the twin follow. */
  readonly rest: () => void;
  readonly close: () => void;
};

/** So many changes at once are a file of years: it is quicker to copy everything, and nobody waits for that. */
const MANY = 5000;
/** milliseconds that the twin may keep an answer waiting, or a start */
const PATIENCE = 1000;

export const twinOf = (main: Connection, copies: Copies): Twin => {
  let twin: Connection | undefined;
  /** Whoever began to follow before it was raised has to leave off. */
  let turn = 0;
  let isFollowing = false;
  let isCopying = false;
  let queue: Promise<void> = Promise.resolve();

  /** One after the other, as long as this window follows. The first database goes on whatever becomes of its twin. */
  const inTurn = (work: (isMine: () => boolean) => Promise<void>): Promise<void> => {
    const mine = turn;
    const isMine = () => isFollowing && turn === mine;
    const missed = (error: unknown) => {
      twin = undefined;
      reportError(error);
    };
    queue = queue
      .then(async () => {
        if (isMine()) await work(isMine);
      })
      .catch(missed);
    return queue;
  };

  const find = async (): Promise<void> => {
    twin = undefined;
    const found = await copies.find();
    const own = await editionOf(main);
    const editions = await Promise.all(found.map(editionOf));
    twin = found.findLast((_, i) => isSame(own, editions[i]));
    if (twin) void letGoOfOthers(found, twin);
  };

  /** Of those of which nothing is missing in the database: what cannot be read now may be wanted yet. */
  const letGoOfOthers = async (found: readonly Connection[], but: Connection): Promise<void> => {
    for (const copy of found) {
      if (copy === but) continue;
      const [its, own] = [await editionOf(copy), await editionOf(main)];
      if (its.ok && own.ok && (!its.value || !isBehind(own.value, its.value))) await copies.letGo(copy);
    }
  };

  const make = async (isMine: () => boolean): Promise<void> => {
    twin = undefined;
    // What is here is to be kept twice, and there has to be room for answers still.
    if ((await roomLeft()) < ((await roomTaken()) ?? 0)) return;
    const copy = await copies.make();
    if (!copy) return;
    const copied = await copyAll(main, copy, isMine);
    if (!copied.ok || !isMine()) return copies.letGo(copy);
    twin = copy;
    void letGoOfOthers(await copies.find(), copy);
  };

  const startCopying = (): Promise<void> => {
    isCopying = true;
    return inTurn(isMine =>
      make(isMine).finally(() => {
        isCopying = false;
      }),
    );
  };

  const keepUp = async (changes: readonly Change[], edition: Edition): Promise<void> => {
    const did = await twin?.use((_, write) =>
      write(async transaction => {
        const its = await editionIn(transaction);
        if (its?.origin !== edition.origin || edition.number > its.number + 1) return 'lacks something';
        if (edition.number > its.number) await redo(transaction, changes);
        return 'has it';
      }),
    );
    if (did?.ok && did.value === 'has it') return;
    twin = undefined;
    if (did?.ok && !isCopying) void startCopying();
  };

  return {
    bringBack: async rules => bringBack(main, await copies.find(), rules),
    follow: async () => {
      turn++;
      isFollowing = true;
      isCopying = false;
      await patiently(inTurn(find).then(() => (twin ? undefined : startCopying())));
    },
    redo: async (changes, edition) => {
      if (!isFollowing) return;
      const kept = changes.filter(isKept);
      if (kept.length > MANY && !isCopying) {
        void startCopying();
        return;
      }
      const done = inTurn(() => keepUp(kept, edition));
      if (!isCopying) await patiently(done);
    },
    rest: () => {
      isFollowing = false;
    },
    close: () => {
      isFollowing = false;
      copies.close();
    },
  };
};

const patiently = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, new Promise(resolve => setTimeout(resolve, PATIENCE))]);
