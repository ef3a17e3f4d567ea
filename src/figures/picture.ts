// The outermost element of every figure, and the strokes that all of them share. Colours are `currentColor` under a tone's class.
import type { Box } from './geometry.ts';
import { rounded, type SvgNode, svg } from './svg-node.ts';

/** Units across at most: one is a pixel on a phone of 360 px, and letters stay above 12 px on one of 320 px. */
export const WIDEST = 320;
const MARGIN = 3;

/** An `svg` in its natural size that ends with its content. */
export function picture(kind: string, content: Box, children: readonly SvgNode[]): SvgNode {
  const [left, top] = [rounded(content.left - MARGIN), rounded(content.top - MARGIN)];
  const [width, height] = [rounded(content.right + MARGIN - left), rounded(content.bottom + MARGIN - top)];
  const size = { viewBox: `${left} ${top} ${width} ${height}`, width, height };
  return svg('svg', { class: `figure figure-${kind}`, ...size }, children);
}

/** Dashes by tone, so that colour is never the only difference. */
const DASHES = ['', '7 4', '1.5 4', '9 3 2 3'];

export function dashOf(tone: number): Readonly<Record<string, string>> {
  const dash = DASHES[(tone - 1) % DASHES.length];
  return dash ? { 'stroke-dasharray': dash } : {};
}

export function toned(tone: number, children: readonly SvgNode[], name = ''): SvgNode {
  return svg('g', { class: `${name} figure-tone-${tone}`.trim() }, children);
}

export function stroke(d: string, width = 2, more: Readonly<Record<string, string | number>> = {}): SvgNode {
  const ends = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  return svg('path', { d, fill: 'none', stroke: 'currentColor', 'stroke-width': width, ...ends, ...more });
}
