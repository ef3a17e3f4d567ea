import { describe, expect, test } from 'vitest';
import { curveThrough } from '../../../../src/app/practice/scratch/curve.ts';
import type { Point } from '../../../../src/app/practice/scratch/ink.ts';

const point = (x: number, y: number, width = 2.2): Point => ({ x, y, width });
const bends = (points: readonly Point[]) => curveThrough(points).flatMap(run => run.bends);

/** Places along the curve. */
const along = (points: readonly Point[]) =>
  bends(points).flatMap(({ from, handles: [a, b], to }) =>
    Array.from({ length: 11 }, (_, i) => {
      const [t, s] = [i / 10, 1 - i / 10];
      const at = (axis: 'x' | 'y') => s ** 3 * from[axis] + 3 * s * s * t * a[axis] + 3 * s * t * t * b[axis] + t ** 3 * to[axis];
      return { x: at('x'), y: at('y') };
    }),
  );

describe('the curve through the points of a line', () => {
  test('goes through all of them, in their order', () => {
    const points = [point(0, 0), point(10, 4), point(14, 12), point(10, 20)];
    expect(bends(points).map(({ to }) => to)).toEqual(points.slice(1));
  });

  test('is round through the corners of a polygon on a circle', () => {
    const polygon = Array.from({ length: 13 }, (_, i) => point(30 * Math.cos(i / 2), 30 * Math.sin(i / 2)));
    for (const { x, y } of along(polygon)) expect(Math.abs(Math.hypot(x, y) - 30)).toBeLessThan(0.5);
  });

  test('does not bulge where a long straight piece meets a short one', () => {
    const hook = [point(0, 0), point(0, 60), point(2, 64), point(6, 66)];
    for (const { x, y } of along(hook)) if (y < 50) expect(Math.abs(x)).toBeLessThan(0.8);
  });

  test('turns back on itself in a point', () => {
    for (const { y } of along([point(0, 0), point(20, 0), point(1, 1)])) expect(Math.abs(y)).toBeLessThan(1.1);
  });

  test('is one run where nothing presses, and goes by small steps in width where a pen does', () => {
    expect(curveThrough([point(0, 0), point(10, 0), point(20, 5)])).toHaveLength(1);
    const widths = curveThrough([point(0, 0, 1.2), point(40, 0, 3.6)]).map(({ width }) => width);
    expect(widths.length).toBeGreaterThan(4);
    for (const [i, width] of widths.slice(1).entries()) expect(width - (widths[i] ?? 0)).toBeLessThan(0.61);
  });

  test('of one point is a dot, and of none nothing', () => {
    expect(bends([point(5, 5)])).toHaveLength(1);
    expect(curveThrough([])).toEqual([]);
  });
});
