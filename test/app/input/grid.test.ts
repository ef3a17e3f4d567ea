import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradePart } from '../../../src/answers/grade.ts';
import { writeKey } from '../../../src/answers/kinds.ts';
import { cellAt, cellsOf, compose, entriesOf } from '../../../src/app/input/grid.ts';
import { matrix, vector } from '../../../src/exercise/answer.ts';
import { expr } from '../../../src/exercise/expr.ts';
import { Matrix } from '../../../src/math/matrix.ts';
import { Vector } from '../../../src/math/vector.ts';

const square = matrix({
  key: Matrix.from([
    [1, -2],
    ['3/4', 0],
  ]),
});
const column = vector({ key: Vector.of(5, '-1/2', 7) });

describe('a grid', () => {
  test('the key fills the cells and the cells make the key', () => {
    expect(cellsOf(square, writeKey(square))).toEqual([
      ['1', '-2'],
      ['3/4', '0'],
    ]);
    expect(cellsOf(column, writeKey(column))).toEqual([['5'], ['-1/2'], ['7']]);
    for (const answer of [square, column]) {
      expect(gradePart(answer, compose(answer, cellsOf(answer, writeKey(answer)))).verdict).toBe('right');
    }
  });

  test('cells come back as they were typed, half typed too', () => {
    const cell = fc.constantFrom('', '1', '-', '3/', '0.5', '12', '(2');
    for (const answer of [square, column]) {
      const [rows, columns] = answer.kind === 'matrix' ? [2, 2] : [3, 1];
      const row = fc.array(cell, { minLength: columns, maxLength: columns });
      fc.assert(
        fc.property(fc.array(row, { minLength: rows, maxLength: rows }), cells => {
          expect(cellsOf(answer, compose(answer, cells))).toEqual(cells);
        }),
      );
    }
  });

  test('a comma within an entry parts no cells', () => {
    const gradient = vector({ key: [expr`max(1, 2)*x`, expr`2*y`], variables: ['x', 'y'] });
    expect(cellsOf(gradient, writeKey(gradient)).map(([cell]) => cell)).toHaveLength(2);
    for (const typed of ['max(1, 2)x', 'max(1,2)x', 'max(1 , 2 )*x'])
      expect(gradePart(gradient, compose(gradient, [[typed], ['2y']])).verdict, typed).toBe('right');
    expect(cellsOf(gradient, compose(gradient, [['max(1, 2)'], ['']]))).toEqual([['max(1,2)'], ['']]);
    expect(entriesOf('(max(1, 2)*x, 2(y+1))')).toEqual(['max(1, 2)*x', '2(y+1)']);
    expect(entriesOf('max(1, 2)')).toEqual(['max(1, 2)']);
  });

  test('nothing typed is the empty text, and a decimal comma is a point', () => {
    expect(compose(column, [[''], [''], ['']])).toBe('');
    expect(compose(column, [['0,5'], ['1'], ['2']])).toBe('(0.5, 1, 2)');
  });

  test('the place of what cannot be read falls into its cell', () => {
    const cells = [
      ['1', '2'],
      ['3/', '4'],
    ];
    const graded = gradePart(square, compose(square, cells));
    expect(graded.verdict).toBe('unreadable');
    expect(cellAt(square, cells, graded.at ?? 0)).toBe(2);
    const missing = [['1'], [''], ['2']];
    expect(cellAt(column, missing, gradePart(column, compose(column, missing)).at ?? 0)).toBe(1);
  });

  test('a pasted matrix gives its entries in any dress', () => {
    for (const text of ['[[1,2],[3,4]]', '1 2\n3 4', '1, 2; 3, 4', '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '(1,2),(3,4)']) {
      expect(entriesOf(text)).toEqual(['1', '2', '3', '4']);
    }
  });
});
