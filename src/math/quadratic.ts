// The function ½ xᵀHx + gᵀx of several variables, with a symmetric H: value, gradient, exact steps, minimum under constraints.
import { determinant, solve } from './elimination.ts';
import { subsets } from './enumeration.ts';
import { Matrix } from './matrix.ts';
import { Rational, type RationalLike, ZERO } from './rational.ts';
import { type Vector, vector } from './vector.ts';

export interface Quadratic {
  readonly hessian: Matrix;
  /** The gradient at 0. */
  readonly linear: Vector;
}

/** normal · x ≤ bound, or = bound where it says so. */
export interface Constraint {
  readonly normal: Vector;
  readonly bound: RationalLike;
}

export interface Constraints {
  readonly atMost?: readonly Constraint[];
  readonly equal?: readonly Constraint[];
}

export interface ConstrainedMinimum {
  readonly point: Vector;
  readonly value: Rational;
  /** One for each inequality, 0 or more and 0 where it is not active: ∇f + Σ μᵢ normalᵢ + Σ νⱼ normalⱼ = 0. */
  readonly multipliers: readonly Rational[];
  /** One for each equation, of either sign. */
  readonly equalityMultipliers: readonly Rational[];
}

export function quadraticValue({ hessian, linear }: Quadratic, x: Vector): Rational {
  return x.dot(hessian.apply(x)).over(2).plus(linear.dot(x));
}

export function quadraticGradient({ hessian, linear }: Quadratic, x: Vector): Vector {
  return hessian.apply(x).plus(linear);
}

/** The t with the least value at x − t · direction; undefined where the curvature along it is not positive. */
export function exactStep(f: Quadratic, x: Vector, direction: Vector): Rational | undefined {
  const curvature = direction.dot(f.hessian.apply(direction));
  return curvature.sign() > 0 ? quadraticGradient(f, x).dot(direction).over(curvature) : undefined;
}

/**
 * The minimum of a convex f, by trying every set of active inequalities (Karush, Kuhn and Tucker): 2^m systems. Undefined where there
 * is none, or where each system that shows one is singular.
 */
export function constrainedMinimum(f: Quadratic, { atMost = [], equal = [] }: Constraints): ConstrainedMinimum | undefined {
  for (const active of subsets([...atMost.keys()])) {
    const binding = [...active.flatMap(i => atMost[i] ?? []), ...equal];
    const solved = stationary(f, binding);
    if (solved === undefined) continue;
    const { point, multipliers } = solved;
    const isFeasible = atMost.every(({ normal, bound }) => normal.dot(point).compare(bound) <= 0);
    const own = atMost.map((_, i) => multipliers[active.indexOf(i)] ?? ZERO);
    if (!isFeasible || own.some(multiplier => multiplier.sign() < 0)) continue;
    return { point, value: quadraticValue(f, point), multipliers: own, equalityMultipliers: multipliers.slice(active.length) };
  }
  return undefined;
}

/** The one solution of Hx + Σ λᵢ nᵢ = −g with nᵢ · x = boundᵢ. */
function stationary(f: Quadratic, binding: readonly Constraint[]): { point: Vector; multipliers: Rational[] } | undefined {
  const n = f.hessian.rows;
  const normal = (k: number, i: number) => binding[k]?.normal.at(i) ?? ZERO;
  const system = Matrix.build(n + binding.length, n + binding.length, (i, j) => {
    if (i < n && j < n) return f.hessian.at(i, j);
    if (i >= n && j >= n) return ZERO;
    return i < n ? normal(j - n, i) : normal(i - n, j);
  });
  if (determinant(system).isZero()) return undefined;
  const right = [...f.linear.negated().entries, ...binding.map(({ bound }) => Rational.from(bound))];
  const entries = solve(system, vector(right))?.particular.entries ?? [];
  return { point: vector(entries.slice(0, n)), multipliers: entries.slice(n) };
}
