// PageRank, exact: a surfer follows a link with probability `damping`, else jumps.
import { inverse } from './elimination.ts';
import type { Graph } from './graph.ts';
import { Matrix } from './matrix.ts';
import { ONE, Rational, type RationalLike, sum, ZERO } from './rational.ts';
import { type Vector, vector } from './vector.ts';

export interface PageRankOptions {
  /** Between 0 and 1, without 1. */
  readonly damping: RationalLike;
  /** Where it jumps to, a distribution over the nodes; uniform without. A page without links jumps there too. */
  readonly restart?: Vector;
}

/** One round: from ranks to ranks, of the same sum. */
export function pageRankStep(g: Graph, ranks: Vector, options: PageRankOptions): Vector {
  return transition(g, options).transpose().apply(ranks);
}

/** The ranks that a round leaves as they are, in the order of the nodes, with sum 1. Throws on damping outside [0, 1). */
export function pageRank(g: Graph, options: PageRankOptions): Vector {
  const damping = Rational.from(options.damping);
  if (damping.sign() < 0 || damping.compare(1) >= 0) throw new RangeError(`damping ${damping}`);
  const links = followed(g, options).transpose().times(damping);
  const solved = inverse(Matrix.identity(links.rows).minus(links))?.apply(restartOf(g, options).times(ONE.minus(damping)));
  return solved ?? restartOf(g, options);
}

/** The row-stochastic matrix of a round. */
function transition(g: Graph, options: PageRankOptions): Matrix {
  const [damping, restart] = [Rational.from(options.damping), restartOf(g, options)];
  return followed(g, options).map((entry, _, j) => entry.times(damping).plus(restart.at(j).times(ONE.minus(damping))));
}

function followed(g: Graph, options: PageRankOptions): Matrix {
  const restart = restartOf(g, options);
  const a = g.adjacencyMatrix();
  return Matrix.from(
    a.entries.map(row => {
      const degree = sum(row);
      return degree.isZero() ? restart.entries : row.map(entry => entry.over(degree));
    }),
  );
}

function restartOf(g: Graph, { restart }: PageRankOptions): Vector {
  const n = g.nodes.length;
  const jumps = restart ?? vector(g.nodes.map(() => Rational.from(1).over(n)));
  if (jumps.length !== n || !sum(jumps.entries).equals(ONE) || jumps.entries.some(p => p.compare(ZERO) < 0)) {
    throw new RangeError(`${jumps} is no distribution over ${n} nodes`);
  }
  return jumps;
}
