// A figure in words, for those who don't see it: everything that the picture shows.
import type { BarsFigure, Figure, GraphFigure } from '../exercise/figure.ts';

export function describe(figure: Figure): string {
  return figure.kind === 'graph' ? describeGraph(figure) : describeBars(figure);
}

function describeGraph({ nodes, edges, directed, marked = [] }: GraphFigure): string {
  const kind = directed ? 'A directed graph' : 'A graph';
  const links = edges.map(([from, to]) => (directed ? `${from} to ${to}` : `${from}–${to}`));
  const stressed = marked.length > 0 ? ` Marked: ${marked.join(', ')}.` : '';
  const drawn = links.length > 0 ? `Edges: ${links.join(', ')}.` : 'It has no edges.';
  return `${kind} on the nodes ${nodes.join(', ')}. ${drawn}${stressed}`;
}

function describeBars({ title, bars }: BarsFigure): string {
  return `${title}: ${bars.map(({ label, shown }) => `${label} ${shown}`).join(', ')}.`;
}
