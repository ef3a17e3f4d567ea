// A past exercise as it was, from the numbers in the log; only while the skill is of the same version.
import { loadGenerator } from '../../catalog.ts';
import type { Exercise } from '../../exercise/generator.ts';
import { keysOf, rebuild } from '../../make.ts';
import type { AnswerEntry } from '../../schedule/entry.ts';

/** Undefined where the skill has changed since, or what is stored does not fit it. Rejects where its code cannot be loaded. */
export const reopen = async ({ skill, version, level, seed, given }: AnswerEntry): Promise<Exercise | undefined> => {
  const generator = await loadGenerator(skill);
  if (generator.version !== version) return undefined;
  try {
    const exercise = rebuild(generator, level, seed, given);
    return generator.levels[level - 1]?.verify(given, keysOf(exercise)) ? exercise : undefined;
  } catch (error) {
    // A backup may bring numbers that no exercise has.
    console.warn(error);
    return undefined;
  }
};

/** The numbers in words: `n: 4`, `A: [[1,2],[3,4]]`. */
export const givenLines = (given: AnswerEntry['given']): readonly (readonly [name: string, value: string])[] => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return [['', inWords(given)]];
  return Object.entries(given).map(([name, value]) => [name, inWords(value)]);
};

const inWords = (value: AnswerEntry['given']): string =>
  typeof value === 'string' ? value : JSON.stringify(value).replaceAll('"', '').replaceAll(',', ', ');
