// Derivatives from values alone in about 70 digits: second opinions on symbolic ones.
import { evaluatePrecise } from './expression/precise.ts';
import { Real } from './expression/real.ts';
import type { Expression } from './expression/tree.ts';
import { Rational, type RationalLike, ZERO } from './rational.ts';

/** Coordinates, or components of a direction, by the name of their variable; what is missing is 0 in a direction. */
export type Coordinates = Readonly<Record<string, RationalLike>>;

/** The steps are 1 over these. */
const SLOPE_SCALE = 10n ** 20n;
const BEND_SCALE = 10n ** 14n;

/** The value to about 70 digits; undefined outside the natural domain. */
export function preciseValue(e: Expression, point: Coordinates): Real | undefined {
  const value = evaluatePrecise(e, new Map(Object.entries(point).map(([name, x]) => [name, Rational.from(x)])));
  return typeof value === 'string' ? undefined : value;
}

/** d/dt e(point + t · direction) at t = 0 by the central quotient with step 10^-20: right to about 35 digits where e is smooth. */
export function preciseSlope(e: Expression, point: Coordinates, direction: Coordinates): Real | undefined {
  return combined(
    e,
    point,
    [
      [1, [direction]],
      [-1, [negative(direction)]],
    ],
    SLOPE_SCALE,
    Rational.ratio(SLOPE_SCALE, 2n),
  );
}

/** d²/dsdt e(point + s · first + t · second) by the four-point formula with step 10^-14: right to about 25 digits. */
export function preciseBend(e: Expression, point: Coordinates, first: Coordinates, second: Coordinates): Real | undefined {
  const [back, down] = [negative(first), negative(second)];
  const corners: Corner[] = [
    [1, [first, second]],
    [-1, [first, down]],
    [-1, [back, second]],
    [1, [back, down]],
  ];
  return combined(e, point, corners, BEND_SCALE, Rational.ratio(BEND_SCALE ** 2n, 4n));
}

/** Whether both are defined and equal up to `relative` of b, and of 1 where b is small. */
export function isNearPrecisely(a: Real | undefined, b: Real | undefined, relative = 1e-20): boolean {
  if (a === undefined || b === undefined) return false;
  return Math.abs(a.minus(b).toNumber()) <= relative * (1 + Math.abs(b.toNumber()));
}

type Corner = readonly [sign: 1 | -1, steps: readonly Coordinates[]];

/** Σ sign · e(point + steps/inverseStep) · scale. */
function combined(
  e: Expression,
  point: Coordinates,
  corners: readonly Corner[],
  inverseStep: bigint,
  scale: Rational,
): Real | undefined {
  let total: Real | undefined = Real.of(0n, 0);
  for (const [sign, steps] of corners) {
    const value = preciseValue(
      e,
      steps.reduce((place, step) => moved(place, step, inverseStep), point),
    );
    total = value && (sign > 0 ? total?.plus(value) : total?.minus(value));
    if (total === undefined) return undefined;
  }
  return total.times(Real.rational(scale));
}

function moved(point: Coordinates, direction: Coordinates, inverseStep: bigint): Coordinates {
  const entries = Object.entries(point).map(([name, x]) => [
    name,
    Rational.from(x).plus(Rational.from(direction[name] ?? ZERO).over(inverseStep)),
  ]);
  return Object.fromEntries(entries);
}

function negative(direction: Coordinates): Coordinates {
  return Object.fromEntries(Object.entries(direction).map(([name, x]) => [name, Rational.from(x).negated()]));
}
