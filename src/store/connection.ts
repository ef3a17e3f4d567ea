// One connection to a database, reopened when it is lost, closed when another window has to upgrade.

import { wrap } from 'idb';
import { good, type Problem, problemOf, type Result, refuse, STILL_BLOCKED, TIMED_OUT } from './problem.ts';
import { type Database, upgrade, VERSION, type WriteTransaction } from './schema.ts';

type Work<T> = (transaction: WriteTransaction) => Promise<T>;

export type ConnectionOptions = {
  readonly name: string;
  /** where the databases are; throws or is missing where there are none */
  readonly factory: () => IDBFactory | undefined;
  /** runs the work in a transaction of its own, and resolves after the commit */
  readonly write: <T>(database: Database, work: Work<T>) => Promise<T>;
  /** milliseconds that opening may take */
  readonly timeout: number;
  /** another window keeps this one from opening, or this one has just made way for a newer one */
  readonly onProblem: (problem: Problem) => void;
};

export type Connection = {
  /** Runs the work; when the connection proves lost, once more on a new one. So the work must bear being repeated. */
  use<T>(work: (database: Database, write: <U>(work: Work<U>) => Promise<U>) => Promise<T>): Promise<Result<T>>;
  /** For good. */
  close(): void;
};

export const connect = (options: ConnectionOptions): Connection => {
  let handle: Promise<Database> | undefined;
  let isClosed = false;

  const reopen = (): Promise<Database> => {
    const drop = () => {
      if (handle === opening) handle = undefined;
    };
    const opening = open(options, drop);
    opening.catch(drop);
    return opening;
  };
  const letGo = () => {
    handle?.then(
      database => database.close(),
      () => undefined,
    );
    handle = undefined;
  };

  return {
    close() {
      isClosed = true;
      letGo();
    },
    async use(work) {
      if (isClosed) return refuse('lost', 'closed');
      const run = (database: Database) => work(database, inside => options.write(database, inside));
      handle ??= reopen();
      const used = handle;
      const first = await settle(used.then(run));
      if (first.ok || first.problem.kind !== 'lost' || isClosed) return first;
      if (handle === used) letGo();
      handle ??= reopen();
      return settle(handle.then(run));
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

const open = async ({ name, factory, timeout, onProblem }: ConnectionOptions, drop: () => void): Promise<Database> => {
  const databases = factory();
  if (!databases) throw new DOMException('no indexedDB', 'SecurityError');
  const request = databases.open(name, VERSION);
  let blocked = false;
  request.onupgradeneeded = ({ oldVersion }) => {
    if (request.transaction) upgrade(request.result, oldVersion, request.transaction);
  };
  request.onblocked = () => {
    blocked = true;
    onProblem(refuse('blocked').problem);
  };
  const opening = wrap(request).then((): Database => {
    const { result } = request;
    // No wanted version: the database is being deleted, after which a new one may be opened.
    result.onversionchange = ({ newVersion }) => {
      drop();
      result.close();
      if (newVersion !== null) onProblem(refuse('newer').problem);
    };
    result.onclose = drop;
    return wrap(result) as Database;
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
