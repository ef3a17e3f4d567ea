// `make`: exercises as JSON Lines, in the order of id, level and seed, also when many workers make them.
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { loadGenerator, skills } from '../catalog.ts';
import { make } from '../make.ts';
import { exerciseLine } from './exercise-line.ts';
import { inOrder, type Unit } from './jobs.ts';
import { Misuse } from './misuse.ts';
import { chunks, knownIds, levelsOf, seedList, wholeNumber } from './selection.ts';

export async function makeLines(args: readonly string[]): Promise<void> {
  const { ids, level, seeds, jobs } = readMakeArguments(args);
  const units = ids.flatMap(id =>
    levelsOf(id, level).flatMap(n => chunks(seeds).map((part): Unit => ({ job: 'make', id, level: n, seeds: part }))),
  );
  for await (const text of inOrder(units, jobs, makeUnit)) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}

/** The lines of one unit of work, as text. */
export async function makeUnit({ id, level, seeds }: Unit): Promise<string> {
  const generator = await loadGenerator(id);
  return seeds.map(seed => `${JSON.stringify(exerciseLine(make(generator, level, seed)))}\n`).join('');
}

function readMakeArguments(args: readonly string[]) {
  const { values, positionals } = parsed(args);
  if ((positionals.length === 0) === !values.all) throw new Misuse('Name the skills to make, or --all.');
  const count = wholeNumber(values.count, 'count');
  return {
    ids: values.all ? skills.map(skill => skill.id).sort() : [...knownIds(positionals)].sort(),
    level: wholeNumber(values.level, 'level'),
    seeds: seedList(values.seed ?? '0', count),
    jobs: wholeNumber(values.jobs, 'jobs') ?? 1,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = { all: { type: 'boolean' }, level: text, seed: text, count: text, jobs: text } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : 'These options are unknown.');
  }
}
