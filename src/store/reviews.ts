// The review log: appended to, never changed, and read by day or by skill.

import { type Card, step } from '../schedule/card.ts';
import { compareEntries, type Draft, type Entry, entryId, readEntry } from '../schedule/entry.ts';
import { isStep, replaySkill } from '../schedule/replay.ts';
import { canonical } from './canonical.ts';
import { type CardRules, freshen } from './cards.ts';
import type { Connection } from './connection.ts';
import { isSound } from './damaged.ts';
import { ownRecord, saveOwnRecord } from './own.ts';
import { type Result, refuse } from './problem.ts';
import { putSession } from './resume.ts';
import type { Own, Place, WriteTransaction } from './schema.ts';
import type { Session } from './session.ts';

/** What was saved, the skill's card after it (undefined where it has none), and other skills' cards that went with it. */
export type Recorded = { readonly entry: Entry; readonly card: Card | undefined; readonly others: readonly Card[] };

/**
 * Appends an entry and brings its card up to date, with the session as it is then, in one transaction; what is given back
 * is on the disk. With `isOverruled` an override of the entry goes with it, and so do `moves` of other skills' due days: at
 * most ten, of the same instant. Taking an answer back or overruling it takes its moves back. Saving the same draft once more
 * in a row saves nothing and gives back the first.
 */
export const record = async (
  connection: Connection,
  rules: CardRules,
  draft: Draft,
  session?: Session,
  isOverruled = false,
  moves: readonly Draft[] = [],
): Promise<Result<Recorded>> => {
  const checked = [draft, ...moves].map(each => readEntry({ ...each, device: 'unknown', seq: 1 }));
  const wrong = checked.find(each => !each.ok);
  const [main, ...more] = checked.flatMap(each => (each.ok ? [each.value] : []));
  if (wrong || !main) return refuse('invalid', wrong?.says);
  return connection.use((_, write) =>
    write(async transaction => {
      if (session) await putSession(transaction, session);
      const undone = await undoneMoves(transaction, main);
      const first = await append(transaction, rules, main);
      const last = isOverruled ? await append(transaction, rules, overrideOf(first.entry)) : first;
      const others: Card[] = [];
      for (const move of [...undone, ...more]) {
        const { card } = await append(transaction, rules, move);
        if (card) others.push(card);
      }
      return { entry: first.entry, card: last.card, others };
    }),
  );
};

const MOST_MOVES = 10;

/** Undoes of the moves that were recorded with the answer which this entry takes back or overrules. */
const undoneMoves = async (transaction: WriteTransaction, draft: Draft): Promise<readonly Draft[]> => {
  if (draft.kind !== 'undo' && draft.kind !== 'override') return [];
  const [device = '', number] = draft.target.split(':');
  const reviews = transaction.objectStore('reviews');
  const answer = await reviews.get([device, Number(number)]);
  if (!answer || !isSound(answer)) return [];
  const near = IDBKeyRange.bound([device, answer.seq + 1], [device, answer.seq + 1 + MOST_MOVES]);
  const { at, day } = draft;
  return (await reviews.getAll(near))
    .filter(isSound)
    .filter(entry => entry.kind === 'move-due' && entry.at === answer.at)
    .map(entry => ({ kind: 'undo', purpose: entry.purpose, skill: entry.skill, at, day, target: entryId(entry) }));
};

const overrideOf = (entry: Entry): Draft => {
  const { purpose, skill, at, day } = entry;
  return { kind: 'override', purpose, skill, at, day, target: entryId(entry) };
};

/** Appends inside of a transaction; what was appended just now is only given back. */
export const append = async (
  transaction: WriteTransaction,
  rules: CardRules,
  draft: Draft,
): Promise<Omit<Recorded, 'others'>> => {
  await freshen(transaction, rules);
  const own = await ownRecord(transaction, rules.newDevice);
  const entry = { ...draft, device: own.device, seq: own.seq + 1 };
  // The commit may have come through although the connection broke before saying so.
  const latest = await transaction.objectStore('reviews').getAll(latestOf(own));
  const same = latest.filter(isSound).find(each => canonical({ ...each, seq: 0 }) === canonical({ ...entry, seq: 0 }));
  if (same) return { entry: same, card: await transaction.objectStore('cards').get(same.skill) };
  const card = await cardAfter(transaction, rules, entry);
  await transaction.objectStore('reviews').add(entry);
  await saveOwnRecord(transaction, { ...own, seq: entry.seq });
  await saveCard(transaction, entry.skill, card);
  return { entry, card };
};

/** As many as one transaction of `record` appends. */
const latestOf = ({ device, seq }: Own): IDBKeyRange => IDBKeyRange.bound([device, seq - 1 - MOST_MOVES], [device, seq]);

const cardAfter = async (transaction: WriteTransaction, rules: CardRules, entry: Entry): Promise<Card | undefined> => {
  const order = transaction.objectStore('reviews').index('order');
  const latest = await order.openCursor(rangeOfSkill(entry.skill), 'prev');
  // A clock set back puts an entry before others, and only a replay knows what that does.
  const isLast = !latest || (isSound(latest.value) && compareEntries(latest.value, entry) < 0);
  if (isStep(entry) && isLast) return step(await transaction.objectStore('cards').get(entry.skill), entry, rules);
  return replaySkill([...(await order.getAll(rangeOfSkill(entry.skill))).filter(isSound), entry], rules);
};

const saveCard = async (transaction: WriteTransaction, skill: string, card: Card | undefined): Promise<void> => {
  const cards = transaction.objectStore('cards');
  if (card) await cards.put(card);
  else await cards.delete(skill);
};

export const rangeOfSkill = (skill: string): IDBKeyRange => {
  const [first, last]: [Place, Place] = [
    [skill, Number.NEGATIVE_INFINITY, 0, '', 0],
    [skill, Number.POSITIVE_INFINITY, 0, '', 0],
  ];
  return IDBKeyRange.bound(first, last);
};

/** Every entry of the study days `from` to `to`, both included. */
export const entriesOfDays = (connection: Connection, from: number, to: number): Promise<Result<readonly Entry[]>> =>
  connection.use(async database => {
    const entries = await database.getAllFromIndex('reviews', 'day', IDBKeyRange.bound(from, to));
    return entries.filter(isSound).toSorted(compareEntries);
  });

/** Every entry of a skill, in the order of the log. */
export const entriesOfSkill = (connection: Connection, skill: string): Promise<Result<readonly Entry[]>> =>
  connection.use(async database => (await database.getAllFromIndex('reviews', 'order', rangeOfSkill(skill))).filter(isSound));
