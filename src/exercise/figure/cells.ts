// Bars and grids as data: distributions, and matrices with cells to look at.
import { Matrix } from '../../math/matrix.ts';
import type { RationalLike } from '../../math/rational.ts';
import { exact, filled, must, requireDistinct, type Shown, shown } from './value.ts';

/** A row of bars for each label, one bar a series. */
export interface BarsFigure {
  readonly kind: 'bars';
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly label?: string; readonly values: readonly string[] }[];
}

interface BarsLike {
  readonly title: string;
  readonly labels: readonly Shown[];
  /** One series of exact numbers or decimals; they stand behind the bars. */
  readonly values?: readonly RationalLike[];
  /** Up to three with a label each, such as p and q. */
  readonly series?: readonly { readonly label: Shown; readonly values: readonly RationalLike[] }[];
}

/** A distribution or several side by side; ten labels at most. */
export function bars({ title, labels, values, series }: BarsLike): BarsFigure {
  const rows = series ?? (values ? [{ values }] : []);
  must(rows.length > 0 && rows.length <= 3, 'a bar chart has one to three series');
  must(labels.length > 0 && labels.length <= 10, 'a bar chart has 1 to 10 labels');
  must(labels.length * rows.length <= 18, 'a bar chart has at most 18 bars');
  must(
    rows.every(row => row.values.length === labels.length),
    'a bar chart has a value for each label',
  );
  requireDistinct(labels.map(String), 'bar');
  return {
    kind: 'bars',
    title,
    labels: labels.map(label => shown(label, 12)),
    series: rows.map(row =>
      filled({
        label: 'label' in row ? shown(row.label, 14) : undefined,
        values: row.values.map(value => shown(exact(value), 9)),
      }),
    ),
  };
}

/** A block of cells, counted from 0. */
export interface CellBlock {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface MatrixFigure {
  readonly kind: 'matrix';
  readonly title?: string;
  readonly cells: readonly (readonly string[])[];
  readonly rowLabels?: readonly string[];
  readonly columnLabels?: readonly string[];
  /** Cells to stress, row and column counted from 0. */
  readonly marked?: readonly (readonly [row: number, column: number])[];
  /** A framed block, such as the window of a convolution. */
  readonly window?: CellBlock;
  /** Darker cells for larger values. */
  readonly heat?: true;
}

interface MatrixLook {
  readonly title?: string;
  readonly rowLabels?: readonly Shown[];
  readonly columnLabels?: readonly Shown[];
  readonly marked?: readonly (readonly [row: number, column: number])[];
  /** Rows and columns are counted from 0; one cell where their number is left out. */
  readonly window?: { readonly row: number; readonly column: number; readonly rows?: number; readonly columns?: number };
  readonly heat?: boolean;
}

/** A grid of numbers or short words with cells to look at; 10 by 8 at most. */
export function matrix(entries: Matrix | readonly (readonly Shown[])[], look: MatrixLook = {}): MatrixFigure {
  const { title, rowLabels, columnLabels, marked, window, heat } = look;
  const rows: readonly (readonly Shown[])[] = entries instanceof Matrix ? entries.entries : entries;
  const cells = rows.map(row => row.map(entry => shown(entry, 8)));
  const columns = cells[0]?.length ?? 0;
  must(cells.length <= 10 && columns > 0 && columns <= 8, 'a grid has 1 to 10 rows and 1 to 8 columns');
  must(
    cells.every(row => row.length === columns),
    'the rows of a grid have the same length',
  );
  must((rowLabels?.length ?? cells.length) === cells.length, 'a label for each row');
  must((columnLabels?.length ?? columns) === columns, 'a label for each column');
  const block = window && { row: window.row, column: window.column, rows: window.rows ?? 1, columns: window.columns ?? 1 };
  const ends = [
    ...(marked ?? []),
    ...(block
      ? [
          [block.row, block.column],
          [block.row + block.rows - 1, block.column + block.columns - 1],
        ]
      : []),
  ];
  must(
    ends.every(([i = -1, j = -1]) => cells[i]?.[j] !== undefined),
    'a stressed cell lies in the grid',
  );
  const widths = Array.from({ length: columns }, (_, j) => {
    const texts = [...cells.map(row => row[j] ?? ''), `${columnLabels?.[j] ?? ''}`];
    return Math.max(38, ...texts.map(text => [...text].length * 8.4 + 12));
  });
  const before = Math.max(0, ...(rowLabels ?? []).map(label => `${label}`.length * 8.4 + 10));
  must(widths.reduce((a, b) => a + b, before) <= 314, 'this grid is too wide for a phone');
  if (heat) for (const entry of cells.flat()) exact(entry);
  return filled({
    kind: 'matrix' as const,
    title,
    cells,
    rowLabels: rowLabels?.map(label => shown(label, 8)),
    columnLabels: columnLabels?.map(label => shown(label, 8)),
    marked,
    window: block,
    heat: heat ? (true as const) : undefined,
  });
}
