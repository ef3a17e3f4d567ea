// Curves over an interval: samples in runs, so that poles, jumps and ends of the domain stay gaps.

import { rounded as brief, type Sample, sampleCurve, speakExpression, valueAt } from '../exercise/figure/sampling.ts';
import { niceStep, numberOf } from '../exercise/figure/value.ts';
import type { Figure } from '../exercise/figure.ts';
import { type Frame, frame } from './frame.ts';
import { clipped, line, type Point, union } from './geometry.ts';
import { told } from './label.ts';
import { drawLegend } from './legend.ts';
import { along, drawLine, drawMarks, drawPoint, type Mark } from './marks.ts';
import { dashOf, picture, stroke, toned } from './picture.ts';
import { rounded, type SvgNode, svg } from './svg-node.ts';
import { listed, toldLine, toldPoint } from './words.ts';

type PlotFigure = Extract<Figure, { kind: 'plot' }>;

export function drawPlot(figure: PlotFigure): SvgNode {
  const { axes, curves, shaded, tangents = [], points = [], lines = [] } = figure;
  const y = figure.y ?? heightOf(figure);
  const around = frame({ x: figure.x, y }, { axes });
  const rise = numberOf(y[1]) - numberOf(y[0]);
  const runs = curves.map(({ expression }) => sample(figure, expression, rise));
  const marks = [
    ...(shaded ? [drawShade(around, figure, shaded)] : []),
    ...lines.map(drawn => drawLine(around, { tone: 4, ...drawn })),
    ...tangents.map(tangent => drawTangent(around, figure, tangent)),
    ...runs.map((own, i) => drawCurve(around, own, i + 1)),
    ...points.map(point => drawPoint(around, point)),
  ];
  const entries = curves.flatMap(({ label }, i) => {
    const sign = ({ x, y: middle }: Point) =>
      toned(i + 1, [stroke(`M ${rounded(x - 11)} ${rounded(middle)} H ${rounded(x + 11)}`, 2.5, dashOf(i + 1))]);
    return label === undefined ? [] : [{ label, sign }];
  });
  const legend = drawLegend(entries, around.area.left, around.content.bottom + 2, around.content.right);
  const content = union([around.content, ...legend.boxes]);
  return picture('plot', content, [...around.nodes, ...drawMarks(around, marks), ...legend.nodes]);
}

function sample({ variable, x }: PlotFigure, expression: string, rise: number): Sample[][] {
  return sampleCurve(expression, variable, numberOf(x[0]), numberOf(x[1]), rise);
}

/** As far as nine tenths of the samples and all marked points go, with 0 if it is near, on whole steps. */
function heightOf(figure: PlotFigure): readonly [string, string] {
  const runs = figure.curves.flatMap(({ expression }) => sample(figure, expression, 0));
  const values = runs.flatMap(run => run.map(([, y]) => y)).sort((a, b) => a - b);
  const inner = values.slice(Math.floor(values.length * 0.05), Math.ceil(values.length * 0.95));
  const spread = (inner.at(-1) ?? 1) - (inner[0] ?? 0) || 1;
  const near = values.filter(y => y >= (inner[0] ?? 0) - spread * 0.6 && y <= (inner.at(-1) ?? 1) + spread * 0.6);
  const all = [...near, ...(figure.points ?? []).map(({ at }) => numberOf(at[1]))];
  const [low, high] = [Math.min(...all, 0), Math.max(...all, 0)];
  const step = niceStep(high - low || 1, 6);
  const multiple = (k: number) => `${brief(k * numberOf(step))}`;
  return [multiple(Math.floor(low / numberOf(step) - 0.15)), multiple(Math.ceil(high / numberOf(step) + 0.15))];
}

function onPage({ put }: Frame, run: readonly Sample[]): Point[] {
  return run.map(([x, y]) => put(x, y));
}

function drawCurve(around: Frame, runs: readonly Sample[][], tone: number): Mark {
  const pieces = runs.flatMap(run => clipped(onPage(around, run), around.area));
  const d = pieces.map(line).join(' ');
  return { node: toned(tone, [stroke(d, 2.5, dashOf(tone))], 'figure-curve'), boxes: pieces.flatMap(piece => along(piece, 12)) };
}

function drawTangent(
  around: Frame,
  { curves, variable }: PlotFigure,
  { at, slope, label }: NonNullable<PlotFigure['tangents']>[number],
): Mark {
  const [x, m] = [numberOf(at), numberOf(slope)];
  const y = valueAt(curves[0]?.expression ?? '0', variable, x);
  const drawn = drawLine(around, {
    normal: [`${brief(m).toFixed(6)}`, '-1'],
    offset: `${brief(m * x - y).toFixed(6)}`,
    tone: 2,
    ...(label === undefined ? {} : { label }),
  });
  const dot = drawPoint(around, { at: [`${brief(x).toFixed(6)}`, `${brief(y).toFixed(6)}`] });
  return { ...drawn, node: svg('g', { class: 'figure-tangent' }, [drawn.node, dot.node]) };
}

/** Between the first curve and the axis or the second curve. */
function drawShade(
  around: Frame,
  { curves, variable }: PlotFigure,
  { from, to, between }: NonNullable<PlotFigure['shaded']>,
): Mark {
  const [left, right] = [numberOf(from), numberOf(to)];
  const runs = (expression: string) => sampleCurve(expression, variable, left, right).flat();
  const clampedTo = ({ x, y }: Point) => ({ x, y: Math.min(Math.max(y, around.area.top), around.area.bottom) });
  const top = onPage(around, runs(curves[0]?.expression ?? '0')).map(clampedTo);
  const second = between ? onPage(around, runs(curves[1]?.expression ?? '0')) : [around.put(left, 0), around.put(right, 0)];
  const d = `${line([...top, ...second.map(clampedTo).reverse()])} Z`;
  const fill = svg('path', { d, class: 'figure-tint', fill: 'currentColor', 'fill-opacity': 0.18, stroke: 'none' });
  return { node: toned(1, [fill], 'figure-shade'), boxes: [] };
}

export function describePlot(figure: PlotFigure): string {
  const { curves, variable, x, axes, shaded, tangents = [], points = [], lines = [] } = figure;
  const drawn = curves.map(curve => {
    const name = curve.label === undefined ? 'the curve' : `the curve ${told(curve.label)}`;
    return curve.secret ? `${name} with ${valuesOf(figure, curve.expression)}` : `${name}: ${speakExpression(curve.expression)}`;
  });
  const area = shaded?.between
    ? 'between the first two curves'
    : `between the ${curves.length > 1 ? 'first ' : ''}curve and the axis`;
  const touching = tangents.map(({ at, slope, label }) => {
    return `the tangent ${label === undefined ? '' : `${told(label)} `}at ${told(variable)} = ${told(at)} with slope ${told(slope)}`;
  });
  return [
    `A plot over ${told(variable)} from ${told(x[0])} to ${told(x[1])}: ${drawn.join('; ')}.`,
    shaded ? `Shaded: the area ${area} from ${told(shaded.from)} to ${told(shaded.to)}.` : '',
    touching.length > 0 ? `Also ${touching.join('; ')}.` : '',
    points.length > 0 ? `Points: ${listed(points.map(toldPoint))}.` : '',
    lines.length > 0 ? `Lines: ${lines.map(({ normal, offset }) => toldLine(normal, offset, axes)).join('; ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** At the whole numbers, or at the steps of a short axis. */
function valuesOf({ variable, x }: PlotFigure, expression: string): string {
  const [from, to] = [numberOf(x[0]), numberOf(x[1])];
  const step = Math.min(numberOf(niceStep(to - from, 8)), 1);
  const [first, last] = [Math.ceil(from / step), Math.floor(to / step)];
  const places = Array.from({ length: last - first + 1 }, (_, i) => brief((first + i) * step));
  const value = (at: number) => valueAt(expression, variable, at);
  return listed(
    places.map(at => (Number.isNaN(value(at)) ? `no value at ${told(`${at}`)}` : `${told(`${value(at)}`)} at ${told(`${at}`)}`)),
  );
}
