// Links to sets for tests, made in Node as the app makes them.
import { loadGenerator, skills } from '../../src/catalog.ts';
import type { Exercise } from '../../src/exercise/generator.ts';
import { exercisesOf, type ProblemSet } from '../../src/exercise/problem-set.ts';
import { digestOf, encodeSet } from '../../src/link.ts';
import { identity, make } from '../../src/make.ts';

export const exercisesIn = async (set: ProblemSet): Promise<readonly Exercise[]> =>
  Promise.all(exercisesOf(set).map(async ({ skill, level, seed }) => make(await loadGenerator(skill), level, seed)));

/** From the # on; with another digest it is not quite what was sent. */
export const linkTo = async (set: ProblemSet, digest?: string): Promise<string> => {
  const versions = set.items.map(({ skill }) => skills.find(({ id }) => id === skill)?.version ?? 0);
  return encodeSet({ set, versions, digest: digest ?? digestOf((await exercisesIn(set)).map(identity)) });
};
