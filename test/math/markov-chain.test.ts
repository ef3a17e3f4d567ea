import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cartesianProduct, tuples } from '../../src/math/enumeration.ts';
import {
  absorption,
  afterSteps,
  isIrreducible,
  isReversible,
  periodOf,
  stationaryDistribution,
} from '../../src/math/markov-chain.ts';
import { Matrix, matrix } from '../../src/math/matrix.ts';
import { ONE, type Rational, rational, sum } from '../../src/math/rational.ts';
import { Vector, vector } from '../../src/math/vector.ts';
import { probabilities } from './arbitraries.ts';

const chains = fc.array(probabilities(3), { minLength: 3, maxLength: 3 }).map(matrix);
const states = [0, 1, 2];

test('n steps: the probabilities of all paths, summed by their end', () => {
  fc.assert(
    fc.property(chains, probabilities(3), fc.integer({ min: 0, max: 3 }), (p, start, n) => {
      const after = afterSteps(p, vector(start), n);
      for (const end of states) {
        const paths = [...tuples(states, n + 1)].filter(path => path.at(-1) === end);
        const weight = (path: number[]) =>
          path.slice(1).reduce((all, to, i) => all.times(p.at(path[i] ?? 0, to)), start[path[0] ?? 0] ?? ONE);
        expect(after.at(end)).toEqual(sum(paths.map(weight)));
      }
    }),
  );
  expect(() =>
    afterSteps(
      matrix([
        [1, 1],
        [0, 1],
      ]),
      vector([1, 0]),
      1,
    ),
  ).toThrow('no distribution');
});

test('the stationary distribution stays as it is, and lazy steps lead to it', () => {
  fc.assert(
    fc.property(chains, p => {
      const pi = stationaryDistribution(p);
      if (isIrreducible(p)) expect(pi).toBeDefined();
      fc.pre(pi !== undefined);
      if (!pi) return;
      expect(afterSteps(p, pi, 1)).toEqual(pi);
      expect(sum(pi.entries)).toEqual(ONE);
      const lazy = p
        .plus(Matrix.identity(3))
        .times('1/2')
        .entries.map(row => row.map(entry => entry.toNumber()));
      let row = [1, 0, 0];
      for (let i = 0; i < 3000; i++)
        row = states.map(j => states.reduce((total, k) => total + (row[k] ?? 0) * (lazy[k]?.[j] ?? 0), 0));
      for (const i of states) expect(row[i]).toBeCloseTo(pi.at(i).toNumber(), 8);
      expect(pi.entries.every(entry => entry.sign() > 0) || !isIrreducible(p)).toBe(true);
    }),
    { numRuns: 40 },
  );
  expect(stationaryDistribution(Matrix.identity(2))).toBeUndefined();
});

test('absorption: the gambler who wins with 1/2 has won with k/n, after k(n − k) rounds', () => {
  for (let n = 2; n <= 6; n++) {
    const p = Matrix.build(n + 1, n + 1, (i, j) =>
      i === 0 || i === n ? (i === j ? 1 : 0) : Math.abs(i - j) === 1 ? rational(1, 2) : 0,
    );
    const result = absorption(p);
    result?.transient.forEach((k, i) => {
      expect(result.steps.at(i)).toEqual(rational(k * (n - k)));
      expect(result.probabilities.row(i)).toEqual(vector([rational(n - k, n), rational(k, n)]));
    });
    expect(result?.absorbing).toEqual([0, n]);
  }
  expect(
    absorption(
      matrix([
        [0, 1, 0],
        [1, 0, 0],
        [0, 0, 1],
      ]),
    ),
  ).toBeUndefined();
  expect(
    absorption(
      matrix([
        [0, 1],
        [1, 0],
      ]),
    ),
  ).toBeUndefined();
});

test('irreducible where (I + P)^n has no zero; the period is that of the returning powers', () => {
  const patterns = [...cartesianProduct(...states.map(() => [1, 2, 3, 4, 5, 6, 7]))];
  for (const rows of patterns) {
    const p = matrix(rows.map(mask => distributionOn(states.filter(j => Math.floor(mask / 2 ** j) % 2 === 1))));
    const reach = Matrix.identity(3).plus(p).power(3);
    expect(isIrreducible(p)).toBe(reach.entries.flat().every(entry => !entry.isZero()));
    const returns = [1, 2, 3, 4, 5, 6, 7, 8].filter(n => !p.power(n).at(0, 0).isZero());
    expect(periodOf(p, 0)).toBe(returns.reduce((a, b) => greatest(a, b), 0));
  }
});

function distributionOn(chosen: readonly number[]): Rational[] {
  return states.map(j => (chosen.includes(j) ? rational(1, chosen.length) : rational(0)));
}

function greatest(a: number, b: number): number {
  return b === 0 ? a : greatest(b, a % b);
}

test('a walk on an undirected graph is reversible, a one-way ring is not', () => {
  expect(
    isReversible(
      matrix([
        [0, 1, 0],
        ['1/2', 0, '1/2'],
        [0, 1, 0],
      ]),
      vector(['1/4', '1/2', '1/4']),
    ),
  ).toBe(true);
  const third = Vector.of('1/3', '1/3', '1/3');
  expect(
    isReversible(
      matrix([
        [0, 1, 0],
        [0, 0, 1],
        [1, 0, 0],
      ]),
      third,
    ),
  ).toBe(false);
});
