// Figures as data: what a picture shows, never how it is drawn. The app draws them as SVG and says them in words.

/** Nodes are placed on a circle in the given order; edges are pairs of node names. */
export interface GraphFigure {
  readonly kind: 'graph';
  readonly nodes: readonly string[];
  readonly edges: readonly (readonly [from: string, to: string])[];
  readonly directed: boolean;
  /** Names of nodes to stress. */
  readonly marked?: readonly string[];
}

/** One bar a row; values are exact, `share` from 0 to 1 of the longest bar is up to the drawing. */
export interface BarsFigure {
  readonly kind: 'bars';
  readonly title: string;
  readonly bars: readonly { readonly label: string; readonly value: number; readonly shown: string }[];
}

export type Figure = GraphFigure | BarsFigure;
export type FigureKind = Figure['kind'];
