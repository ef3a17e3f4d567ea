// Entries of the log that cannot be read: they count for nothing, and are kept and carried along as they are.

import { dictionary, type Json, json, type Reader } from '../schedule/checked.ts';
import { type Entry, readEntry } from '../schedule/entry.ts';

export type Damaged = { readonly [field: string]: Json };

const readFields = dictionary(/^/, json(12), 100);

/** What has a place in the log, as far as a file can hold it. */
export const readDamaged: Reader<Damaged> = value => {
  const record = readFields(value);
  return record && isKey(record.device) && isKey(record.seq) ? record : undefined;
};

const isKey = (value: Json | undefined): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value.length <= 200);

export const isSound = (value: unknown): value is Entry => readEntry(value).ok;

/** The name of a record of the log, whatever is in it: that of an entry where its place is one. */
export const nameOf = ({ device, seq }: { readonly device?: unknown; readonly seq?: unknown }): string =>
  typeof device === 'string' && typeof seq === 'number' ? `${device}:${seq}` : JSON.stringify([device, seq]);

type Sifted = { readonly reviews: readonly Entry[]; readonly damaged: readonly Damaged[] };

/** Records of the log as a file holds them: the entries, and what cannot be read. */
export const sifted = (records: readonly (Entry | Damaged)[]): Sifted => {
  const reviews: Entry[] = [];
  const damaged: Damaged[] = [];
  for (const record of records) {
    if (isSound(record)) {
      reviews.push(record);
      continue;
    }
    const kept = readDamaged(plain(record));
    if (kept) damaged.push(kept);
  }
  return { reviews, damaged };
};

/** Without what JSON has no word for. */
export const plain = (value: unknown): Damaged => {
  try {
    return JSON.parse(JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each}` : each)));
  } catch {
    return {};
  }
};
