// What a kill between the two writes of one record leaves in the files of a LevelDB: a head that promises more than comes.
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export type Torn = 'main' | 'twin';

/** The folders where Chromium keeps the databases of pages, and those in storage buckets. */
const foldersOf = (profile: string, which: Torn): readonly string[] => {
  const root = join(profile, 'Default', which === 'main' ? 'IndexedDB' : 'WebStorage');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name.endsWith('indexeddb.leveldb'))
    .map(({ parentPath, name }) => join(parentPath, name));
};

/**
 * Tears the databases of a profile whose browser is dead: when it is opened the next time all seems well, and the records that
 * are then appended make it unreadable for the time after that (https://github.com/google/leveldb/issues/1287).
 */
export const tear = (profile: string, which: Torn, promised = 2000): void => {
  for (const folder of foldersOf(profile, which)) {
    const logs = readdirSync(folder).filter(name => name.endsWith('.log'));
    const last = logs.toSorted().at(-1);
    if (!last) throw new Error(`${folder} has no log.`);
    const [checksum, length, isWhole] = [[1, 2, 3, 4], [promised & 255, promised >> 8], 1];
    appendFileSync(join(folder, last), Buffer.from([...checksum, ...length, isWhole]));
  }
};
