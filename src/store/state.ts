// The whole of what a learner would miss, read from the stores and put into them.

import type { Json } from '../schedule/checked.ts';
import { entryId } from '../schedule/entry.ts';
import type { State } from './backup.ts';
import { type CardRules, rebuildCards } from './cards.ts';
import type { ReadTransaction, WriteTransaction } from './schema.ts';
import { mergedSet } from './sets.ts';
import { allSettings, type Settings } from './settings.ts';

export const readState = async (transaction: ReadTransaction | WriteTransaction): Promise<State> => {
  const [reviews, settings, sets] = await Promise.all([
    transaction.objectStore('reviews').getAll(),
    allSettings(transaction),
    transaction.objectStore('sets').getAll(),
  ]);
  return { reviews, settings, sets };
};

/** Adds what is missing; where both have an answer or a setting by the same name, what is here stays. The cards are made anew. */
export const mergeState = async (transaction: WriteTransaction, rules: CardRules, here: State, more: State): Promise<void> => {
  const ids = new Set(here.reviews.map(entryId));
  const ours = new Map(here.sets.map(set => [set.link, set]));
  await add(transaction, {
    reviews: more.reviews.filter(entry => !ids.has(entryId(entry))),
    settings: { ...more.settings, ...here.settings, ...mergedLists(here.settings, more.settings) },
    sets: more.sets.map(set => mergedSet(ours.get(set.link) ?? set, set)),
  });
  await rebuildCards(transaction, rules);
};

/** A list that both have, such as the skills that were open once, holds afterwards what either held. */
const mergedLists = (here: Settings, more: Settings): Settings =>
  Object.fromEntries(
    Object.entries(here).flatMap(([key, ours]) => {
      const theirs = more[key];
      return isList(ours) && isList(theirs) ? [[key, [...new Set([...ours, ...theirs])]]] : [];
    }),
  );

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Leaves nothing but the new state, but for this device's name and its snapshots. The cards are made anew. */
export const replaceState = async (transaction: WriteTransaction, rules: CardRules, state: State): Promise<void> => {
  for (const store of ['reviews', 'settings', 'sets'] as const) await transaction.objectStore(store).clear();
  await transaction.objectStore('session').clear();
  await add(transaction, state);
  await rebuildCards(transaction, rules);
};

const add = async (transaction: WriteTransaction, { reviews, settings, sets }: State): Promise<void> => {
  await Promise.all([
    ...reviews.map(entry => transaction.objectStore('reviews').add(entry)),
    ...Object.entries(settings).map(([key, value]) => transaction.objectStore('settings').put(value, key)),
    ...sets.map(set => transaction.objectStore('sets').put(set)),
  ]);
};
