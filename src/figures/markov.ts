// A Markov chain: states on a circle, arrows with probabilities both ways, loops outwards.
import type { Figure } from '../exercise/figure.ts';
import { type DrawnEdge, drawEdge, drawLoop, NODE, nodeShape, type Place } from './edges.ts';
import { assemble } from './graph.ts';
import { drawLabel, textWidth, told } from './label.ts';
import { type SvgNode, svg } from './svg-node.ts';
import { listed } from './words.ts';

type MarkovFigure = Extract<Figure, { kind: 'markov' }>;

const RADII: Readonly<Record<number, number>> = { 2: 78, 3: 84, 4: 88, 5: 96 };

export function drawMarkov({ states, rows }: MarkovFigure): SvgNode {
  const places = states.map((name, i) => placeOf(name, i, states.length));
  const drawn = rows.flatMap((row, i) =>
    row.flatMap((label, j): DrawnEdge[] => {
      const [from, to] = [places[i], places[j]];
      if (!from || !to || label === '0') return [];
      const isBoth = rows[j]?.[i] !== '0';
      const look = { label, directed: true, bend: isBoth ? 0.15 : 0 };
      return [i === j ? drawLoop(from, loopAngle(i, states.length), look) : drawEdge(from, to, places, look)];
    }),
  );
  return assemble(
    'markov',
    places,
    drawn,
    states.map((name, i) => drawState(name, places[i])),
  );
}

function angleOf(i: number, count: number): number {
  const start = count === 2 ? Math.PI : count === 4 ? -0.75 * Math.PI : -Math.PI / 2;
  return start + (2 * Math.PI * i) / count;
}

/** Away from the middle, but rather up or down than aside: the page is narrow. */
function loopAngle(i: number, count: number): number {
  const angle = Math.atan2(Math.sin(angleOf(i, count)) - 1e-9, Math.cos(angleOf(i, count)));
  return angle * 0.4 + Math.sign(angle) * 0.3 * Math.PI;
}

function placeOf(name: string, i: number, count: number): Place {
  const [angle, far] = [angleOf(i, count), RADII[count] ?? 96];
  const size = { width: Math.max(NODE + 4, textWidth(name) + 18), height: NODE + 4, radius: (NODE + 4) / 2 };
  return { x: far * Math.cos(angle), y: far * Math.sin(angle), ...size };
}

function drawState(name: string, at: Place | undefined): SvgNode {
  return svg('g', { class: 'figure-node' }, at ? [nodeShape(at), drawLabel(name, at)] : []);
}

export function describeMarkov({ states, rows }: MarkovFigure): string {
  const from = rows.map((row, i) => {
    const ways = row.flatMap((p, j) => (p === '0' ? [] : [`to ${i === j ? 'itself' : told(states[j] ?? '')} ${told(p)}`]));
    return `From ${told(states[i] ?? '')}: ${listed(ways)}.`;
  });
  return `A Markov chain with the states ${listed(states.map(told))}. Probabilities of one step. ${from.join(' ')}`;
}
