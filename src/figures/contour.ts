// Level lines of a function of two variables, with a descent in steps, points and vectors.

import { type Field, levelLines, sampleField, speakExpression } from '../exercise/figure/sampling.ts';
import { numberOf } from '../exercise/figure/value.ts';
import type { Figure } from '../exercise/figure.ts';
import { type Frame, frame } from './frame.ts';
import { distance, line, type Point } from './geometry.ts';
import { SMALL, told } from './label.ts';
import { drawMarks, drawPath, drawPoint, drawVector, type Mark } from './marks.ts';
import { picture, stroke } from './picture.ts';
import type { Wish } from './placing.ts';
import { type SvgNode, svg } from './svg-node.ts';
import { listed, toldPlace, toldPoint } from './words.ts';

type ContourFigure = Extract<Figure, { kind: 'contour' }>;

const EVEN = 8;
const NUMBER = 'figure-number';

export function drawContour({
  expression,
  variables,
  window,
  levels,
  path = [],
  points = [],
  vectors = [],
}: ContourFigure): SvgNode {
  const around = frame(window, { axes: variables, square: isEven(window), height: 216, grid: false });
  const span = ([from, to]: readonly [string, string]) => [numberOf(from), numberOf(to)] as const;
  const field = sampleField(expression, variables, span(window.x), span(window.y));
  const drawn = (levels ?? evenLevels(field)).flatMap(level => drawLevel(around, field, level, levels !== undefined));
  const marks = [
    ...drawn,
    ...(path.length > 0 ? [drawPath(around, path, around.area)] : []),
    ...vectors.map(vector => drawVector(around, { tone: 2, ...vector })),
    ...points.map(point => drawPoint(around, point)),
  ];
  return picture('contour', around.content, [...around.nodes, ...drawMarks(around, byImportance(marks))]);
}

/** Labels of points and vectors take their places before the numbers of the lines. */
function byImportance(marks: readonly Mark[]): Mark[] {
  const isNumber = ({ wish }: Mark) => wish?.class === NUMBER;
  return [...marks.filter(mark => !isNumber(mark)), ...marks.filter(isNumber)];
}

function unseen(wish: Wish): Mark {
  return { node: svg('g', {}), boxes: [], wish };
}

/** Sides of a like length have the same unit. */
function isEven({ x, y }: ContourFigure['window']): boolean {
  const ratio = (numberOf(y[1]) - numberOf(y[0])) / (numberOf(x[1]) - numberOf(x[0]));
  return ratio > 0.5 && ratio < 1.2;
}

/** Closer near the least value, as steps of equal distance over a bowl. */
function evenLevels({ values }: Field): string[] {
  const all = values
    .flat()
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const [low, high] = [all[0] ?? 0, all[Math.floor(all.length * 0.97)] ?? 1];
  return Array.from({ length: EVEN }, (_, i) => (low + (high - low) * ((i + 0.6) / EVEN) ** 2).toFixed(6));
}

/** A line has its number on each of its chains that is long enough for it. */
function drawLevel({ put, area }: Frame, field: Field, level: string, isNumbered: boolean): Mark[] {
  const chains = levelLines(field, numberOf(level))
    .filter(chain => chain.length > 2)
    .map(chain => chain.map(([x, y]) => put(x, y)));
  const node = svg('g', { class: 'figure-level' }, [stroke(chains.map(line).join(' '), 1.5)]);
  const long = isNumbered ? chains.filter(chain => chain.length > 14).slice(0, 2) : [];
  const numbers = long.map(chain =>
    unseen({ text: level, at: chain[0] ?? { x: 0, y: 0 }, size: SMALL, class: NUMBER, first: spread(chain, area), gap: 0 }),
  );
  return [{ node, boxes: [] }, ...numbers];
}

/** Places along a chain for its number: of an open one the middle first, of a closed one the upper right. */
function spread(chain: readonly Point[], { left, bottom }: Frame['area']): Point[] {
  const [first, last] = [chain[0], chain.at(-1)];
  const isClosed = first !== undefined && last !== undefined && distance(first, last) < 1;
  const rank = isClosed
    ? ({ x, y }: Point) => left - x + (y - bottom)
    : (_: Point, i: number) => Math.abs(i - chain.length * 0.4);
  const ranked = chain.map((point, i) => ({ point, rank: rank(point, i) })).sort((a, b) => a.rank - b.rank);
  return ranked.filter((_, i) => i % 3 === 0).map(({ point }) => point);
}

export function describeContour({
  expression,
  variables,
  window,
  levels,
  path = [],
  points = [],
  vectors = [],
}: ContourFigure): string {
  const [x, y] = variables;
  const arrows = vectors.map(
    ({ from, to, label }) => `${label === undefined ? '' : `${told(label)} `}from ${toldPlace(from)} to ${toldPlace(to)}`,
  );
  return [
    `Level lines of ${speakExpression(expression)}, for ${told(x)} from ${told(window.x[0])} to ${told(window.x[1])} and ${told(y)} from ${told(window.y[0])} to ${told(window.y[1])}.`,
    levels ? `Levels: ${listed(levels.map(told))}.` : '',
    path.length > 0 ? `A path in steps: ${path.map(toldPlace).join(' to ')}.` : '',
    arrows.length > 0 ? `Vectors: ${arrows.join('; ')}.` : '',
    points.length > 0 ? `Points: ${listed(points.map(toldPoint))}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
