// Shared ways to draw matrices of small integers.
import type { Rng } from '../rng.ts';

/** Rows of integers from low to high; no row and no column is all zero. */
export function drawMatrix(rng: Rng, rows: number, columns: number, low: number, high: number): number[][] {
  for (;;) {
    const drawn = Array.from({ length: rows }, () => rng.ints(columns, low, high));
    const full = drawn.every(row => row.some(entry => entry !== 0));
    if (full && (drawn[0] ?? []).every((_, j) => drawn.some(row => row[j] !== 0))) return drawn;
  }
}
