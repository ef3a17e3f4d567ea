// What figures hold: exact numbers and labels as text, so that a figure is plain JSON; authors hand in kit values.
import { printText } from '../../math/expression/print-text.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { Printable } from '../../math/printable.ts';
import { Rational, type RationalLike } from '../../math/rational.ts';
import { Vector } from '../../math/vector.ts';

/** A place in the plane, as exact numbers in text. */
export type Place = readonly [x: string, y: string];
/** A kit vector or a list of two numbers. */
export type PlaceLike = Vector | readonly RationalLike[];
/** What a label may show; `x_1`, `x^2` and `-3/4` are set as formulas. */
export type Shown = string | number | bigint | Printable | Expression;

const LONGEST_LABEL = 28;

/** The number as it was written. Throws on what is no rational. */
export function exact(value: RationalLike): string {
  Rational.from(value);
  return `${value}`.trim();
}

export function numberOf(text: string): number {
  return Rational.from(text).toNumber();
}

export function place(at: PlaceLike): Place {
  const [x, y, ...more] = at instanceof Vector ? at.entries : at;
  if (x === undefined || y === undefined || more.length > 0) throw new RangeError('a place in a figure has two coordinates');
  return [exact(x), exact(y)];
}

export function isPlace(value: object): value is PlaceLike {
  return value instanceof Vector || Array.isArray(value);
}

/** Throws where the label is longer than `most` signs. */
export function shown(value: Shown, most = LONGEST_LABEL): string {
  const text = typeof value === 'object' && 'kind' in value ? printText(value) : String(value);
  const length = [...text].length;
  if (length > most) throw new RangeError(`"${text}" is too long for a figure: at most ${most} signs`);
  return text;
}

/** An author's mistake in a figure. */
export function must(holds: boolean, says: string): void {
  if (!holds) throw new RangeError(says);
}

export function requireDistinct(names: readonly string[], what: string): void {
  must(new Set(names).size === names.length && !names.includes(''), `each ${what} in a figure needs a name of its own`);
}

/** The least of 1, 2, 5, 10, … with at most `most` steps in the length, as text; below 1 as a decimal. */
export function niceStep(length: number, most: number): string {
  for (const power of [-3, -2, -1, 0, 1, 2, 3, 4, 5]) {
    for (const digit of [1, 2, 5]) {
      const text = power < 0 ? `0.${'0'.repeat(-power - 1)}${digit}` : `${digit}${'0'.repeat(power)}`;
      if (length <= most * Number(text) * 1.0001) return text;
    }
  }
  throw new RangeError(`no steps for a length of ${length}`);
}

/** Only what is there: fields that are undefined are left out, so that a figure is the same before and after JSON. */
export function filled<T extends object>(fields: T): Filled<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Filled<T>;
}

type Filled<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
