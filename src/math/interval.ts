// Finite unions of real intervals with rational or infinite, open or closed ends.
import type { Printable } from './printable.ts';
import type { Rational, RationalLike } from './rational.ts';

/** `[` and `]` are closed, `(` and `)` open; infinite ends are always open. */
export type Opening = '[' | '(';
export type Closing = ']' | ')';
export type IntervalJSON = readonly [Opening, string, string, Closing];
type End = Rational | 'inf' | '-inf';
export type EndLike = RationalLike;

/** A place on the line just before or just after a number: `[2` begins before 2 and `(2` after it. */
interface Cut {
  readonly at: End;
  readonly after: boolean;
}

export interface Interval {
  readonly opening: Opening;
  readonly low: End;
  readonly high: End;
  readonly closing: Closing;
}

export class IntervalUnion implements Printable {
  /** Strictly ascending: the set is entered at each even one and left at each odd one. */
  readonly #cuts: readonly Cut[];

  private constructor(cuts: readonly Cut[]) {
    this.#cuts = cuts;
  }
}
