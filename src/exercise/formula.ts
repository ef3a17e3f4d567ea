// A formula as data: TeX for the eye and words for the ear, made from mathematical values and from a small part of TeX.
import { decimalText } from '../math/decimal.ts';
import { printSpeech } from '../math/expression/print-speech.ts';
import { printTeX } from '../math/expression/print-tex.ts';
import type { Expression } from '../math/expression/tree.ts';
import { matrixSpeech, matrixTeX, type Printable } from '../math/printable.ts';
import { Rational } from '../math/rational.ts';
import type { Vector } from '../math/vector.ts';
import { speakTeX } from './notation.ts';

export interface Formula {
  readonly tex: string;
  readonly speech: string;
  /** Set on a line of its own; wide ones scroll in their own box. */
  readonly display?: true;
}

export type FormulaLike = Formula | Printable | Expression | number | bigint;

export function formula(value: FormulaLike): Formula {
  if (typeof value === 'number' || typeof value === 'bigint') return fromPrintable(Rational.from(value));
  if ('tex' in value) return value;
  if ('toTeX' in value) return fromPrintable(value);
  return { tex: printTeX(value), speech: printSpeech(value) };
}

/** Hand-written TeX with its own spoken words, for what `math` cannot speak. */
export function tex(source: string, speech: string): Formula {
  return { tex: source, speech };
}

/** A template for formulas: the literal parts are TeX that `speakTeX` knows (else it throws), values print themselves. */
export function math(strings: TemplateStringsArray, ...values: readonly (FormulaLike | string)[]): Formula {
  const parts: Formula[] = [];
  for (const [i, literal] of literalsOf(strings).entries()) {
    parts.push(literal);
    const value = values[i];
    if (value !== undefined) parts.push(typeof value === 'string' ? { tex: value, speech: speakTeX(value) } : formula(value));
  }
  return join(parts, '', ' ');
}

/** A template's literal parts are the same objects each time, so they are spoken once. */
const literals = new WeakMap<TemplateStringsArray, readonly Formula[]>();
/** Stands for a value while its template is spoken as one: `\\frac{${a}}{${b}}` is "a over b" only as a whole. */
const HOLE = '\uE000';

function literalsOf(strings: TemplateStringsArray): readonly Formula[] {
  const known = literals.get(strings);
  if (known) return known;
  const words = speakTeX(strings.raw.join(HOLE)).split(HOLE);
  const spoken = strings.raw.map((source, i) => ({ tex: source, speech: words[i] ?? '' }));
  literals.set(strings, spoken);
  return spoken;
}

/** The same formula on a line of its own. */
export function display(value: FormulaLike): Formula {
  return { ...formula(value), display: true };
}

/** Values in a row with commas: `1, 2, 3`. */
export function list(values: readonly FormulaLike[]): Formula {
  return join(values.map(formula), ',\\; ', ', ');
}

/** A point, or a vector as it is typed: `(1, 2, 3)`. */
export function row(values: readonly FormulaLike[]): Formula {
  const inner = list(values);
  return { tex: `(${inner.tex})`, speech: `the vector ${inner.speech}` };
}

const NORMS = { 1: ['_1', 'L1 norm'], 2: ['_2', 'Euclidean norm'], max: ['_\\infty', 'maximum norm'] } as const;

/** The norm of a value or of TeX: `normOf('x', 1)`; without a kind it has no subscript and is just "the norm". */
export function normOf(inside: FormulaLike | string, kind?: keyof typeof NORMS): Formula {
  const [subscript, name] = kind === undefined ? ['', 'norm'] : NORMS[kind];
  const { tex, speech } = math`${inside}`;
  return { tex: `\\lVert ${tex} \\rVert${subscript}`, speech: `the ${name} of ${speech}` };
}

/** `+ 3` or `- 3`: a number that follows another one. */
export function signed(value: Rational | number): Formula {
  const number = Rational.from(value);
  const size = fromPrintable(number.abs());
  return number.sign() < 0
    ? { tex: `- ${size.tex}`, speech: `minus ${size.speech}` }
    : { tex: `+ ${size.tex}`, speech: `plus ${size.speech}` };
}

/** In round brackets when negative: `3 \cdot (-2)`; `bracketed(x, decimal)` writes decimals. */
export function bracketed(value: Rational | number, write: (value: Rational) => Formula = formula): Formula {
  const inner = write(Rational.from(value));
  return Rational.from(value).sign() < 0 ? { tex: `(${inner.tex})`, speech: inner.speech } : inner;
}

/** 1/5 as `20\%`. Throws where the percentage does not end. */
export function percent(value: Rational): Formula {
  const number = decimalDigits(value.times(100));
  return { tex: `${number}\\%`, speech: `${number} percent` };
}

/** 1/4 as `0.25`. Throws where the decimals do not end. */
export function decimal(value: Rational): Formula {
  const digits = decimalDigits(value);
  return { tex: digits, speech: digits.replace('-', 'minus ') };
}

/** A column vector with its entries as decimals. Throws where one does not end. */
export function decimals(vector: Vector): Formula {
  const entries = vector.entries.map(decimal);
  return {
    tex: `\\begin{pmatrix}${entries.map(entry => entry.tex).join(' \\\\ ')}\\end{pmatrix}`,
    speech: `the vector ${entries.map(entry => entry.speech).join(', ')}`,
  };
}

/** A matrix with more than numbers in it: `matrixOf([[math`k`, 2], [3, 4]])`. */
export function matrixOf(rows: readonly (readonly FormulaLike[])[]): Formula {
  const cells = rows.map(row => row.map(formula));
  return {
    tex: matrixTeX(cells.map(row => row.map(cell => cell.tex))),
    speech: matrixSpeech(cells.map(row => row.map(cell => cell.speech))),
  };
}

/** A matrix of which one entry, in row i and column j counted from 0, is still called k. */
export function matrixWithHole(rows: readonly (readonly FormulaLike[])[], i: number, j: number): Formula {
  return matrixOf(rows.map((row, r) => (r === i ? row.with(j, math`k`) : row)));
}

/** A table with a head row, set as TeX; spoken row by row. */
export function table(head: readonly FormulaLike[], rows: readonly (readonly FormulaLike[])[]): Formula {
  const cells = [head, ...rows].map(row => row.map(formula));
  const [top = [], ...body] = cells.map(row => row.map(cell => cell.tex).join(' & '));
  return {
    tex: `\\begin{array}{${'c'.repeat(head.length)}} ${top} \\\\ \\hline ${body.join(' \\\\ ')} \\end{array}`,
    speech: cells.map(row => row.map(cell => cell.speech).join(', ')).join('; '),
    display: true,
  };
}

/** Upright words inside a formula or a table cell. */
export function word(text: string): Formula {
  return { tex: `\\text{${text}}`, speech: text };
}

function join(parts: readonly Formula[], glue: string, pause: string): Formula {
  const speech = parts.map(part => part.speech.trim()).filter(Boolean);
  return { tex: parts.map(part => part.tex).join(glue), speech: speech.join(pause) };
}

function fromPrintable(value: Printable): Formula {
  return { tex: value.toTeX(), speech: value.toSpeech() };
}

function decimalDigits(value: Rational): string {
  const digits = decimalText(value);
  if (digits === undefined) throw new RangeError(`decimals of ${value} do not end`);
  return digits;
}
