// Points in classes, each class with a shape and a colour; centroids as crosses in a ring.
import type { Figure } from '../exercise/figure.ts';
import { frame } from './frame.ts';
import { type Box, boxAround, line, type Point, union } from './geometry.ts';
import { told } from './label.ts';
import { drawLegend } from './legend.ts';
import { drawLine, drawMarks, type Mark } from './marks.ts';
import { picture, stroke, toned } from './picture.ts';
import { rounded, type SvgNode, svg } from './svg-node.ts';
import { listed, toldLine, toldPlace, toldPoint } from './words.ts';

type ScatterFigure = Extract<Figure, { kind: 'scatter' }>;

export function drawScatter({ window, axes, classes, centroids = [], lines = [] }: ScatterFigure): SvgNode {
  const around = frame(window, { axes });
  const dots = classes.flatMap(({ points }, i) => points.map(place => drawDot(around.at(place), i)));
  const centres = centroids.map(({ at, label }): Mark => {
    const place = around.at(at);
    const wish = label === undefined ? {} : { wish: { text: label, at: place, gap: 9 } };
    return { node: drawCentroid(place), boxes: [{ ...boxAround(place, 20), weight: 4 }], ...wish };
  });
  const marks = [...lines.map(drawn => drawLine(around, { tone: 2, ...drawn })), ...dots, ...centres];
  const names = classes.flatMap(({ label }, i) =>
    label === undefined ? [] : [{ label, sign: (at: Point) => drawDot(at, i).node }],
  );
  const entries = centroids.length > 0 && names.length > 0 ? [...names, { label: 'centroid', sign: drawCentroid }] : names;
  const legend = drawLegend(entries, around.area.left, around.content.bottom + 2, around.content.right);
  const content: Box = union([around.content, ...legend.boxes]);
  return picture('scatter', content, [...around.nodes, ...drawMarks(around, marks), ...legend.nodes]);
}

/** Filled disc, open square, filled triangle, open diamond. */
function drawDot(at: Point, i: number): Mark {
  const tone = i + 1;
  const open = { class: 'figure-disc', fill: 'white', stroke: 'currentColor', 'stroke-width': 2.25 };
  const full = { class: 'figure-dot', fill: 'currentColor' };
  const { x, y } = at;
  const polygon = (points: readonly Point[], look: Readonly<Record<string, string | number>>) =>
    svg('path', { d: `${line(points)} Z`, ...look, 'stroke-linejoin': 'round' });
  const shapes = [
    svg('circle', { cx: rounded(x), cy: rounded(y), r: 5, ...full }),
    svg('rect', { x: rounded(x - 4.5), y: rounded(y - 4.5), width: 9, height: 9, ...open }),
    polygon(
      [
        { x, y: y - 6.5 },
        { x: x + 6, y: y + 4.5 },
        { x: x - 6, y: y + 4.5 },
      ],
      full,
    ),
    polygon(
      [
        { x, y: y - 6.5 },
        { x: x + 6.5, y },
        { x, y: y + 6.5 },
        { x: x - 6.5, y },
      ],
      open,
    ),
  ];
  return { node: toned(tone, shapes.slice(i, i + 1)), boxes: [{ ...boxAround(at, 12), weight: 2 }] };
}

function drawCentroid({ x, y }: Point): SvgNode {
  const ring = svg('circle', {
    cx: rounded(x),
    cy: rounded(y),
    r: 8.5,
    class: 'figure-disc',
    fill: 'white',
    stroke: 'currentColor',
    'stroke-width': 1.75,
  });
  const cross = stroke(
    `M ${rounded(x - 4)} ${rounded(y - 4)} L ${rounded(x + 4)} ${rounded(y + 4)} M ${rounded(x - 4)} ${rounded(y + 4)} L ${rounded(x + 4)} ${rounded(y - 4)}`,
    2.5,
  );
  return svg('g', { class: 'figure-centroid' }, [ring, cross]);
}

export function describeScatter({ axes, classes, centroids = [], lines = [] }: ScatterFigure): string {
  const groups = classes.map(
    ({ label, points }) => `${label === undefined ? 'Points' : told(label)}: ${listed(points.map(toldPlace))}.`,
  );
  return [
    `A scatter plot of ${told(axes[1])} over ${told(axes[0])}.`,
    ...groups,
    centroids.length > 0 ? `Centroids: ${listed(centroids.map(toldPoint))}.` : '',
    lines.length > 0 ? `Lines: ${lines.map(({ normal, offset }) => toldLine(normal, offset, axes)).join('; ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
