// Figure data to a drawing: the one way in for screens and paper.
import type { Figure } from '../exercise/figure.ts';
import { drawBars } from './bars.ts';
import { drawGraph } from './graph.ts';
import type { SvgNode } from './svg-node.ts';

/** An `svg` element in the colours of its surroundings; its classes leave the rest to a style sheet. */
export function draw(figure: Figure): SvgNode {
  return figure.kind === 'graph' ? drawGraph(figure) : drawBars(figure);
}
