// Values for the variables of an expression, by name.
import type { Rational } from '../rational.ts';

/** Doubles by name, in either form. */
export type Point = ReadonlyMap<string, number> | Readonly<Record<string, number>>;
/** Rationals by name, in either form. */
export type ExactPoint = ReadonlyMap<string, Rational> | Readonly<Record<string, Rational>>;

/** A point's value for a name, in either form of point. */
export function coordinate<T>(point: ReadonlyMap<string, T> | Readonly<Record<string, T>>, name: string): T | undefined {
  if (point instanceof Map) return point.get(name);
  return Object.hasOwn(point, name) ? (point as Readonly<Record<string, T>>)[name] : undefined;
}
