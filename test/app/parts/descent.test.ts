import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { descent, HEIGHT, MINIMUM, WIDTH } from '../../../src/app/parts/descent.ts';

const distance = ({ x, y }: { x: number; y: number }) => Math.hypot(x - MINIMUM.x, y - MINIMUM.y);
const week = fc.array(fc.constantFrom(0, 0, 0.1, 0.5, 1, 3), { minLength: 7, maxLength: 7 });

describe('the week as a descent', () => {
  test('without practice there is only the place where it begins', () => {
    expect(descent([0, 0, 0, 0, 0, 0, 0])).toHaveLength(1);
  });

  test('begins with the first day of practice', () => {
    expect(descent([0, 0, 1, 0, 1, 0, 0]).map(({ isStep }) => isStep)).toEqual([false, true, false, true, false, false]);
  });

  test('more practice ends nearer to the minimum', () => {
    const [full, half] = [descent([1, 1, 1, 1, 1, 1, 1]).at(-1), descent([1, 0, 1, 0, 0, 1, 0]).at(-1)];
    expect(full && distance(full)).toBeLessThan(half ? distance(half) / 3 : 0);
  });

  test('every stop is in the picture', () => {
    fc.assert(
      fc.property(week, shares => {
        for (const { x, y } of descent(shares)) {
          expect(x).toBeGreaterThan(6);
          expect(x).toBeLessThan(WIDTH - 6);
          expect(y).toBeGreaterThan(6);
          expect(y).toBeLessThan(HEIGHT - 6);
        }
      }),
    );
  });
});
