// The table of results for other programs: for spreadsheets, and as text for a message.

import { type ClassTotals, counted } from './class-totals.ts';
import { fileName } from './file-name.ts';
import { decimalText, furtherText, resultLine, whoseText } from './result-words.ts';
import type { ResultRow } from './results.ts';

const words = {
  columns: ['Name', 'Try', 'Score', 'Of', 'Percent', 'Seconds'],
  summary: ({ people, mean, median }: ClassTotals, of: number) =>
    `${people} ${people === 1 ? 'result' : 'results'}, mean ${decimalText(mean)} and median ${decimalText(median)} of ${of}`,
  hardest: (number: number, title: string, right: number, people: number) =>
    `Hardest: exercise ${number}, ${title}, ${right} of ${people} right`,
};

/** In the order of the rows; with the titles of the exercises, in the order of the set. */
export const csvOf = (rows: readonly ResultRow[], titles: readonly string[]): string => {
  const head = [...words.columns, ...titles.map((title, i) => `${i + 1}. ${title}`)];
  const lines = rows.map(row => [
    whoseText(row, rows),
    row.number,
    row.score,
    row.marks.length,
    Math.round(row.share * 100),
    row.seconds,
    ...row.marks,
  ]);
  return [head, ...lines].map(line => `${line.map(cell).join(',')}\r\n`).join('');
};

/** Spreadsheets take a text that begins like this for a formula, and would do what a stranger's name says. */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]/u;

const cell = (value: string | number): string => {
  if (typeof value === 'number') return `${value}`;
  return `"${(FORMULA.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
};

/** For a message: what the class came to, then a line for each result. */
export const textOf = (title: string, rows: readonly ResultRow[], totals: ClassTotals, titles: readonly string[]): string => {
  const of = titles.length;
  const [hardest] = totals.exercises;
  const isHard = hardest && counted(rows).length > 1 && hardest.right < totals.people;
  return [
    title,
    words.summary(totals, of),
    ...(isHard ? [words.hardest(hardest.place + 1, titles[hardest.place] ?? '', hardest.right, totals.people)] : []),
    '',
    ...rows.map((row, i) => `${i + 1}. ${lineOf(row, rows)}`),
  ].join('\n');
};

const lineOf = (row: ResultRow, rows: readonly ResultRow[]): string => {
  const further = furtherText(row);
  const whose = `${whoseText(row, rows)}${further && ` (${further})`}`;
  return resultLine({ title: whose, score: row.score, all: row.marks.length, seconds: row.seconds });
};

/** A file for a spreadsheet, which by the mark at its beginning knows how letters are written in it. */
export const tableFile = (title: string, csv: string): File =>
  new File([`\uFEFF${csv}`], `${fileName(title)}-results.csv`, { type: 'text/csv' });
