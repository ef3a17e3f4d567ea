// Curves and level lines as data: the expressions themselves; the drawing takes its samples from them.
import { printText } from '../../math/expression/print-text.ts';
import { variablesOf } from '../../math/expression/substitute.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { RationalLike } from '../../math/rational.ts';
import {
  type FigureLine,
  type FigurePoint,
  type LineLike,
  type PointLike,
  toAxes,
  toLine,
  toPoint,
  type Window,
} from './plane.ts';
import { valueAt } from './sampling.ts';
import { exact, filled, must, numberOf, type Place, type PlaceLike, place, type Shown, shown } from './value.ts';

export interface Curve {
  /** In the syntax that a learner types. */
  readonly expression: string;
  readonly label?: string;
  /** The words tell values at whole numbers, not the formula. */
  readonly secret?: true;
}

export interface PlotFigure {
  readonly kind: 'plot';
  readonly variable: string;
  readonly x: readonly [from: string, to: string];
  /** Without it as far as the curves go. */
  readonly y?: readonly [from: string, to: string];
  readonly axes: readonly [string, string];
  readonly curves: readonly Curve[];
  /** Between the first curve and the axis, or the first two curves. */
  readonly shaded?: { readonly from: string; readonly to: string; readonly between?: true };
  /** At a place of the first curve. */
  readonly tangents?: readonly { readonly at: string; readonly slope: string; readonly label?: string }[];
  readonly points?: readonly FigurePoint[];
  readonly lines?: readonly FigureLine[];
}

interface PlotLike {
  /** One expression or up to four, with labels. */
  readonly curves: readonly (Expression | { readonly f: Expression; readonly label?: Shown; readonly secret?: boolean })[];
  readonly variable?: string;
  readonly x: readonly [from: RationalLike, to: RationalLike];
  readonly y?: readonly [from: RationalLike, to: RationalLike];
  readonly axes?: readonly [x: string, y: string];
  readonly shaded?: { readonly from: RationalLike; readonly to: RationalLike; readonly between?: boolean };
  readonly tangents?: readonly { readonly at: RationalLike; readonly slope: RationalLike; readonly label?: Shown }[];
  /** A hole is an open point. */
  readonly points?: readonly PointLike[];
  readonly lines?: readonly LineLike[];
}

/** Curves over an interval of the one variable; poles and jumps show by themselves. */
export function plot({
  curves,
  variable = 'x',
  x,
  y,
  axes = [variable, 'y'],
  shaded,
  tangents,
  points,
  lines,
}: PlotLike): PlotFigure {
  must(curves.length > 0 && curves.length <= 4, 'a plot has 1 to 4 curves');
  must(!shaded?.between || curves.length > 1, 'an area between curves needs two');
  const figure: PlotFigure = filled({
    kind: 'plot' as const,
    variable,
    x: span(x),
    y: y && span(y),
    axes: toAxes(axes),
    curves: curves.map(curve => toCurve('f' in curve ? curve : { f: curve }, variable)),
    shaded:
      shaded && filled({ from: exact(shaded.from), to: exact(shaded.to), between: shaded.between ? (true as const) : undefined }),
    tangents: tangents?.map(({ at, slope, label }) => {
      return filled({ at: exact(at), slope: exact(slope), label: label === undefined ? undefined : shown(label, 10) });
    }),
    points: points?.map(toPoint),
    lines: lines?.map(toLine),
  });
  requireInside(figure);
  return figure;
}

function requireInside({ curves, variable, x, y, points = [], tangents = [], shaded }: PlotFigure): void {
  const isIn = (span: readonly [string, string], at: string) =>
    numberOf(span[0]) <= numberOf(at) && numberOf(at) <= numberOf(span[1]);
  const places = [...points.map(({ at }) => at[0]), ...tangents.map(({ at }) => at), ...(shaded ? [shaded.from, shaded.to] : [])];
  must(
    places.every(at => isIn(x, at)) && points.every(({ at }) => y === undefined || isIn(y, at[1])),
    'all of a plot lies inside it',
  );
  const isDefined = (at: string) => Number.isFinite(valueAt(curves[0]?.expression ?? '', variable, numberOf(at)));
  must(
    tangents.every(({ at }) => isDefined(at)),
    'a tangent touches its curve where it has a value',
  );
}

function toCurve(curve: { readonly f: Expression; readonly label?: Shown; readonly secret?: boolean }, variable: string): Curve {
  return filled({
    expression: expressionIn(curve.f, [variable]),
    label: curve.label === undefined ? undefined : shown(curve.label, 14),
    secret: curve.secret ? (true as const) : undefined,
  });
}

function expressionIn(f: Expression, variables: readonly string[]): string {
  const others = variablesOf(f).filter(name => !variables.includes(name));
  must(others.length === 0, `${others.join(', ')} has no value in this figure`);
  return printText(f);
}

function span([from, to]: readonly [RationalLike, RationalLike]): [string, string] {
  const ends: [string, string] = [exact(from), exact(to)];
  must(numberOf(ends[0]) < numberOf(ends[1]), 'an axis runs from less to more');
  return ends;
}

export interface ContourFigure {
  readonly kind: 'contour';
  readonly expression: string;
  readonly variables: readonly [string, string];
  readonly window: Window;
  /** Without them evenly spread ones without numbers. */
  readonly levels?: readonly string[];
  /** Steps of a descent, in order. */
  readonly path?: readonly Place[];
  readonly points?: readonly FigurePoint[];
  readonly vectors?: readonly { readonly from: Place; readonly to: Place; readonly label?: string }[];
}

interface ContourLike {
  readonly f: Expression;
  readonly variables?: readonly [x: string, y: string];
  readonly window: { readonly x: readonly [RationalLike, RationalLike]; readonly y: readonly [RationalLike, RationalLike] };
  readonly levels?: readonly RationalLike[];
  readonly path?: readonly PlaceLike[];
  readonly points?: readonly PointLike[];
  /** Such as a gradient. */
  readonly vectors?: readonly { readonly from: PlaceLike; readonly to: PlaceLike; readonly label?: Shown }[];
}

/** Level lines of an expression in two variables, with a descent path, points and vectors. */
export function contour({ f, variables = ['x', 'y'], window, levels, path, points, vectors }: ContourLike): ContourFigure {
  must(
    levels?.length !== 0 && (levels?.length ?? 1) <= 10 && (path?.length ?? 0) <= 30,
    'a contour figure has 1 to 10 levels and at most 30 steps',
  );
  return filled({
    kind: 'contour' as const,
    expression: expressionIn(f, variables),
    variables: [variables[0], variables[1]] as const,
    window: { x: span(window.x), y: span(window.y) },
    levels: levels?.map(exact),
    path: path?.map(place),
    points: points?.map(toPoint),
    vectors: vectors?.map(({ from, to, label }) => {
      return filled({ from: place(from), to: place(to), label: label === undefined ? undefined : shown(label, 10) });
    }),
  });
}
