// Opening: the database and its twin, what was lost brought back, one window made the writer, the cards made fresh.

import type { Rules } from '../schedule/card.ts';
import { type CardRules, refreshCards } from './cards.ts';
import { type Connection, connect } from './connection.ts';
import { type Buckets, browserBuckets, copiesOf } from './copies.ts';
import { numbered } from './edition.ts';
import { good, type Problem, type Result } from './problem.ts';
import { write } from './transaction.ts';
import { type Twin, twinOf } from './twin.ts';
import { claimWriter, type WindowRole, type WriterLock } from './writer-lock.ts';

export type StoreOptions = {
  /** how replay goes; `stamp` changes whenever the skills' levels or the rules do, and has the cards made anew */
  readonly rules: Rules & { readonly stamp: string };
  /** a name that no other device has: letters, digits, `-` and `_`, at most 64 */
  readonly newDevice: () => string;
  /** milliseconds UTC: when the database began, and of two settings that are merged, the later one holds */
  readonly now: () => number;
  /** what goes wrong by itself: another window bars the way, or asks for it */
  readonly onProblem?: (problem: Problem) => void;
  /** this window has become the writer or a reader */
  readonly onRole?: (role: WindowRole) => void;
  /** the browser had lost data, and they were brought back from their twin */
  readonly onBroughtBack?: () => void;
  /** where its twin lies; null: it has none */
  readonly buckets?: Buckets | null;
  readonly name?: string;
  /** milliseconds that opening the database may take */
  readonly timeout?: number;
};

type Opened = { readonly connection: Connection; readonly lock: WriterLock; readonly close: () => void };

export const open = async (options: StoreOptions, rules: CardRules): Promise<Result<Opened>> => {
  const { name = 'gradus', onRole = () => {} } = options;
  const { connection, twin } = connectBoth(name, options);
  const closeBoth = () => {
    twin?.close();
    connection.close();
  };
  const back = (await twin?.bringBack(rules)) ?? good(false);
  if (isEnd(back)) {
    closeBoth();
    return back;
  }
  if (back.ok && back.value) options.onBroughtBack?.();
  let following: Promise<void> | undefined;
  const lock = await claimWriter(`${name}-writer`, role => {
    if (role === 'writer') following = twin?.follow();
    else twin?.rest();
    onRole(role);
  });
  const close = () => {
    lock.release();
    closeBoth();
  };
  // What is written from here on the twin follows.
  await following;
  const fresh = await refreshCards(connection, rules);
  if (!isEnd(fresh)) return good({ connection, lock, close });
  close();
  return fresh;
};

/** milliseconds: the database does not wait longer until a copy of it is open */
const PATIENCE = 3000;

type Both = { readonly connection: Connection; readonly twin: Twin | undefined };

const connectBoth = (name: string, options: StoreOptions): Both => {
  const { timeout = 10_000, buckets = browserBuckets(), onProblem = () => {} } = options;
  const connection = connect({
    name,
    factory: () => globalThis.indexedDB,
    timeout,
    onProblem,
    write: async (database, work) => {
      const { value: made, changes } = await write(database, numbered(work, options.now));
      await twin?.redo(changes, made.edition);
      return made.value;
    },
  });
  const twin = buckets ? twinOf(connection, copiesOf(name, Math.min(timeout, PATIENCE), buckets)) : undefined;
  return { connection, twin };
};

// On a full disk nothing can be written, but everything can still be read, practised and carried away.
const isEnd = (result: Result<unknown>): result is Extract<typeof result, { ok: false }> =>
  !result.ok && result.problem.kind !== 'full';
