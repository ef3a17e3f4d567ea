// `export`: a set for another system, as Moodle XML, as a file for Anki, or as JSON Lines.

import { ankiFile } from '../paper/anki.ts';
import { exerciseLine } from '../paper/exercise-line.ts';
import { moodleXml } from '../paper/moodle.ts';
import { Misuse } from './misuse.ts';
import { readOptions } from './options.ts';
import { exercisesIn, setOf } from './sent-set.ts';

const FORMATS = ['moodle', 'anki', 'jsonl'] as const;

export async function exportSet(args: readonly string[]): Promise<void> {
  const { link, format } = readArguments(args);
  const set = setOf(link);
  const exercises = await exercisesIn(set);
  const title = set.title ?? 'Gradus';
  if (format === 'moodle') process.stdout.write(moodleXml(title, exercises));
  else if (format === 'anki') process.stdout.write(ankiFile(title, exercises));
  else for (const exercise of exercises) process.stdout.write(`${JSON.stringify(exerciseLine(exercise))}\n`);
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = readOptions(args, { to: { type: 'string' } });
  const [link, ...more] = positionals;
  if (link === undefined || more.length > 0) throw new Misuse('Name one link to a set, in quotes.');
  const format = FORMATS.find(each => each === values.to);
  if (!format) throw new Misuse(`Say --to ${FORMATS.join(', --to ')}.`);
  return { link, format };
}
