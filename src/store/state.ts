// The whole of what a learner would miss, read from the stores and put into them.

import { entryId } from '../schedule/entry.ts';
import type { State } from './backup.ts';
import { canonical } from './canonical.ts';
import { type CardRules, rebuildCards } from './cards.ts';
import { sifted } from './damaged.ts';
import { mergedState } from './merge.ts';
import { saveOwnRecord, storedOwn } from './own.ts';
import type { ReadTransaction, WriteTransaction } from './schema.ts';
import { readSet } from './sets.ts';
import { allSettings } from './settings.ts';

export const readState = async (transaction: ReadTransaction): Promise<State> => {
  const records = await transaction.objectStore('reviews').getAll();
  return stateWith(sifted(records), await readRest(transaction));
};

/** All but the log; what cannot be read is none. */
export const readRest = async (transaction: ReadTransaction): Promise<Pick<State, 'settings' | 'sets'>> => {
  const [settings, sets] = await Promise.all([allSettings(transaction), transaction.objectStore('sets').getAll()]);
  return { settings, sets: sets.flatMap(set => readSet(set) ?? []) };
};

export const stateWith = (
  { reviews, damaged }: Required<Pick<State, 'reviews' | 'damaged'>>,
  rest: Pick<State, 'settings' | 'sets'>,
): State => ({ reviews, ...rest, ...(damaged.length > 0 && { damaged }) });

/** Makes what is here and what comes one state, see `mergedState`. The cards are made anew. */
export const mergeState = async (transaction: WriteTransaction, rules: CardRules, here: State, more: State): Promise<void> => {
  const merged = mergedState(here, more);
  const ours = new Set<unknown>([...here.reviews, ...(here.damaged ?? [])]);
  const isNew = (each: unknown): boolean => !ours.has(each);
  await put(transaction, {
    ...merged,
    reviews: merged.reviews.filter(isNew),
    damaged: (merged.damaged ?? []).filter(isNew),
  });
  await partWays(transaction, rules, here, more);
  await rebuildCards(transaction, rules);
};

/** Where another device writes under this one's name, as after moving to a new phone, this one takes a new name. */
const partWays = async (transaction: WriteTransaction, { newDevice }: CardRules, here: State, more: State): Promise<void> => {
  const own = await storedOwn(transaction);
  if (!own) return;
  const ours = new Map(here.reviews.filter(({ device }) => device === own.device).map(entry => [entryId(entry), entry]));
  const isTwice = more.reviews.some(entry => {
    const our = ours.get(entryId(entry));
    return our !== undefined && canonical(our) !== canonical(entry);
  });
  if (isTwice) await saveOwnRecord(transaction, { ...own, device: newDevice(), seq: 0 });
};

/** Leaves nothing but the new state, but for this device's name and its snapshots. The cards are made anew. */
export const replaceState = async (transaction: WriteTransaction, rules: CardRules, state: State): Promise<void> => {
  for (const store of ['reviews', 'settings', 'sets'] as const) await transaction.objectStore(store).clear();
  await transaction.objectStore('session').clear();
  await put(transaction, state);
  await rebuildCards(transaction, rules);
};

/** What can be read takes the place of what can't. */
const put = async (transaction: WriteTransaction, { reviews, settings, sets, damaged = [] }: State): Promise<void> => {
  const log = transaction.objectStore('reviews');
  await Promise.all([
    ...damaged.map(record => log.put(record)),
    ...reviews.map(entry => log.put(entry)),
    ...Object.entries(settings).map(([key, value]) => transaction.objectStore('settings').put(value, key)),
    ...sets.map(set => transaction.objectStore('sets').put(set)),
  ]);
};
