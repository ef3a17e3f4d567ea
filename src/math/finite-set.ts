// Finite sets of numbers, words, tuples and sets, without repeats and in one order.
import type { Printable } from './printable.ts';
import { Rational, type RationalLike } from './rational.ts';
import {
  compareElements,
  type ElementJSON,
  type ElementSet,
  elementJSON,
  elementSpeech,
  elementTeX,
  elementText,
  type SetElement,
} from './set-element.ts';

/** Strings that are numbers become numbers, so that `given` may hold "3/4"; other strings are words, arrays are tuples. */
export type SetElementLike = RationalLike | ElementSet | { readonly set: readonly SetElementLike[] } | readonly SetElementLike[];

const NUMBER = /^[+-]?\d+(?:[/.]\d+)?$/;
const WORD = /^[\p{L}\p{N}_](?:[\p{L}\p{N} _'-]*[\p{L}\p{N}_'])?$/u;
const LARGEST_POWER_SET = 12;

export class FiniteSet implements Printable, ElementSet {
  /** Numbers ascending, then words, tuples and sets. */
  readonly elements: readonly SetElement[];
  readonly #texts: ReadonlySet<string>;

  private constructor(elements: readonly SetElement[]) {
    const byText = new Map(elements.map(element => [elementText(element), element]));
    this.elements = [...byText.values()].sort(compareElements);
    this.#texts = new Set(byText.keys());
  }

  /** Repeats count once. Throws on an element that could not be read back, see `toElement`. */
  static of(...elements: SetElementLike[]): FiniteSet {
    return finiteSet(elements);
  }

  static from(elements: readonly SetElementLike[]): FiniteSet {
    return new FiniteSet(elements.map(toElement));
  }

  get size(): number {
    return this.elements.length;
  }

  has(element: SetElementLike): boolean {
    return this.#texts.has(elementText(toElement(element)));
  }

  union(other: FiniteSet): FiniteSet {
    return new FiniteSet([...this.elements, ...other.elements]);
  }

  intersection(other: FiniteSet): FiniteSet {
    return this.filter(element => other.has(element));
  }

  difference(other: FiniteSet): FiniteSet {
    return this.filter(element => !other.has(element));
  }

  symmetricDifference(other: FiniteSet): FiniteSet {
    return this.difference(other).union(other.difference(this));
  }

  /** Throws unless this is a subset of the universe. */
  complementIn(universe: FiniteSet): FiniteSet {
    if (!this.isSubsetOf(universe)) throw new RangeError(`${this} is no subset of ${universe}`);
    return universe.difference(this);
  }

  filter(keep: (element: SetElement) => boolean): FiniteSet {
    return new FiniteSet(this.elements.filter(keep));
  }

  isSubsetOf(other: FiniteSet): boolean {
    return this.size <= other.size && this.elements.every(element => other.has(element));
  }

  isDisjointFrom(other: FiniteSet): boolean {
    return !this.elements.some(element => other.has(element));
  }

  equals(other: FiniteSet): boolean {
    return this.size === other.size && this.isSubsetOf(other);
  }

  isEmpty(): boolean {
    return this.size === 0;
  }

  /** The Cartesian product: all pairs, this set's element first. */
  product(other: FiniteSet): FiniteSet {
    return new FiniteSet(this.elements.flatMap(first => other.elements.map(second => [first, second])));
  }

  /** The set of all subsets. Throws above 12 elements. */
  powerSet(): FiniteSet {
    if (this.size > LARGEST_POWER_SET) throw new RangeError(`the power set of ${this.size} elements is too large`);
    let subsets: SetElement[][] = [[]];
    for (const element of this.elements) subsets = subsets.flatMap(subset => [subset, [...subset, element]]);
    return new FiniteSet(subsets.map(subset => new FiniteSet(subset)));
  }

  toTeX(): string {
    return this.isEmpty() ? '\\varnothing' : `\\{${this.elements.map(elementTeX).join(', ')}\\}`;
  }

  toString(): string {
    return `{${this.elements.map(elementText).join(', ')}}`;
  }

  toSpeech(): string {
    return this.isEmpty() ? 'the empty set' : `the set of ${this.elements.map(elementSpeech).join(', ')}`;
  }

  /** Plain data; `finiteSet` builds the set again. */
  toJSON(): readonly ElementJSON[] {
    return this.elements.map(elementJSON);
  }
}

/** `finiteSet([1, '1/2', 'red', [1, 'a']])`. */
export function finiteSet(elements: readonly SetElementLike[]): FiniteSet {
  return FiniteSet.from(elements);
}

/** Whether the parts are nonempty, pairwise disjoint and together the whole. */
export function isPartition(parts: readonly FiniteSet[], whole: FiniteSet): boolean {
  const sizes = parts.reduce((total, part) => total + part.size, 0);
  const union = parts.reduce((joined, part) => joined.union(part), finiteSet([]));
  return sizes === whole.size && union.equals(whole) && !parts.some(part => part.isEmpty());
}

/** Throws on an empty tuple and on a word with other signs than letters, digits, blanks, `_`, `-` and `'`. */
export function toElement(value: SetElementLike): SetElement {
  if (typeof value === 'string') return NUMBER.test(value) ? Rational.from(value) : requireWord(value);
  if (typeof value === 'number' || typeof value === 'bigint') return Rational.from(value);
  if ('set' in value) return finiteSet(value.set);
  return value instanceof Rational || 'elements' in value ? value : toTuple(value);
}

function toTuple(values: readonly SetElementLike[]): readonly SetElement[] {
  if (values.length === 0) throw new RangeError('an empty tuple in a set');
  return values.map(toElement);
}

function requireWord(word: string): string {
  if (!WORD.test(word)) throw new RangeError(`not a word for a set: "${word}"`);
  return word;
}
