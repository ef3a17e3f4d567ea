// What stands in a frame: points, vectors, lines and polygons, each with a wish for its label.
import type { FigureLine, FigurePoint, FigurePolygon, FigureVector } from '../exercise/figure/plane.ts';
import { numberOf, type Place } from '../exercise/figure/value.ts';
import { drawArrow } from './edges.ts';
import type { Frame } from './frame.ts';
import { type Box, boxAround, clipped, distance, line, type Point, towards, union } from './geometry.ts';
import { dashOf, stroke, toned } from './picture.ts';
import { type Obstacle, placeLabels, type Wish } from './placing.ts';
import { rounded, type SvgNode, svg } from './svg-node.ts';

export interface Mark {
  readonly node: SvgNode;
  readonly wish?: Wish;
  readonly boxes: readonly Obstacle[];
}

/** All marks, and over them their labels inside the frame. */
export function drawMarks({ area }: Frame, marks: readonly Mark[]): SvgNode[] {
  const wishes = marks.flatMap(({ wish }) => wish ?? []);
  const labels = placeLabels(
    wishes,
    marks.flatMap(({ boxes }) => boxes),
    area,
  );
  return [...marks.map(({ node }) => node), ...labels.map(({ node }) => node)];
}

function withLabel(label: string | undefined, wish: Omit<Wish, 'text'>, tone?: number): { wish?: Wish } {
  const color = tone === undefined ? {} : { class: `figure-tone-${tone}` };
  return label === undefined ? {} : { wish: { text: label, ...color, ...wish } };
}

export function drawPoint({ at }: Frame, { at: where, label, open }: FigurePoint): Mark {
  const place = at(where);
  const disc = { cx: rounded(place.x), cy: rounded(place.y), r: 4.5, stroke: 'currentColor', 'stroke-width': 2 };
  const kind = open ? { class: 'figure-disc', fill: 'white' } : { class: 'figure-dot', fill: 'currentColor' };
  return {
    node: svg('circle', { ...disc, ...kind }),
    boxes: [{ ...boxAround(place, 10), weight: 3 }],
    ...withLabel(label, { at: place, gap: 8 }),
  };
}

export function drawVector({ at }: Frame, { from, to, label, tone = 1 }: FigureVector): Mark {
  const [start, tip] = [at(from), at(to)];
  const end = towards(tip, start, 7);
  const long = distance(start, tip);
  const parts =
    long < 1 ? [] : [stroke(line([start, end]), 2.5, { 'stroke-linecap': 'butt' }), drawArrow(tip, start, Math.min(12, long))];
  const angle = Math.atan2(tip.y - start.y, tip.x - start.x);
  return {
    node: toned(tone, parts, 'figure-vector'),
    boxes: along([start, tip]),
    ...withLabel(label, { at: tip, gap: 4, towards: angle }, tone),
  };
}

/** The whole line as far as the frame goes; nothing where it is outside. */
export function drawLine({ put, area }: Frame, { normal, offset, label, tone = 2 }: FigureLine): Mark {
  const [a, b, c] = [numberOf(normal[0]), numberOf(normal[1]), numberOf(offset)];
  const size = a * a + b * b;
  const foot = { x: (a * c) / size, y: (b * c) / size };
  const far = 1e4 / Math.sqrt(size);
  const ends = [put(foot.x - b * far, foot.y + a * far), put(foot.x + b * far, foot.y - a * far)];
  const [[p, q] = []] = clipped(ends, area);
  if (!p || !q) return { node: svg('g', {}), boxes: [] };
  const end = p.x > q.x || (p.x === q.x && p.y < q.y) ? p : q;
  const spot = towards(end, end === p ? q : p, 18);
  const node = toned(tone, [stroke(line([p, q]), 2, { ...dashOf(tone), 'stroke-linecap': 'butt' })]);
  return { node, boxes: along([p, q]), ...withLabel(label, { at: spot, gap: 4, towards: -Math.PI / 2 }, tone) };
}

export function drawPolygon({ at }: Frame, { corners, label, tone = 1 }: FigurePolygon): Mark {
  const places = corners.map(at);
  const d = `${line(places)} Z`;
  const fill = svg('path', { d, class: 'figure-tint', fill: 'currentColor', 'fill-opacity': 0.14, stroke: 'none' });
  const node = toned(tone, [fill, stroke(d, 2, dashOf(tone))]);
  const { left, right, top, bottom } = union(places.map(place => boxAround(place, 0)));
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const centre = {
    x: places.reduce((sum, { x }) => sum + x, 0) / places.length || middle.x,
    y: places.reduce((sum, { y }) => sum + y, 0) / places.length || middle.y,
  };
  return {
    node,
    boxes: along([...places, ...places.slice(0, 1)]),
    ...withLabel(label, { at: centre, first: [centre, middle] }, tone),
  };
}

/** A broken line through places, such as a descent, with a dot at each and a larger one at the end. */
export function drawPath({ at }: Frame, path: readonly Place[], area: Box): Mark {
  const places = path.map(at);
  const pieces = clipped(places, area).map(piece => stroke(line(piece), 2.25));
  const dots = places
    .filter(
      place => place.x >= area.left - 1 && place.x <= area.right + 1 && place.y >= area.top - 1 && place.y <= area.bottom + 1,
    )
    .map((place, i, all) => {
      const isLast = i === all.length - 1;
      const disc = {
        cx: rounded(place.x),
        cy: rounded(place.y),
        r: isLast ? 5 : 3.5,
        stroke: 'currentColor',
        'stroke-width': 1.75,
      };
      return svg('circle', { ...disc, class: isLast ? 'figure-dot' : 'figure-disc', fill: isLast ? 'currentColor' : 'white' });
    });
  return {
    node: toned(1, [...pieces, ...dots], 'figure-path'),
    boxes: [...along(places), ...places.map(place => boxAround(place, 10))],
  };
}

/** Small boxes along a chain, so that labels keep away from it. */
export function along(points: readonly Point[], every = 8): Box[] {
  const boxes: Box[] = [];
  let since = every;
  for (const [i, b] of points.entries()) {
    const a = points[i - 1] ?? b;
    const long = distance(a, b);
    for (let rest = every - since; rest <= long && boxes.length < 200; rest += every) {
      boxes.push(boxAround(towards(a, b, rest), 6));
      since = -rest;
    }
    since += long;
  }
  return boxes;
}
