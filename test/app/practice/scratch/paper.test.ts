import { describe, expect, test } from 'vitest';
import { strokeOf } from '../../../../src/app/practice/scratch/ink.ts';
import { EMPTY, withStep } from '../../../../src/app/practice/scratch/pad.ts';
import { boxOfPad, lineOf, scrollWithin, sheetIn, touches } from '../../../../src/app/practice/scratch/paper.ts';

const line = (...places: readonly (readonly [number, number])[]) => strokeOf(places.map(([x, y]) => ({ x, y, width: 2 })));
const view = { width: 374, height: 400 };

describe('the sheet of paper', () => {
  test('is as it is where all fits, and taller than a phone shows', () => {
    const sheet = sheetIn(view, withStep(EMPTY, line([10, 10], [360, 40])));
    expect(sheet.scale).toBe(1);
    expect(sheet.height).toBeGreaterThan(3 * view.height);
  });

  test('drawn on a wide screen, it shrinks so that a narrow one shows all of it', () => {
    const sheet = sheetIn(view, withStep(EMPTY, line([10, 10], [700, 40])));
    expect(700 * sheet.scale).toBeLessThan(view.width);
  });

  test('has room below what was drawn', () => {
    const { height } = sheetIn(view, withStep(EMPTY, line([10, 10], [10, 2500])));
    expect(height).toBeGreaterThan(2600);
  });

  test('cannot be scrolled past its ends', () => {
    const sheet = sheetIn(view, EMPTY);
    expect(scrollWithin(view, sheet, -50)).toBe(0);
    expect(scrollWithin(view, sheet, 1e6)).toBe(sheet.height - view.height);
    expect(scrollWithin({ width: 374, height: 4000 }, { scale: 1, height: 1600 }, 10)).toBe(0);
  });

  test('the box around what is drawn', () => {
    const pad = withStep(withStep(EMPTY, line([10, 20], [60, 70])), line([5, 90], [30, 95]));
    expect(boxOfPad(pad)).toEqual({ left: 5, top: 20, right: 60, bottom: 95 });
  });

  test('an eraser touches what it comes near, between the points too', () => {
    const drawn = lineOf(line([0, 0], [100, 0]));
    expect([
      touches(drawn, { x: 50, y: 8 }, 9),
      touches(drawn, { x: 50, y: 30 }, 9),
      touches(drawn, { x: 120, y: 0 }, 9),
    ]).toEqual([true, false, false]);
    expect(touches(lineOf(line([50, 50])), { x: 55, y: 50 }, 9)).toBe(true);
  });
});
