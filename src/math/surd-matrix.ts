// Matrices and vectors whose entries are sums of roots: orthonormal columns, triangular factors, changes of basis.
import { Matrix } from './matrix.ts';
import { matrixSpeech, matrixTeX, type Printable } from './printable.ts';
import { Surd, type SurdLike } from './surd.ts';

/** A column; its entries are counted from 0. */
export type SurdVector = readonly Surd[];

export class SurdMatrix implements Printable {
  readonly entries: readonly SurdVector[];
  /** The number of rows. */
  readonly rows: number;
  /** The number of columns. */
  readonly columns: number;

  private constructor(entries: readonly SurdVector[], columns: number) {
    this.entries = entries;
    this.rows = entries.length;
    this.columns = columns;
  }

  /** Also of a rational matrix. Throws on rows of different lengths and where there is no entry. */
  static from(rows: Matrix | readonly (readonly SurdLike[])[]): SurdMatrix {
    const entries = (rows instanceof Matrix ? rows.entries : rows).map(row => row.map(Surd.from));
    const columns = entries[0]?.length ?? 0;
    if (columns === 0 || entries.some(row => row.length !== columns)) throw new RangeError('no matrix of these rows');
    return new SurdMatrix(entries, columns);
  }

  /** Throws on columns of different lengths. */
  static fromColumns(columns: readonly SurdVector[]): SurdMatrix {
    return SurdMatrix.from(columns).transpose();
  }

  /** Throws outside, as does column. */
  at(i: number, j: number): Surd {
    const entry = this.entries[i]?.[j];
    if (entry === undefined) throw new RangeError(`no entry (${i}, ${j}) in a ${this.rows} by ${this.columns} matrix`);
    return entry;
  }

  column(j: number): SurdVector {
    return this.entries.map((_, i) => this.at(i, j));
  }

  transpose(): SurdMatrix {
    const columns = Array.from({ length: this.columns }, (_, j) => this.column(j));
    return new SurdMatrix(columns, this.rows);
  }

  /** Throws where the shapes differ. */
  minus(other: SurdMatrix): SurdMatrix {
    return this.map((entry, i, j) => entry.minus(other.at(i, j)));
  }

  /** The matrix product. Throws where the shapes don't fit. */
  times(other: SurdMatrix): SurdMatrix {
    if (this.columns !== other.rows) throw new RangeError(`${this.columns} columns times ${other.rows} rows`);
    const columns = other.transpose().entries;
    return new SurdMatrix(
      this.entries.map(row => columns.map(column => surdDot(row, column))),
      other.columns,
    );
  }

  map(change: (entry: Surd, i: number, j: number) => Surd): SurdMatrix {
    const entries = this.entries.map((row, i) => row.map((entry, j) => change(entry, i, j)));
    return new SurdMatrix(entries, this.columns);
  }

  /** Matrices of another shape are different, not an error. */
  equals(other: SurdMatrix): boolean {
    const hasShape = this.rows === other.rows && this.columns === other.columns;
    return hasShape && this.entries.every((row, i) => row.every((entry, j) => entry.equals(other.at(i, j))));
  }

  /** Undefined where a root remains in some entry. */
  toMatrix(): Matrix | undefined {
    const values = this.entries.map(row => row.flatMap(entry => entry.toRational() ?? []));
    return values.every(row => row.length === this.columns) ? Matrix.from(values) : undefined;
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
}

/** The sum of products, entry by entry. Throws where the lengths differ. */
export function surdDot(a: SurdVector, b: SurdVector): Surd {
  if (a.length !== b.length) throw new RangeError(`vectors of ${a.length} and ${b.length} entries`);
  return a.reduce((total, entry, i) => total.plus(entry.times(b[i] ?? 0)), Surd.from(0));
}
