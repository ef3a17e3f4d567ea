// `check`: makes and verifies every level of the skills, tries every wrong key on `verify`, and prints a table.

import { availableParallelism } from 'node:os';
import { grade } from '../answers/grade.ts';
import { writeKey } from '../answers/kinds.ts';
import { loadGenerator, skills } from '../catalog.ts';
import type { Generator } from '../exercise/generator.ts';
import { ExerciseError, make, wronglyAccepted } from '../make.ts';
import { inOrder, type Unit } from './jobs.ts';
import { readOptions } from './options.ts';
import { chunks, knownIds, levelsOf, seedList, wholeNumber } from './selection.ts';

interface Tally {
  readonly made: number;
  readonly failures: readonly string[];
}

export async function check(args: readonly string[]): Promise<void> {
  const { ids, seeds, jobs } = readCheckArguments(args);
  const rows = ids.flatMap(id => levelsOf(id, undefined).map(level => ({ id, level })));
  const units = rows.flatMap(row => chunks(seeds).map((part): Unit => ({ job: 'check', ...row, seeds: part })));
  const tallies = inOrder(units, jobs, checkUnit);
  let failed = 0;
  for (const { id, level } of rows) {
    const tally = await nextTally(tallies, chunks(seeds).length);
    failed += tally.failures.length;
    console.log(
      `${id.padEnd(48)} level ${level}  ${String(tally.made).padStart(8)} made  ${String(tally.failures.length).padStart(4)} failed`,
    );
    for (const failure of tally.failures.slice(0, 5)) console.log(`    ${failure}`);
  }
  // Ends the workers.
  await tallies.return('');
  console.log(
    `${failed === 0 ? 'All right' : `${failed} failed`}: ${rows.length} levels, ${rows.length * seeds.length} exercises.`,
  );
  if (failed > 0) process.exitCode = 1;
}

/** The tally of one unit of work, as JSON. */
export async function checkUnit({ id, level, seeds }: Unit): Promise<string> {
  const generator = await loadGenerator(id);
  const failures = seeds.map(seed => failureOf(generator, level, seed)).filter(failure => failure !== undefined);
  return JSON.stringify({ made: seeds.length, failures } satisfies Tally);
}

function failureOf(generator: Generator, level: number, seed: string): string | undefined {
  try {
    const exercise = make(generator, level, seed);
    const accepted = wronglyAccepted(generator, exercise);
    if (accepted !== undefined) return `seed ${seed}: verify accepts ${accepted}`;
    const { verdict } = grade(exercise, exercise.answers.map(writeKey));
    return verdict === 'right' ? undefined : `seed ${seed}: the written key is graded ${verdict}`;
  } catch (error) {
    if (error instanceof ExerciseError) return error.message;
    throw error;
  }
}

async function nextTally(tallies: AsyncGenerator<string>, units: number): Promise<Tally> {
  let total: Tally = { made: 0, failures: [] };
  for (let i = 0; i < units; i++) {
    const { made, failures }: Tally = JSON.parse((await tallies.next()).value);
    total = { made: total.made + made, failures: [...total.failures, ...failures] };
  }
  return total;
}

function readCheckArguments(args: readonly string[]) {
  const { values, positionals } = readOptions(args, { count: { type: 'string' }, jobs: { type: 'string' } });
  return {
    ids: positionals.length > 0 ? knownIds(positionals) : skills.map(skill => skill.id),
    seeds: seedList('check', wholeNumber(values.count, 'count') ?? 200),
    jobs: wholeNumber(values.jobs, 'jobs') ?? availableParallelism(),
  };
}
