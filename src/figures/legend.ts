// A legend under a figure: signs with their names in as many rows as they need.
import type { Box, Point } from './geometry.ts';
import { drawLabel, SMALL, textWidth } from './label.ts';
import type { SvgNode } from './svg-node.ts';

export interface Entry {
  readonly label: string;
  /** Draws the sign, about 20 wide, around its centre. */
  sign(centre: Point): SvgNode;
}

const SIGN = 26;
const ROW = 24;
const GAP = 16;

/** From the left below the top, at most so far to the right. */
export function drawLegend(
  entries: readonly Entry[],
  left: number,
  top: number,
  right: number,
): { nodes: SvgNode[]; boxes: Box[] } {
  let [x, y] = [left, top + ROW / 2];
  const nodes: SvgNode[] = [];
  const boxes: Box[] = [];
  for (const { label, sign } of entries) {
    const width = SIGN + textWidth(label, SMALL + 1);
    if (x > left && x + width > right) [x, y] = [left, y + ROW];
    nodes.push(sign({ x: x + 10, y }), drawLabel(label, { x: x + SIGN, y }, { size: SMALL + 1, anchor: 'start' }));
    boxes.push({ left: x, right: x + width, top: y - ROW / 2, bottom: y + ROW / 2 });
    x += width + GAP;
  }
  return { nodes, boxes };
}
