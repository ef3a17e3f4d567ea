// A plane with grid: polygons below, then lines, vectors and points.
import type { Figure } from '../exercise/figure.ts';
import { frame } from './frame.ts';
import { told } from './label.ts';
import { drawLine, drawMarks, drawPoint, drawPolygon, drawVector } from './marks.ts';
import { picture } from './picture.ts';
import type { SvgNode } from './svg-node.ts';
import { listed, toldLine, toldPlace, toldPoint } from './words.ts';

type PlaneFigure = Extract<Figure, { kind: 'plane' }>;

export function drawPlane({ window, axes, points = [], vectors = [], lines = [], polygons = [] }: PlaneFigure): SvgNode {
  const around = frame(window, { axes, square: true });
  const marks = [
    ...polygons.map(polygon => drawPolygon(around, polygon)),
    ...lines.map(line => drawLine(around, line)),
    ...vectors.map(vector => drawVector(around, vector)),
    ...points.map(point => drawPoint(around, point)),
  ];
  return picture('plane', around.content, [...around.nodes, ...drawMarks(around, marks)]);
}

export function describePlane({ window, axes, points = [], vectors = [], lines = [], polygons = [] }: PlaneFigure): string {
  const name = (label: string | undefined) => (label === undefined ? '' : `${told(label)} `);
  const arrows = vectors.map(({ from, to, label }) => {
    const start = from[0] === '0' && from[1] === '0' ? 'from the origin' : `from ${toldPlace(from)}`;
    return `${name(label)}${start} to ${toldPlace(to)}`;
  });
  const shapes = polygons.map(({ corners, label }) => `${name(label)}with corners ${listed(corners.map(toldPlace))}`);
  const drawn = lines.map(({ normal, offset, label }) => `${name(label)}${toldLine(normal, offset, axes)}`);
  return [
    `A plane with axes ${told(axes[0])} from ${told(window.x[0])} to ${told(window.x[1])} and ${told(axes[1])} from ${told(window.y[0])} to ${told(window.y[1])}.`,
    arrows.length > 0 ? `Vectors: ${arrows.join('; ')}.` : '',
    points.length > 0 ? `Points: ${listed(points.map(toldPoint))}.` : '',
    drawn.length > 0 ? `Lines: ${drawn.join('; ')}.` : '',
    shapes.length > 0 ? `Polygons: ${shapes.join('; ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
