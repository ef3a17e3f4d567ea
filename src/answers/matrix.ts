// A matrix entry by entry.
import type { AnswerOf } from '../exercise/answer.ts';
import type { Expression } from '../math/expression/tree.ts';
import { isExact, rowsOf } from './entries.ts';
import { equalEntries, judgeEntries, roundedHint, writeEntry } from './judge-entries.ts';
import type { AnswerKind, Reading } from './kind.ts';
import { type Rows, readScaled, sizeOf } from './scaled.ts';
import { afterName, items, type Piece, plainBrackets, readAll, split, unreadable, unwrapped } from './typed.ts';

export const matrix: AnswerKind<'matrix'> = {
  read: readMatrix,
  write(key, answer) {
    const rows = rowsOf(key).map(row => `[${row.map(entry => writeEntry(entry, answer)).join(', ')}]`);
    return `[${rows.join(', ')}]`;
  },
  equal: (a, b, answer) => isSame(rowsOf(a), rowsOf(b), answer),
  same(value, key, answer) {
    const wanted = rowsOf(key);
    const [typed, asked] = [sizeOf(value), sizeOf(wanted)];
    if (typed !== asked) return { verdict: 'wrong', says: [`Your matrix is ${typed}; it needs to be ${asked}.`] };
    const width = wanted[0]?.length ?? 1;
    const place = (i: number) => `row ${Math.floor(i / width) + 1}, column ${(i % width) + 1}`;
    return judgeEntries(value.flat(), wanted.flat(), { ...answer, isExact: isExact(key) }, place);
  },
  hint: (value, key, answer) => roundedHint(value.flat(), rowsOf(key).flat(), answer),
};

function isSame(a: Rows, b: Rows, answer: AnswerOf<'matrix'>): boolean {
  return a.length === b.length && a.every((row, i) => equalEntries(row, b[i] ?? [], answer));
}

/** `[[1,2],[3,4]]`, `(1,2),(3,4)`, pasted TeX, with factors and in sums, or rows ended by semicolons or line breaks: `1 2; 3 4`. */
function readMatrix(text: string, { variables = [] }: Pick<AnswerOf<'matrix'>, 'variables'>): Reading<Rows> {
  const whole = afterName(plainBrackets(text).replaceAll(/\](\s+)(?=\[)/g, found => '],'.padEnd(found.length)));
  if (whole.text === '') return unreadable(whole.at, 'Nothing is typed yet.');
  return readScaled(whole, { variables }, list => readRows(list, variables));
}

function readRows(list: Piece, variables: readonly string[]): Reading<Rows> {
  const rows: (readonly Expression[])[] = [];
  for (const row of rowPieces(list)) {
    const reading = readAll(row, { variables, decimalComma: false });
    if (!reading.ok) return reading;
    const width = rows[0]?.length ?? reading.value.length;
    if (reading.value.length !== width) return unreadable(row[0]?.at ?? list.at, 'The rows have different lengths.');
    rows.push(reading.value);
  }
  return (rows[0]?.length ?? 0) > 0 ? { ok: true, value: rows } : unreadable(list.at, 'There is nothing between these brackets.');
}

function rowPieces(whole: Piece): readonly (readonly Piece[])[] {
  const outer = unwrapped(whole, '([{') ?? whole;
  const deeper = unwrapped(outer, '([{');
  const inner = deeper && split(deeper, /;/).length > 1 ? deeper : outer;
  for (const piece of [inner, whole]) {
    const rows = split(piece, /[,，;\n]/)
      .filter(row => row.text !== '' || !piece.text.includes('\n'))
      .map(row => unwrapped(row, '([{'));
    const listed = piece === inner || rows.length > 1;
    if (listed && rows.every(row => row !== undefined)) return rows.map(entryPieces);
  }
  return split(inner, /[;；\n]/)
    .filter(line => line.text !== '')
    .map(entryPieces);
}

/** Commas part the entries, or semicolons, or only spaces. */
function entryPieces(row: Piece): readonly Piece[] {
  const { pieces } = items(row);
  return pieces.length > 1 ? pieces : bySpaces(row);
}

/** Spaces part the entries, save those around a sign: `1 -2` are two, `x - 2` is one. */
function bySpaces(line: Piece): readonly Piece[] {
  const joined = line.text.replaceAll(/\s*([*/^+])\s*|\s+([-−])\s+/gu, (found, sign: string, minus: string) =>
    (sign ?? minus ?? '').padStart(found.length, '\u2060'),
  );
  return split({ ...line, text: joined }, /\s/).filter(entry => entry.text !== '');
}
