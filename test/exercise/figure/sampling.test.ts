import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  levelLines,
  rounded,
  sampleCurve,
  sampleField,
  speakExpression,
  valueAt,
} from '../../../src/exercise/figure/sampling.ts';

describe('samples of a curve', () => {
  test('lie on it and go from one end to the other', () => {
    const [run = [], ...more] = sampleCurve('x^2 - 1', 'x', -2, 3, 10);
    expect(more).toEqual([]);
    expect([run[0], run.at(-1)]).toEqual([
      [-2, 3],
      [3, 8],
    ]);
    for (const [x, y] of run) expect(y).toBeCloseTo(x * x - 1, 2);
  });

  test('stop where the domain ends, as near as the eye can tell', () => {
    const [run = []] = sampleCurve('sqrt(x - 1/3)', 'x', -1, 1, 1);
    expect(run[0]?.[0]).toBeCloseTo(1 / 3, 4);
  });

  test('have a gap at each pole and jump wherever it lies', () => {
    fc.assert(
      fc.property(fc.integer({ min: -190, max: 190 }), at => {
        const pole = `${at}/100`.replace('-', '(-1)*');
        expect(sampleCurve(`1/(x - ${pole})`, 'x', -2, 2, 8)).toHaveLength(2);
        expect(sampleCurve(`sign(x - ${pole})`, 'x', -2, 2, 8)).toHaveLength(2);
      }),
    );
  });

  test('are rounded to four digits, and not a number where there is no value', () => {
    expect(rounded(1 / 3)).toBe(0.3333);
    expect(rounded(123_456)).toBe(123_500);
    expect(valueAt('1/x', 'x', 0)).toBeNaN();
  });
});

describe('level lines', () => {
  test('of a circle close and keep to its radius', () => {
    const chains = levelLines(sampleField('x^2 + y^2', ['x', 'y'], [-3, 3], [-3, 3]), 4);
    expect(chains).toHaveLength(1);
    for (const [x, y] of chains[0] ?? []) expect(Math.hypot(x, y)).toBeCloseTo(2, 2);
    expect(chains[0]?.[0]).toEqual(chains[0]?.at(-1));
  });

  test('of a plane are straight, each in one piece', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: -3, max: 3 }),
        (a, b, level) => {
          const chains = levelLines(sampleField(`${a}x + ${b}y`, ['x', 'y'], [-3, 3], [-3, 3]), level + 1 / 7);
          expect(chains).toHaveLength(1);
          for (const [x, y] of chains[0] ?? []) expect(a * x + b * y).toBeCloseTo(level + 1 / 7, 2);
        },
      ),
    );
  });

  test('of a saddle are two', () => {
    expect(levelLines(sampleField('x^2 - y^2', ['x', 'y'], [-2, 2], [-2, 2]), 1)).toHaveLength(2);
  });
});

test('a formula is told in words', () => expect(speakExpression('x^2 - 1')).toBe('x squared minus 1'));
