// Number lines and Venn diagrams as data.
import type { Interval } from '../../math/interval.ts';
import type { IntervalUnion } from '../../math/interval-union.ts';
import type { RationalLike } from '../../math/rational.ts';
import { exact, filled, must, niceStep, numberOf, requireDistinct, type Shown, shown } from './value.ts';

/** As in `['[', '-2', 'inf', ')']`. */
export type Piece = readonly [opening: '[' | '(', low: string, high: string, closing: ']' | ')'];

export interface NumberLineFigure {
  readonly kind: 'number-line';
  readonly from: string;
  readonly to: string;
  /** Where the line is numbered: every `step` from 0. */
  readonly step: string;
  /** Each in a row of its own above the line. */
  readonly sets?: readonly { readonly label?: string; readonly pieces: readonly Piece[] }[];
  /** On the line itself; an open one is a ring. */
  readonly points?: readonly { readonly at: string; readonly label?: string; readonly open?: true }[];
}

interface NumberLineLike {
  /** The ends of the line and its step; without them as far as there is something to see. */
  readonly from?: RationalLike;
  readonly to?: RationalLike;
  readonly step?: RationalLike;
  readonly sets?: readonly (IntervalUnion | { readonly label: Shown; readonly set: IntervalUnion })[];
  readonly points?: readonly (RationalLike | { readonly at: RationalLike; readonly label?: Shown; readonly open?: boolean })[];
}

/** Sets (kit intervals, three at most) and points on a line. */
export function numberLine({ from, to, step, sets = [], points = [] }: NumberLineLike): NumberLineFigure {
  const rows = sets.map(entry => {
    const [label, set] = 'set' in entry ? [shown(entry.label, 6), entry.set] : [undefined, entry];
    return filled({ label, pieces: set.intervals.map(piece) });
  });
  const dots = points.map(entry => {
    if (typeof entry !== 'object' || !('at' in entry)) return { at: exact(entry) };
    const { at, label, open } = entry;
    return filled({
      at: exact(at),
      label: label === undefined ? undefined : shown(label, 10),
      open: open ? (true as const) : undefined,
    });
  });
  const seen = [...rows.flatMap(row => row.pieces.flatMap(ends)), ...dots.map(({ at }) => numberOf(at))];
  const [low, high] = [from ?? Math.floor(Math.min(0, ...seen)) - 1, to ?? Math.ceil(Math.max(0, ...seen)) + 1];
  const figure = { kind: 'number-line' as const, from: exact(low), to: exact(high), step: '', sets: rows, points: dots };
  const [start, end] = [numberOf(figure.from), numberOf(figure.to)];
  must(start < end, 'a number line runs from left to right');
  must(
    seen.every(value => value > start && value < end),
    'all points of a number line lie inside it',
  );
  must(rows.length <= 3, 'a number line has at most three rows');
  return filled({ ...figure, step: exact(step ?? niceStep(end - start, 12)) });
}

function piece([opening, low, high, closing]: Interval): Piece {
  return [opening, `${low}`, `${high}`, closing];
}

function ends([, low, high]: Piece): number[] {
  return [low, high].filter(end => end !== 'inf' && end !== '-inf').map(numberOf);
}

/** Regions are named by membership: of A and B, `10` is A only, `11` both, `00` outside. */
export interface VennFigure {
  readonly kind: 'venn';
  readonly sets: readonly string[];
  readonly shaded?: readonly string[];
  /** What stands in a region: a count, or elements. */
  readonly regions?: Readonly<Record<string, readonly string[]>>;
  /** The name of what is around. */
  readonly universe?: string;
}

interface VennLook {
  readonly shaded?: readonly string[];
  readonly regions?: Readonly<Record<string, Shown | readonly Shown[]>>;
  readonly universe?: string;
}

/** Two or three sets; regions by membership: of A and B, `10` is A only, `11` both, `00` outside. Four short elements a region. */
export function venn(sets: readonly string[], { shaded, regions, universe }: VennLook = {}): VennFigure {
  must(sets.length === 2 || sets.length === 3, 'a Venn diagram has two or three sets');
  requireDistinct(sets, 'set');
  const filledIn = Object.entries(regions ?? {}).map(([region, content]) => {
    const items = (isList(content) ? content : [content]).map(item => shown(item, 5));
    must(items.length <= 4, `region ${region} holds at most four elements`);
    return [region, items] as const;
  });
  for (const region of [...(shaded ?? []), ...filledIn.map(([name]) => name)]) {
    must(/^[01]+$/.test(region) && region.length === sets.length, `"${region}" is no region of ${sets.length} sets`);
  }
  const contents = filledIn.filter(([, items]) => items.length > 0);
  return filled({
    kind: 'venn' as const,
    sets: sets.map(name => shown(name, 12)),
    shaded,
    regions: contents.length > 0 ? Object.fromEntries(contents) : undefined,
    universe: universe === undefined ? undefined : shown(universe, 12),
  });
}

function isList(content: Shown | readonly Shown[]): content is readonly Shown[] {
  return Array.isArray(content);
}
