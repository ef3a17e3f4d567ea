// What a kill in the midst of writing a record leaves in the files of a LevelDB: the beginning of one that does not come.
import { appendFileSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

/** The newest log of each database of the kind: those of pages, and those in storage buckets. */
const logsOf = (profile: string, folder: 'IndexedDB' | 'WebStorage'): readonly string[] => {
  const root = join(profile, 'Default', folder);
  const found = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name.endsWith('indexeddb.leveldb'))
    .map(({ parentPath, name }) => join(parentPath, name));
  return found.map(path => {
    const last = readdirSync(path)
      .filter(name => name.endsWith('.log'))
      .toSorted()
      .at(-1);
    if (!last) throw new Error(`${path} has no log.`);
    return join(path, last);
  });
};

/**
 * As if the browser had died while it wrote one more record to the database. At the next start all seems well, and the records
 * that are then appended make it unreadable for the start after that (https://github.com/google/leveldb/issues/1287).
 */
export const tearMain = (profile: string, promised = 2000): void => {
  const [checksum, length, isWhole] = [[1, 2, 3, 4], [promised & 255, promised >> 8], 1];
  for (const log of logsOf(profile, 'IndexedDB')) appendFileSync(log, Buffer.from([...checksum, ...length, isWhole]));
};

const BLOCK = 32_768;
const HEAD = 7;

/** As if the browser had died while it wrote the last record to the twin, which the database has. */
export const tearTwin = (profile: string): void => {
  for (const log of logsOf(profile, 'WebStorage')) {
    const bytes = readFileSync(log);
    let last = { at: 0, length: 0 };
    for (let at = 0; at + HEAD <= bytes.length; ) {
      const room = BLOCK - (at % BLOCK);
      const length = bytes.readUInt16LE(at + 4);
      if (room >= HEAD && bytes[at + 6] !== 0) last = { at, length };
      at += room < HEAD || bytes[at + 6] === 0 ? room : HEAD + length;
    }
    if (last.length > 0) truncateSync(log, last.at + HEAD + Math.floor(last.length / 2));
  }
};
