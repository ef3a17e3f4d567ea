// The cards: a cache of what the log says, made anew whenever it might not be true.

import type { Card, Rules } from '../schedule/card.ts';
import { whole } from '../schedule/checked.ts';
import { type Entry, LAST_SEQ } from '../schedule/entry.ts';
import { type Tally, tallyOf } from '../schedule/progress.ts';
import { replay } from '../schedule/replay.ts';
import { canonical } from './canonical.ts';
import type { Connection } from './connection.ts';
import { type Damaged, isSound, nameOf } from './damaged.ts';
import { ownRecord, saveOwnRecord, storedOwn } from './own.ts';
import type { Result } from './problem.ts';
import { type ReadTransaction, THE_ONE, type WriteTransaction } from './schema.ts';
import { read } from './transaction.ts';

/** The rules of replay; `stamp` changes whenever they do, and `newDevice` names this device should it have no name yet. */
export type CardRules = Rules & { readonly stamp: string; readonly newDevice: () => string };

/** Every card; played from the log where the stored ones were made by other rules and could not be replaced. */
export const loadCards = (connection: Connection, rules: CardRules): Promise<Result<ReadonlyMap<string, Card>>> =>
  connection.use(database =>
    read(database, async transaction => {
      if (!(await isFresh(transaction, rules))) {
        return replay((await transaction.objectStore('reviews').getAll()).filter(isSound), rules);
      }
      return new Map((await transaction.objectStore('cards').getAll()).map(card => [card.skill, card]));
    }),
  );

/** Makes every card anew if other rules made them. */
export const refreshCards = (connection: Connection, rules: CardRules): Promise<Result<undefined>> =>
  connection.use(async (database, write) => {
    const fresh = await read(database, transaction => isFresh(transaction, rules));
    if (!fresh) await write(transaction => rebuildCards(transaction, rules));
    return undefined;
  });

/** The same inside of a transaction that is about to add to them. */
export const freshen = async (transaction: WriteTransaction, rules: CardRules): Promise<void> => {
  if (!(await isFresh(transaction, rules))) await rebuildCards(transaction, rules);
};

const isFresh = async (transaction: ReadTransaction, rules: CardRules): Promise<boolean> =>
  (await storedOwn(transaction))?.rules === rules.stamp;

/** How many entries and cards there are, which entries cannot be read (they are kept), which cards were wrong and are mended. */
export type Rebuilt = {
  readonly reviews: number;
  readonly cards: number;
  readonly unreadable: readonly string[];
  readonly mended: readonly string[];
};

export const rebuildCards = async (transaction: WriteTransaction, rules: CardRules): Promise<Rebuilt> => {
  const own = await ownRecord(transaction, rules.newDevice);
  const entries = await transaction.objectStore('reviews').getAll();
  const sound = entries.filter(isSound);
  const known = new Set<Entry | Damaged>(sound);
  const unreadable = entries.filter(entry => !known.has(entry)).map(nameOf);
  const tally = tallyOf(sound, rules);
  const cards = cardsIn(tally);
  const mended = await mend(transaction, cards);
  const counted = { ...own, rules: rules.stamp, seq: highestSeq(own.device, own.seq, entries) };
  await saveOwnRecord(transaction, counted);
  await transaction.objectStore('progress').put({ own: counted, tally }, THE_ONE);
  return { reviews: entries.length, cards: cards.size, unreadable, mended };
};

const cardsIn = ({ skills }: Tally): ReadonlyMap<string, Card> =>
  new Map([...skills].flatMap(([skill, { card }]) => (card ? [[skill, card]] : [])));

const readSeq = whole(0, LAST_SEQ);

/** Numbers once given are never given again, even after an older state came back. */
const highestSeq = (device: string, seq: number, entries: readonly (Entry | Damaged)[]): number =>
  entries.reduce((highest, entry) => (entry.device === device ? Math.max(highest, readSeq(entry.seq) ?? 0) : highest), seq);

const mend = async (transaction: WriteTransaction, cards: ReadonlyMap<string, Card>): Promise<readonly string[]> => {
  const store = transaction.objectStore('cards');
  const stored = new Map((await store.getAll()).map(card => [card.skill, card]));
  const skills = [...new Set([...stored.keys(), ...cards.keys()])].toSorted();
  const differing = skills.filter(skill => canonical(stored.get(skill) ?? null) !== canonical(cards.get(skill) ?? null));
  for (const skill of differing) {
    const card = cards.get(skill);
    if (card) await store.put(card);
    else await store.delete(skill);
  }
  return differing;
};
