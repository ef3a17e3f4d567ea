// Exact matrices over the rationals; rows and columns are counted from 0.
import { matrixSpeech, matrixTeX, type Printable } from './printable.ts';
import { ONE, Rational, type RationalLike, ZERO } from './rational.ts';
import { dot, type Vector, vector } from './vector.ts';

export class Matrix implements Printable {
  readonly entries: readonly (readonly Rational[])[];
  /** The number of rows. */
  readonly rows: number;
  /** The number of columns. */
  readonly columns: number;

  private constructor(entries: readonly (readonly Rational[])[], columns: number) {
    this.entries = entries;
    this.rows = entries.length;
    this.columns = columns;
  }

  /** Throws on rows of different lengths and where there is no entry. */
  static from(rows: readonly (readonly RationalLike[])[]): Matrix {
    const columns = rows[0]?.length ?? 0;
    if (columns === 0) throw new RangeError('a matrix needs at least one entry');
    if (rows.some(row => row.length !== columns)) throw new RangeError('the rows of a matrix have different lengths');
    return new Matrix(
      rows.map(row => row.map(Rational.from)),
      columns,
    );
  }

  /** entry(i, j) at row i and column j. */
  static build(rows: number, columns: number, entry: (i: number, j: number) => RationalLike): Matrix {
    return matrix(Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => entry(i, j))));
  }

  static identity(n: number): Matrix {
    return Matrix.build(n, n, (i, j) => (i === j ? ONE : ZERO));
  }

  static zero(rows: number, columns: number): Matrix {
    return Matrix.build(rows, columns, () => ZERO);
  }

  static diagonal(...values: RationalLike[]): Matrix {
    return Matrix.build(values.length, values.length, (i, j) => (i === j ? (values[i] ?? ZERO) : ZERO));
  }

  /** Throws on vectors of different lengths. */
  static fromColumns(columns: readonly Vector[]): Matrix {
    return matrix(columns.map(column => column.entries)).transpose();
  }

  /** Throws outside, as do row and column. */
  at(i: number, j: number): Rational {
    const entry = this.entries[i]?.[j];
    if (entry === undefined) throw new RangeError(`no entry (${i}, ${j}) in a ${this.rows} by ${this.columns} matrix`);
    return entry;
  }

  row(i: number): Vector {
    return vector(this.entries[i] ?? [this.at(i, 0)]);
  }

  column(j: number): Vector {
    return vector(this.entries.map((_, i) => this.at(i, j)));
  }

  /** Throws where the shapes differ, as do minus and hadamard. */
  plus(other: Matrix): Matrix {
    return this.#requireShapeOf(other).map((entry, i, j) => entry.plus(other.at(i, j)));
  }

  minus(other: Matrix): Matrix {
    return this.#requireShapeOf(other).map((entry, i, j) => entry.minus(other.at(i, j)));
  }

  /** The entrywise product. */
  hadamard(other: Matrix): Matrix {
    return this.#requireShapeOf(other).map((entry, i, j) => entry.times(other.at(i, j)));
  }

  /** The matrix product, or every entry times a scalar. Throws where the shapes don't fit. */
  times(other: Matrix | RationalLike): Matrix {
    if (!(other instanceof Matrix)) {
      const factor = Rational.from(other);
      return this.map(entry => entry.times(factor));
    }
    if (this.columns !== other.rows) throw new RangeError(`${this.columns} columns times ${other.rows} rows`);
    const columns = other.transpose().entries;
    return new Matrix(
      this.entries.map(row => columns.map(column => dot(row, column))),
      other.columns,
    );
  }

  /** The column vector Av. Throws where the shapes don't fit. */
  apply(v: Vector): Vector {
    if (this.columns !== v.length) throw new RangeError(`${this.columns} columns times ${v.length} entries`);
    return vector(this.entries.map(row => dot(row, v.entries)));
  }

  transpose(): Matrix {
    return Matrix.build(this.columns, this.rows, (i, j) => this.at(j, i));
  }

  /** Throws unless square, as does power. */
  trace(): Rational {
    this.requireSquare();
    return this.entries.reduce((total, _, i) => total.plus(this.at(i, i)), ZERO);
  }

  /** n is 0 or more; the inverse lives in elimination.ts. */
  power(n: number): Matrix {
    this.requireSquare();
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`no matrix power ${n}`);
    let result = Matrix.identity(this.rows);
    for (let base: Matrix = this, rest = n; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = result.times(base);
      if (rest > 1) base = base.times(base);
    }
    return result;
  }

  /** Matrices of another shape are different, not an error. */
  equals(other: Matrix): boolean {
    return this.#hasShapeOf(other) && this.entries.every((row, i) => row.every((entry, j) => entry.equals(other.at(i, j))));
  }

  isSquare(): boolean {
    return this.rows === this.columns;
  }

  isSymmetric(): boolean {
    return this.isSquare() && this.entries.every((row, i) => row.every((entry, j) => j >= i || entry.equals(this.at(j, i))));
  }

  isZero(): boolean {
    return this.entries.every(row => row.every(entry => entry.isZero()));
  }

  map(change: (entry: Rational, i: number, j: number) => RationalLike): Matrix {
    const entries = this.entries.map((row, i) => row.map((entry, j) => Rational.from(change(entry, i, j))));
    return new Matrix(entries, this.columns);
  }

  requireSquare(): void {
    if (!this.isSquare()) throw new RangeError(`a ${this.rows} by ${this.columns} matrix is not square`);
  }

  toTeX(): string {
    return matrixTeX(this.entries.map(row => row.map(entry => entry.toTeX())));
  }

  toString(): string {
    return `[${this.entries.map(row => `[${row.join(', ')}]`).join(', ')}]`;
  }

  toSpeech(): string {
    return matrixSpeech(this.entries.map(row => row.map(entry => entry.toSpeech())));
  }

  /** The rows as lists of strings; `matrix` builds it again. */
  toJSON(): string[][] {
    return this.entries.map(row => row.map(String));
  }

  #hasShapeOf(other: Matrix): boolean {
    return this.rows === other.rows && this.columns === other.columns;
  }

  #requireShapeOf(other: Matrix): this {
    if (this.#hasShapeOf(other)) return this;
    throw new RangeError(`a ${this.rows} by ${this.columns} and a ${other.rows} by ${other.columns} matrix`);
  }
}

/** `matrix([[1, 2], ['1/2', 4]])`. Throws on rows of different lengths and where there is no entry. */
export function matrix(rows: readonly (readonly RationalLike[])[]): Matrix {
  return Matrix.from(rows);
}
