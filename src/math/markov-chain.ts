// Finite Markov chains, exact: row i of the matrix holds the probabilities of the steps from state i, counted from 0.
import { inverse, nullSpace } from './elimination.ts';
import { gcd } from './integer.ts';
import { Matrix } from './matrix.ts';
import { ONE, type Rational, sum } from './rational.ts';
import { normalised, type Vector, vector } from './vector.ts';

/** Where it ends, from each transient state in the order of `transient`. */
export interface Absorption {
  readonly transient: readonly number[];
  readonly absorbing: readonly number[];
  /** The mean number of steps until it is absorbed. */
  readonly steps: Vector;
  /** Row: the transient state; column: the absorbing state in which it ends. */
  readonly probabilities: Matrix;
}

/** The distribution after n steps, a row vector times Pⁿ. Throws unless the rows are distributions. */
export function afterSteps(p: Matrix, start: Vector, n: number): Vector {
  return stochastic(p).power(n).transpose().apply(start);
}

/** The one π with πP = π; undefined where there are several. Throws unless the rows are distributions. */
export function stationaryDistribution(p: Matrix): Vector | undefined {
  const [first, ...more] = nullSpace(stochastic(p).transpose().minus(Matrix.identity(p.rows)));
  return first && more.length === 0 ? normalised(first.entries) : undefined;
}

/** From the fundamental matrix (I − Q)⁻¹ (Kemeny and Snell 1960); undefined where some state never reaches an absorbing one. */
export function absorption(p: Matrix): Absorption | undefined {
  const states = stochastic(p).entries.map((_, i) => i);
  const absorbing = states.filter(i => p.at(i, i).equals(ONE));
  const transient = states.filter(i => !absorbing.includes(i));
  if (absorbing.length === 0 || transient.length === 0) return undefined;
  const part = (columns: readonly number[]) => Matrix.from(transient.map(i => columns.map(j => p.at(i, j))));
  const fundamental = inverse(Matrix.identity(transient.length).minus(part(transient)));
  if (fundamental === undefined) return undefined;
  const steps = fundamental.apply(vector(transient.map(() => 1)));
  return { transient, absorbing, steps, probabilities: fundamental.times(part(absorbing)) };
}

/** Whether every state can reach every other. */
export function isIrreducible(p: Matrix): boolean {
  return p.entries.every((_, i) => reachable(p, i).size === p.rows);
}

/** The greatest common divisor of the lengths of all ways from the state back to itself; 0 where there is none. */
export function periodOf(p: Matrix, state: number): number {
  const levels = reachable(p, state);
  let period = 0;
  for (const [from, level] of levels) {
    const returns = [...levels].filter(([to]) => !p.at(from, to).isZero() && reachable(p, to).has(state));
    for (const [, other] of returns) period = gcd(period, level + 1 - other);
  }
  return period;
}

/** Whether π and P balance each pair of states: πᵢ Pᵢⱼ = πⱼ Pⱼᵢ. */
export function isReversible(p: Matrix, pi: Vector): boolean {
  return p.map((entry, i) => entry.times(pi.at(i))).isSymmetric();
}

/** The states that it can reach, itself among them, with the least number of steps. */
function reachable(p: Matrix, start: number): Map<number, number> {
  const levels = new Map([[start, 0]]);
  for (const [from, level] of levels) {
    p.row(from).entries.forEach((entry, to) => {
      if (!entry.isZero() && !levels.has(to)) levels.set(to, level + 1);
    });
  }
  return levels;
}

function stochastic(p: Matrix): Matrix {
  p.requireSquare();
  const isRow = (row: readonly Rational[]) => sum(row).equals(ONE) && row.every(entry => entry.sign() >= 0);
  if (!p.entries.every(isRow)) throw new RangeError(`a row of ${p} is no distribution`);
  return p;
}
