// Finite unions of real intervals, always merged into as few as possible.
import {
  compareEnds,
  type End,
  type Interval,
  type IntervalLike,
  intervalSpeech,
  intervalTeX,
  intervalText,
  toInterval,
} from './interval.ts';
import type { Printable } from './printable.ts';
import { Rational, type RationalLike } from './rational.ts';

/** A place on the line just before or just after a number: `[2` begins before 2, `(2` begins after it. */
interface Cut {
  readonly at: End;
  readonly after: boolean;
}

export class IntervalUnion implements Printable {
  /** Strictly ascending; the set is entered at the first, left at the second and so on. */
  readonly #cuts: readonly Cut[];

  private constructor(cuts: readonly Cut[]) {
    this.#cuts = cuts;
  }

  /** They may overlap and come in any order; none of them is the empty set. Throws where `toInterval` does. */
  static of(...intervals: IntervalLike[]): IntervalUnion {
    return intervals.reduce<IntervalUnion>((whole, next) => whole.union(new IntervalUnion(cutsOf(next))), new IntervalUnion([]));
  }

  /** Disjoint, not touching, ascending. */
  get intervals(): readonly Interval[] {
    const pieces: Interval[] = [];
    for (let i = 0; i < this.#cuts.length; i += 2) {
      const [low, high] = [this.#cuts[i], this.#cuts[i + 1]];
      if (low && high) pieces.push([low.after ? '(' : '[', low.at, high.at, high.after ? ']' : ')']);
    }
    return pieces;
  }

  contains(value: RationalLike): boolean {
    const point = { at: Rational.from(value), after: false };
    return this.#cuts.filter(cut => compareCuts(cut, point) <= 0).length % 2 === 1;
  }

  union(other: IntervalUnion): IntervalUnion {
    return this.#combine(other, (here, there) => here || there);
  }

  intersection(other: IntervalUnion): IntervalUnion {
    return this.#combine(other, (here, there) => here && there);
  }

  difference(other: IntervalUnion): IntervalUnion {
    return this.#combine(other, (here, there) => here && !there);
  }

  /** All real numbers that are not in it. */
  complement(): IntervalUnion {
    return REALS.difference(this);
  }

  isEmpty(): boolean {
    return this.#cuts.length === 0;
  }

  isSubsetOf(other: IntervalUnion): boolean {
    return this.difference(other).isEmpty();
  }

  equals(other: IntervalUnion): boolean {
    return this.#combine(other, (here, there) => here !== there).isEmpty();
  }

  toTeX(): string {
    return this.isEmpty() ? '\\varnothing' : this.intervals.map(intervalTeX).join(' \\cup ');
  }

  /** As in `(-inf, 2] U {3}`; the empty set is `{}`. */
  toString(): string {
    return this.isEmpty() ? '{}' : this.intervals.map(intervalText).join(' U ');
  }

  toSpeech(): string {
    return this.isEmpty() ? 'the empty set' : this.intervals.map(intervalSpeech).join(', together with ');
  }

  /** Plain data; `IntervalUnion.of(...data)` builds it again. */
  toJSON(): IntervalLike[] {
    return this.intervals.map(([opening, low, high, closing]) => [opening, `${low}`, `${high}`, closing]);
  }

  /** Sweeps over the cuts of both and keeps those where membership changes. */
  #combine(other: IntervalUnion, keep: (here: boolean, there: boolean) => boolean): IntervalUnion {
    const cuts: Cut[] = [];
    let [i, j] = [0, 0];
    for (;;) {
      const [own, theirs] = [this.#cuts[i], other.#cuts[j]];
      const order = own && theirs ? compareCuts(own, theirs) : own ? -1 : 1;
      const next = order <= 0 ? own : theirs;
      if (!next) return new IntervalUnion(cuts);
      if (order <= 0) i++;
      if (order >= 0) j++;
      if (keep(i % 2 === 1, j % 2 === 1) !== (cuts.length % 2 === 1)) cuts.push(next);
    }
  }
}

export const REALS = IntervalUnion.of(['(', '-inf', 'inf', ')']);

/** `interval('[', 2, 'inf', ')')`. Throws where `toInterval` does. */
export function interval(...parts: IntervalLike): IntervalUnion {
  return IntervalUnion.of(parts);
}

function cutsOf(parts: IntervalLike): Cut[] {
  const [opening, low, high, closing] = toInterval(parts);
  return [
    { at: low, after: opening === '(' },
    { at: high, after: closing === ']' },
  ];
}

function compareCuts(a: Cut, b: Cut): number {
  return compareEnds(a.at, b.at) || Number(a.after) - Number(b.after);
}
