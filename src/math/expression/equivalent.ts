// Decides whether two expressions mean the same: equal values wherever both have one, on domains that differ by a null set only.
// First the trees, then two points that tell most that differ, then exact values, forms and images in a finite field, then seeded
// points in doubles with error bounds, then the doubtful points in many digits; where one side alone is real, by principal complex values.

import type { Rational } from '../rational.ts';
import { compareAtPoints, differAtOnce, type Equivalence } from './comparison.ts';
import { derivative } from './derivative.ts';
import { Traits } from './domain.ts';
import { constantValue } from './evaluate-exact.ts';
import { FIELDS } from './finite-field.ts';
import { sameImages } from './image.ts';
import { Kernels } from './kernels.ts';
import { limitOf } from './limit.ts';
import { normalForm } from './normal-form.ts';
import { type Coordinates, type Domain, landmarksOf } from './sample-points.ts';
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
  const known = place.names.length === 0 ? sameConstants(a, b) : place.isRational ? sameRational(a, b) : undefined;
  if (known !== undefined) return { equal: known, how: 'exact' };
  if (place.hasInfinity) return { equal: limitOf(a) === limitOf(b), how: 'exact' };
  if (differAtOnce(a, b, place)) return { equal: false, how: 'sampled' };
  const same = sameImages(a, b) || (sameForms(a, b) ?? false);
  if (same && place.isTotal) return { equal: true, how: 'exact' };
  const found = compareAtPoints(a, b, place, same);
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

/** Undefined where one of them varies, is irrational, has no value or is too large. */
function sameConstants(a: Expression, b: Expression): boolean | undefined {
  const x = constantValue(a);
  const y = x && constantValue(b);
  return y && x.equals(y);
}

/** Different images are a proof; equal ones need that of the forms, unless these are too large. */
function sameRational(a: Expression, b: Expression): boolean | undefined {
  return sameImages(a, b, ONE_FIELD) && (sameForms(a, b) ?? sameImages(a, b));
}

const ONE_FIELD = FIELDS.slice(0, 1);

/** Unequal forms say nothing where functions occur in them. Undefined where one has none. */
function sameForms(a: Expression, b: Expression): boolean | undefined {
  const kernels = new Kernels();
  const x = normalForm(a, kernels);
  const y = x && normalForm(b, kernels);
  return x && y && kernels.difference(x, y)?.isZero();
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
    this.count(integers);
  }

  /** Not needed where the first points tell. */
  get landmarks(): readonly Rational[] {
    this.found ??= landmarksOf(this.trees);
    return this.found;
  }
}

const NO_DOMAINS = {};

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
