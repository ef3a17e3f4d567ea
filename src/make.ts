// From a seed to a verified exercise.
import { distinctMistakes, equalKeys, writeAs, writeKey } from './answers/kinds.ts';
import { nearMisses } from './answers/near-misses.ts';
import type { Answer } from './exercise/answer.ts';
import type { Exercise, Generator, Level, Question } from './exercise/generator.ts';
import type { Json } from './exercise/json.ts';
import { createRng } from './exercise/rng.ts';

const DRAWS = 200;
const FALLBACKS = 5;

/** A key that the second road refuses, or numbers that can't be drawn: an author's mistake, with all that it takes to see it again. */
export class ExerciseError extends Error {
  constructor(what: string, generator: Generator, level: number, seed: string, cause?: unknown) {
    super(`${what}: ${generator.id}@${generator.version} level ${level} seed "${seed}"`, { cause });
  }
}

/** The exercise of this seed; the same for ever while the version stays. Levels count from 1. Throws ExerciseError. */
export function make(generator: Generator, level: number, seed: string): Exercise {
  const chosen = generator.levels[level - 1];
  if (!chosen) throw new ExerciseError('no such level', generator, level, seed);
  try {
    const given = draw(chosen, `${generator.id}@${generator.version}/${level}/${seed}`);
    if (given === undefined) throw new ExerciseError('no usable numbers', generator, level, seed);
    const exercise = rebuild(generator, level, seed, given);
    if (!chosen.verify(given, keysOf(exercise))) throw new ExerciseError('the key is refused by verify', generator, level, seed);
    return exercise;
  } catch (error) {
    if (error instanceof ExerciseError) throw error;
    throw new ExerciseError(`the generator failed (${error})`, generator, level, seed, error);
  }
}

/** The exercise of stored numbers, without drawing: what a review log or a report shows again. */
export function rebuild(generator: Generator, level: number, seed: string, given: Json): Exercise {
  const question = generator.levels[level - 1]?.ask(given);
  if (!question) throw new ExerciseError('no such level', generator, level, seed);
  const answers = question.answers.map(answer => ({ ...answer, mistakes: distinctMistakes(answer) }) as Answer);
  return {
    ...question,
    ...distinctJoint(question, answers),
    answers,
    id: generator.id,
    version: generator.version,
    level,
    seed,
    given,
  };
}

/** Whether `verify` accepts these wrong keys; those of another shape than the key may make it throw, which refuses them too. */
export function accepts(level: Level, given: Json, keys: readonly Answer['key'][]): boolean {
  try {
    return level.verify(given, keys);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export function keysOf({ answers }: Pick<Question, 'answers'>): readonly Answer['key'][] {
  return answers.map(answer => answer.key);
}

/** What makes an exercise the one it is, whatever words are put around it: its place, its numbers, its keys. */
export function identity(exercise: Exercise): string {
  const { id, level, seed, given, answers } = exercise;
  return JSON.stringify([id, level, seed, given, answers.map(exactKey)]);
}

/** However it is shown. */
export function exactKey(answer: Answer): string {
  return writeKey('decimal' in answer ? { ...answer, decimal: false } : answer);
}

/** A degenerate draw is drawn again from the same stream; after many, a few further streams of the same seed are tried. */
function draw(level: Level, stream: string): Json | undefined {
  for (let fallback = 0; fallback <= FALLBACKS; fallback++) {
    const rng = createRng(fallback === 0 ? stream : `${stream}#${fallback}`);
    for (let i = 0; i < DRAWS; i++) {
      const given = level.pick(rng);
      if (given !== undefined) return given;
    }
  }
  return undefined;
}

/** Joint mistakes that are not right in every part, each once, and none that is a mistake of one part alone. */
function distinctJoint({ jointMistakes }: Question, answers: readonly Answer[]): Pick<Question, 'jointMistakes'> {
  if (!jointMistakes) return {};
  const keys = keysOf({ answers });
  const known = [keys, ...answers.flatMap((answer, part) => answer.mistakes.map(({ wrong }) => keys.with(part, wrong)))];
  const kept = jointMistakes.filter(({ wrong }) => {
    const isNew = !known.some(other => answers.every((answer, i) => sameKey(answer, wrong[i], other[i])));
    if (isNew) known.push([...wrong]);
    return isNew;
  });
  return { jointMistakes: kept };
}

function sameKey(answer: Answer, a: Answer['key'] | undefined, b: Answer['key'] | undefined): boolean {
  return a !== undefined && b !== undefined && equalKeys(answer, a, b);
}

/** A wrong key that `verify` accepts all the same, in the learner's syntax: near misses and mistakes, part by part, and the joint ones. */
export function wronglyAccepted(generator: Generator, exercise: Exercise): string | undefined {
  const level = generator.levels[exercise.level - 1];
  const accepted = mutations(exercise).find(keys => level && accepts(level, exercise.given, keys));
  return accepted && exercise.answers.map((answer, i) => writeAs(answer, accepted[i] ?? answer.key)).join(' ; ');
}

function mutations(exercise: Exercise): readonly (readonly Answer['key'][])[] {
  const keys = keysOf(exercise);
  const single = exercise.answers.flatMap((answer, part) => {
    const wrong = [...nearMisses(answer), ...answer.mistakes.map(mistake => mistake.wrong)];
    return wrong.map(key => keys.with(part, key));
  });
  return [...single, ...(exercise.jointMistakes ?? []).map(mistake => mistake.wrong)];
}
