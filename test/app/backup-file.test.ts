import { afterEach, expect, test, vi } from 'vitest';
import { backupFile, readFile, shareFile } from '../../src/app/backup-file.ts';
import { LONGEST_BACKUP, readBackup, writeBackup } from '../../src/store/backup.ts';
import { answer } from '../schedule/log.ts';

afterEach(() => vi.unstubAllGlobals());

const file = backupFile('{}', 20_000);
const sharing = (share: () => Promise<void>) => {
  vi.stubGlobal('navigator', { share });
  return shareFile(file);
};
const rejected = (name: string) => () => Promise.reject(new DOMException('no', name));

test('a backup that the browser will not share after all is not lost: only a closed menu is a change of mind', async () => {
  expect(await sharing(async () => undefined)).toBe('shared');
  expect(await sharing(rejected('AbortError'))).toBe('left');
  expect(await sharing(rejected('NotAllowedError'))).toBe('refused');
  expect(await sharing(() => Promise.reject(new TypeError('files')))).toBe('refused');
});

test('a backup of a hundred thousand answers can be brought in again', () => {
  const facts = { answers: [['[[1,2],[3,4]]']], given: { a: Array.from({ length: 16 }, (_, i) => i) }, device: 'a'.repeat(24) };
  const reviews = Array.from({ length: 1000 }, (_, i) => answer(i + 1, 5, facts));
  const text = writeBackup({ reviews, settings: {}, sets: [] });
  expect(readBackup(text).ok).toBe(true);
  expect(100 * text.length).toBeLessThan(LONGEST_BACKUP);
});

test('a file too large for a backup is not read', async () => {
  const text = vi.fn();
  expect(await readFile({ size: LONGEST_BACKUP + 1, text } as unknown as File)).toMatchObject({ problem: { kind: 'too-large' } });
  expect(text).not.toHaveBeenCalled();
});
