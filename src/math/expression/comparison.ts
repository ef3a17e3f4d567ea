// Compares two expressions at the points of one sequence: doubles with error bounds first, many digits where they cannot decide
// and to confirm.
import { complexFinding, type Finding, preciseFinding, roughFinding } from './finding.ts';
import { MORE_BITS } from './real.ts';
import { type Coordinates, samplePoint } from './sample-points.ts';
import { variablesOf } from './substitute.ts';
import { type Expression, effortOf } from './tree.ts';

export interface Equivalence {
  readonly equal: boolean;
  /**
   * What decided: the same tree; exact forms; real values at seeded points; principal complex values, too, where one side alone
   * is real; the domains, where all common values agree but one side is real on an open set where the other has another value
   * or none; or nothing, where too few points have values.
   */
  readonly how: 'structure' | 'exact' | 'sampled' | 'complex' | 'domain' | 'undecided';
}

const LEAST_POINTS = 20;
const MOST_POINTS = 96;
const ENOUGH = 12;
const CONFIRMATIONS = 3;
const MOST_PRECISE = 16;

/** The first of both signs, and the first above zero. */
const FIRST_POINTS = [1, 0];

/** Whether real values certainly differ at once, as they do for most pairs that differ; what doubles can't tell is left to others. */
export function differAtOnce(a: Expression, b: Expression, coordinates: Coordinates): boolean {
  for (const index of FIRST_POINTS) {
    const { finding } = roughFinding(a, b, samplePoint(coordinates, index));
    if (finding === 'differ' || finding === 'agree') return finding === 'differ';
  }
  return false;
}

/** With `valuesKnown` only the domains are compared: real values are known to agree wherever both exist. */
export function compareAtPoints(a: Expression, b: Expression, coordinates: Coordinates, valuesKnown: boolean): Equivalence {
  const pair = { a, b, coordinates };
  const survey = surveyed(pair);
  if (survey.differ && !valuesKnown) return { equal: false, how: 'sampled' };
  if (survey.domain && !ignoresDomains(pair)) return { equal: false, how: 'domain' };
  const count = confirmed(pair, survey, valuesKnown);
  if (count.differ && !valuesKnown) return { equal: false, how: 'sampled' };
  const isReal = survey.agreeing.length > 0 || count.agree > 0;
  const seen = isReal ? count : besideTheReals(pair, survey, count);
  const needed = coordinates.names.length === 0 ? 1 : CONFIRMATIONS;
  if (seen.differ && !isReal) return { equal: false, how: 'complex' };
  if (seen.domain && !ignoresDomains(pair)) return { equal: false, how: 'domain' };
  if (seen.agree + seen.complex < needed) return { equal: false, how: seen.domain ? 'domain' : 'undecided' };
  return { equal: true, how: seen.complex > 0 ? 'complex' : 'sampled' };
}

interface Pair {
  readonly a: Expression;
  readonly b: Expression;
  readonly coordinates: Coordinates;
}

/** Integers leave gaps everywhere; and two sides without a common letter are only equal as constants, wherever both have a value. */
function ignoresDomains({ a, b, coordinates }: Pair): boolean {
  const names = variablesOf(a);
  return coordinates.integers.size > 0 || !variablesOf(b).some(name => names.includes(name));
}

interface Agreement {
  readonly index: number;
  /** Of the values that agree there. */
  readonly size: number;
}

interface Survey {
  readonly agreeing: readonly Agreement[];
  readonly complex: readonly number[];
  readonly unsure: readonly number[];
  readonly voids: readonly number[];
  readonly differ: boolean;
  readonly domain: boolean;
}

/** Goes on beyond the usual number of points while too few of them have values, and no other domain has settled it. */
function surveyed(pair: Pair): Survey {
  const [agreeing, complex, unsure, voids]: [Agreement[], number[], number[], number[]] = [[], [], [], []];
  let domain = false;
  const most = pair.coordinates.names.length === 0 ? 1 : MOST_POINTS;
  const known = () => agreeing.length + unsure.length + (agreeing.length < CONFIRMATIONS ? 0 : complex.length);
  const isOpen = () => (!domain || ignoresDomains(pair)) && (known() < ENOUGH || isFlat(agreeing));
  for (let index = 0; index < most && (index < LEAST_POINTS || isOpen()); index++) {
    const { finding, size } = roughFinding(pair.a, pair.b, samplePoint(pair.coordinates, index));
    if (finding === 'differ') return { agreeing, complex, unsure, voids, differ: true, domain };
    if (finding === 'agree') agreeing.push({ index, size });
    else if (finding === 'complex') complex.push(index);
    else if (finding === 'unsure') unsure.push(index);
    else if (finding === 'void') voids.push(index);
    else domain = true;
  }
  return { agreeing, complex, unsure, voids, differ: false, domain };
}

/** Whether hardly any values differ in size in single precision, as those of a sign or of tanh 99x: few points then say little. */
function isFlat(agreeing: readonly Agreement[]): boolean {
  const { size } = new Set(agreeing.map(agreement => Math.fround(agreement.size)));
  return size === 1 || size === 2;
}

const MOST_TELLING = 24;

/** Small values show what was added, the largest one what was multiplied. */
function telling(agreeing: readonly Agreement[], isConstant: boolean): number[] {
  if (!isConstant && isFlat(agreeing)) return agreeing.slice(0, MOST_TELLING).map(({ index }) => index);
  const ordered = [...agreeing].sort((p, q) => p.size - q.size || p.index - q.index).map(({ index }) => index);
  return [...new Set([...ordered.slice(0, CONFIRMATIONS - 1), ...ordered.slice(-1)])];
}

interface Count {
  readonly agree: number;
  readonly complex: number;
  readonly differ: boolean;
  readonly domain: boolean;
}

/** A few sure points, to see beyond the sixteenth digit, and the doubtful ones. */
function confirmed(pair: Pair, survey: Survey, valuesKnown: boolean): Count {
  const isSettled = valuesKnown && survey.agreeing.length > 0;
  const doubtful = survey.unsure.slice(0, isSettled || survey.domain ? CONFIRMATIONS : MOST_PRECISE - CONFIRMATIONS);
  const indices = isSettled
    ? doubtful
    : [...telling(survey.agreeing, pair.coordinates.names.length === 0), ...survey.complex.slice(0, 2), ...doubtful];
  const sizes = new Map(survey.agreeing.map(({ index, size }) => [index, size]));
  let [agree, complex, domains] = [isSettled ? ENOUGH : 0, isSettled ? survey.complex.length : 0, 0];
  for (const index of indices.slice(0, affordable(pair))) {
    const finding = resolved(pair, index, sizes.get(index) ?? 0);
    if (finding === 'differ') return { agree, complex, differ: true, domain: survey.domain };
    if (finding === 'agree') agree++;
    if (finding === 'complex') complex++;
    if (finding === 'domain') domains++;
  }
  // A few points where a divisor is only too small to be told from zero, as in 1/σ(−2000), make no difference of domains.
  return { agree, complex, differ: false, domain: survey.domain || domains > agree + survey.agreeing.length };
}

const EFFORT = 600;

/** How many points are worth many digits: fewer for large trees, and for functions inside functions. */
function affordable({ a, b }: Pair): number {
  return Math.max(CONFIRMATIONS + 1, Math.floor(EFFORT / (effortOf(a) + effortOf(b))));
}

/** Above this size a summand of ordinary size is beyond the usual digits. */
const HUGE = 2 ** 100;

/** In as many digits as it takes. */
function resolved({ a, b, coordinates }: Pair, index: number, size: number): Finding {
  const point = samplePoint(coordinates, index);
  const finding = preciseFinding(a, b, point);
  if (finding !== 'unsure' && !(finding === 'agree' && size > HUGE)) return finding;
  const closer = preciseFinding(a, b, point, MORE_BITS);
  return closer === 'unsure' ? finding : closer;
}

const MOST_BESIDE = 5;

/** Where neither side is real at any point that was tried. */
function besideTheReals({ a, b, coordinates }: Pair, { voids }: Survey, count: Count): Count {
  let [complex, domain] = [count.complex, count.domain];
  for (const index of voids.slice(0, MOST_BESIDE)) {
    const finding = complexFinding(a, b, samplePoint(coordinates, index));
    if (finding === 'differ') return { ...count, complex, domain, differ: true };
    if (finding === 'complex') complex++;
    domain ||= finding === 'domain';
  }
  return { ...count, complex, domain };
}
