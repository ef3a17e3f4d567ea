import { describe, expect, test } from 'vitest';
import { cleared, EMPTY, isFull, redone, strokesOn, undone, withStep } from '../../../../src/app/practice/scratch/pad.ts';
import { MOST_POINTS, MOST_STEPS, type Pad, readPad, type Stroke } from '../../../../src/store/scratch.ts';

const line = (x: number, points = 2): Stroke => ({ ink: Array.from({ length: points }, (_, i) => [x, i % 4000, 22]).flat() });
const [a, b, c] = [line(1), line(2), line(3)];
const drawn = (...strokes: readonly Stroke[]): Pad => strokes.reduce<Pad>(withStep, EMPTY);
const seen = (pad: Pad) => [...strokesOn(pad).values()];
const times = (many: number, step: (pad: Pad) => Pad, pad: Pad): Pad =>
  Array.from({ length: many }).reduce<Pad>(here => step(here), pad);

describe('what is done on a scratch pad', () => {
  test('strokes are seen in the order in which they were drawn', () => expect(seen(drawn(a, b, c))).toEqual([a, b, c]));

  test('is undone step by step, and done again', () => {
    const pad = drawn(a, b);
    expect(seen(undone(pad))).toEqual([a]);
    expect(seen(undone(undone(pad)))).toEqual([]);
    expect(undone(undone(undone(pad))).at).toBe(0);
    expect(seen(redone(undone(pad)))).toEqual([a, b]);
    expect(redone(pad)).toEqual(pad);
  });

  test('what was undone is gone once something else is drawn', () => {
    const pad = withStep(undone(drawn(a, b)), c);
    expect(seen(redone(pad))).toEqual([a, c]);
  });

  test('what was erased comes back where it was', () => {
    const pad = withStep(drawn(a, b, c), { gone: [1] });
    expect(seen(pad)).toEqual([a, c]);
    expect(seen(undone(pad))).toEqual([a, b, c]);
  });

  test('clearing is a step like any other, and clears nothing twice', () => {
    const pad = cleared(drawn(a, b));
    expect(seen(pad)).toEqual([]);
    expect(seen(undone(pad))).toEqual([a, b]);
    expect(cleared(pad)).toBe(pad);
    expect(seen(undone(cleared(withStep(pad, c))))).toEqual([c]);
  });

  test('an eraser that names what was never drawn erases nothing', () =>
    expect(seen(withStep(drawn(a), { gone: [7, 3999] }))).toEqual([a]));
});

describe('a full scratch pad', () => {
  const full = times(MOST_POINTS / 100, pad => withStep(pad, line(5, 100)), EMPTY);

  test('has no room for a further stroke, whether of points or of strokes', () => {
    expect([isFull(undone(full)), isFull(full)]).toEqual([false, true]);
    expect(isFull(times(MOST_STEPS, pad => withStep(pad, line(1, 1)), EMPTY))).toBe(true);
  });

  test('has room again once something is erased, undone or cleared; and clearing it can be undone', () => {
    expect(isFull(withStep(full, { gone: [3] }))).toBe(false);
    expect(isFull(cleared(full))).toBe(false);
    expect(seen(undone(cleared(full)))).toEqual(seen(full));
  });

  test('filled and cleared again and again it stays as small as can be kept, and all that is seen stays', () => {
    let pad = full;
    for (let round = 0; round < 5; round++) {
      pad = times(MOST_POINTS / 100, here => withStep(here, line(round, 100)), cleared(pad));
      expect(seen(pad)).toEqual(Array(MOST_POINTS / 100).fill(line(round, 100)));
      expect(readPad(pad)).toEqual(pad);
    }
  });

  test('single points, erased as they come, are no more than can be kept either', () => {
    const pad = times(3 * MOST_STEPS, here => withStep(withStep(here, line(1, 1)), { gone: [here.at] }), EMPTY);
    expect(readPad(pad)).toEqual(pad);
  });
});
