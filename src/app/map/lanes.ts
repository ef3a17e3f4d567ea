// The map of an area row by row, as a transit map is read: every skill has a line of its own, on which it runs down to the last one that needs it.
import type { Station } from './course.ts';

/** A line that comes down beside a row, and the skill from which it comes. */
export interface Line {
  readonly of: string;
  readonly lane: number;
  /** The skills that it still leads to, this row's included. */
  readonly to: readonly string[];
}

interface Place {
  readonly id: string;
  /** Counted from the left. */
  readonly lane: number;
  /** Lines that run past, from edge to edge. */
  readonly past: readonly Line[];
}

/** A skill; `stub`: one of another area, on the line of the skill that comes after it. */
export type Row =
  | (Place & { readonly kind: 'stub'; readonly for: string; readonly isFirst: boolean })
  | (Place & {
      readonly kind: 'skill';
      readonly depth: number;
      /** Lines that come in from above. */
      readonly joins: readonly Line[];
      readonly hasStubs: boolean;
      /** The skills that its own line leads to. */
      readonly to: readonly string[];
    });

export interface Routing {
  readonly rows: readonly Row[];
  readonly lanes: number;
}

/** The rows of these stations in this order, in which what is needed comes first. */
export const routed = (stations: readonly Station[]): Routing => {
  const rows: Row[] = [];
  let open: readonly Line[] = [];
  for (const [i, { id, needs, foreign, depth }] of stations.entries()) {
    const joins = open.filter(line => needs.includes(line.of));
    const ending = joins.filter(line => line.to.length === 1);
    const lane = laneFor(open, joins, foreign.length > 0 ? [] : ending);
    for (const [at, stub] of foreign.entries()) {
      rows.push({ kind: 'stub', id: stub, for: id, lane, past: open, isFirst: at === 0 });
    }
    const to = stations.slice(i + 1).flatMap(each => (each.needs.includes(id) ? [each.id] : []));
    const past = open.filter(line => !ending.includes(line)).map(line => ({ ...line, to: line.to.filter(each => each !== id) }));
    rows.push({ kind: 'skill', id, lane, past, depth, joins, hasStubs: foreign.length > 0, to });
    open = to.length > 0 ? [...past, { of: id, lane, to }] : past;
  }
  return { rows, lanes: Math.max(0, ...rows.flatMap(({ lane, past }) => [lane, ...past.map(line => line.lane)])) + 1 };
};

/** Straight on where a line ends here; else the free lane that is nearest to the lines that come in, and the leftmost of two. */
const laneFor = (open: readonly Line[], joins: readonly Line[], ending: readonly Line[]): number => {
  const wanted = joins.length === 0 ? 0 : joins.reduce((sum, { lane }) => sum + lane, 0) / joins.length;
  const isNearer = (a: number, b: number) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b;
  const straight = ending.map(({ lane }) => lane).toSorted(isNearer)[0];
  if (straight !== undefined) return straight;
  const taken = new Set(open.map(({ lane }) => lane));
  const most = Math.max(-1, ...taken) + 1;
  const free = Array.from({ length: most + 1 }, (_, lane) => lane).filter(lane => !taken.has(lane));
  return free.toSorted(isNearer)[0] ?? most;
};

/** How many times a line that turns into a row crosses one that runs past it. */
export const crossings = ({ rows }: Routing): number =>
  rows.reduce((sum, row) => {
    if (row.kind === 'stub') return sum;
    const between = (lane: number, from: number) => lane > Math.min(from, row.lane) && lane < Math.max(from, row.lane);
    return sum + row.joins.reduce((many, join) => many + row.past.filter(line => between(line.lane, join.lane)).length, 0);
  }, 0);

/** How far lines go sideways in all. */
export const swerves = ({ rows }: Routing): number =>
  rows.reduce(
    (sum, row) => sum + (row.kind === 'stub' ? 0 : row.joins.reduce((way, { lane }) => way + Math.abs(lane - row.lane), 0)),
    0,
  );
