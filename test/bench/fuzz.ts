// `npm run fuzz [count] [seed] [first]`: hostile texts for answers of all kinds; a table, exit 1 when anything does not hold.
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { VERDICTS } from '../../src/answers/grade.ts';
import { caseOf } from './fuzz/examine.ts';
import { fuzzedSamples, type Outcome, roundTrips, runShare, type Share } from './fuzz/run.ts';
import { percentile, type Tally, together } from './fuzz/tally.ts';
import { shown } from './timing.ts';

/** Functions that one grading may call, and milliseconds after which a case hangs. */
const BUDGET = 3_000_000;
const HANGS = 30_000;
const SECOND = 1000;

interface Task extends Share {
  /** Where the worker writes the number of the case that it is at. */
  readonly at: Int32Array;
}

if (isMainThread) await fuzz(process.argv.slice(2));
else {
  const task: Task = workerData;
  parentPort?.postMessage(runShare(task, index => Atomics.store(task.at, 0, index)));
}

async function fuzz([count = '1000000', seed = String(Date.now()), first = '0']: readonly string[]): Promise<void> {
  const [from, to] = [Number(first), Number(first) + Number(count)];
  if (!(to > from)) throw new Error('usage: npm run fuzz [count] [seed] [first case]');
  const jobs = Math.max(1, Math.min(2, availableParallelism(), Math.ceil((to - from) / 1000)));
  console.log(`${to - from} hostile answers from seed ${seed}`);
  const shares = Array.from({ length: jobs }, (_, job) => ({ seed, from: from + job, step: jobs, to, budget: BUDGET }));
  const start = performance.now();
  const outcomes = await Promise.all(shares.map((share, job) => inWorker(share, now => progress(job, now - from, to - from))));
  printTable(outcomes, (performance.now() - start) / 1000);
  const trips = roundTrips(Math.max(5, Math.ceil(Number(count) / 2000)), seed);
  console.log(`\n${trips.count} keys and mistakes of exercises written and read back`);
  const violations = [...outcomes, trips].flatMap(outcome => outcome.violations);
  for (const violation of violations) console.log(`VIOLATION ${violation}`);
  console.log(violations.length === 0 ? 'Everything holds.' : `Again: npm run fuzz -- 1 ${seed} CASE`);
  process.exit(violations.length === 0 ? 0 : 1);
}

/** On a terminal, how far the first thread is. */
function progress(job: number, done: number, all: number): void {
  if (job === 0 && process.stderr.isTTY) process.stderr.write(`\r${Math.floor((100 * done) / all)}% of ${all}  `);
}

/** One thread's share; a case that hangs is found from outside and ends the thread. */
function inWorker(share: Share, progressed: (at: number) => void): Promise<Outcome> {
  const at = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
  const worker = new Worker(new URL(import.meta.url), { workerData: { ...share, at } satisfies Task });
  return new Promise((resolve, reject) => {
    let [last, still] = [-1, 0];
    const watch = setInterval(() => {
      const now = Atomics.load(at, 0);
      still = now === last && now >= 0 ? still + SECOND : 0;
      last = now;
      if (now >= 0) progressed(now);
      if (still > HANGS) {
        void worker.terminate();
        settle({
          tallies: {},
          heaviest: [],
          violations: [`${JSON.stringify(caseOf(share.seed, now, fuzzedSamples()))} hangs (case ${now})`],
          count: 0,
        });
      }
    }, SECOND);
    const settle = (outcome: Outcome) => {
      clearInterval(watch);
      resolve(outcome);
    };
    worker.once('message', settle).once('error', reject);
  });
}

function printTable(outcomes: readonly Outcome[], seconds: number): void {
  const names = [...new Set(outcomes.flatMap(outcome => Object.keys(outcome.tallies)))].sort();
  const tallyOf = (name: string) => together(outcomes.flatMap(outcome => outcome.tallies[name] ?? []));
  console.log(
    `${''.padEnd(18)}${['cases', ...VERDICTS, 'p50', 'p99', 'p99.9', 'longest'].map(head => head.padStart(11)).join('')}`,
  );
  for (const name of names) printRow(name, tallyOf(name));
  const all = together(names.filter(name => name.startsWith('kind')).map(tallyOf));
  printRow('all', all);
  const heaviest = outcomes.flatMap(outcome => outcome.heaviest).sort((a, b) => b.steps - a.steps);
  for (const { what, steps, milliseconds } of heaviest.slice(0, 5))
    console.log(`${steps} steps, ${shown(milliseconds)}: ${what}`);
  console.log(`${(all.count / seconds).toFixed(0)} cases a second`);
}

function printRow(name: string, tally: Tally): void {
  const counts = [tally.count, ...VERDICTS.map(verdict => tally.verdicts[verdict] ?? 0)].map(count => String(count).padStart(11));
  const times = [...[0.5, 0.99, 0.999].map(share => percentile(tally, share)), tally.longest.milliseconds];
  console.log(name.padEnd(18) + counts.join('') + times.map(time => shown(time).padStart(11)).join(''));
}
