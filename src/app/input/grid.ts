// A grid of cells and the one text that it stands for: `(1, 2)` or `[[1, 2], [3, 4]]`.
import { entriesOf as keyEntries, rowsOf } from '../../answers/entries.ts';
import { type Piece, plainBrackets, split, trimmed, unwrapped } from '../../answers/typed.ts';
import type { Answer, AnswerOf } from '../../exercise/answer.ts';

export type GridAnswer = AnswerOf<'vector'> | AnswerOf<'direction'> | AnswerOf<'matrix'>;
export type Cells = readonly (readonly string[])[];

export function isGrid(answer: Answer): answer is GridAnswer {
  return answer.kind === 'vector' || answer.kind === 'direction' || answer.kind === 'matrix';
}

/** A vector is a column. */
function shapeOf(answer: GridAnswer): { readonly rows: number; readonly columns: number } {
  const rows = answer.kind === 'matrix' ? rowsOf(answer.key) : keyEntries(answer.key).map(entry => [entry]);
  return { rows: rows.length, columns: rows[0]?.length ?? 1 };
}

/** Empty where all cells are. */
export function compose(answer: GridAnswer, cells: Cells): string {
  const plain = cells.map(row => row.map(asEntry));
  if (plain.every(row => row.every(cell => cell.trim() === ''))) return '';
  return answer.kind === 'matrix' ? `[${plain.map(row => `[${row.join(', ')}]`).join(', ')}]` : `(${plain.flat().join(', ')})`;
}

/** The cells of a composed text; texts of another shape are spread over the cells in reading order. */
export function cellsOf(answer: GridAnswer, text: string): Cells {
  const { rows, columns } = shapeOf(answer);
  const composed = answer.kind === 'matrix' ? splitMatrix(text) : splitVector(text);
  if (composed?.length === rows && composed.every(row => row.length === columns)) return composed;
  const entries = entriesOf(text, answer.kind !== 'matrix');
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => entries[i * columns + j] ?? ''));
}

/** The entries of a pasted matrix, list or table, in reading order; brackets within an entry, as in max(1, 2), stay. */
export function entriesOf(text: string, isVector = false): readonly string[] {
  return leaves(trimmed({ text: plainBrackets(text), at: 0 }), isVector);
}

function leaves(piece: Piece, isVector = false): readonly string[] {
  const inner = unwrapped(piece, '([{');
  const decimals = isVector ? split(inner ?? piece, /;/) : [];
  if (decimals.length > 1 && decimals.every(({ text }) => DECIMAL.test(text))) return decimals.map(({ text }) => text);
  const listed = split(inner ?? piece, /[,;\n\t]/).filter(({ text }) => text !== '');
  if (inner || listed.length > 1) return listed.flatMap(part => leaves(part));
  const bySpace = split(piece, /\s/).filter(({ text }) => text !== '');
  return isSpaced(bySpace) ? bySpace.flatMap(part => leaves(part)) : listed.map(({ text }) => text);
}

/** With a decimal comma, as in `0,5; 1`; between the rows of a matrix a semicolon says nothing of commas. */
const DECIMAL = /^[-−+]?\d+(?:[.,]\d+)?$/u;

/** `1 -2 3/4` and `[1 2] [3 4]`, not `2 x + 1`. */
function isSpaced(pieces: readonly Piece[]): boolean {
  return pieces.length > 1 && pieces.every(piece => /^[-−+]?[\d./]+$/u.test(piece.text) || unwrapped(piece, '([{'));
}

/** The cell, counted in reading order, that a place in the composed text falls into. */
export function cellAt(answer: GridAnswer, cells: Cells, place: number): number {
  const composed = compose(answer, cells);
  const before = composed.slice(0, place).replaceAll(/\], \[/g, ', ');
  const index = before.split(', ').length - 1;
  return Math.min(index, cells.flat().length - 1);
}

/** A decimal comma in a cell is a point; in brackets a comma parts values, and without a blank it is none between cells. */
function asEntry(cell: string): string {
  return /[([{]/.test(cell) ? cell.replaceAll(/,\s+/g, ',') : cell.replaceAll(',', '.');
}

function splitVector(text: string): Cells | undefined {
  const inner = /^\((.*)\)$/s.exec(text)?.[1];
  return inner?.split(', ').map(cell => [cell]);
}

function splitMatrix(text: string): Cells | undefined {
  const inner = /^\[\[(.*)\]\]$/s.exec(text)?.[1];
  return inner?.split('], [').map(row => row.split(', '));
}
