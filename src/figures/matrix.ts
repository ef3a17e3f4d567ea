// A grid of numbers or words: stressed cells, a framed block, and cells that are darker for larger values.

import { numberOf } from '../exercise/figure/value.ts';
import type { Figure } from '../exercise/figure.ts';
import { type Box, union } from './geometry.ts';
import { drawLabel, labelBox, SIZE, SMALL, textWidth, told } from './label.ts';
import { picture, toned, WIDEST } from './picture.ts';
import { rounded, type SvgNode, svg } from './svg-node.ts';
import { listed, sentence } from './words.ts';

type MatrixFigure = Extract<Figure, { kind: 'matrix' }>;

const ROW = 38;
const HEAD = 26;
const DARKEST = 0.5;

export function drawMatrix(figure: MatrixFigure): SvgNode {
  const { cells, rowLabels = [], columnLabels = [], window } = figure;
  const left = rowLabels.length > 0 ? Math.max(...rowLabels.map(label => textWidth(label, SMALL + 1))) + 10 : 0;
  const top = columnLabels.length > 0 ? HEAD : 0;
  const widths = columnWidths(figure, WIDEST - 8 - left);
  const starts = widths.map((_, j) => left + widths.slice(0, j).reduce((a, b) => a + b, 0));
  const box = (i: number, j: number): Box => {
    const [x, y] = [starts[j] ?? 0, top + i * ROW];
    return { left: x, right: x + (widths[j] ?? 0), top: y, bottom: y + ROW };
  };
  const shades = heatOf(figure);
  const drawn = cells.flatMap((row, i) => row.map((text, j) => drawCell(figure, text, i, j, box(i, j), shades[i]?.[j] ?? 0)));
  const rows = rowLabels.map((label, i) => head(label, { x: left - 10, y: top + (i + 0.5) * ROW }, 'end'));
  const columns = columnLabels.map((label, j) =>
    head(label, { x: (starts[j] ?? 0) + (widths[j] ?? 0) / 2, y: HEAD / 2 - 2 }, 'middle'),
  );
  const last = window && box(window.row + window.rows - 1, window.column + window.columns - 1);
  const block = window && last && drawFrame(union([box(window.row, window.column), last]), 'figure-window', 4);
  const marked = (figure.marked ?? []).map(([i, j]) => drawFrame(box(i, j), 'figure-mark', 2.5, 2));
  const content = union([box(0, 0), box(cells.length - 1, widths.length - 1), ...[...rows, ...columns].map(part => part.box)]);
  return picture('matrix', content, [
    ...drawn,
    ...toneIf(1, marked),
    ...(block ? toneIf(1, [block]) : []),
    ...[...rows, ...columns].map(({ node }) => node),
  ]);
}

/** Columns as wide as their longest entry; all alike where there is room. */
function columnWidths({ cells, columnLabels = [] }: MatrixFigure, room: number): number[] {
  const own = (cells[0] ?? []).map((_, j) => {
    const texts = cells.map(row => textWidth(row[j] ?? ''));
    return Math.max(ROW, textWidth(columnLabels[j] ?? '', SMALL + 1) + 8, ...texts.map(width => width + 12));
  });
  const [widest, sum] = [Math.max(...own), own.reduce((a, b) => a + b, 0)];
  if (widest * own.length <= room) return own.map(() => widest);
  return sum <= room ? own : own.map(width => (width * room) / sum);
}

/** From 0 for the least value to 1 for the largest. */
function heatOf({ cells, heat }: MatrixFigure): number[][] {
  if (!heat) return [];
  const values = cells.map(row => row.map(numberOf));
  const [low, high] = [Math.min(...values.flat(), 0), Math.max(...values.flat())];
  return values.map(row => row.map(value => (high > low ? (value - low) / (high - low) : 0)));
}

function drawCell(
  { marked = [], window, heat }: MatrixFigure,
  text: string,
  i: number,
  j: number,
  box: Box,
  shade: number,
): SvgNode {
  const inWindow =
    window && i >= window.row && i < window.row + window.rows && j >= window.column && j < window.column + window.columns;
  const isMarked = marked.some(([row, column]) => row === i && column === j);
  const fill = heat ? shade * DARKEST : isMarked || inWindow ? 0.14 : 0;
  const size = { x: rounded(box.left), y: rounded(box.top), width: rounded(box.right - box.left), height: ROW };
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  return svg('g', { class: 'figure-cell' }, [
    toned(1, [
      svg('rect', { ...size, class: 'figure-tint', fill: 'currentColor', 'fill-opacity': rounded(fill), stroke: 'none' }),
    ]),
    svg('g', { class: 'figure-grid', opacity: 0.6 }, [
      svg('rect', { ...size, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.25 }),
    ]),
    ...(text === '' ? [] : [drawLabel(text, middle, { size: SIZE })]),
  ]);
}

function drawFrame({ left, right, top, bottom }: Box, name: string, width: number, inset = 0): SvgNode {
  const size = {
    x: rounded(left + inset),
    y: rounded(top + inset),
    width: rounded(right - left - 2 * inset),
    height: rounded(bottom - top - 2 * inset),
  };
  return svg('rect', { class: name, ...size, rx: 3, fill: 'none', stroke: 'currentColor', 'stroke-width': width });
}

function head(label: string, at: { readonly x: number; readonly y: number }, anchor: 'end' | 'middle') {
  const width = textWidth(label, SMALL + 1);
  const centre = anchor === 'end' ? { x: at.x - width / 2, y: at.y } : at;
  return {
    node: drawLabel(label, at, { size: SMALL + 1, anchor, class: 'figure-quiet' }),
    box: labelBox(label, centre, SMALL + 1),
  };
}

function toneIf(tone: number, nodes: readonly SvgNode[]): SvgNode[] {
  return nodes.length > 0 ? [toned(tone, nodes)] : [];
}

export function describeMatrix({ title, cells, rowLabels, columnLabels, marked = [], window }: MatrixFigure): string {
  const rows = cells.map(
    (row, i) => `${rowLabels ? told(rowLabels[i] ?? '') : `row ${i + 1}`}: ${row.map(cell => told(cell) || 'empty').join(', ')}`,
  );
  const frame_ = window && {
    rows: window.rows > 1 ? `rows ${window.row + 1} to ${window.row + window.rows}` : `row ${window.row + 1}`,
    columns:
      window.columns > 1 ? `columns ${window.column + 1} to ${window.column + window.columns}` : `column ${window.column + 1}`,
  };
  return [
    `${title ?? 'A grid'} with ${cells.length} rows and ${cells[0]?.length ?? 0} columns.`,
    columnLabels ? `Columns: ${listed(columnLabels.map(told))}.` : '',
    sentence(rows.join('; ')),
    marked.length > 0 ? `Marked: ${marked.map(([i, j]) => `row ${i + 1} column ${j + 1}`).join(', ')}.` : '',
    frame_ ? `Framed: ${frame_.rows}, ${frame_.columns}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
