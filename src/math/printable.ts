// What a mathematical value can do for a page: TeX for the eye, text in the syntax that a learner types, words for the ear.

export interface Printable {
  toTeX(): string;
  /** In the syntax that a learner types; reading it back gives an equal value. */
  toString(): string;
  /** Spoken words without symbols, such as "minus 3 over 4". */
  toSpeech(): string;
}

/** A matrix whose entries are written already, row by row. */
export function matrixTeX(rows: readonly (readonly string[])[]): string {
  return `\\begin{bmatrix}${rows.map(row => row.join(' & ')).join(' \\\\ ')}\\end{bmatrix}`;
}

/** The same for the ear; not for a matrix without rows. */
export function matrixSpeech(rows: readonly (readonly string[])[]): string {
  const words = rows.map(row => row.join(', ')).join('; ');
  return `the ${rows.length} by ${rows[0]?.length ?? 0} matrix with ${rows.length === 1 ? 'row' : 'rows'} ${words}`;
}
