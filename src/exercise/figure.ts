// Figures as data: what a picture shows, never how it is drawn. Authors make them with these constructors; a mistake of theirs throws.
import type { BarsFigure, MatrixFigure } from './figure/cells.ts';
import type { ComputationFigure, GraphFigure, MarkovFigure } from './figure/graph.ts';
import type { PlaneFigure, ScatterFigure } from './figure/plane.ts';
import type { ContourFigure, PlotFigure } from './figure/plot.ts';
import type { NumberLineFigure, VennFigure } from './figure/sets.ts';
import type { TreeFigure } from './figure/tree.ts';

export { bars, matrix } from './figure/cells.ts';
export { computation, graph, markov } from './figure/graph.ts';
export { plane, scatter } from './figure/plane.ts';
export { contour, plot } from './figure/plot.ts';
export { numberLine, venn } from './figure/sets.ts';
export { tree } from './figure/tree.ts';

export type Figure =
  | GraphFigure
  | MarkovFigure
  | ComputationFigure
  | TreeFigure
  | NumberLineFigure
  | VennFigure
  | PlaneFigure
  | ScatterFigure
  | PlotFigure
  | ContourFigure
  | BarsFigure
  | MatrixFigure;
