// The backup file: versioned, canonical JSON. The same state gives the same bytes; cards are never in it.

import { fields, type Json, list, oneOf } from '../schedule/checked.ts';
import { compareEntries, type Entry, entryId, readEntry } from '../schedule/entry.ts';
import { canonical } from './canonical.ts';
import { good, type Result, refuse } from './problem.ts';
import { readSet, type StoredSet } from './sets.ts';
import { readSettings, type Settings } from './settings.ts';

/** All that a learner would miss. */
export type State = { readonly reviews: readonly Entry[]; readonly settings: Settings; readonly sets: readonly StoredSet[] };

const FORMAT = 1;
const APP = 'gradus';

/** Characters, about 250,000 answers; no backup is read that is longer. */
export const LONGEST_BACKUP = 100_000_000;

export const writeBackup = ({ reviews, settings, sets }: State): string =>
  `${canonical({
    app: APP,
    format: FORMAT,
    reviews: reviews.toSorted(compareEntries),
    settings,
    sets: sets.toSorted((a, b) => (a.link < b.link ? -1 : 1)),
  })}\n`;

const readFile = fields({
  app: oneOf([APP]),
  format: oneOf([FORMAT]),
  reviews: list(value => value, 1_000_000),
  settings: readSettings,
  sets: list(readSet, 10_000),
});

/** A fresh state from an untrusted text. */
export const readBackup = (text: string): Result<State> =>
  text.length > LONGEST_BACKUP ? refuse('too-large', `${text.length} characters`) : readOwnBackup(text);

/** The same for a text of our own making, however long. */
export const readOwnBackup = (text: string): Result<State> => {
  const file = parseJson(text);
  if (isFromNewer(file)) return refuse('newer-file');
  const read = readFile(file);
  if (!read) return refuse('unreadable-file', 'the outline');
  const reviews = readReviews(read.reviews);
  return reviews.ok ? good({ reviews: reviews.value, settings: read.settings, sets: read.sets }) : reviews;
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
