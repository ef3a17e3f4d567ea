// Decides whether two expressions mean the same: equal values wherever both have one, on domains that differ by a null set only.
// First the trees, then two points that tell most that differ, then exact values, forms and images in a finite field, then seeded
// points in doubles with error bounds, then the doubtful points in many digits; where one side alone is real, by principal complex values.

import type { Rational } from '../rational.ts';
import { compareAtPoints, differAtOnce, type Equivalence } from './comparison.ts';
import { derivative } from './derivative.ts';
import { Traits } from './domain.ts';
import { evaluateExact } from './evaluate-exact.ts';
import { sameResidues } from './finite-field.ts';
import { Kernels } from './kernels.ts';
import type { MultiPolynomial } from './multi-polynomial.ts';
import { normalForm } from './normal-form.ts';
import type { RationalFunction } from './rational-function.ts';
import { type Coordinates, type Domain, landmarksOf } from './sample-points.ts';
import { sameAtTellingPoint } from './telling-point.ts';
import { childrenOf, type Expression } from './tree.ts';

export type { Equivalence } from './comparison.ts';

export interface EquivalenceOptions {
  /** Open interval of a variable; null is without end. All reals where nothing is said. */
  readonly domains?: Readonly<Record<string, Domain>>;
  /** Names that stand for integers, beside those that occur in factorials. */
  readonly integers?: readonly string[];
  /** The variable of integration, where a constant may be added. */
  readonly upToConstant?: string;
}

/** Deterministic; never throws; bounded in time by the bounds of the parser. */
export function equivalent(a: Expression, b: Expression, options: EquivalenceOptions = {}): Equivalence {
  if (options.upToConstant !== undefined) return equalDerivatives(a, b, options.upToConstant, options);
  if (sameTree(a, b)) return { equal: true, how: 'structure' };
  const place = new Place([a, b], options);
  if (differAtOnce(a, b, place)) return { equal: false, how: 'sampled' };
  if (place.hasInfinity) return { equal: withInfinity(a) === withInfinity(b), how: 'exact' };
  const same = sameExactly(a, b, place.names);
  if (same === false) return { equal: false, how: 'exact' };
  if (same && place.isTotal) return { equal: true, how: 'exact' };
  const found = compareAtPoints(a, b, place, same === true);
  return found.how === 'sampled' && same ? { equal: found.equal, how: 'exact' } : found;
}

/** The same node for node; how a number was written does not count. */
export function sameTree(a: Expression, b: Expression): boolean {
  if (a === b) return true;
  if (a.kind === 'number') return b.kind === 'number' && a.value.equals(b.value);
  if (a.kind === 'constant' || a.kind === 'variable') return b.kind === a.kind && a.name === b.name;
  if (a.kind !== b.kind || (a.kind === 'call' && b.kind === 'call' && a.name !== b.name)) return false;
  const [x, y] = [childrenOf(a), childrenOf(b)];
  return x.length === y.length && x.every((child, i) => sameTree(child, y[i] ?? child));
}

/** Whether the values are the same wherever both sides have one; undefined where that is not seen. */
function sameExactly(a: Expression, b: Expression, names: readonly string[]): boolean | undefined {
  return sameAtTellingPoint(a, b, names) ?? sameForms(a, b) ?? sameResidues(a, b, names);
}

/** Unequal forms say nothing where functions occur in them. */
function sameForms(a: Expression, b: Expression): boolean | undefined {
  const kernels = new Kernels();
  const x = normalForm(a, kernels);
  const y = x && normalForm(b, kernels);
  const difference = x && y && kernels.difference(x, y);
  if (!x || !y || !difference) return undefined;
  if (difference.isZero()) return true;
  return kernels.hasFunctions && !isOffByConstant(x, y, difference) ? undefined : false;
}

/** a + 1 and a differ wherever they have a value, whatever functions occur in a. */
function isOffByConstant(x: RationalFunction, y: RationalFunction, difference: MultiPolynomial): boolean {
  if (!x.denominator.equals(y.denominator)) return false;
  const ratio = difference.leading().over(x.denominator.leading());
  return difference.equals(x.denominator.scaled(ratio));
}

/** What is seen of both trees, and where they are compared. */
class Place extends Traits implements Coordinates {
  readonly domains: Readonly<Record<string, Domain>>;
  private readonly trees: readonly Expression[];
  private found: readonly Rational[] | undefined;

  constructor(trees: readonly Expression[], { domains = NO_DOMAINS, integers = [] }: EquivalenceOptions) {
    super(trees);
    this.trees = trees;
    this.domains = domains;
    for (const name of integers) this.integers.add(name);
  }

  /** Not needed where the first points tell. */
  get landmarks(): readonly Rational[] {
    this.found ??= landmarksOf(this.trees);
    return this.found;
  }
}

const NO_DOMAINS = {};

/** ±∞ and what is plainly computed from it; a function of it says nothing. */
function withInfinity(e: Expression): number {
  switch (e.kind) {
    case 'constant':
      return e.name === 'infinity' ? Number.POSITIVE_INFINITY : Number.NaN;
    case 'negate':
      return -withInfinity(e.operand);
    case 'add':
      return e.terms.reduce((total, term) => total + withInfinity(term), 0);
    case 'multiply':
      return e.factors.reduce((product, factor) => product * withInfinity(factor), 1);
    case 'divide':
      return withInfinity(e.numerator) / withInfinity(e.denominator);
    default:
      return evaluateExact(e)?.toNumber() ?? Number.NaN;
  }
}

/** Antiderivatives of the same function; on each piece of the domain the constant may be another. */
function equalDerivatives(a: Expression, b: Expression, variable: string, options: EquivalenceOptions): Equivalence {
  const { upToConstant: _, ...rest } = options;
  try {
    return equivalent(derivative(a, variable), derivative(b, variable), rest);
  } catch (error) {
    if (error instanceof RangeError) return { equal: false, how: 'undecided' };
    throw error;
  }
}
