// Compares the values of two expressions at the points of one sequence: doubles with error bounds first, 70 digits where they
// cannot decide and to confirm.
import type { Rational } from '../rational.ts';
import { measure } from './measure.ts';
import { isKnown, isUndefined, type Measured, measuredRational } from './measured.ts';
import { evaluatePrecise, type Precise } from './precise.ts';
import type { Real } from './real.ts';
import { type Coordinates, samplePoint } from './sample-points.ts';
import type { Expression } from './tree.ts';

export interface Equivalence {
  readonly equal: boolean;
  /**
   * What decided: the same tree; exact forms; values at seeded points; the domains, where all common values agree but one has
   * values on an open set where the other has none; or nothing, where too few points have values.
   */
  readonly how: 'structure' | 'exact' | 'sampled' | 'domain' | 'undecided';
}

/** What one point says. `void`: neither has a value; `domain`: only one has; `unsure`: more digits are needed. */
type Finding = 'agree' | 'differ' | 'domain' | 'void' | 'unsure';

const LEAST_POINTS = 20;
const MOST_POINTS = 96;
const ENOUGH = 12;
const CONFIRMATIONS = 3;
const MOST_PRECISE = 16;

/** With `valuesKnown` only the domains are compared: the values are known to agree wherever both exist. */
export function compareAtPoints(a: Expression, b: Expression, coordinates: Coordinates, valuesKnown: boolean): Equivalence {
  const survey = surveyed(a, b, coordinates);
  if (survey.differ && !valuesKnown) return { equal: false, how: 'sampled' };
  const precise =
    valuesKnown && survey.agreeing.length > 0
      ? { agree: ENOUGH, differ: false, domain: false }
      : confirmed(a, b, coordinates, survey);
  if (precise.differ && !valuesKnown) return { equal: false, how: 'sampled' };
  const isLenient = coordinates.integers.size > 0;
  const needed = coordinates.names.length === 0 ? 1 : CONFIRMATIONS;
  if (precise.agree < needed) return { equal: false, how: survey.domain || precise.domain ? 'domain' : 'undecided' };
  return (survey.domain || precise.domain) && !isLenient ? { equal: false, how: 'domain' } : { equal: true, how: 'sampled' };
}

interface Agreement {
  readonly index: number;
  /** Of the values that agree there. */
  readonly size: number;
}

interface Survey {
  readonly agreeing: readonly Agreement[];
  readonly unsure: readonly number[];
  readonly differ: boolean;
  readonly domain: boolean;
}

/** Goes on beyond the usual number of points while too few of them have values. */
function surveyed(a: Expression, b: Expression, coordinates: Coordinates): Survey {
  const [agreeing, unsure]: [Agreement[], number[]] = [[], []];
  let domain = false;
  const isConstant = coordinates.names.length === 0;
  const most = isConstant ? 1 : MOST_POINTS;
  for (let index = 0; index < most && (index < LEAST_POINTS || agreeing.length + unsure.length < ENOUGH); index++) {
    const point = new Map([...samplePoint(coordinates, index)].map(([name, value]) => [name, measuredRational(value)]));
    const [x, y] = [measure(a, point), measure(b, point)];
    const finding = compareDoubles(x, y);
    if (finding === 'differ') return { agreeing, unsure, differ: true, domain };
    if (finding === 'agree') agreeing.push({ index, size: Math.abs(x.value) });
    if (finding === 'unsure') unsure.push(index);
    domain ||= finding === 'domain';
  }
  return { agreeing, unsure, differ: false, domain };
}

const TIGHT = 1e-9;

function compareDoubles(x: Measured, y: Measured): Finding {
  const [noX, noY] = [isUndefined(x), isUndefined(y)];
  if (noX && noY) return 'void';
  if (!isKnown(x) || !isKnown(y)) return 'unsure';
  if (noX || noY) return 'domain';
  const error = x.error + y.error;
  if (Math.abs(x.value - y.value) > error) return 'differ';
  return error <= TIGHT * Math.max(Math.abs(x.value), Math.abs(y.value)) ? 'agree' : 'unsure';
}

/** Small values show what was added, the largest one what was multiplied. */
function telling(agreeing: readonly Agreement[]): number[] {
  const ordered = [...agreeing].sort((p, q) => p.size - q.size || p.index - q.index).map(({ index }) => index);
  return [...new Set([...ordered.slice(0, CONFIRMATIONS - 1), ...ordered.slice(-1)])];
}

/** A few sure points, to see beyond the sixteenth digit, and the doubtful ones. */
function confirmed(
  a: Expression,
  b: Expression,
  coordinates: Coordinates,
  survey: Survey,
): { agree: number; differ: boolean; domain: boolean } {
  const doubtful = survey.unsure.slice(0, MOST_PRECISE - CONFIRMATIONS);
  let [agree, domain] = [0, false];
  for (const index of [...telling(survey.agreeing), ...doubtful]) {
    const point = samplePoint(coordinates, index);
    const finding = comparePrecise(a, b, point);
    if (finding === 'differ') return { agree, differ: true, domain };
    if (finding === 'agree') agree++;
    domain ||= finding === 'domain';
  }
  return { agree, differ: false, domain };
}

function comparePrecise(a: Expression, b: Expression, point: ReadonlyMap<string, Rational>): Finding {
  const [x, y] = [evaluatePrecise(a, point), evaluatePrecise(b, point)];
  if (x === 'none' && y === 'none') return 'void';
  if (x === 'beyond' || y === 'beyond') return 'unsure';
  if (isNone(x) || isNone(y)) return 'domain';
  return compareReals(x, y);
}

function isNone(x: Precise): x is 'none' {
  return x === 'none';
}

/** Bits to which values must be known to be called equal: relative to their size, absolute where both may be zero. */
const RELATIVE = 80;
const ABSOLUTE = 100;

function compareReals(x: Real, y: Real): Finding {
  const difference = x.minus(y);
  if (difference.sign() !== 0) return 'differ';
  const areZero = x.sign() === 0 && y.sign() === 0;
  const bound = areZero ? -ABSOLUTE : Math.max(x.magnitude(), y.magnitude()) - RELATIVE;
  return difference.uncertainty() <= bound ? 'agree' : 'unsure';
}
