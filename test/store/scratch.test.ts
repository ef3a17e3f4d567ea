import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_STROKE, MOST_POINTS, MOST_STEPS, readPad } from '../../src/store/scratch.ts';

const stroke = { ink: [4, 8, 22, 40, 80, 22] };
const pad = { steps: [stroke, { gone: [0] }, stroke], at: 2 };

describe('a scratch pad as it was kept', () => {
  test('is read as it was written', () => {
    expect(readPad(pad)).toEqual(pad);
    expect(readPad(JSON.parse(JSON.stringify(pad)))).toEqual(pad);
    expect(readPad({ steps: [], at: 0 })).toEqual({ steps: [], at: 0 });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', [stroke]],
    ['more than was done', { ...pad, at: 4 }],
    ['less than nothing', { ...pad, at: -1 }],
    ['a further key', { ...pad, theme: 'dark' }],
    ['a stroke with a further key', { steps: [{ ...stroke, colour: 'red' }], at: 1 }],
    ['a stroke that is an eraser too', { steps: [{ ...stroke, gone: [] }], at: 1 }],
    ['half a point', { steps: [{ ink: [1, 2] }], at: 1 }],
    ['a stroke of nothing', { steps: [{ ink: [] }], at: 1 }],
    ['a place off the paper', { steps: [{ ink: [-1, 2, 3] }], at: 1 }],
    ['a place far off the paper', { steps: [{ ink: [1, 2_000_000, 3] }], at: 1 }],
    ['a place that is no number', { steps: [{ ink: [1, Number.NaN, 3] }], at: 1 }],
    ['a place in words', { steps: [{ ink: ['1', 2, 3] }], at: 1 }],
    ['a fraction', { steps: [{ ink: [1.5, 2, 3] }], at: 1 }],
    ['a stroke without an end', { steps: [{ ink: Array(3 * LONGEST_STROKE + 3).fill(1) }], at: 1 }],
    ['too many steps', { steps: Array(2 * MOST_STEPS + 1).fill({ ink: [1, 1, 1] }), at: 0 }],
    ['too many points', { steps: Array(21).fill({ ink: Array((3 * MOST_POINTS) / 10).fill(1) }), at: 0 }],
    ['a prototype', JSON.parse('{"steps": [], "__proto__": {"at": 0}}')],
  ])('%s is none', (_, value) => expect(readPad(value)).toBeUndefined());

  test('whatever lies there, reading never throws, and gives only what can be kept again', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record({ steps: fc.array(fc.record({ ink: fc.array(fc.integer()) }, { requiredKeys: [] })), at: fc.nat() }),
        ),
        value => {
          const read = readPad(value);
          expect(read === undefined || readPad(read) !== undefined).toBe(true);
        },
      ),
    ));
});
