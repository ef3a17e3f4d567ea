// A matrix entry by entry.
import { formula } from '../exercise/formula.ts';
import { say } from '../exercise/text.ts';
import { equivalent } from '../math/expression/equivalent.ts';
import { type Expression, toExpression } from '../math/expression/tree.ts';
import { type Matrix, matrix as matrixOf } from '../math/matrix.ts';
import type { Rational } from '../math/rational.ts';
import { type AnswerKind, type Reading, RIGHT, WRONG } from './kind.ts';
import { afterName, items, type Piece, readAll, split, unwrapped } from './typed.ts';

export const matrix: AnswerKind<'matrix'> = {
  read: readMatrix,
  write: key => key.toString(),
  show(value) {
    const rows = value.map(row => row.map(formula));
    return {
      tex: `\\begin{bmatrix}${rows.map(row => row.map(entry => entry.tex).join('&')).join('\\\\')}\\end{bmatrix}`,
      speech: `the matrix with rows ${rows.map(row => row.map(entry => entry.speech).join(', ')).join('; ')}`,
    };
  },
  equal: (a, b) => a.equals(b),
  near: ({ key }) => nearMatrices(key),
  same(value, key) {
    const [rows, columns] = [value.length, value[0]?.length ?? 0];
    if (rows !== key.rows || columns !== key.columns) {
      return { verdict: 'wrong', says: say`Your matrix is ${rows} by ${columns}; this one is ${key.rows} by ${key.columns}.` };
    }
    const equal = value.every((row, i) => row.every((entry, j) => equivalent(entry, toExpression(key.at(i, j))).equal));
    return equal ? RIGHT : WRONG;
  },
};

/** `[[1,2],[3,4]]`, `(1,2),(3,4)`, or rows ended by semicolons or line breaks: `1 2; 3 4`. */
function readMatrix(text: string): Reading<readonly (readonly Expression[])[]> {
  const whole = afterName(text);
  if (whole.text === '') return { ok: false, at: whole.at, says: 'Nothing is typed yet.' };
  const rows: (readonly Expression[])[] = [];
  for (const row of rowsOf(whole)) {
    const reading = readAll(row, { variables: [], decimalComma: false });
    if (!reading.ok) return reading;
    const width = rows[0]?.length ?? reading.value.length;
    if (reading.value.length !== width)
      return { ok: false, at: row[0]?.at ?? whole.at, says: 'The rows have different lengths.' };
    rows.push(reading.value);
  }
  return { ok: true, value: rows };
}

function rowsOf(whole: Piece): readonly (readonly Piece[])[] {
  const inner = unwrapped(whole, '([{') ?? whole;
  for (const piece of [inner, whole]) {
    const rows = split(piece, /[,，;]/).map(row => unwrapped(row, '([{'));
    const listed = piece === inner || rows.length > 1;
    if (listed && rows.every(row => row !== undefined)) return rows.map(row => items(row).pieces);
  }
  const lines = split(inner, /[;；\n]/).filter(line => line.text !== '');
  return lines.map(line =>
    split(line, line.text.includes(',') ? /,/ : /\s/).filter(entry => entry.text !== '' || line.text.includes(',')),
  );
}

/** Transposed, each entry off by one and its sign turned, first two rows swapped, a row less. */
function nearMatrices(key: Matrix): Matrix[] {
  const rows = Array.from({ length: key.rows }, (_, i) => Array.from({ length: key.columns }, (_, j) => key.at(i, j)));
  const changed = rows.flatMap((row, i) =>
    row.flatMap((entry, j) => [withEntry(rows, i, j, entry.plus(1)), withEntry(rows, i, j, entry.negated())]),
  );
  const [first, second, ...rest] = rows;
  const swapped = first && second ? [matrixOf([second, first, ...rest]), matrixOf([second, ...rest])] : [];
  return [key.transpose(), ...changed, ...swapped];
}

function withEntry(rows: readonly (readonly Rational[])[], i: number, j: number, entry: Rational): Matrix {
  return matrixOf(rows.map((row, k) => (k === i ? row.with(j, entry) : row)));
}
