// `make`: exercises as JSON Lines, in the order of id, level and seed, also when many workers make them.

import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { loadGenerator, skills } from '../catalog.ts';
import { make } from '../make.ts';
import { exerciseLine } from '../paper/exercise-line.ts';
import { appendTo, grownFile } from './grown-file.ts';
import { inOrder, type Unit } from './jobs.ts';
import { Misuse } from './misuse.ts';
import { readOptions } from './options.ts';
import { chunks, knownIds, levelsOf, seedList, wholeNumber } from './selection.ts';

export async function makeLines(args: readonly string[]): Promise<void> {
  const { ids, level, seeds, jobs, out } = readMakeArguments(args);
  const all = ids.flatMap(id =>
    levelsOf(id, level).flatMap(n => chunks(seeds).map((part): Unit => ({ job: 'make', id, level: n, seeds: part }))),
  );
  const done = out === undefined ? 0 : await madeBefore(out, all);
  const sink = out === undefined ? process.stdout : appendTo(out);
  const units = after(all, done);
  const progress = progressOf(all, done);
  for await (const text of inOrder(units, jobs, makeUnit)) {
    if (!sink.write(text)) await once(sink, 'drain');
    progress(text);
  }
  if (sink !== process.stdout) {
    sink.end();
    await finished(sink);
  }
}

/** How many of these exercises stand in the file already. Throws Misuse where it holds anything else. */
async function madeBefore(path: string, units: readonly Unit[]): Promise<number> {
  const { lines, last } = await grownFile(path);
  if (lines === 0) return 0;
  const [unit] = after(units, lines - 1);
  const wanted = unit && (await makeUnit({ ...unit, seeds: unit.seeds.slice(0, 1) }));
  if (wanted !== `${last}\n`) throw new Misuse(`${path} holds other lines than these options make. Name another file.`);
  return lines;
}

/** Without the first so many exercises. */
function after(units: readonly Unit[], count: number): readonly Unit[] {
  let left = count;
  return units.flatMap(unit => {
    const skipped = Math.min(left, unit.seeds.length);
    left -= skipped;
    return skipped === unit.seeds.length ? [] : [{ ...unit, seeds: unit.seeds.slice(skipped) }];
  });
}

/** Tells a terminal how far it is. */
function progressOf(units: readonly Unit[], done: number): (text: string) => void {
  const total = units.reduce((sum, { seeds }) => sum + seeds.length, 0);
  let made = done;
  return text => {
    made += text.split('\n').length - 1;
    if (process.stderr.isTTY && !process.stdout.isTTY)
      process.stderr.write(`\r${made} of ${total} (${Math.floor((100 * made) / total)}%)${made === total ? '\n' : ''}`);
  };
}

/** The lines of one unit of work, as text. */
export async function makeUnit({ id, level, seeds }: Unit): Promise<string> {
  const generator = await loadGenerator(id);
  return seeds.map(seed => `${JSON.stringify(exerciseLine(make(generator, level, seed)))}\n`).join('');
}

const TEXT = { type: 'string' } as const;
const OPTIONS = { all: { type: 'boolean' }, level: TEXT, seed: TEXT, count: TEXT, from: TEXT, jobs: TEXT, out: TEXT } as const;

function readMakeArguments(args: readonly string[]) {
  const { values, positionals } = readOptions(args, OPTIONS);
  if ((positionals.length === 0) === !values.all) throw new Misuse('Name the skills to make, or --all.');
  const count = wholeNumber(values.count, 'count');
  const from = values.from === '0' ? 0 : (wholeNumber(values.from, 'from') ?? 0);
  if (values.from !== undefined && count === undefined) throw new Misuse('--from goes with --count.');
  return {
    ids: values.all ? skills.map(skill => skill.id).sort() : [...knownIds(positionals)].sort(),
    level: wholeNumber(values.level, 'level'),
    seeds: seedList(values.seed ?? '0', count, from),
    out: values.out,
    jobs: wholeNumber(values.jobs, 'jobs') ?? 1,
  };
}
