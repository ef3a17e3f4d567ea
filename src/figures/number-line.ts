// A number line: sets as bars above it, each in its row, and points on it; filled ends belong to the set, rings don't.

import { numberOf } from '../exercise/figure/value.ts';
import type { Figure } from '../exercise/figure.ts';
import { drawArrow } from './edges.ts';
import { type Box, boxAround, union } from './geometry.ts';
import { drawLabel, labelBox, SMALL, textWidth, told } from './label.ts';
import { dashOf, picture, stroke, toned, WIDEST } from './picture.ts';
import { placeLabels } from './placing.ts';
import { rounded, type SvgNode, svg } from './svg-node.ts';
import { ticksOf } from './ticks.ts';
import { listed } from './words.ts';

type NumberLineFigure = Extract<Figure, { kind: 'number-line' }>;
type Row = NonNullable<NumberLineFigure['sets']>[number];
type Piece = Row['pieces'][number];

const ROW = 34;
const END = 12;

export function drawNumberLine(figure: NumberLineFigure): SvgNode {
  const { sets = [], points = [] } = figure;
  const names = Math.max(0, ...sets.map(({ label }) => (label === undefined ? 0 : textWidth(label) + 8)));
  const [from, to] = [numberOf(figure.from), numberOf(figure.to)];
  const [left, right] = [names + END, WIDEST - 20 - END];
  const at = (value: number) => left + ((value - from) / (to - from)) * (right - left);
  const rows = sets.map((row, i) => drawRow(row, i + 1, -(sets.length - i) * ROW, at, [left - END, right + END]));
  const ticks = drawTicks(figure, at);
  const marks = points.map(({ at: value, open }) => drawEnd(at(numberOf(value)), 0, open !== true));
  const wishes = points.flatMap(({ at: value, label }) => {
    const x = at(numberOf(value));
    const first = [
      { x, y: -17 },
      { x, y: -17 - ROW },
      { x, y: -17 - 2 * ROW },
    ];
    return label === undefined ? [] : [{ text: label, at: { x, y: 0 }, first, gap: 8, towards: -Math.PI / 2 }];
  });
  const bounds = { left: 0, right: WIDEST - 10, top: -1000, bottom: -8 };
  const blocks = [
    ...rows.flatMap(({ boxes }) => boxes),
    ...points.map(point => boxAround({ x: at(numberOf(point.at)), y: 0 }, 14)),
  ];
  const labels = placeLabels(wishes, blocks, sets.length > 0 ? { ...bounds, top: -ROW * (sets.length + 3) } : bounds);
  const axis = svg('g', { class: 'figure-axis' }, [
    stroke(`M ${rounded(left - END)} 0 H ${rounded(right + END)}`, 1.75),
    drawArrow({ x: right + END + 5, y: 0 }, { x: left, y: 0 }),
  ]);
  const ends = [boxAround({ x: left - END, y: 0 }, 4, 16), boxAround({ x: right + END + 4, y: 0 }, 4, 16)];
  const content = union([...ends, ...ticks.boxes, ...rows.flatMap(({ boxes }) => boxes), ...labels.map(({ box }) => box)]);
  const parts = [axis, ...ticks.nodes, ...rows.map(({ node }) => node), toned(1, marks), ...labels.map(({ node }) => node)];
  return picture('number-line', content, parts);
}

function drawTicks(figure: NumberLineFigure, at: (value: number) => number): { nodes: SvgNode[]; boxes: Box[] } {
  const ticks = ticksOf([figure.from, figure.to], figure.step, at);
  const places = ticks.map(({ at: x, label }) => ({ label, x: rounded(x) }));
  return {
    nodes: places.map(({ label, x }) =>
      svg('g', { class: 'figure-tick' }, [
        stroke(`M ${x} -4 V 4`, 1.25),
        ...(label === undefined ? [] : [drawLabel(label, { x, y: 17 }, { size: SMALL })]),
      ]),
    ),
    boxes: places.flatMap(({ label, x }) => (label === undefined ? [] : [labelBox(label, { x, y: 17 }, SMALL)])),
  };
}

function drawRow(
  { label, pieces }: Row,
  tone: number,
  y: number,
  at: (value: number) => number,
  ends: readonly [number, number],
) {
  const drawn = pieces.map(piece => drawPiece(piece, tone, y, at, ends));
  const name = label === undefined ? [] : [drawLabel(label, { x: 0, y }, { anchor: 'start' })];
  const nameBox = label === undefined ? [] : [{ left: 0, right: textWidth(label), top: y - 9, bottom: y + 9 }];
  return {
    node: toned(tone, [...drawn.map(({ node }) => node), ...name]),
    boxes: [...drawn.map(({ box }) => box), ...nameBox],
  };
}

function drawPiece(
  [opening, low, high, closing]: Piece,
  tone: number,
  y: number,
  at: (value: number) => number,
  ends: readonly [number, number],
) {
  const start = low === '-inf' ? ends[0] : at(numberOf(low));
  const end = high === 'inf' ? ends[1] : at(numberOf(high));
  const tips = [
    ...(low === '-inf' ? [drawArrow({ x: start - 4, y }, { x: end, y }, 11)] : [drawEnd(start, y, opening === '[')]),
    ...(high === 'inf' ? [drawArrow({ x: end + 4, y }, { x: start, y }, 11)] : [drawEnd(end, y, closing === ']')]),
  ];
  const bar =
    low === high ? [] : [stroke(`M ${rounded(start)} ${y} H ${rounded(end)}`, 4, { 'stroke-linecap': 'butt', ...dashOf(tone) })];
  return {
    node: svg('g', { class: 'figure-piece' }, [...bar, ...tips]),
    box: { left: start - 7, right: end + 7, top: y - 7, bottom: y + 7 },
  };
}

function drawEnd(x: number, y: number, closed: boolean): SvgNode {
  const place = { cx: rounded(x), cy: rounded(y), r: 5, stroke: 'currentColor', 'stroke-width': 2.25 };
  return svg(
    'circle',
    closed ? { ...place, class: 'figure-dot', fill: 'currentColor' } : { ...place, class: 'figure-disc', fill: 'white' },
  );
}

export function describeNumberLine({ from, to, sets = [], points = [] }: NumberLineFigure): string {
  const rows = sets.map(({ label, pieces }) => {
    const drawn = pieces.length > 0 ? pieces.map(toldPiece).join(' and ') : 'nothing';
    return `${label === undefined ? 'Drawn' : `Set ${told(label)}`}: ${drawn}.`;
  });
  const dots = points.map(({ at, label, open }) => {
    const name = label === undefined ? told(at) : `${told(label)} at ${told(at)}`;
    return open ? `${name} (open)` : name;
  });
  return [`A number line from ${told(from)} to ${told(to)}.`, ...rows, dots.length > 0 ? `Points: ${listed(dots)}.` : '']
    .filter(Boolean)
    .join(' ');
}

function toldPiece([opening, low, high, closing]: Piece): string {
  if (low === high) return `the single number ${told(low)}`;
  if (low === '-inf' && high === 'inf') return 'the whole line';
  const start = low === '-inf' ? 'everything' : `from ${told(low)} (${opening === '[' ? 'filled' : 'open'} end)`;
  if (high === 'inf') return `${start} on to the right without end`;
  return `${start} up to ${told(high)} (${closing === ']' ? 'filled' : 'open'} end)`;
}
