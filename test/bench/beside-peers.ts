// Our grader beside other systems on one table of pairs: who is right, who accepts what is wrong, and how long it takes.
import { contest, LIMIT, OUTCOMES, type Trial, typicalTimes } from './contest.ts';
import { computeEngine } from './peers/compute-engine.ts';
import { gradus } from './peers/gradus.ts';
import { kas } from './peers/kas.ts';
import { mathJs } from './peers/math-js.ts';
import { nerdamer } from './peers/nerdamer.ts';
import { installPeers, type Peer } from './peers/peer.ts';
import { QUESTIONS } from './questions.ts';
import { median, shown } from './timing.ts';

const PEERS = [kas, mathJs, computeEngine, nerdamer] as const;

/** Prints the table; ours alone, with a word about it, where the peers can't be installed. */
export function benchBesidePeers(): void {
  const hasPeers = installPeers();
  if (!hasPeers) console.log('The peers could not be installed; without a network only our own grader is measured.');
  const graders = [gradus(), ...(hasPeers ? PEERS.map(peer => peer()) : [])];
  const equal = QUESTIONS.filter(question => question.equal).length;
  console.log(`Equality of ${QUESTIONS.length} pairs (${equal} equal, ${QUESTIONS.length - equal} not), parse included`);
  console.log(`${''.padEnd(20)}${OUTCOMES.map(outcome => outcome.padStart(15)).join('')}    median a pair`);
  const trials = contest(graders, QUESTIONS);
  const [ours, ...others] = [...trials].map(([grader, own]) => printRow(grader, own));
  if (ours === undefined) return;
  for (const { name, middle } of others) {
    console.log(`Gradus takes ${(ours.middle / middle).toFixed(2)} of the median time of ${name}`);
  }
  printTail([...trials.values()][0] ?? []);
}

function printRow(grader: Peer, trials: readonly Trial[]): { readonly name: string; readonly middle: number } {
  const counts = OUTCOMES.map(outcome => trials.filter(trial => trial.outcome === outcome).length);
  const middle = median(typicalTimes(trials));
  console.log(`${grader.name.padEnd(20)}${counts.map(count => String(count).padStart(15)).join('')}    ${shown(middle)}`);
  return { name: grader.name, middle };
}

/** Ours only: the slow end, and each pair that it gets wrong. */
function printTail(trials: readonly Trial[]): void {
  const calls = trials.flatMap(trial => trial.times).sort((a, b) => a - b);
  const at = (share: number) => shown(calls[Math.min(calls.length - 1, Math.floor(calls.length * share))] ?? 0);
  const typical = typicalTimes(trials);
  const slowest = QUESTIONS[typical.indexOf(Math.max(...typical))];
  console.log(`Gradus: p90 ${at(0.9)}, p99 ${at(0.99)} (budget 5 ms), longest call ${at(1)}`);
  console.log(`slowest pair ${shown(Math.max(...typical))}: ${slowest?.left}   and   ${slowest?.right}`);
  console.log(`"no end" means no verdict within ${LIMIT} ms; "cannot say it" that the system has no words for the pair`);
  for (const [i, { outcome }] of trials.entries()) {
    if (outcome !== 'right') console.log(`${outcome.toUpperCase()}: ${QUESTIONS[i]?.left}   and   ${QUESTIONS[i]?.right}`);
  }
}
