// What a solver who saw only the statements typed, kept in test/blind/*.jsonl, is still graded right.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatorFiles } from '../scripts/all-generators.ts';
import { grade } from '../src/answers/grade.ts';
import { plain } from '../src/exercise/text.ts';
import { make } from '../src/make.ts';

interface BlindSolve {
  readonly id: string;
  /** Of the skill when it was solved; another version draws other exercises. */
  readonly version?: number;
  readonly level: number;
  readonly seed: string;
  readonly answers: readonly string[];
}

const FOLDER = 'test/blind';

for (const file of readdirSync(FOLDER).filter(name => name.endsWith('.jsonl'))) {
  describe(`${FOLDER}/${file}`, () => {
    const solves = readSolves(file);
    for (const id of new Set(solves.map(solve => solve.id))) {
      it(`grades right what was typed for ${id}`, () => {
        expect(solves.filter(solve => solve.id === id).flatMap(complaintsOf)).toEqual([]);
      });
    }
  });
}

function readSolves(file: string): BlindSolve[] {
  const lines = readFileSync(`${FOLDER}/${file}`, 'utf8').split('\n');
  return lines.filter(line => line.trim() !== '').map((line): BlindSolve => JSON.parse(line));
}

/** In words, for whoever reads the failed test; none where all is right. */
function complaintsOf({ id, version, level, seed, answers }: BlindSolve): string[] {
  const where = `${id} level ${level} seed "${seed}"`;
  const generator = generatorFiles.get(id);
  if (!generator) return [`${where}: there is no such skill any more; take the line out.`];
  if (version !== undefined && version !== generator.version)
    return [`${where}: solved at version ${version}, now ${generator.version}; needs a new blind solve.`];

  const exercise = make(generator, level, seed);
  if (answers.length !== exercise.answers.length)
    return [`${where}: ${answers.length} answers typed, ${exercise.answers.length} asked for; needs a new blind solve.`];
  const { verdict, parts } = grade(exercise, answers);
  if (verdict === 'right') return [];
  const details = parts.map((part, i) => `${answers[i]} → ${part.verdict} ${plain(part.says)}`.trim());
  return [`${where}: ${verdict} (${details.join('; ')})`];
}
