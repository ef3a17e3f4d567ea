// The backup file: versioned, canonical JSON. The same state gives the same bytes; cards are never in it.

import { fields, type Json, list, oneOf, since } from '../schedule/checked.ts';
import { compareEntries, type Entry, entryId, readEntry } from '../schedule/entry.ts';
import { canonical } from './canonical.ts';
import { type Damaged, isSound, readDamaged } from './damaged.ts';
import { good, type Result, refuse } from './problem.ts';
import { readSet, type StoredSet } from './sets.ts';
import { readSettings, type Settings } from './settings.ts';

/** All that a learner would miss. */
export type State = {
  readonly reviews: readonly Entry[];
  readonly settings: Settings;
  readonly sets: readonly StoredSet[];
  /** What of the log cannot be read, where there is any. */
  readonly damaged?: readonly Damaged[];
};

const FORMAT = 1;
const APP = 'gradus';

/** Characters, about 250,000 answers; no backup is read that is longer. */
export const LONGEST_BACKUP = 100_000_000;

export const MOST_SETS = 10_000;
const MOST_DAMAGED = 10_000;

export const writeBackup = ({ reviews, ...rest }: State): string =>
  backupOf(reviews.toSorted(compareEntries).map(canonical), rest);

/** The same of entries that are written already, in order. */
export const backupOf = (reviews: readonly string[], { settings, sets, damaged = [] }: Omit<State, 'reviews'>): string => {
  const head = canonical({ app: APP, ...(damaged.length > 0 && { damaged: inOrder(damaged) }), format: FORMAT });
  const foot = canonical({ settings, sets: sets.toSorted((a, b) => (a.link < b.link ? -1 : 1)) });
  return `${head.slice(0, -1)},"reviews":[${reviews.join(',')}],${foot.slice(1)}\n`;
};

const inOrder = (damaged: readonly Damaged[]): readonly Damaged[] =>
  damaged
    .map(each => ({ each, text: canonical(each) }))
    .toSorted((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ each }) => each);

const readFile = since(
  { damaged: [] },
  fields({
    app: oneOf([APP]),
    damaged: list(readDamaged, MOST_DAMAGED),
    format: oneOf([FORMAT]),
    reviews: list(value => value, 1_000_000),
    settings: readSettings,
    sets: list(readSet, MOST_SETS),
  }),
);

/** A fresh state from an untrusted text. */
export const readBackup = (text: string): Result<State> =>
  text.length > LONGEST_BACKUP ? refuse('too-large', `${text.length} characters`) : readOwnBackup(text);

/** The same for a text of our own making, however long. */
export const readOwnBackup = (text: string): Result<State> => {
  const file = parseJson(text);
  if (isFromNewer(file)) return refuse('newer-file');
  const read = readFile(file);
  if (!read) return refuse('unreadable-file', 'the outline');
  // What an earlier version could not read, this one perhaps can.
  const readable = read.damaged.filter(isSound);
  const reviews = readReviews([...read.reviews, ...readable]);
  if (!reviews.ok) return reviews;
  const { settings, sets } = read;
  const damaged = read.damaged.filter(each => !isSound(each));
  return good({ reviews: reviews.value, settings, sets, ...(damaged.length > 0 && { damaged }) });
};

const readReviews = (values: readonly unknown[]): Result<readonly Entry[]> => {
  const reviews = new Map<string, Entry>();
  for (const [index, value] of values.entries()) {
    const entry = readEntry(value);
    if (!entry.ok) return refuse('unreadable-file', `review ${index + 1}: ${entry.says}`);
    if (reviews.has(entryId(entry.value))) return refuse('unreadable-file', `review ${index + 1} comes twice`);
    reviews.set(entryId(entry.value), entry.value);
  }
  return good([...reviews.values()]);
};

const parseJson = (text: string): unknown => {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
};

const isFromNewer = (file: unknown): boolean =>
  typeof file === 'object' &&
  file !== null &&
  'app' in file &&
  file.app === APP &&
  'format' in file &&
  Number.isInteger(file.format) &&
  Number(file.format) > FORMAT;
