// The learner's settings: small things that travel with a backup, each with when it was set.

import { dictionary, type Json, json, whole } from '../schedule/checked.ts';
import { canonical } from './canonical.ts';
import type { Connection } from './connection.ts';
import { type Result, refuse } from './problem.ts';
import type { ReadTransaction } from './schema.ts';
import { read } from './transaction.ts';

export type Settings = { readonly [key: string]: Json };

const MOST_SETTINGS = 200;
const LONGEST_LIST = 10_000;

export const readSettings = dictionary(/^[a-z][A-Za-z0-9-]{0,39}$/, json(6, LONGEST_LIST), MOST_SETTINGS);

/** The setting that says when each of the others was set, in milliseconds UTC. */
export const SET_AT = 'set-at';
const readTimes = dictionary(/^/, whole(0, Number.MAX_SAFE_INTEGER), MOST_SETTINGS);
export const areTimes = (value: Json): boolean => readTimes(value) !== undefined;
const timesIn = (settings: Settings): { readonly [key: string]: number } => readTimes(settings[SET_AT]) ?? {};

/** How many things are set. */
export const countSettings = (settings: Settings): number => Object.keys(settings).filter(key => key !== SET_AT).length;

/** All settings that were ever set; what they mean is for the app to read. */
export const loadSettings = (connection: Connection): Promise<Result<Settings>> =>
  connection.use(async database => {
    const { [SET_AT]: _, ...settings } = await read(database, allSettings);
    return settings;
  });

/** Those that can be read, with their times. */
export const allSettings = async (transaction: ReadTransaction): Promise<Settings> => {
  const store = transaction.objectStore('settings');
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return Object.assign({}, ...keys.map((key, index) => readSettings({ [key]: values[index] })));
};

/** `at`: milliseconds UTC. */
export const saveSetting = async (connection: Connection, key: string, value: Json, at: number): Promise<Result<undefined>> => {
  if (key === SET_AT || !readSettings({ [key]: value })) return refuse('invalid', `setting ${key}`);
  return connection.use((_, write) =>
    write(async transaction => {
      const store = transaction.objectStore('settings');
      const times = timesIn({ [SET_AT]: (await store.get(SET_AT)) ?? null });
      // What is set last holds, whatever a clock once set wrong has said before.
      await store.put({ ...times, [key]: Math.max(at, (times[key] ?? 0) + 1) }, SET_AT);
      await store.put(value, key);
      return undefined;
    }),
  );
};

/**
 * The settings of two devices, the same whichever comes first: of each thing what was set last; a list that both have, such as
 * the skills that were open once, holds what either held.
 */
export const mergedSettings = (a: Settings, b: Settings): Settings => {
  const [own, their] = [timesIn(a), timesIn(b)];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(key => key !== SET_AT).toSorted();
  const kept = keys.slice(0, MOST_SETTINGS - 1).map(key => {
    const [ours, theirs] = [a[key], b[key]];
    const times = [own[key] ?? 0, their[key] ?? 0] as const;
    return { key, value: mergedSetting(ours, theirs, times[0] - times[1]), at: Math.max(...times) };
  });
  const times = kept.filter(({ at }) => at > 0).map(({ key, at }) => [key, at]);
  return {
    ...Object.fromEntries(kept.map(({ key, value }) => [key, value])),
    ...(times.length > 0 && { [SET_AT]: Object.fromEntries(times) }),
  };
};

const mergedSetting = (ours: Json | undefined, theirs: Json | undefined, later: number): Json => {
  const lists = [ours, theirs].filter(isList);
  if (lists.length > 0) return inOrder(lists.flat());
  if (ours === undefined || theirs === undefined) return ours ?? theirs ?? null;
  const order = later || (canonical(ours) > canonical(theirs) ? 1 : -1);
  return order > 0 ? ours : theirs;
};

/** Each once, in one order for all devices. */
const inOrder = (values: readonly Json[]): readonly Json[] => {
  const byText = new Map(values.map(value => [canonical(value), value]));
  return [...byText.keys()]
    .toSorted()
    .slice(0, LONGEST_LIST)
    .map(text => byText.get(text) ?? null);
};

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
