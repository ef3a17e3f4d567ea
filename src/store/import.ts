// Bringing a backup in: looked at first, then merged or put in place of what is here, with the state before kept.

import { type Entry, entryId } from '../schedule/entry.ts';
import { readBackup, type State } from './backup.ts';
import { canonical } from './canonical.ts';
import type { CardRules } from './cards.ts';
import type { Connection } from './connection.ts';
import type { Result } from './problem.ts';
import { countSettings } from './settings.ts';
import { keepingFirst } from './snapshots.ts';
import { mergeState, readState, replaceState } from './state.ts';
import { read } from './transaction.ts';

/** `merge` makes one of what is here and what is in the file; `replace` leaves nothing but the file's content. */
const IMPORT_WAYS = ['merge', 'replace'] as const;
export type ImportWay = (typeof IMPORT_WAYS)[number];

/** What a file holds, seen from here. `different` reviews bear the name of one here that says otherwise; merging keeps the later. */
export type Preview = {
  readonly added: number;
  readonly same: number;
  readonly different: number;
  readonly onlyHere: number;
  readonly settings: number;
  readonly sets: number;
};

export const previewBackup = async (connection: Connection, text: string): Promise<Result<Preview>> => {
  const file = readBackup(text);
  return file.ok ? connection.use(async database => compare(await read(database, readState), file.value)) : file;
};

/** `at` (milliseconds UTC) is written on the snapshot of the state before. */
export const importBackup = async (
  connection: Connection,
  rules: CardRules,
  text: string,
  way: ImportWay,
  at: number,
): Promise<Result<Preview>> => {
  const file = readBackup(text);
  if (!file.ok) return file;
  return keepingFirst(connection, 'change', at, async (transaction, here) => {
    if (way === 'merge') await mergeState(transaction, rules, here, file.value);
    else await replaceState(transaction, rules, file.value);
    return compare(here, file.value);
  });
};

const compare = (here: State, file: State): Preview => {
  const ours = new Map(here.reviews.map(entry => [entryId(entry), entry]));
  const known = file.reviews.flatMap(entry => pairWith(ours.get(entryId(entry)), entry));
  const same = known.filter(([our, their]) => canonical(our) === canonical(their)).length;
  return {
    added: file.reviews.length - known.length,
    same,
    different: known.length - same,
    onlyHere: here.reviews.length - known.length,
    settings: countSettings(file.settings),
    sets: file.sets.length,
  };
};

const pairWith = (our: Entry | undefined, their: Entry): readonly (readonly [Entry, Entry])[] => (our ? [[our, their]] : []);
