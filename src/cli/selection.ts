// What a command is to work on: skills, levels, seeds and counts as they are named at the terminal.
import { skillOf } from '../catalog.ts';
import { Misuse } from './misuse.ts';

/** Seeds in one unit of work. */
const AT_ONCE = 500;

/** `S` alone is the seed itself; with a count they are `S:0` to `S:N-1`, or as many from a later one on. */
export function seedList(seed: string, count: number | undefined, from = 0): string[] {
  return count === undefined ? [seed] : Array.from({ length: count }, (_, i) => `${seed}:${from + i}`);
}

export function chunks(seeds: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(seeds.length / AT_ONCE) }, (_, i) => seeds.slice(i * AT_ONCE, (i + 1) * AT_ONCE));
}

export function levelsOf(id: string, level: number | undefined): number[] {
  const count = skillOf(id)?.levels.length ?? 0;
  if (level !== undefined && (level < 1 || level > count)) throw new Misuse(`${id} has levels 1 to ${count}.`);
  return level === undefined ? Array.from({ length: count }, (_, i) => i + 1) : [level];
}

/** Ids as given; misuse where one is unknown. */
export function knownIds(ids: readonly string[]): readonly string[] {
  for (const id of ids) if (!skillOf(id)) throw new Misuse(`There is no skill ${id}. All of them: npm run -s gradus -- list`);
  return ids;
}

export function wholeNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Misuse(`--${name} has to be a whole number from 1.`);
  return Number(text);
}
