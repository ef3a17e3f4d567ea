// Bars in rows: the label before, the value as shown behind.
import type { BarsFigure } from '../exercise/figure.ts';
import { rounded, type SvgNode, svg } from './svg-node.ts';

const ROW = 32;
const BAR = 18;
const LETTER = 8.5;
const LONGEST = 170;
const GAP = 10;

/** Negative values go to the left of the zero line. */
export function drawBars({ bars }: BarsFigure): SvgNode {
  const before = width(bars.map(({ label }) => label)) + GAP;
  const after = width(bars.map(({ shown }) => shown)) + GAP;
  const top = Math.max(0, ...bars.map(({ value }) => value));
  const bottom = Math.min(0, ...bars.map(({ value }) => value));
  const scale = top > bottom ? LONGEST / (top - bottom) : 0;
  const zero = before - bottom * scale;
  const rows = bars.map((bar, i) => drawBar(bar, i * ROW, zero, scale, before));
  const axis = svg('path', {
    class: 'figure-axis',
    d: `M ${rounded(zero)} 0 V ${bars.length * ROW}`,
    stroke: 'currentColor',
    fill: 'none',
  });
  const size = `0 0 ${rounded(before + LONGEST + after)} ${bars.length * ROW}`;
  return svg('svg', { class: 'figure figure-bars', viewBox: size }, [...rows, axis]);
}

function drawBar(
  { label, value, shown }: BarsFigure['bars'][number],
  y: number,
  zero: number,
  scale: number,
  before: number,
): SvgNode {
  const length = Math.abs(value) * scale;
  const start = value < 0 ? zero - length : zero;
  const middle = y + ROW / 2;
  const text = (x: number, anchor: string, words: string) =>
    svg('text', { x: rounded(x), y: rounded(middle), dy: '0.35em', 'text-anchor': anchor, fill: 'currentColor' }, [words]);
  return svg('g', { class: 'figure-row' }, [
    text(before - GAP, 'end', label),
    svg('rect', {
      class: 'figure-bar',
      x: rounded(start),
      y: middle - BAR / 2,
      width: rounded(length),
      height: BAR,
      rx: 3,
      fill: 'currentColor',
    }),
    text(Math.max(zero, start + length) + GAP, 'start', shown),
  ]);
}

function width(words: readonly string[]): number {
  return LETTER * Math.max(0, ...words.map(word => [...word].length));
}
