// Figure data to a drawing: the one way in for screens and paper.
import type { Figure } from '../exercise/figure.ts';
import { drawBars } from './bars.ts';
import { drawComputation } from './computation.ts';
import { drawContour } from './contour.ts';
import { drawGraph } from './graph.ts';
import { drawMarkov } from './markov.ts';
import { drawMatrix } from './matrix.ts';
import { drawNumberLine } from './number-line.ts';
import { drawPlane } from './plane.ts';
import { drawPlot } from './plot.ts';
import { drawScatter } from './scatter.ts';
import type { SvgNode } from './svg-node.ts';
import { drawTree } from './tree.ts';
import { drawVenn } from './venn.ts';

/** An `svg` element in the colours of its surroundings; its classes leave the rest to a style sheet. */
export function draw(figure: Figure): SvgNode {
  switch (figure.kind) {
    case 'graph':
      return drawGraph(figure);
    case 'markov':
      return drawMarkov(figure);
    case 'computation':
      return drawComputation(figure);
    case 'tree':
      return drawTree(figure);
    case 'number-line':
      return drawNumberLine(figure);
    case 'venn':
      return drawVenn(figure);
    case 'plane':
      return drawPlane(figure);
    case 'scatter':
      return drawScatter(figure);
    case 'plot':
      return drawPlot(figure);
    case 'contour':
      return drawContour(figure);
    case 'bars':
      return drawBars(figure);
    case 'matrix':
      return drawMatrix(figure);
  }
}
