// Decides whether two expressions mean the same: equal values wherever both have one, on domains that differ by a null set only.
// First the trees, then exact forms and images in a finite field, then seeded points in doubles with error bounds, then the doubtful
// points in many digits; where one side alone is real, by principal complex values.

import type { Rational } from '../rational.ts';
import { compareAtPoints, type Equivalence } from './comparison.ts';
import { derivative } from './derivative.ts';
import { integerNames, isTotal } from './domain.ts';
import { constantValue, evaluate } from './evaluate.ts';
import { sameRational } from './finite-field.ts';
import { Kernels } from './kernels.ts';
import type { MultiPolynomial } from './multi-polynomial.ts';
import { normalForm } from './normal-form.ts';
import type { RationalFunction } from './rational-function.ts';
import { type Coordinates, type Domain, landmarksOf } from './sample-points.ts';
import { variablesOf } from './substitute.ts';
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
  if (holdsInfinity(a) || holdsInfinity(b)) return { equal: sameInfinity(a, b), how: 'exact' };
  const form = compareConstants(a, b) ?? compareForms(a, b) ?? compareResidues(a, b);
  if (form === 'different') return { equal: false, how: 'exact' };
  if (form === 'same' && isTotal(a) && isTotal(b)) return { equal: true, how: 'exact' };
  const found = compareAtPoints(a, b, coordinatesOf(a, b, options), form === 'same');
  return found.how === 'sampled' && form === 'same' ? { equal: found.equal, how: 'exact' } : found;
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

/** Factorials and powers of numbers may be beyond the bounds of a form and still be exact. */
function compareConstants(a: Expression, b: Expression): 'same' | 'different' | undefined {
  const x = constantValue(a);
  const y = x && constantValue(b);
  return y && (x.equals(y) ? 'same' : 'different');
}

/** Unequal forms say nothing where functions occur in them. */
function compareForms(a: Expression, b: Expression): 'same' | 'different' | undefined {
  const kernels = new Kernels();
  const x = normalForm(a, kernels);
  const y = x && normalForm(b, kernels);
  const difference = x && y && kernels.difference(x, y);
  if (!x || !y || !difference) return undefined;
  if (difference.isZero()) return 'same';
  return kernels.hasFunctions && !isOffByConstant(x, y, difference) ? undefined : 'different';
}

/** Of rational functions beyond the bounds of the form. */
function compareResidues(a: Expression, b: Expression): 'same' | 'different' | undefined {
  const same = sameRational(a, b, [...new Set([...variablesOf(a), ...variablesOf(b)])]);
  return same === undefined ? undefined : same ? 'same' : 'different';
}

/** a + 1 and a differ wherever they have a value, whatever functions occur in a. */
function isOffByConstant(x: RationalFunction, y: RationalFunction, difference: MultiPolynomial): boolean {
  if (!x.denominator.equals(y.denominator)) return false;
  const ratio = difference.leading().over(x.denominator.leading());
  return difference.equals(x.denominator.scaled(ratio));
}

function coordinatesOf(a: Expression, b: Expression, options: EquivalenceOptions): Coordinates {
  const names = [...new Set([...variablesOf(a), ...variablesOf(b)])];
  const integers = new Set([...integerNames(a), ...integerNames(b), ...(options.integers ?? [])]);
  let landmarks: readonly Rational[] | undefined;
  return {
    names,
    domains: options.domains ?? {},
    integers,
    /** Not needed where the first points tell. */
    get landmarks() {
      landmarks ??= landmarksOf([a, b]);
      return landmarks;
    },
  };
}

function holdsInfinity(e: Expression): boolean {
  return (e.kind === 'constant' && e.name === 'infinity') || childrenOf(e).some(holdsInfinity);
}

function sameInfinity(a: Expression, b: Expression): boolean {
  const [x, y] = [evaluate(a), evaluate(b)];
  return x === y;
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
