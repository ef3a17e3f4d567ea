// Exact vectors over the rationals, shown as columns.
import { gcd, lcm } from './integer.ts';
import type { Printable } from './printable.ts';
import { ONE, Rational, type RationalLike, rational, sum, ZERO } from './rational.ts';

export class Vector implements Printable {
  readonly entries: readonly Rational[];

  private constructor(entries: readonly Rational[]) {
    this.entries = entries;
  }

  static of(...entries: RationalLike[]): Vector {
    return vector(entries);
  }

  /** Throws where there is no entry. */
  static from(entries: readonly RationalLike[]): Vector {
    if (entries.length === 0) throw new RangeError('a vector needs at least one entry');
    return new Vector(entries.map(Rational.from));
  }

  static zero(length: number): Vector {
    return vector(Array.from({ length }, () => ZERO));
  }

  /** The standard basis vector with a 1 at position i, counted from 0. */
  static unit(length: number, i: number): Vector {
    return vector(Array.from({ length }, (_, j) => (i === j ? 1 : 0)));
  }

  get length(): number {
    return this.entries.length;
  }

  /** Entry i, counted from 0. Throws outside. */
  at(i: number): Rational {
    const entry = this.entries[i];
    if (entry === undefined) throw new RangeError(`no entry ${i} in a vector of ${this.length}`);
    return entry;
  }

  /** Throws where the lengths differ, as do minus and dot. */
  plus(other: Vector): Vector {
    this.#requireLengthOf(other);
    return new Vector(this.entries.map((entry, i) => entry.plus(other.at(i))));
  }

  minus(other: Vector): Vector {
    this.#requireLengthOf(other);
    return new Vector(this.entries.map((entry, i) => entry.minus(other.at(i))));
  }

  times(scalar: RationalLike): Vector {
    const factor = Rational.from(scalar);
    return new Vector(this.entries.map(entry => entry.times(factor)));
  }

  negated(): Vector {
    return new Vector(this.entries.map(entry => entry.negated()));
  }

  dot(other: Vector): Rational {
    this.#requireLengthOf(other);
    return dot(this.entries, other.entries);
  }

  normSquared(): Rational {
    return this.dot(this);
  }

  /** Vectors of another length are different, not an error. */
  equals(other: Vector): boolean {
    return this.length === other.length && this.entries.every((entry, i) => entry.equals(other.at(i)));
  }

  isZero(): boolean {
    return this.entries.every(entry => entry.isZero());
  }

  /** Whether one is a nonzero multiple of the other, with either sign; the zero vector is so only to itself. */
  isParallelTo(other: Vector): boolean {
    if (this.length !== other.length) return false;
    const pivot = this.entries.findIndex(entry => !entry.isZero());
    if (pivot < 0) return other.isZero();
    const [own, theirs] = [this.at(pivot), other.at(pivot)];
    return !theirs.isZero() && this.entries.every((entry, i) => entry.times(theirs).equals(other.at(i).times(own)));
  }

  map(change: (entry: Rational, i: number) => RationalLike): Vector {
    return new Vector(this.entries.map((entry, i) => Rational.from(change(entry, i))));
  }

  toTeX(): string {
    return `\\begin{pmatrix}${this.entries.map(entry => entry.toTeX()).join(' \\\\ ')}\\end{pmatrix}`;
  }

  toString(): string {
    return `(${this.entries.join(', ')})`;
  }

  toSpeech(): string {
    return `the vector ${this.entries.map(entry => entry.toSpeech()).join(', ')}`;
  }

  /** The entries as strings; `vector` builds it again. */
  toJSON(): string[] {
    return this.entries.map(String);
  }

  #requireLengthOf(other: Vector): void {
    if (this.length !== other.length) throw new RangeError(`vectors of ${this.length} and ${other.length} entries`);
  }
}

/** `vector([1, '3/4'])`. Throws where there is no entry. */
export function vector(entries: readonly RationalLike[]): Vector {
  return Vector.from(entries);
}

/** In proportion to the weights, with the sum 1. Throws where they add up to 0. */
export function normalised(weights: readonly RationalLike[]): Vector {
  return vector(weights).times(ONE.over(sum(weights)));
}

/** The sum of products, entry by entry; both lists have the same length. */
export function dot(a: readonly Rational[], b: readonly Rational[]): Rational {
  return a.reduce((total, entry, i) => total.plus(entry.times(b[i] ?? ZERO)), ZERO);
}

/** The vector in the same direction with coprime integer entries; the zero vector stays as it is. */
export function primitive(direction: Vector): Vector {
  if (direction.isZero()) return direction;
  const scale = direction.entries.reduce((common, entry) => lcm(common, entry.denominator), 1n);
  const content = direction.entries.reduce((common, entry) => gcd(common, entry.times(scale).numerator), 0n);
  return direction.times(rational(scale, content));
}
