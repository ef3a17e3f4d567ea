// Bars in rows: the label before, the value behind; of several series a bar each, told apart by filling and border.

import { numberOf } from '../exercise/figure/value.ts';
import type { Figure } from '../exercise/figure.ts';
import { type Box, type Point, union } from './geometry.ts';
import { drawLabel, labelBox, SMALL, textWidth, told } from './label.ts';
import { drawLegend } from './legend.ts';
import { dashOf, picture, stroke, toned, WIDEST } from './picture.ts';
import { rounded, type SvgNode, svg } from './svg-node.ts';

type BarsFigure = Extract<Figure, { kind: 'bars' }>;

const GAP = 8;

/** Negative values go to the left of the zero line. */
export function drawBars({ labels, series }: BarsFigure): SvgNode {
  const [row, thick] = series.length === 1 ? [32, 18] : [9 + 19 * series.length, 15];
  const numbers = series.flatMap(({ values }) => values.map(numberOf));
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const before = Math.max(...labels.map(label => textWidth(label))) + GAP;
  const after = Math.max(...series.flatMap(({ values }) => values.map(value => textWidth(value, SMALL + 1)))) + GAP;
  const scale = high > low ? (WIDEST - 6 - before - after) / (high - low) : 0;
  const zero = before - low * scale;
  const parts = labels.flatMap((label, i) => {
    const middle = (i + 0.5) * row;
    const names = [
      { node: drawLabel(label, { x: before - GAP, y: middle }, { anchor: 'end' }), box: beforeBox(label, before - GAP, middle) },
    ];
    const drawn = series.map(({ values }, k): Part => {
      const y = middle + (k - (series.length - 1) / 2) * 19;
      return drawBar(values[i] ?? '0', y, { zero, scale, thick, tone: k + 1 });
    });
    return [...names, ...drawn];
  });
  const bottom = labels.length * row;
  const axis = svg('g', { class: 'figure-axis' }, [stroke(`M ${rounded(zero)} 0 V ${bottom}`, 1.5)]);
  const entries = series.flatMap(({ label }, k) =>
    label === undefined ? [] : [{ label, sign: (at: Point) => drawBlock(at, k + 1) }],
  );
  const legend = drawLegend(entries, 0, bottom + 4, WIDEST - 6);
  const content: Box = union([{ left: 0, right: WIDEST - 6, top: 0, bottom }, ...parts.map(({ box }) => box), ...legend.boxes]);
  return picture('bars', content, [...parts.map(({ node }) => node), axis, ...legend.nodes]);
}

interface Part {
  readonly node: SvgNode;
  readonly box: Box;
}

function beforeBox(label: string, right: number, y: number): Box {
  return labelBox(label, { x: right - textWidth(label) / 2, y });
}

interface Scale {
  readonly zero: number;
  readonly scale: number;
  readonly thick: number;
  readonly tone: number;
}

function drawBar(value: string, y: number, { zero, scale, thick, tone }: Scale): Part {
  const number = numberOf(value);
  const length = Math.abs(number) * scale;
  const start = number < 0 ? zero - length : zero;
  const x = Math.max(zero, start + length) + GAP - 2;
  const words = drawLabel(value, { x, y }, { size: SMALL + 1, anchor: 'start' });
  const bar = drawBlock({ x: start + length / 2, y }, tone, length, thick);
  return {
    node: svg('g', { class: 'figure-row' }, [bar, words]),
    box: labelBox(value, { x: x + textWidth(value, SMALL + 1) / 2, y }, SMALL + 1),
  };
}

/** The first series is full, the second pale in a border, the third empty in a broken one. */
function drawBlock({ x, y }: Point, tone: number, length = 20, thick = 12): SvgNode {
  const rim = tone === 1 ? 0 : 1;
  const size = {
    x: rounded(x - length / 2),
    y: rounded(y - thick / 2 + rim),
    width: rounded(length),
    height: thick - 2 * rim,
    rx: 2.5,
  };
  const look =
    tone === 1
      ? { stroke: 'none' }
      : { 'fill-opacity': tone === 2 ? 0.25 : 0, stroke: 'currentColor', 'stroke-width': 2, ...(tone === 2 ? {} : dashOf(2)) };
  return toned(tone, [svg('rect', { class: 'figure-bar', ...size, fill: 'currentColor', ...look })]);
}

export function describeBars({ title, labels, series }: BarsFigure): string {
  const rows = series.map(({ label, values }) => {
    const cells = values.map((value, i) => `${told(labels[i] ?? '')} ${told(value)}`).join(', ');
    return label === undefined ? cells : `${told(label)}: ${cells}`;
  });
  return `${title}: ${rows.join('; ')}.`;
}
