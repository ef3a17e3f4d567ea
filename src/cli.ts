// The command line: the same core at a terminal. JSON Lines on stdout, messages on stderr, exit 2 for misuse.
import { isMainThread } from 'node:worker_threads';
import { check, checkUnit } from './cli/check.ts';
import { equal } from './cli/equal.ts';
import { exportSet } from './cli/export.ts';
import { gradeLines } from './cli/grade.ts';
import { serveJobs } from './cli/jobs.ts';
import { list } from './cli/list.ts';
import { makeLines, makeUnit } from './cli/make.ts';
import { Misuse } from './cli/misuse.ts';
import { scheduleLines } from './cli/schedule.ts';
import { setLines } from './cli/set.ts';
import { worksheet } from './cli/worksheet.ts';

const commands = new Map<string, (args: readonly string[]) => Promise<void> | void>([
  ['list', list],
  ['make', makeLines],
  ['grade', gradeLines],
  ['equal', equal],
  ['schedule', scheduleLines],
  ['set', setLines],
  ['worksheet', worksheet],
  ['export', exportSet],
  ['check', check],
]);

const USAGE = `npm run -s gradus -- COMMAND

list                                             a line a skill
make ID... | --all [--level N] [--seed S] [--count N] [--from K] [--jobs N] [--out FILE]
                                                 a line an exercise; with --count the seeds are S:K, S:K+1, ..., with K = 0 unless
                                                 told; a FILE that was begun by an earlier run is gone on with
grade                                            lines of {id, level, seed, answers} in, verdicts out
equal                                            lines of {student, model, kind?, tolerance?, relative?, assume?, upToConstant?, form?} in
schedule                                         lines of {q: [...]}, {from, q} or {utc, zone, rolloverHour} in
set encode [--origin URL]                        lines of a set {title?, seed, items: [{skill, level, count}]} in, links out
set decode                                       links in, {set, digest, same} out
worksheet LINK [--key] [--columns 2] [--tex]      a set as a page to print, with --key and solutions on pages of their own
export LINK --to moodle | anki | jsonl           a set for another system
check [ID...] [--count N] [--jobs N]             makes and verifies; exit 1 on any failure`;

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const command = commands.get(name);
  if (!command) throw new Misuse(name === '' || name === 'help' ? USAGE : `There is no command ${name}.\n\n${USAGE}`);
  await command(args);
}

if (isMainThread) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Misuse ? error.message : error);
    process.exitCode = error instanceof Misuse ? 2 : 1;
  });
} else serveJobs(unit => (unit.job === 'make' ? makeUnit(unit) : checkUnit(unit)));
