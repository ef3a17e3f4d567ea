// What reading something from outside gives: the value, or why not in words. And readers with a closed schema.

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly says: string };

export const good = <T>(value: T): Checked<T> => ({ ok: true, value });
export const bad = (says: string): { readonly ok: false; readonly says: string } => ({ ok: false, says });

/** Plain JSON. The exercise room has the same type: neither room may know the other, and their values fit. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Gives a fresh, checked copy, or undefined where the value is not of this shape. Never throws. */
export type Reader<T> = (value: unknown) => T | undefined;

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** A string of at most `longest` UTF-16 units that fits the pattern as a whole. */
export const text =
  (longest: number, pattern = /^/): Reader<string> =>
  value =>
    typeof value === 'string' && value.length <= longest && pattern.test(value) ? value : undefined;

/** A whole number; one outside of the range is refused. */
export const whole =
  (least: number, most: number): Reader<number> =>
  value =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most ? value + 0 : undefined;

/** A finite number; one outside of the range is brought to its nearer end. */
export const clamped =
  (least: number, most: number): Reader<number> =>
  value =>
    typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : undefined;

export const truth: Reader<boolean> = value => (typeof value === 'boolean' ? value : undefined);

export const oneOf =
  <T extends string | number>(list: readonly T[]): Reader<T> =>
  value =>
    list.find(item => item === value);

/** An array of at most `longest` items, each read by `item`. */
export const list =
  <T>(item: Reader<T>, longest: number): Reader<readonly T[]> =>
  value => {
    if (!Array.isArray(value) || value.length > longest) return undefined;
    const items: T[] = [];
    for (const each of value) {
      const read = item(each);
      if (read === undefined) return undefined;
      items.push(read);
    }
    return items;
  };

type Shape = { readonly [key: string]: Reader<unknown> };
type Fields<S extends Shape> = { readonly [K in keyof S]: S[K] extends Reader<infer T> ? T : never };

/** An object with exactly these keys, all of them. */
export const fields =
  <S extends Shape>(shape: S): Reader<Fields<S>> =>
  value => {
    if (!isPlainObject(value) || Object.keys(value).length !== Object.keys(shape).length) return undefined;
    const entries: [string, unknown][] = [];
    for (const [key, reader] of Object.entries(shape)) {
      const read = Object.hasOwn(value, key) ? reader(value[key]) : undefined;
      if (read === undefined) return undefined;
      entries.push([key, read]);
    }
    return Object.fromEntries(entries) as Fields<S>;
  };

/** Null too. */
export const orNull =
  <T>(reader: Reader<T>): Reader<T | null> =>
  value =>
    value === null ? null : reader(value);

/** What an earlier version of the app did not write is filled in. */
export const since =
  <T>(missing: { readonly [key: string]: unknown }, reader: Reader<T>): Reader<T> =>
  value =>
    reader(typeof value === 'object' && value !== null ? { ...missing, ...value } : value);

/** An object of at most `most` keys that fit the pattern, each value read by `item`. */
export const dictionary =
  <T>(keyPattern: RegExp, item: Reader<T>, most: number): Reader<{ readonly [key: string]: T }> =>
  value => {
    if (!isPlainObject(value) || Object.keys(value).length > most) return undefined;
    const entries: [string, T][] = [];
    for (const [key, each] of Object.entries(value)) {
      const read = keyPattern.test(key) && !FORBIDDEN.has(key) ? item(each) : undefined;
      if (read === undefined) return undefined;
      entries.push([key, read]);
    }
    return Object.fromEntries(entries);
  };

/** Any JSON value, nested at most `depth` deep, with at most `most` items in one list or object. */
export const json =
  (depth: number, most = 10_000): Reader<Json> =>
  value => {
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
    if (depth <= 0) return undefined;
    const inner = json(depth - 1, most);
    return Array.isArray(value) ? list(inner, most)(value) : dictionary(/^/, inner, most)(value);
  };

const isPlainObject = (value: unknown): value is { readonly [key: string]: unknown } => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};
