// Figure data to a drawing and to words: the one way in for screens and paper.
import type { Figure } from '../exercise/figure.ts';
import { describeBars, drawBars } from './bars.ts';
import { describeGraph, drawGraph } from './graph.ts';
import type { SvgNode } from './svg-node.ts';

/** An `svg` element in the colours of its surroundings; its classes leave the rest to a style sheet. */
export function draw(figure: Figure): SvgNode {
  return figure.kind === 'graph' ? drawGraph(figure) : drawBars(figure);
}

/** All that the figure shows, in words. */
export function describe(figure: Figure): string {
  return figure.kind === 'graph' ? describeGraph(figure) : describeBars(figure);
}
