// Counts and times of many cases in little room, so that those of several workers can be put together.

/** Times fall into steps of a twelfth of a doubling: a percentile is right to 6%. */
const STEPS = 12;
const LEAST = 1e-4;

export interface Longest {
  readonly milliseconds: number;
  readonly what: string;
}

export interface Tally {
  readonly steps: number[];
  readonly verdicts: Record<string, number>;
  count: number;
  longest: Longest;
}

interface Weighed {
  readonly verdict: string;
  readonly milliseconds: number;
}

export function emptyTally(): Tally {
  return { steps: [], verdicts: {}, count: 0, longest: { milliseconds: 0, what: '' } };
}

export function record(tally: Tally, { verdict, milliseconds }: Weighed, what: () => string): void {
  const step = Math.max(0, Math.ceil(Math.log2(milliseconds / LEAST) * STEPS));
  tally.steps[step] = (tally.steps[step] ?? 0) + 1;
  tally.verdicts[verdict] = (tally.verdicts[verdict] ?? 0) + 1;
  tally.count++;
  if (milliseconds > tally.longest.milliseconds) tally.longest = { milliseconds, what: what() };
}

export function together(tallies: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const tally of tallies) {
    tally.steps.forEach((count, step) => {
      sum.steps[step] = (sum.steps[step] ?? 0) + count;
    });
    for (const [verdict, count] of Object.entries(tally.verdicts)) sum.verdicts[verdict] = (sum.verdicts[verdict] ?? 0) + count;
    sum.count += tally.count;
    if (tally.longest.milliseconds > sum.longest.milliseconds) sum.longest = tally.longest;
  }
  return sum;
}

/** Milliseconds under which this share of the cases stays, never more than the longest. */
export function percentile({ steps, count, longest }: Tally, share: number): number {
  let left = count * share;
  for (let step = 0; step < steps.length; step++) {
    left -= steps[step] ?? 0;
    if (left <= 0) return Math.min(LEAST * 2 ** (step / STEPS), longest.milliseconds);
  }
  return longest.milliseconds;
}
