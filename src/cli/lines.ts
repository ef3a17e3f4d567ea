// JSON Lines in and out: one answer for each line, in order; a line that can't be used is answered with an error in words.
import { createInterface } from 'node:readline';

export type Fields = Readonly<Record<string, unknown>>;

/** Thrown by a command for a line that it can't use; becomes that line's `{error}`. */
export class Unusable extends Error {}

/** JSON text that is made already. */
export class Raw {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export function print(value: unknown): void {
  process.stdout.write(`${value instanceof Raw ? value.text : JSON.stringify(value)}\n`);
}

/** Reads stdin to its end; `answer` gives what to print for a line's object, or throws Unusable. */
export function answerLines(answer: (fields: Fields) => unknown): Promise<void> {
  return answerTexts(line => answer(readObject(line)));
}

/** The same for lines that are any text. */
export async function answerTexts(answer: (line: string) => unknown): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    print(await answered(line, answer));
  }
}

async function answered(line: string, answer: (line: string) => unknown): Promise<unknown> {
  try {
    return await answer(line);
  } catch (error) {
    if (error instanceof Unusable) return { error: error.message };
    // Our own fault: the other lines are answered all the same, and the exit code tells.
    console.error(error);
    process.exitCode = 1;
    return { error: 'The program failed on this line. Please report it.' };
  }
}

function readObject(line: string): Fields {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    throw new Unusable('The line is not JSON.');
  }
  throw new Unusable('The line is not a JSON object.');
}

export function textField(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new Unusable(`"${name}" has to be a text.`);
  return value;
}

export function numberField(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new Unusable(`"${name}" has to be a whole number.`);
  return value;
}

export function listField(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw new Unusable(`"${name}" has to be a list.`);
  return value;
}
