// What sets and distributions are over: numbers, words, tuples and sets of them, with one order and one way of printing.
import type { Printable } from './printable.ts';
import { Rational } from './rational.ts';

/** A set that is itself an element; FiniteSet is the only one. */
export interface ElementSet extends Printable {
  readonly elements: readonly SetElement[];
  toJSON(): readonly ElementJSON[];
}

/** A string is a word such as `red` or `x_1`, never a number; an array is a tuple. */
export type SetElement = Rational | string | ElementSet | readonly SetElement[];

export type ElementJSON = string | readonly ElementJSON[] | { readonly set: readonly ElementJSON[] };

const SYMBOL = /^([A-Za-z])(?:_(\w+))?$/;

export function isTuple(element: SetElement): element is readonly SetElement[] {
  return Array.isArray(element);
}

/** Numbers ascending, then words by character code, then tuples, then sets; shorter ones first. 0 means equal. */
export function compareElements(a: SetElement, b: SetElement): number {
  if (a instanceof Rational && b instanceof Rational) return a.compare(b);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  const kinds = kindOf(a) - kindOf(b);
  return kinds !== 0 ? kinds : compareLists(membersOf(a), membersOf(b));
}

export function elementTeX(element: SetElement): string {
  if (typeof element === 'string') return wordTeX(element);
  return isTuple(element) ? `(${element.map(elementTeX).join(', ')})` : element.toTeX();
}

/** In the syntax that a learner types; equal elements have equal texts and only they. */
export function elementText(element: SetElement): string {
  return isTuple(element) ? `(${element.map(elementText).join(', ')})` : `${element}`;
}

export function elementSpeech(element: SetElement): string {
  if (typeof element === 'string') return element.replaceAll('_', ' ');
  if (!isTuple(element)) return element.toSpeech();
  const size = element.length === 2 ? 'pair' : element.length === 3 ? 'triple' : 'tuple';
  return `the ${size} ${element.map(elementSpeech).join(', ')}`;
}

/** Plain data: numbers and words as strings, tuples as lists, sets as `{ set: [...] }`. */
export function elementJSON(element: SetElement): ElementJSON {
  if (typeof element === 'string') return element;
  if (isTuple(element)) return element.map(elementJSON);
  return element instanceof Rational ? element.toJSON() : { set: element.toJSON() };
}

function wordTeX(word: string): string {
  const [, letter, index] = SYMBOL.exec(word) ?? [];
  if (letter === undefined) return `\\text{${word.replaceAll('_', '\\_')}}`;
  return index === undefined ? letter : `${letter}_{${index.replaceAll('_', '\\_')}}`;
}

function kindOf(element: SetElement): number {
  return element instanceof Rational ? 0 : typeof element === 'string' ? 1 : isTuple(element) ? 2 : 3;
}

function membersOf(element: SetElement): readonly SetElement[] {
  if (element instanceof Rational || typeof element === 'string') return [];
  return isTuple(element) ? element : element.elements;
}

function compareLists(a: readonly SetElement[], b: readonly SetElement[]): number {
  if (a.length !== b.length) return a.length - b.length;
  for (const [i, own] of a.entries()) {
    const other = b[i];
    const order = other === undefined ? 1 : compareElements(own, other);
    if (order !== 0) return order;
  }
  return 0;
}
