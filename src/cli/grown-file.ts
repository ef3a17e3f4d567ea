// A file of lines that grows over several runs: what is whole in it stays, and the next run goes on after it.
import { closeSync, createReadStream, createWriteStream, existsSync, ftruncateSync, openSync, type WriteStream } from 'node:fs';

export interface Grown {
  readonly lines: number;
  /** The last whole line; empty where there is none. */
  readonly last: string;
}

/** What stands in the file; a line that was cut off at its end is dropped. */
export async function grownFile(path: string): Promise<Grown> {
  if (!existsSync(path)) return { lines: 0, last: '' };
  let [lines, whole, size, tail, last] = [0, 0, 0, Buffer.alloc(0), ''];
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = Buffer.concat([tail, chunk]);
    const end = text.lastIndexOf(NEWLINE);
    size += chunk.length;
    if (end >= 0) {
      lines += newlinesIn(text);
      last = text.subarray(text.lastIndexOf(NEWLINE, end - 1) + 1, end).toString('utf8');
      whole = size - (text.length - end - 1);
    }
    tail = text.subarray(end + 1);
  }
  if (whole < size) cut(path, whole);
  return { lines, last };
}

const NEWLINE = 10;

function newlinesIn(text: Buffer): number {
  let count = 0;
  for (let at = text.indexOf(NEWLINE); at >= 0; at = text.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

function cut(path: string, size: number): void {
  const file = openSync(path, 'r+');
  ftruncateSync(file, size);
  closeSync(file);
}

export function appendTo(path: string): WriteStream {
  return createWriteStream(path, { flags: 'a' });
}
