// Keeping the session under way, and finding it again.

import type { Connection } from './connection.ts';
import type { Result } from './problem.ts';
import { THE_ONE } from './schema.ts';
import { readSession, type Session } from './session.ts';
import { write } from './transaction.ts';

export const loadSession = (connection: Connection): Promise<Result<Session | undefined>> =>
  connection.use(async database => readSession(await database.get('session', THE_ONE)));

/** Undefined ends the session. */
export const saveSession = (connection: Connection, session: Session | undefined): Promise<Result<undefined>> =>
  connection.use(database =>
    write(database, async transaction => {
      const store = transaction.objectStore('session');
      if (session) await store.put(session, THE_ONE);
      else await store.delete(THE_ONE);
      return undefined;
    }),
  );
