// A tree, to the right or downwards: branches run straight to their child and carry its label there.

import type { TreeNode } from '../exercise/figure/tree.ts';
import type { Figure } from '../exercise/figure.ts';
import { type Box, boxAround, type Point, union, xy } from './geometry.ts';
import { drawLabel, labelBox, textWidth, told } from './label.ts';
import { picture, stroke } from './picture.ts';
import { rounded, type SvgNode, svg } from './svg-node.ts';
import { listed } from './words.ts';

type TreeFigure = Extract<Figure, { kind: 'tree' }>;

interface Spot {
  readonly node: TreeNode;
  readonly depth: number;
  /** Across the way in which the tree grows. */
  readonly across: number;
  readonly children: readonly Spot[];
}

const ROW = 36;
const FAN = 22;
const HEIGHT = 28;

export function drawTree({ root, grows }: TreeFigure): SvgNode {
  const spots = flat(arrange(root, 0, 0, grows).spot);
  const at = grows === 'right' ? rightwards(spots) : downwards;
  const parts = spots.map(spot => drawSpot(spot, at(spot), grows));
  const branches = spots.flatMap(spot => spot.children.map(child => drawBranch(at(spot), at(child), child.node, grows)));
  const all = [...branches, ...parts];
  return picture('tree', union(all.flatMap(({ boxes }) => boxes)), [
    svg(
      'g',
      { class: 'figure-edges' },
      branches.map(({ node }) => node),
    ),
    ...branches.flatMap(({ label }) => label ?? []),
    ...parts.map(({ node }) => node),
  ]);
}

/** Where a node stands, and how wide its label is. */
interface Stand extends Point {
  readonly width: number;
}

/** Leaves one after another, each node in the middle of its children. */
function arrange(node: TreeNode, depth: number, start: number, grows: TreeFigure['grows']): { spot: Spot; end: number } {
  const children = node.children ?? [];
  const own = grows === 'right' ? ROW : Math.max(textWidth(node.label ?? '') + 14, textWidth(node.branch ?? '', 15), 14) + 10;
  let end = start;
  const spots = children.map(child => {
    const made = arrange(child, depth + 1, end, grows);
    end = made.end;
    return made.spot;
  });
  const spare = Math.max(0, own - (end - start)) / 2;
  const moved = spare > 0 && spots.length > 0 ? spots.map(spot => shifted(spot, spare)) : spots;
  const [first, last] = [moved[0], moved.at(-1)];
  const across = first && last ? (first.across + last.across) / 2 : start + own / 2;
  return { spot: { node, depth, across, children: moved }, end: Math.max(end, start + own) };
}

function shifted(spot: Spot, by: number): Spot {
  return { ...spot, across: spot.across + by, children: spot.children.map(child => shifted(child, by)) };
}

function flat(spot: Spot): Spot[] {
  return [spot, ...spot.children.flatMap(flat)];
}

/** Columns as wide as their longest label and branch; labels begin at the left of theirs. */
function rightwards(spots: readonly Spot[]): (spot: Spot) => Stand {
  const deepest = Math.max(...spots.map(({ depth }) => depth));
  const starts: number[] = [];
  let x = 0;
  for (let depth = 0; depth <= deepest; depth++) {
    const level = spots.filter(spot => spot.depth === depth);
    const branch = depth === 0 ? 0 : FAN + 14 + Math.max(10, ...level.map(({ node }) => textWidth(node.branch ?? '', 15)));
    starts.push(x + branch);
    x += branch + Math.max(...level.map(({ node }) => widthOf(node)));
  }
  return ({ node, depth, across }) => ({ x: (starts[depth] ?? 0) + widthOf(node) / 2, y: across, width: widthOf(node) });
}

function downwards({ node, depth, across }: Spot): Stand {
  return { x: across, y: depth * 80, width: widthOf(node) };
}

function widthOf({ label }: TreeNode): number {
  return label === undefined ? 8 : textWidth(label) + 14;
}

interface Part {
  readonly node: SvgNode;
  readonly label?: SvgNode;
  readonly boxes: readonly Box[];
}

function drawSpot({ node, children }: Spot, at: Stand, grows: TreeFigure['grows']): Part {
  const isLeaf = children.length === 0;
  const kind = `figure-node${node.marked ? ' figure-marked' : ''}${isLeaf ? ' figure-leaf' : ''}`;
  if (node.label === undefined) {
    const dot = svg('circle', { cx: rounded(at.x), cy: rounded(at.y), r: 4, fill: 'currentColor' });
    return { node: svg('g', { class: kind }, [dot]), boxes: [boxAround(at, 8)] };
  }
  const box = boxAround(at, at.width, HEIGHT);
  const size = { x: rounded(box.left), y: rounded(box.top), width: rounded(at.width), height: HEIGHT };
  const isPlain = isLeaf && grows === 'right' && !node.marked;
  const frame = svg('rect', {
    class: 'figure-disc',
    ...size,
    rx: isLeaf ? 4 : 14,
    fill: 'white',
    stroke: 'currentColor',
    'stroke-width': node.marked ? 2.5 : 1.5,
  });
  return { node: svg('g', { class: kind }, [...(isPlain ? [] : [frame]), drawLabel(node.label, at)]), boxes: [box] };
}

/** Fans out first, then runs straight; the label stands on the straight part. */
function drawBranch(from: Stand, to: Stand, { branch }: TreeNode, grows: TreeFigure['grows']): Part {
  const isRight = grows === 'right';
  const start = isRight
    ? { x: from.x + from.width / 2, y: from.y }
    : { x: from.x, y: from.y + (from.width > 8 ? HEIGHT / 2 : 4) };
  const end = isRight ? { x: to.x - to.width / 2, y: to.y } : { x: to.x, y: to.y - (to.width > 8 ? HEIGHT / 2 : 4) };
  const knee = isRight ? { x: start.x + FAN, y: end.y } : { x: end.x, y: start.y + FAN };
  const [a, b] = isRight
    ? [
        { x: start.x + FAN * 0.6, y: start.y },
        { x: start.x + FAN * 0.4, y: end.y },
      ]
    : [
        { x: start.x, y: start.y + FAN * 0.7 },
        { x: end.x, y: start.y + FAN * 0.3 },
      ];
  const node = stroke(`M ${xy(start)} C ${xy(a)} ${xy(b)} ${xy(knee)} L ${xy(end)}`, 1.75);
  const boxes = [boxAround(start, 2), boxAround(end, 2)];
  if (branch === undefined) return { node, boxes };
  const middle = isRight ? { x: (knee.x + end.x) / 2, y: end.y - 12 } : { x: knee.x, y: (knee.y + end.y) / 2 };
  const box = labelBox(branch, middle, 15);
  return { node, label: drawLabel(branch, middle, { size: 15, halo: true }), boxes: [...boxes, box] };
}

/** Node by node from the root. */
export function describeTree({ root }: TreeFigure): string {
  return ['A tree.', ...sentences(root, root.label === undefined ? 'the root' : `the root ${told(root.label)}`, [])].join(' ');
}

/** The same label may stand on several ways: each node is called by its way. */
function sentences({ children = [] }: TreeNode, name: string, way: readonly string[]): string[] {
  if (children.length === 0) return [];
  const ways = children.map(({ branch, label }, i) => [...way, told(branch ?? label ?? `${i + 1}`)]);
  const names = children.map(({ label }, i) => (label === undefined ? `the node at ${listed(ways[i] ?? [])}` : told(label)));
  const steps = children.map(({ branch, marked }, i) => {
    return `${branch === undefined ? '' : `by ${told(branch)} `}to ${names[i]}${marked ? ' (marked)' : ''}`;
  });
  const deeper = children.flatMap((child, i) => {
    const full = child.label === undefined || way.length === 0 ? (names[i] ?? '') : `${names[i]} (after ${name})`;
    return sentences(child, full, ways[i] ?? []);
  });
  return [`From ${name}: ${steps.join('; ')}.`, ...deeper];
}
