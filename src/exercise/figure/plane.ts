// What stands in a plane with axes, as data: vectors, points, lines, polygons, and clouds of points in classes.
import { Rational, type RationalLike } from '../../math/rational.ts';
import { exact, filled, isPlace, must, numberOf, type Place, type PlaceLike, place, type Shown, shown } from './value.ts';

/** The part of the plane that is shown. */
export interface Window {
  readonly x: readonly [from: string, to: string];
  readonly y: readonly [from: string, to: string];
}
/** 1 is the accent; each goes with a stroke of its own: solid, dashed, dotted, dash-dotted. */
export const TONES = [1, 2, 3, 4] as const;
export type Tone = (typeof TONES)[number];

export interface FigurePoint {
  readonly at: Place;
  readonly label?: string;
  readonly open?: true;
}
export interface FigureVector {
  readonly from: Place;
  readonly to: Place;
  readonly label?: string;
  readonly tone?: Tone;
}
/** All places with normal · place = offset. */
export interface FigureLine {
  readonly normal: Place;
  readonly offset: string;
  readonly label?: string;
  readonly tone?: Tone;
}
export interface FigurePolygon {
  readonly corners: readonly Place[];
  readonly label?: string;
  readonly tone?: Tone;
}

/** Both axes have the same unit. */
export interface PlaneFigure {
  readonly kind: 'plane';
  readonly window: Window;
  readonly axes: readonly [string, string];
  readonly points?: readonly FigurePoint[];
  readonly vectors?: readonly FigureVector[];
  readonly lines?: readonly FigureLine[];
  readonly polygons?: readonly FigurePolygon[];
}

export interface ScatterFigure {
  readonly kind: 'scatter';
  readonly window: Window;
  readonly axes: readonly [string, string];
  /** Told apart by shape and colour. */
  readonly classes: readonly { readonly label?: string; readonly points: readonly Place[] }[];
  readonly centroids?: readonly FigurePoint[];
  readonly lines?: readonly FigureLine[];
}

export type PointLike = PlaceLike | { readonly at: PlaceLike; readonly label?: Shown; readonly open?: boolean };
/** `{ x: 3 }` is the upright line at 3, `{ normal: [2, 1], offset: 4 }` is 2x + y = 4. */
export type LineLike = { readonly label?: Shown; readonly tone?: Tone } & (
  | { readonly x: RationalLike }
  | { readonly y: RationalLike }
  | { readonly through: readonly [PlaceLike, PlaceLike] }
  | { readonly normal: PlaceLike; readonly offset: RationalLike }
);
export interface WindowLike {
  readonly x?: readonly [from: RationalLike, to: RationalLike];
  readonly y?: readonly [from: RationalLike, to: RationalLike];
}

interface PlaneLike {
  readonly points?: readonly PointLike[];
  /** From the origin unless said otherwise. */
  readonly vectors?: readonly {
    readonly to: PlaceLike;
    readonly from?: PlaceLike;
    readonly label?: Shown;
    readonly tone?: Tone;
  }[];
  readonly lines?: readonly LineLike[];
  readonly polygons?: readonly { readonly corners: readonly PlaceLike[]; readonly label?: Shown; readonly tone?: Tone }[];
  /** Without it as far as there is something to see. */
  readonly window?: WindowLike;
  readonly axes?: readonly [x: string, y: string];
}

const ORIGIN: Place = ['0', '0'];

/** Vectors, points, lines and polygons over a grid; 16 labels at most. */
export function plane({ points, vectors, lines, polygons, window, axes = ['x', 'y'] }: PlaneLike): PlaneFigure {
  const drawn = {
    points: points?.map(toPoint),
    vectors: vectors?.map(({ to, from = [0, 0], ...look }) => filled({ from: place(from), to: place(to), ...toLook(look) })),
    lines: lines?.map(toLine),
    polygons: polygons?.map(({ corners, ...look }) => filled({ corners: corners.map(place), ...toLook(look) })),
  };
  const arrows = (drawn.vectors ?? []).flatMap(({ from, to }) => [from, to]);
  const dots = (drawn.points ?? []).map(({ at }) => at);
  const corners = (drawn.polygons ?? []).flatMap(polygon => polygon.corners);
  const figure: PlaneFigure = filled({
    kind: 'plane' as const,
    window: windowOf([...(window ? [] : [ORIGIN]), ...arrows, ...dots, ...corners], window),
    axes: toAxes(axes),
    ...drawn,
  });
  const things = Object.values(drawn).reduce((total, list) => total + (list?.length ?? 0), 0);
  must(things <= 16, 'a plane shows at most 16 things');
  must(drawn.polygons?.every(polygon => polygon.corners.length > 1) ?? true, 'a polygon has at least two corners');
  return figure;
}

interface ScatterLike {
  readonly classes: readonly { readonly label?: Shown; readonly points: readonly PlaceLike[] }[];
  readonly centroids?: readonly PointLike[];
  readonly lines?: readonly LineLike[];
  readonly window?: WindowLike;
  readonly axes?: readonly [x: string, y: string];
}

/** Points in one to four classes, with centroids and dividing lines; axes may have different units. 60 points at most. */
export function scatter({ classes, centroids, lines, window, axes = ['x', 'y'] }: ScatterLike): ScatterFigure {
  const made = classes.map(({ label, points }) => {
    return filled({ label: label === undefined ? undefined : shown(label, 14), points: points.map(place) });
  });
  const centres = centroids?.map(toPoint);
  const dots = made.flatMap(({ points }) => points);
  must(
    made.length > 0 && made.length <= 4 && dots.length > 0 && dots.length <= 60,
    'a scatter has 1 to 4 classes and 1 to 60 points',
  );
  must(made.length === 1 || made.every(({ label }) => label !== undefined), 'each of several classes has a label');
  return filled({
    kind: 'scatter' as const,
    window: windowOf([...dots, ...(centres ?? []).map(({ at }) => at)], window),
    axes: toAxes(axes),
    classes: made,
    centroids: centres,
    lines: lines?.map(toLine),
  });
}

export function toAxes([x, y]: readonly [string, string]): [string, string] {
  return [shown(x, 14), shown(y, 14)];
}

export function toPoint(point: PointLike): FigurePoint {
  if (isPlace(point)) return { at: place(point) };
  const { at, label, open } = point;
  return filled({
    at: place(at),
    label: label === undefined ? undefined : shown(label, 10),
    open: open ? (true as const) : undefined,
  });
}

function toLook({ label, tone }: { readonly label?: Shown; readonly tone?: Tone }) {
  return { label: label === undefined ? undefined : shown(label, 10), tone };
}

export function toLine(line: LineLike): FigureLine {
  const [normal, offset] = equationOf(line);
  must(
    normal.some(entry => numberOf(entry) !== 0),
    'a line has two different points',
  );
  return filled({ normal, offset, ...toLook(line) });
}

function equationOf(line: LineLike): [Place, string] {
  if ('x' in line) return [['1', '0'], exact(line.x)];
  if ('y' in line) return [['0', '1'], exact(line.y)];
  if ('normal' in line) return [place(line.normal), exact(line.offset)];
  const [[a, b], [c, d]] = [place(line.through[0]), place(line.through[1])];
  const normal: Place = [`${Rational.from(d).minus(b)}`, `${Rational.from(a).minus(c)}`];
  return [normal, `${Rational.from(normal[0]).times(a).plus(Rational.from(normal[1]).times(b))}`];
}

/** Whole numbers around all places; what is given counts. */
function windowOf(places: readonly Place[], { x, y }: WindowLike = {}): Window {
  const side = (entries: readonly string[], given?: readonly [RationalLike, RationalLike]): [string, string] => {
    const values = entries.map(numberOf);
    const [from, to] = given?.map(exact) ?? [
      exact(Math.floor(Math.min(...values)) - 1),
      exact(Math.ceil(Math.max(...values)) + 1),
    ];
    must(from !== undefined && to !== undefined && numberOf(from) < numberOf(to), 'a window runs from less to more');
    return [from ?? '', to ?? ''];
  };
  const window = {
    x: side(
      places.map(([entry]) => entry),
      x,
    ),
    y: side(
      places.map(([, entry]) => entry),
      y,
    ),
  };
  const isInside = ([from, to]: readonly [string, string], entry: string) =>
    numberOf(from) <= numberOf(entry) && numberOf(entry) <= numberOf(to);
  must(
    places.every(([a, b]) => isInside(window.x, a) && isInside(window.y, b)),
    'all places lie inside the window',
  );
  return window;
}
