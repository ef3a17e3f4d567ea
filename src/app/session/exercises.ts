// Exercises for the screen: made from fresh seeds ahead of the tap, and made once more when an app comes back.
import { signal } from '@preact/signals';
import { loadGenerator, type Skill } from '../../catalog.ts';
import type { Exercise } from '../../exercise/generator.ts';
import { MOST } from '../../exercise/problem-set.ts';
import { ExerciseError, make } from '../../make.ts';
import { newSeed } from '../chance.ts';

const SEEDS = 20;

/** Exercises made in a row have seeds that belong together, so that a link can carry them on as a set. */
let series = newSeed();
let made = 0;

const nextSeed = (): string => {
  if (made > MOST.first) {
    series = newSeed();
    made = 0;
  }
  return `${series}:${made++}`;
};

/** A new exercise of this skill and level. Rejects where the skill's code cannot be loaded. */
export const makeFresh = async (skill: string, level: number): Promise<Exercise> => {
  const generator = await loadGenerator(skill);
  for (let i = 0; i < SEEDS; i++) {
    try {
      return make(generator, level, nextSeed());
    } catch (error) {
      if (!(error instanceof ExerciseError)) throw error;
      // For the report: an author's mistake must not stop a learner.
      console.error(error);
    }
  }
  throw new Error(`no exercise of ${skill} level ${level} could be made`);
};

export interface Origin {
  readonly skill: string;
  readonly version: number;
  readonly level: number;
  readonly seed: string;
}

/** The very exercise of before; undefined where the skill has changed since. Rejects where its code cannot be loaded. */
export const makeAgain = async ({ skill, version, level, seed }: Origin): Promise<Exercise | undefined> => {
  const generator = await loadGenerator(skill);
  if (generator.version !== version) return undefined;
  try {
    return make(generator, level, seed);
  } catch (error) {
    if (!(error instanceof ExerciseError)) throw error;
    console.error(error);
    return undefined;
  }
};

let ahead: { readonly skill: string; readonly level: number; readonly exercise: Promise<Exercise | undefined> } | undefined;

/** The last exercise that was made ahead, for those who have something to prepare for it. */
export const madeAhead = signal<Exercise | undefined>(undefined);

/** Makes the exercise that is likely to come next, so that a tap finds it ready. */
export const prepare = (skill: string, level: number): void => {
  if (ahead?.skill === skill && ahead.level === level) return;
  const exercise = makeFresh(skill, level).catch(() => undefined);
  ahead = { skill, level, exercise };
  void exercise.then(made => {
    madeAhead.value = made;
  });
};

/** The one prepared, where it is of this skill and level, or a new one. */
export const takeExercise = async (skill: string, level: number): Promise<Exercise> => {
  const ready = ahead?.skill === skill && ahead.level === level ? await ahead.exercise : undefined;
  ahead = undefined;
  return ready ?? makeFresh(skill, level);
};

/** The level that fits a skill which may have lost some since. */
export const levelWithin = (skill: Skill, level: number): number => Math.min(Math.max(level, 1), skill.levels.length);
