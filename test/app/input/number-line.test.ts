import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradePart } from '../../../src/answers/grade.ts';
import { writeKey } from '../../../src/answers/kinds.ts';
import {
  addPiece,
  between,
  endAt,
  isOnLine,
  moveEnd,
  type Piece,
  piecesOf,
  startPiece,
  toggleEnd,
  windowOf,
  writePieces,
} from '../../../src/app/input/number-line.ts';
import { interval as asked } from '../../../src/exercise/answer.ts';
import { expr } from '../../../src/exercise/expr.ts';
import { interval } from '../../../src/math/interval-union.ts';

const rays = asked({ key: interval('(', '-inf', -2, ']').union(interval('(', 3, 'inf', ')')) });
const surds = asked({ key: [['(', expr`-sqrt(2)`, expr`sqrt(2)`, ')']] });
const WINDOW = { bound: 10, step: 1 };
const end = (value: number, isIn = true) => endAt(value, WINDOW, isIn);
const one: Piece = between(end(-2), end(3, false));

describe('a number line', () => {
  test.each([rays, surds, asked({ key: interval('[', 4, 4, ']') })])(
    'the key stands on it and is written as it is: %#',
    answer => {
      const pieces = piecesOf(answer, writeKey(answer));
      expect(gradePart(answer, writePieces(pieces ?? [])).verdict).toBe('right');
    },
  );

  test('is as wide as the key asks for, and no line where the ends are letters', () => {
    expect(windowOf(rays)).toEqual({ bound: 5, step: 0.5 });
    expect(windowOf(asked({ key: interval('[', -5, 40, ')') })).bound).toBe(50);
    expect(isOnLine(surds)).toBe(true);
    expect(isOnLine(asked({ key: [['(', expr`a`, expr`a+1`, ')']] }))).toBe(false);
  });

  test('nothing typed is nothing on it; what can’t be read is not shown', () => {
    expect(piecesOf(rays, ' ')).toEqual([]);
    expect(piecesOf(rays, '(1, 2')).toBeUndefined();
    expect(piecesOf(rays, 'x > 2')).toHaveLength(1);
  });

  test('ends snap, are open or closed, and reach to infinity', () => {
    expect(writePieces([one])).toBe('[-2, 3)');
    expect(writePieces([toggleEnd(toggleEnd(one, 'low'), 'high')])).toBe('(-2, 3]');
    expect(writePieces([moveEnd(one, 'high', end(6.4))])).toBe('[-2, 6]');
    expect(writePieces([moveEnd(one, 'low', end(-99))])).toBe('(-∞, 3)');
    expect(writePieces([moveEnd(one, 'low', end(8))])).toBe('{3}');
  });

  test('whatever is done to it can be read and stands on the line again', () => {
    const move = fc.record({
      side: fc.constantFrom('low' as const, 'high' as const),
      to: fc.integer({ min: -13, max: 13 }),
      toggle: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 8 }), moves => {
        const piece = moves.reduce((now, { side, to, toggle }) => {
          const next = moveEnd(now, side, end(to));
          return toggle ? toggleEnd(next, side) : next;
        }, one);
        const read = piecesOf(rays, writePieces([piece]));
        expect(read?.map(({ low, high }) => [low.value, low.isIn, high.value, high.isIn])).toEqual([
          [piece.low.value, piece.low.isIn, piece.high.value, piece.high.isIn],
        ]);
      }),
    );
  });

  test('a tap at infinity draws the outermost piece out, or begins a ray', () => {
    const pieces = [between(end(4), end(6)), one];
    expect(writePieces(startPiece(pieces, end(99)).pieces)).toBe('[4, ∞) ∪ [-2, 3)');
    expect(writePieces(startPiece(pieces, end(-99)).pieces)).toBe('[4, 6] ∪ (-∞, 3)');
    expect(writePieces(startPiece([], end(-99)).pieces)).toBe('(-∞, 0]');
    expect(startPiece([one], end(7))).toMatchObject({ index: 1, isOpen: true });
  });

  test('a further piece comes where there is room', () => {
    const two = addPiece([one], WINDOW);
    expect(two).toHaveLength(2);
    expect(piecesOf(rays, writePieces(two))).toHaveLength(2);
    expect(addPiece([], WINDOW)).toHaveLength(1);
    const full = between(endAt(-99, WINDOW), endAt(99, WINDOW));
    expect(addPiece([full], WINDOW)).toHaveLength(1);
  });
});
