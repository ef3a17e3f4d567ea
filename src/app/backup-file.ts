// Backups as files: handed to the device's share menu or downloaded, and read with care.
import { dayToIso } from '../schedule/civil.ts';
import { LONGEST_BACKUP } from '../store/backup.ts';
import { type Result, refuse } from '../store/problem.ts';

export const backupFile = (text: string, day: number): File =>
  new File([text], `gradus-${dayToIso(day)}.json`, { type: 'application/json' });

/** An installed app on an iPhone has no downloads, but every phone's share menu can keep a file. */
const canShare = (file: File): boolean => 'canShare' in navigator && navigator.canShare({ files: [file] });

/** `left`: the learner closed the menu; `refused`: the browser says that it can share such a file, and then does not. */
export type Sharing = 'shared' | 'left' | 'refused';

/** Call it within a tap. */
export const shareFile = async (file: File): Promise<Sharing> => {
  try {
    await navigator.share({ files: [file] });
    return 'shared';
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'left' : 'refused';
  }
};

const MINUTE = 60_000;

const downloadFile = (file: File): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE);
};

/** To the share menu where the browser has one for it, else into a file; call it within a tap. */
export const handOver = async (file: File): Promise<'shared' | 'left' | 'saved'> => {
  const sharing = canShare(file) ? await shareFile(file) : 'refused';
  if (sharing !== 'refused') return sharing;
  downloadFile(file);
  return 'saved';
};

/** The file's text, if it can be a backup at all. */
export const readFile = async (file: File): Promise<Result<string>> => {
  // Not a byte of a huge file is read; a text has no more characters than bytes.
  if (file.size > LONGEST_BACKUP) return refuse('too-large', `${file.size} bytes`);
  try {
    return { ok: true, value: await file.text() };
  } catch (error) {
    return refuse('unreadable-file', String(error));
  }
};
