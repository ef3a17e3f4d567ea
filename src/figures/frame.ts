// Axes with a grid: a window of the plane as an area of the drawing, numbered at its left and lower side.
import type { Window } from '../exercise/figure/plane.ts';
import { numberOf, type Place } from '../exercise/figure/value.ts';
import { drawArrow } from './edges.ts';
import { type Box, type Point, union } from './geometry.ts';
import { drawLabel, labelBox, SMALL, textWidth } from './label.ts';
import { stroke, WIDEST } from './picture.ts';
import { rounded, type SvgNode, svg } from './svg-node.ts';
import { stepFor, type Tick, ticksOf } from './ticks.ts';

export interface Frame {
  readonly area: Box;
  /** Grid, axes and numbers, to be drawn first. */
  readonly nodes: readonly SvgNode[];
  readonly content: Box;
  at(place: Place): Point;
  put(x: number, y: number): Point;
}

export interface FrameLook {
  readonly axes: readonly [string, string];
  /** The same unit on both axes. */
  readonly square?: boolean;
  readonly height?: number;
  readonly grid?: boolean;
}

const TALLEST = 236;
const ABOVE = 20;

export function frame(window: Window, { axes, square = false, height = 200, grid = true }: FrameLook): Frame {
  const [x0, x1] = [numberOf(window.x[0]), numberOf(window.x[1])];
  const [y0, y1] = [numberOf(window.y[0]), numberOf(window.y[1])];
  const [ratio, name] = [(y1 - y0) / (x1 - x0), isShort(axes[0]) ? textWidth(axes[0]) + 17 : 14];
  // Numbers at the left are as wide as those of the finest step can be.
  const yNumbers = widest(window.y, square ? TALLEST : height);
  const most = WIDEST - 6 - yNumbers - 8 - name;
  const width = square ? Math.min(most, TALLEST / ratio) : most;
  const tall = square ? width * ratio : height;
  const area = { left: yNumbers + 8, top: ABOVE, right: yNumbers + 8 + width, bottom: ABOVE + tall };
  const put = (x: number, y: number) => ({
    x: area.left + ((x - x0) / (x1 - x0)) * width,
    y: area.bottom - ((y - y0) / (y1 - y0)) * tall,
  });
  const across = ticksOf(window.x, square ? squareStep(window, width, tall) : stepFor(window.x, width, 32), x => put(x, 0).x);
  const up = ticksOf(window.y, square ? squareStep(window, width, tall) : stepFor(window.y, tall, 26), y => put(0, y).y, 4);
  const numbers = [...across.map(tick => below(tick, area)), ...up.map(tick => beside(tick, area))].flat();
  const names = nameAxes(axes, area, put(Math.min(Math.max(0, x0), x1), Math.min(Math.max(0, y0), y1)));
  const nodes = [
    ...(grid ? [svg('g', { class: 'figure-grid', opacity: 0.3 }, gridLines(across, up, area))] : []),
    svg('g', { class: 'figure-axis' }, axisLines(area, put, [x0, x1, y0, y1])),
    ...[...numbers, ...names].map(({ node }) => node),
  ];
  const content = union([area, ...[...numbers, ...names].map(({ box }) => box)]);
  return { area, nodes, content, put, at: ([x, y]) => put(numberOf(x), numberOf(y)) };
}

function isShort(name: string): boolean {
  return [...name].length <= 3;
}

function widest(span: readonly [string, string], length: number): number {
  const ticks = ticksOf(span, stepFor(span, length, 26), value => value * 1e6, 0);
  return Math.max(10, ...ticks.map(({ label = '' }) => textWidth(label, SMALL)));
}

/** One step for both axes, so that the grid has squares. */
function squareStep({ x, y }: Window, width: number, height: number): string {
  const [across, up] = [stepFor(x, width, 30), stepFor(y, height, 30)];
  return numberOf(across) > numberOf(up) ? across : up;
}

interface Part {
  readonly node: SvgNode;
  readonly box: Box;
}

function below({ at, label }: Tick, area: Box): Part[] {
  const centre = { x: at, y: area.bottom + 13 };
  return label === undefined
    ? []
    : [{ node: drawLabel(label, centre, { size: SMALL, class: 'figure-number' }), box: labelBox(label, centre, SMALL) }];
}

function beside({ at, label }: Tick, area: Box): Part[] {
  if (label === undefined) return [];
  const centre = { x: area.left - 7 - textWidth(label, SMALL) / 2, y: at };
  const look = { size: SMALL, class: 'figure-number', anchor: 'end' } as const;
  return [{ node: drawLabel(label, { x: area.left - 7, y: at }, look), box: labelBox(label, centre, SMALL) }];
}

/** Short names at the tips of the axes, long ones above and below. */
function nameAxes([x, y]: readonly [string, string], area: Box, origin: Point): Part[] {
  const size = SMALL + 1;
  const end = isShort(x)
    ? { x: area.right + 8 + textWidth(x, size) / 2, y: Math.min(origin.y, area.bottom - 4) }
    : { x: area.right - textWidth(x, size) / 2, y: area.bottom + 31 };
  const top = isShort(y)
    ? { x: Math.max(origin.x, area.left + textWidth(y, size) / 2), y: area.top - 13 }
    : { x: textWidth(y, size) / 2, y: area.top - 15 };
  return [
    { node: drawLabel(x, end, { size }), box: labelBox(x, end, size) },
    { node: drawLabel(y, top, { size }), box: labelBox(y, top, size) },
  ];
}

function gridLines(across: readonly Tick[], up: readonly Tick[], area: Box): SvgNode[] {
  const upright = across.map(({ at }) => `M ${rounded(at)} ${rounded(area.top)} V ${rounded(area.bottom)}`);
  const level = up.map(({ at }) => `M ${rounded(area.left)} ${rounded(at)} H ${rounded(area.right)}`);
  return [stroke([...upright, ...level].join(' '), 1)];
}

/** Through 0 where it is in the window, else at its side; arrows where the axis goes on. */
function axisLines(area: Box, put: Frame['put'], [x0, x1, y0, y1]: readonly [number, number, number, number]): SvgNode[] {
  const { x, y } = put(Math.min(Math.max(0, x0), x1), Math.min(Math.max(0, y0), y1));
  const [right, up] = [
    { x: area.right + 4, y },
    { x, y: area.top - 4 },
  ];
  return [
    stroke(
      `M ${rounded(area.left)} ${rounded(y)} H ${rounded(area.right)} M ${rounded(x)} ${rounded(area.bottom)} V ${rounded(area.top)}`,
      1.5,
    ),
    drawArrow(right, { x: area.left, y }, 7),
    drawArrow(up, { x, y: area.bottom }, 7),
  ];
}
