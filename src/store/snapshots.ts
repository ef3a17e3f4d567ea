// States kept: one a week by itself, and those from before a change of the whole state, so that nothing is lost by it.

import { fields, oneOf, type Reader, since, whole } from '../schedule/checked.ts';
import { readOwnBackup, type State, writeBackup } from './backup.ts';
import type { CardRules } from './cards.ts';
import type { Connection } from './connection.ts';
import { markOf, stateText } from './export.ts';
import { isSamePacked, pack, sizeOf, unpack } from './packing.ts';
import { roomLeft } from './persistence.ts';
import { type Result, refuse } from './problem.ts';
import { type Database, REASONS, type Reason, type Snapshot, type WriteTransaction } from './schema.ts';
import { mergeState, readState, replaceState } from './state.ts';

/** A state kept, but for its text. */
export type Kept = Required<Omit<Snapshot, 'text'>>;

export const readKept: Reader<Kept> = since(
  { why: 'change' },
  fields({
    id: whole(1, Number.MAX_SAFE_INTEGER),
    at: whole(0, 253_402_300_799_999),
    why: oneOf(REASONS),
    reviews: whole(0, Number.MAX_SAFE_INTEGER),
  }),
);

/** The states kept, oldest first. */
export const snapshots = (connection: Connection): Promise<Result<readonly Kept[]>> => connection.use(allKept);

export const allKept = async (database: Database): Promise<readonly Kept[]> =>
  (await database.getAll('snapshots')).flatMap(({ text: _, ...kept }) => readKept(kept) ?? []);

/** Puts a kept state back, or adds what was deleted to what has come since. It stays kept, and so does the state before. */
export const restoreSnapshot = async (
  connection: Connection,
  rules: CardRules,
  id: number,
  at: number,
): Promise<Result<undefined>> => {
  const found = await connection.use(database => database.get('snapshots', id));
  if (!found.ok) return found;
  const snapshot = found.value;
  if (!snapshot) return refuse('no-snapshot');
  const text = await unpack(snapshot.text);
  const state = readOwnBackup(text ?? '');
  if (!state.ok) return state.problem.kind === 'unreadable-file' ? refuse('broken-snapshot') : state;
  return keepingFirst(connection, 'restore', at, async (transaction, here) => {
    if (snapshot.why === 'deleted') {
      await mergeState(transaction, rules, here, state.value);
      await transaction.objectStore('snapshots').put({ ...snapshot, why: 'change' });
    } else await replaceState(transaction, rules, state.value);
    return undefined;
  });
};

/** Keeps the state as it is and then does the work on it, all or nothing. A state kept before a restoring pushes out none. */
export const keepingFirst = <T>(
  connection: Connection,
  why: 'change' | 'deleted' | 'restore',
  at: number,
  work: (transaction: WriteTransaction, here: State) => Promise<T>,
): Promise<Result<T>> =>
  connection.use(async (database, write) => {
    const before = await stateText(database);
    const packed = await pack(before.text);
    return write(async transaction => {
      const here = await readState(transaction);
      // No transaction waits for packing, so what was written meanwhile is kept unpacked.
      const text = (await markOf(transaction)) === before.mark ? packed : writeBackup(here);
      const reviews = here.reviews.length + (here.damaged?.length ?? 0);
      const isEmpty = reviews + here.sets.length + Object.keys(here.settings).length === 0;
      if (!isEmpty) await add(transaction, { at, why: why === 'restore' ? 'change' : why, reviews, text });
      if (why === 'change') await forgetOld(transaction, why);
      return work(transaction, here);
    });
  });

const WEEK = 7 * 86_400_000;
const TURNS = 3;
/** So many times its size has to be free for a state to be kept by itself. */
const ROOM = 10;

/** Once a week, where there is anything to keep and room for it. True where a state was kept. */
export const keepWeekly = (connection: Connection, at: number): Promise<Result<boolean>> =>
  connection.use(async (database, write) => {
    if (!(await isTime(database, at))) return false;
    for (let turn = 0; turn < TURNS; turn++) {
      const { text, reviews, mark } = await stateText(database);
      const packed = await pack(text);
      if ((await roomLeft()) < ROOM * sizeOf(packed)) return false;
      const isKept = await write(async transaction => {
        if ((await markOf(transaction)) !== mark) return false;
        await add(transaction, { at, why: 'week', reviews, text: packed });
        await forgetOld(transaction, 'week');
        return true;
      });
      if (isKept) return true;
    }
    return false;
  });

// A clock once set wrong must not stop it for years.
const isTime = async (database: Database, at: number): Promise<boolean> => {
  const many = await database.count('reviews');
  const last = (await allKept(database)).findLast(({ why }) => why === 'week');
  return many > 0 && (!last || Math.abs(at - last.at) >= WEEK);
};

/** Going back and forth between two states must not push out a third, so one that was kept already is only kept anew. */
const add = async (transaction: WriteTransaction, snapshot: Required<Omit<Snapshot, 'id'>>): Promise<void> => {
  const store = transaction.objectStore('snapshots');
  const last = (await store.getAllKeys()).at(-1) ?? 0;
  for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
    const { why = 'change', text } = cursor.value;
    if (why === snapshot.why && isSamePacked(text, snapshot.text)) await store.delete(cursor.value.id);
  }
  await store.add({ id: last + 1, ...snapshot });
};

const KEPT = 3;

/** Lets go of all that were kept for this reason but the latest few, and never of the one that holds most. */
const forgetOld = async (transaction: WriteTransaction, reason: Reason): Promise<void> => {
  const store = transaction.objectStore('snapshots');
  const all: Kept[] = [];
  for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
    const { text: _, ...kept } = cursor.value;
    all.push({ why: 'change', ...kept });
  }
  const fullest = all.reduce<Kept | undefined>((most, each) => (most && most.reviews > each.reviews ? most : each), undefined);
  const old = all.filter(({ why }) => why === reason).slice(0, -KEPT);
  for (const { id } of old) if (id !== fullest?.id) await store.delete(id);
};
