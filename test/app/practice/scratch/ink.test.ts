import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Point, pointsOf, smoothed, strokeOf, thinned } from '../../../../src/app/practice/scratch/ink.ts';
import { readPad } from '../../../../src/store/scratch.ts';

const point = (x: number, y: number, width = 2.2): Point => ({ x, y, width });
const straight = (from: Point, to: Point, many: number): readonly Point[] =>
  Array.from({ length: many + 1 }, (_, i) => point(from.x + ((to.x - from.x) * i) / many, from.y + ((to.y - from.y) * i) / many));
const arc = Array.from({ length: 61 }, (_, i) => point(100 + 30 * Math.cos(i / 10), 100 + 30 * Math.sin(i / 10)));

/** How far a point is from a line of straight pieces. */
const off = (at: Point, line: readonly Point[]): number =>
  Math.min(
    ...line.slice(1).map((to, i) => {
      const from = line[i] ?? to;
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const part = Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy || 1)));
      return Math.hypot(at.x - from.x - part * dx, at.y - from.y - part * dy);
    }),
  );

describe('a line that was drawn', () => {
  test('straight, it is kept as its two ends', () => {
    const ends = [point(10, 10), point(90, 50)] as const;
    expect(thinned(straight(...ends, 40))).toEqual(ends);
  });

  test('round, it is kept with half the points, none further off than a third of a pixel or so', () => {
    const kept = thinned(arc);
    expect(kept.length).toBeLessThan(32);
    for (const each of arc) expect(off(each, kept)).toBeLessThan(0.36);
  });

  test('a corner is held by a point close before it and one close after it', () => {
    const corner = point(50, 10);
    const kept = thinned([...straight(point(10, 10), corner, 40), ...straight(corner, point(50, 60), 50).slice(1)]);
    expect(kept.map(({ x, y }) => [x, y])).toEqual([
      [10, 10],
      [47, 10],
      [50, 10],
      [50, 13],
      [50, 60],
    ]);
  });

  test('a pen that is pressed harder half-way leaves a point there', () => {
    const pressed = straight(point(0, 0), point(40, 0), 40).map(({ x, y }) => point(x, y, 3 - Math.abs(x - 20) / 10));
    expect(thinned(pressed).map(({ x }) => x)).toEqual([0, 20, 40]);
  });

  test('the jitter of whole pixels is smoothed away, and nothing moves further than that', () => {
    const jagged = Array.from({ length: 40 }, (_, i) => point(2 * i, 20 + (i % 2)));
    const calm = smoothed(jagged);
    expect(calm[0]).toEqual(jagged[0]);
    expect(calm.at(-1)).toEqual(jagged.at(-1));
    const heights = calm.slice(2, -2).map(({ y }) => y);
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(0.1);
    const far = smoothed([point(0, 0), point(100, 80), point(200, 0)]);
    expect(Math.hypot((far[1]?.x ?? 0) - 100, (far[1]?.y ?? 0) - 80)).toBeLessThan(1.3);
  });

  test('a tap leaves a dot, larger than the line is wide', () => {
    const [dot, ...others] = pointsOf(strokeOf([point(30, 40), point(30.4, 40.3)]));
    expect([dot, others]).toEqual([{ x: 30, y: 40, width: 3.7 }, []]);
  });

  test('whatever a hand does, it can be kept, and is found where it was', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ x: fc.double({ min: 0, max: 4000, noNaN: true }), y: fc.double({ min: 0, max: 4000, noNaN: true }) }),
          {
            minLength: 1,
            maxLength: 300,
          },
        ),
        places => {
          const drawn = places.map(({ x, y }) => point(x, y));
          const stroke = strokeOf(drawn);
          expect(readPad({ steps: [stroke], at: 1 })).toBeDefined();
          const [first, kept] = [drawn[0], pointsOf(stroke)[0]];
          expect(Math.hypot((kept?.x ?? -9) - (first?.x ?? 0), (kept?.y ?? -9) - (first?.y ?? 0))).toBeLessThan(0.25);
        },
      ),
    ));
});
