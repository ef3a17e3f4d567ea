// Keeping the session under way, and finding it again; a placement beside it has its own place.

import type { Connection } from './connection.ts';
import type { Result } from './problem.ts';
import { PLACEMENT, THE_ONE, type WriteTransaction } from './schema.ts';
import { readSession, type Session } from './session.ts';

export type Resumable = 'practice' | 'placement';

export const loadSession = (connection: Connection, purpose: Resumable): Promise<Result<Session | undefined>> =>
  connection.use(async database => readSession(await database.get('session', placeOf(purpose))));

/** Undefined ends the session. */
export const saveSession = (
  connection: Connection,
  session: Session | undefined,
  purpose: Resumable,
): Promise<Result<undefined>> =>
  connection.use((_, write) =>
    write(async transaction => {
      if (session) await putSession(transaction, session);
      else await transaction.objectStore('session').delete(placeOf(purpose));
      return undefined;
    }),
  );

export const putSession = async (transaction: WriteTransaction, session: Session): Promise<void> => {
  await transaction.objectStore('session').put(session, placeOf(session.purpose));
};

const placeOf = (purpose: Session['purpose']) => (purpose === 'placement' ? PLACEMENT : THE_ONE);
