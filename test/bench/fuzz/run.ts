// A share of the cases of a fuzz run, in this thread.
import { caseOf, examine, weigh } from './examine.ts';
import { brokenRoundTrips, madeSamples, ownSamples, type Sample } from './samples.ts';
import { emptyTally, record, type Tally } from './tally.ts';

export interface Share {
  readonly seed: string;
  /** Cases from, from + step, … below `to`. */
  readonly from: number;
  readonly step: number;
  readonly to: number;
  /** Functions that may be called for one grading. */
  readonly budget: number;
}

export interface Outcome {
  /** By maker and by kind of answer: `maker mutated`, `kind set`. */
  readonly tallies: Record<string, Tally>;
  readonly violations: string[];
  /** The cases that took longest, with the functions that were called for each; longest first. */
  readonly heaviest: Heavy[];
  count: number;
}

interface Heavy {
  readonly index: number;
  readonly milliseconds: number;
  readonly steps: number;
  readonly what: string;
}

/** So many of the longest cases are weighed when all are done: counting slows down what comes after it. */
const WEIGHED = 20;

const SHOWN = 20;

/** `started` hears of each case before it is tried, and before it is weighed. */
export function runShare({ seed, from, step, to, budget }: Share, started: (index: number) => void = () => {}): Outcome {
  const samples = fuzzedSamples();
  const outcome: Outcome = { tallies: {}, violations: [], heaviest: [], count: 0 };
  for (let index = from; index < to; index += step) {
    started(index);
    tryCase(seed, index, samples, outcome);
  }
  for (const [place, { index, ...heavy }] of outcome.heaviest.entries()) {
    started(index);
    const steps = weigh(caseOf(seed, index, samples));
    outcome.heaviest[place] = { index, ...heavy, steps };
    if (steps > budget) outcome.violations.push(`${heavy.what}: ${steps} steps, budget ${budget}`);
  }
  return outcome;
}

/** The same for every run, so that a case is made again by its seed and number alone. */
export function fuzzedSamples(): Sample[] {
  return [...ownSamples(), ...madeSamples(3, 'fuzz')];
}

/** What is written of each of the exercises' keys and mistakes, from, from + step, … of `seeds` seeds a level. */
export function roundTrips(seeds: number, seed: string): Outcome {
  const outcome: Outcome = { tallies: {}, violations: [], heaviest: [], count: 0 };
  for (const sample of [...ownSamples(), ...madeSamples(seeds, seed)]) {
    outcome.count += 1 + sample.answer.mistakes.length;
    for (const text of brokenRoundTrips(sample)) {
      if (outcome.violations.length < SHOWN)
        outcome.violations.push(`written as ${JSON.stringify(text)}, not read back: ${sample.from}`);
    }
  }
  return outcome;
}

function tryCase(seed: string, index: number, samples: readonly Sample[], outcome: Outcome): void {
  const fuzzed = caseOf(seed, index, samples);
  const examined = examine(fuzzed);
  const what = () => `${JSON.stringify(fuzzed.text)} for ${fuzzed.sample.from} (case ${index})`;
  outcome.count++;
  for (const name of [`maker ${fuzzed.maker}`, `kind ${fuzzed.sample.answer.kind}`]) {
    outcome.tallies[name] ??= emptyTally();
    record(outcome.tallies[name], examined, what);
  }
  const { violation, milliseconds } = examined;
  if (milliseconds > (outcome.heaviest[WEIGHED - 1]?.milliseconds ?? 0)) {
    outcome.heaviest.push({ index, milliseconds, steps: 0, what: what() });
    outcome.heaviest.sort((a, b) => b.milliseconds - a.milliseconds).splice(WEIGHED);
  }
  if (violation !== undefined && outcome.violations.length < SHOWN) outcome.violations.push(`${what()}: ${violation}`);
}
