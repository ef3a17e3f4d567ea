// A figure in words, for those who don't see it: everything that the picture shows.
import type { Figure } from '../exercise/figure.ts';
import { describeBars } from './bars.ts';
import { describeComputation } from './computation.ts';
import { describeContour } from './contour.ts';
import { describeGraph } from './graph.ts';
import { describeMarkov } from './markov.ts';
import { describeMatrix } from './matrix.ts';
import { describeNumberLine } from './number-line.ts';
import { describePlane } from './plane.ts';
import { describePlot } from './plot.ts';
import { describeScatter } from './scatter.ts';
import { describeTree } from './tree.ts';
import { describeVenn } from './venn.ts';

/** Whole sentences that can be read aloud; enough to solve the exercise without the picture. */
export function describe(figure: Figure): string {
  switch (figure.kind) {
    case 'graph':
      return describeGraph(figure);
    case 'markov':
      return describeMarkov(figure);
    case 'computation':
      return describeComputation(figure);
    case 'tree':
      return describeTree(figure);
    case 'number-line':
      return describeNumberLine(figure);
    case 'venn':
      return describeVenn(figure);
    case 'plane':
      return describePlane(figure);
    case 'scatter':
      return describeScatter(figure);
    case 'plot':
      return describePlot(figure);
    case 'contour':
      return describeContour(figure);
    case 'bars':
      return describeBars(figure);
    case 'matrix':
      return describeMatrix(figure);
  }
}
