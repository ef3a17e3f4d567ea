// A set as it is named at the terminal, and its exercises.
import { loadGenerator, skills } from '../catalog.ts';
import type { Exercise } from '../exercise/generator.ts';
import { exercisesOf, type ProblemSet } from '../exercise/problem-set.ts';
import { decodeSet } from '../link.ts';
import { make } from '../make.ts';
import { Misuse } from './misuse.ts';

export function setOf(link: string): ProblemSet {
  const found = decodeSet(link, skills);
  if (!found.ok) throw new Misuse(found.says);
  return found.value.set;
}

export function exercisesIn(set: ProblemSet): Promise<readonly Exercise[]> {
  return Promise.all(exercisesOf(set).map(async ({ skill, level, seed }) => make(await loadGenerator(skill), level, seed)));
}
