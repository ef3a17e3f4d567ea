// The order of the skills on a map: in layers by depth, and within a layer so that lines cross seldom.
import type { Skill } from '../../catalog.ts';
import { type Station, stationsOf } from './course.ts';
import { crossings, type Routing, routed, swerves } from './lanes.ts';

type Layers = readonly (readonly Station[])[];

const SWEEPS = 4;

/** The map of an area; the same for the same course. */
export const mapOf = (course: readonly Pick<Skill, 'id' | 'area' | 'needs'>[], area: string): Routing => {
  let best = layersOf(stationsOf(course, area));
  let swept = best;
  for (let i = 0; i < SWEEPS; i++) {
    swept = sweep(swept, i % 2 === 0);
    best = better(swept, best);
  }
  return routed(transposed(best).flat());
};

const layersOf = (stations: readonly Station[]): Layers => {
  const depth = Math.max(-1, ...stations.map(station => station.depth));
  return Array.from({ length: depth + 1 }, (_, i) => stations.filter(station => station.depth === i));
};

const CROSSING = 4;
const LANE = 6;

const costOf = (layers: Layers): number => {
  const routing = routed(layers.flat());
  return CROSSING * crossings(routing) + LANE * routing.lanes + swerves(routing);
};

/** The first one where both are as good. */
const better = (a: Layers, b: Layers): Layers => (costOf(a) < costOf(b) ? a : b);

/** Each layer ordered by the mean place of its neighbours in the layers before it, or after it. */
const sweep = (layers: Layers, isDown: boolean): Layers => {
  const places = new Map(layers.flatMap(layer => layer.map(({ id }, i) => [id, (i + 0.5) / layer.length] as const)));
  const all = layers.flat();
  const neighbours = ({ id, needs }: Station) =>
    isDown ? needs : all.filter(each => each.needs.includes(id)).map(each => each.id);
  const ordered = (isDown ? layers : layers.toReversed()).map(layer => {
    const sorted = layer.toSorted((a, b) => barycentre(neighbours(a), places, a.id) - barycentre(neighbours(b), places, b.id));
    for (const [i, { id }] of sorted.entries()) places.set(id, (i + 0.5) / sorted.length);
    return sorted;
  });
  return isDown ? ordered : ordered.toReversed();
};

/** Its own place where it has no neighbours. */
const barycentre = (neighbours: readonly string[], places: ReadonlyMap<string, number>, id: string): number => {
  const at = neighbours.length === 0 ? [id] : neighbours;
  return at.reduce((sum, each) => sum + (places.get(each) ?? 0), 0) / at.length;
};

/** Two that stand side by side change places as long as that is better. */
const transposed = (layers: Layers): Layers => {
  for (const [i, layer] of layers.entries()) {
    for (let j = 0; j + 1 < layer.length; j++) {
      const [a, b] = layer.slice(j, j + 2);
      if (!a || !b) continue;
      const swapped = layers.with(i, layer.with(j, b).with(j + 1, a));
      if (costOf(swapped) < costOf(layers)) return transposed(swapped);
    }
  }
  return layers;
};
