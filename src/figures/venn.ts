// A Venn diagram of two or three sets in their universe, with shaded regions, counts or elements.
import type { Figure } from '../exercise/figure.ts';
import { type Box, type Point, union } from './geometry.ts';
import { drawLabel, labelBox, SMALL, textWidth, told } from './label.ts';
import { picture, stroke, toned } from './picture.ts';
import { type Circle, regionPath } from './regions.ts';
import { rounded, type SvgNode, svg } from './svg-node.ts';
import { listed, sentence } from './words.ts';

type VennFigure = Extract<Figure, { kind: 'venn' }>;

const TWO = {
  circles: [circle(-46, 0, 78), circle(46, 0, 78)],
  names: [
    { x: -64, y: -92 },
    { x: 64, y: -92 },
  ],
};
const THREE = {
  circles: [circle(-44, -26, 76), circle(44, -26, 76), circle(0, 48, 76)],
  names: [
    { x: -70, y: -112 },
    { x: 70, y: -112 },
    { x: 0, y: 136 },
  ],
};
const AROUND = { left: -150, right: 150, top: -108, bottom: 96 };
const CENTRES: Readonly<Record<string, Point>> = {
  ...{ '10': { x: -78, y: 0 }, '01': { x: 78, y: 0 }, '11': { x: 0, y: 0 } },
  ...{ '100': { x: -76, y: -42 }, '010': { x: 76, y: -42 }, '001': { x: 0, y: 86 } },
  ...{ '110': { x: 0, y: -54 }, '101': { x: -43, y: 25 }, '011': { x: 43, y: 25 }, '111': { x: 0, y: -2 } },
};

function circle(x: number, y: number, r: number): Circle {
  return { x, y, r };
}

export function drawVenn({ sets, shaded = [], regions = {}, universe }: VennFigure): SvgNode {
  const { circles, names } = sets.length === 2 ? TWO : THREE;
  const none = '0'.repeat(sets.length);
  const hasAround = universe !== undefined || shaded.includes(none) || regions[none] !== undefined;
  const around = sets.length === 2 ? AROUND : { ...AROUND, top: -128, bottom: 152 };
  const tint = (region: string) =>
    svg('path', {
      class: 'figure-tint',
      d: regionPath(circles, region, around),
      fill: 'currentColor',
      'fill-opacity': 0.26,
      'fill-rule': 'evenodd',
    });
  const rims = circles.map(({ x, y, r }) =>
    svg('circle', { cx: x, cy: y, r, fill: 'none', stroke: 'currentColor', 'stroke-width': 2 }),
  );
  const labels = [
    ...sets.map((name, i) => placed(name, names[i] ?? { x: 0, y: 0 })),
    ...(universe === undefined ? [] : [placed(universe, { x: around.left + 10 + textWidth(universe) / 2, y: around.top + 14 })]),
    ...Object.entries(regions).flatMap(([region, items]) =>
      inRegion(region, items, region === none ? corner(around) : CENTRES[region]),
    ),
  ];
  const frame = hasAround ? [drawAround(around)] : [];
  const inner = circles.map(({ x, y, r }): Box => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const content = union([...inner, ...labels.map(({ box }) => box), ...(hasAround ? [around] : [])]);
  return picture('venn', content, [...frame, toned(1, shaded.map(tint)), ...rims, ...labels.map(({ node }) => node)]);
}

interface Part {
  readonly node: SvgNode;
  readonly box: Box;
}

function placed(text: string, at: Point, size?: number): Part {
  return { node: drawLabel(text, at, { ...(size ? { size } : {}) }), box: labelBox(text, at, size) };
}

function corner({ right, bottom }: Box): Point {
  return { x: right - 32, y: bottom - 22 };
}

/** One item in the middle, two one above the other, more in two columns where they are short. */
function inRegion(region: string, items: readonly string[], centre: Point = { x: 0, y: 0 }): Part[] {
  const [single = ''] = items;
  if (items.length === 1) return [placed(single, centre, textWidth(single) > 34 ? SMALL : undefined)];
  const isNarrow = region === '111' || region === '110' || region === '101' || region === '011';
  const line = (isNarrow ? [items.join(' ')] : []).filter(text => textWidth(text, SMALL) <= 38);
  const rows = line.length > 0 ? line : pairs(items);
  const pitch = 17;
  return rows.map((row, i) => placed(row, { x: centre.x, y: centre.y + (i - (rows.length - 1) / 2) * pitch }, SMALL));
}

/** Two elements a row where they fit. */
function pairs(items: readonly string[]): string[] {
  const rows: string[] = [];
  for (const item of items) {
    const last = rows.at(-1);
    const joined = `${last} ${item}`;
    if (last !== undefined && !last.includes(' ') && textWidth(joined, SMALL) <= 44) rows[rows.length - 1] = joined;
    else rows.push(item);
  }
  return rows;
}

function drawAround({ left, right, top, bottom }: Box): SvgNode {
  const [x, y] = [rounded(left), rounded(top)];
  return svg('g', { class: 'figure-axis' }, [
    stroke(
      `M ${x + 8} ${y} H ${rounded(right) - 8} q 8 0 8 8 V ${rounded(bottom) - 8} q 0 8 -8 8 H ${x + 8} q -8 0 -8 -8 V ${y + 8} q 0 -8 8 -8 Z`,
      1.5,
    ),
  ]);
}

export function describeVenn({ sets, shaded = [], regions = {}, universe }: VennFigure): string {
  const inOrder = Object.entries(regions).sort(([a], [b]) => (a < b ? 1 : -1));
  const contents = inOrder.map(([region, items]) => `${regionName(region, sets)}: ${listed(items.map(told))}`);
  return [
    `A Venn diagram of the sets ${listed(sets.map(told))}${universe === undefined ? '' : ` in ${told(universe)}`}.`,
    contents.length > 0 ? sentence(contents.join('; ')) : '',
    shaded.length > 0 ? `Shaded: ${shaded.map(region => regionName(region, sets)).join('; ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function regionName(region: string, sets: readonly string[]): string {
  const inside = sets.filter((_, i) => region[i] === '1').map(told);
  const outside = sets.filter((_, i) => region[i] === '0').map(told);
  if (inside.length === 0) return 'outside all sets';
  if (outside.length === 0) return `in ${inside.length === 2 ? 'both sets' : 'all three sets'}`;
  return `in ${inside.join(' and ')} but not in ${outside.join(' or ')}`;
}
