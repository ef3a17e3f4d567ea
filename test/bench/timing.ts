// Timing inside one process: batches long enough for the clock, the median of many, after a warm-up.

export interface Timing {
  /** Milliseconds of one call: the median batch. */
  readonly median: number;
  /** Milliseconds of the slowest single call. */
  readonly slowest: number;
}

/** Times `work(i)` for i = 0 … calls − 1, one call at a time, after a tenth of them as a warm-up. */
export function timed(calls: number, work: (i: number) => void): Timing {
  for (let i = 0; i < calls / 10; i++) work(i);
  const times = Array.from({ length: calls }, (_, i) => {
    const start = performance.now();
    work(i);
    return performance.now() - start;
  });
  return { median: median(times), slowest: Math.max(...times) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** `12.3 µs` or `4.56 ms`, padded for a table. */
export function shown(milliseconds: number): string {
  const text = milliseconds < 1 ? `${(milliseconds * 1000).toFixed(1)} µs` : `${milliseconds.toFixed(2)} ms`;
  return text.padStart(10);
}
