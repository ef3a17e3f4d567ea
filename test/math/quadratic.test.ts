import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Matrix, matrix } from '../../src/math/matrix.ts';
import { constrainedMinimum, exactStep, quadraticGradient, quadraticValue } from '../../src/math/quadratic.ts';
import { ONE, rational } from '../../src/math/rational.ts';
import { vector } from '../../src/math/vector.ts';
import { integers, matrices, vectors } from './arbitraries.ts';

const convex = matrices(2, 2).map(a => a.transpose().times(a).plus(Matrix.identity(2)));
const rows = fc.array(fc.tuple(vectors(2), integers), { maxLength: 3 });
const grid = [-6, -4, -2, -1, 0, 1, 2, 4, 6].flatMap(x => [-6, -4, -2, -1, 0, 1, 2, 4, 6].map(y => vector([x, y])));

test('the gradient is the symmetric difference; after an exact step it is orthogonal to the direction', () => {
  fc.assert(
    fc.property(convex, vectors(2), vectors(2), vectors(2), (hessian, linear, x, direction) => {
      const f = { hessian, linear };
      const rise = quadraticValue(f, x.plus(direction)).minus(quadraticValue(f, x.minus(direction)));
      expect(quadraticGradient(f, x).dot(direction)).toEqual(rise.over(2));
      const t = exactStep(f, x, direction);
      expect(t === undefined).toBe(direction.isZero());
      if (t)
        expect(
          quadraticGradient(f, x.minus(direction.times(t)))
            .dot(direction)
            .isZero(),
        ).toBe(true);
    }),
  );
});

test('the constrained minimum: all conditions of Karush, Kuhn and Tucker hold, and no feasible grid point is lower', () => {
  fc.assert(
    fc.property(convex, vectors(2), rows, (hessian, linear, list) => {
      const f = { hessian, linear };
      const atMost = list.filter(([normal]) => !normal.isZero()).map(([normal, bound]) => ({ normal, bound }));
      const found = constrainedMinimum(f, { atMost });
      const feasible = grid.filter(x => atMost.every(({ normal, bound }) => normal.dot(x).compare(bound) <= 0));
      if (feasible.length > 0) expect(found).toBeDefined();
      fc.pre(found !== undefined);
      if (!found) return;
      const { point, value, multipliers } = found;
      const pull = atMost.reduce(
        (sum, { normal }, i) => sum.plus(normal.times(multipliers[i] ?? 0)),
        quadraticGradient(f, point),
      );
      expect(pull.isZero()).toBe(true);
      atMost.forEach(({ normal, bound }, i) => {
        const slack = rational(bound).minus(normal.dot(point));
        expect(slack.sign() >= 0 && (multipliers[i]?.sign() ?? -1) >= 0 && slack.times(multipliers[i] ?? 0).isZero()).toBe(true);
      });
      for (const x of feasible) expect(quadraticValue(f, x).compare(value)).not.toBe(-1);
    }),
  );
});

test('on a line, and where nothing is feasible', () => {
  const f = { hessian: Matrix.identity(2), linear: vector([0, 0]) };
  const onLine = constrainedMinimum(f, { equal: [{ normal: vector([1, 2]), bound: 5 }] });
  expect([`${onLine?.point}`, `${onLine?.value}`, onLine?.equalityMultipliers.map(String)]).toEqual(['(1, 2)', '5/2', ['-1']]);
  const apart = [1, -1].map(sign => ({ normal: vector([sign, 0]), bound: -1 }));
  expect(constrainedMinimum(f, { atMost: apart })).toBeUndefined();
  expect(
    exactStep(
      {
        ...f,
        hessian: matrix([
          [-1, 0],
          [0, 1],
        ]),
      },
      vector([1, 1]),
      vector([ONE, 0]),
    ),
  ).toBeUndefined();
});
