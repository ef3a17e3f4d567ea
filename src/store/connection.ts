// One connection to the database, reopened when it is lost, closed when another window has to upgrade.

import { openDB } from 'idb';
import { good, type Problem, problemOf, type Result, refuse, STILL_BLOCKED, TIMED_OUT } from './problem.ts';
import { type Database, type Schema, upgrade, VERSION } from './schema.ts';

export type ConnectionOptions = {
  readonly name: string;
  /** milliseconds that opening may take */
  readonly timeout: number;
  /** another window keeps this one from opening, or this one has just made way for a newer one */
  readonly onProblem: (problem: Problem) => void;
};

export type Connection = {
  /** Runs the work; when the connection proves lost, once more on a new one. So the work must bear being repeated. */
  use<T>(work: (database: Database) => Promise<T>): Promise<Result<T>>;
  close(): void;
};

export const connect = (options: ConnectionOptions): Connection => {
  let handle: Promise<Database> | undefined;

  const reopen = (): Promise<Database> => {
    const drop = () => {
      if (handle === opening) handle = undefined;
    };
    const opening = open(options, drop);
    opening.catch(drop);
    return opening;
  };
  const close = () => {
    handle?.then(
      database => database.close(),
      () => undefined,
    );
    handle = undefined;
  };

  return {
    close,
    async use(work) {
      handle ??= reopen();
      const used = handle;
      const first = await settle(used.then(work));
      if (first.ok || first.problem.kind !== 'lost') return first;
      if (handle === used) close();
      handle ??= reopen();
      return settle(handle.then(work));
    },
  };
};

const settle = async <T>(work: Promise<T>): Promise<Result<T>> => {
  try {
    return good(await work);
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
};

const open = async ({ name, timeout, onProblem }: ConnectionOptions, drop: () => void): Promise<Database> => {
  if (globalThis.indexedDB === undefined) throw new DOMException('no indexedDB', 'SecurityError');
  let blocked = false;
  const opening = openDB<Schema>(name, VERSION, {
    upgrade: (database, from, _, transaction) => upgrade(database, from, transaction),
    blocked: () => {
      blocked = true;
      onProblem(refuse('blocked').problem);
    },
    // No wanted version: the database is being deleted, after which a new one may be opened.
    blocking: (_, wanted, event) => {
      drop();
      if (event.target instanceof IDBDatabase) event.target.close();
      if (wanted !== null) onProblem(refuse('newer').problem);
    },
    terminated: drop,
  });
  return inTime(opening, timeout, () => (blocked ? STILL_BLOCKED : TIMED_OUT));
};

/** The database, or an error after the time; if it opens later after all, it is closed so that it bars nobody. */
const inTime = (opening: Promise<Database>, timeout: number, errorName: () => string): Promise<Database> =>
  new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(new DOMException(`not open after ${timeout} ms`, errorName()));
    }, timeout);
    opening.then(
      database => {
        clearTimeout(timer);
        if (late) database.close();
        else resolve(database);
      },
      error => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
