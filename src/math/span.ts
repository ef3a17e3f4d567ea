// Unions of intervals whose ends are exact constants such as √2 or ln 3: the order of the ends decides everything.
import { equivalent } from './expression/equivalent.ts';
import { evaluate, evaluateExact } from './expression/evaluate.ts';
import { evaluatePrecise } from './expression/precise.ts';
import { variablesOf } from './expression/substitute.ts';
import { add, constant, type Expression, type ExpressionLike, negate, toExpression } from './expression/tree.ts';
import { type End, isInfinite } from './interval.ts';
import { IntervalUnion } from './interval-union.ts';

/** One interval; infinite ends are ∞ and −∞ and open. A single number is closed with both ends the same. */
export type Span = readonly [opening: '[' | '(', low: Expression, high: Expression, closing: ']' | ')'];
/** As in `['(', 'inf', ...]`: the strings 'inf' and '-inf' stand for the infinite ends. */
export type SpanLike = readonly [opening: '[' | '(', low: ExpressionLike, high: ExpressionLike, closing: ']' | ')'];

const OPERATIONS = ['union', 'intersection', 'difference'] as const;
export type SpanOperation = (typeof OPERATIONS)[number];

export const INFINITY = constant('infinity');
export const MINUS_INFINITY = negate(INFINITY);

export function span([opening, low, high, closing]: SpanLike): Span {
  return [opening, endOf(low), endOf(high), closing];
}

export function spansOf(union: IntervalUnion): readonly Span[] {
  return union.intervals.map(([opening, low, high, closing]) => [opening, endOf(low), endOf(high), closing]);
}

/** The ends as rationals; undefined where one of them is not rational. */
export function rationalUnion(spans: readonly Span[]): IntervalUnion | undefined {
  const pieces = spans.map(([opening, low, high, closing]) => [opening, rationalEnd(low), rationalEnd(high), closing] as const);
  return pieces.every(isRational) ? IntervalUnion.of(...pieces) : undefined;
}

/** −1, 0 or 1; the ends are constants or infinite. Decided exactly where `equivalent` does, else to 70 digits. */
export function compareConstants(a: Expression, b: Expression): number {
  if (isInfiniteEnd(a) || isInfiniteEnd(b)) return Math.sign(signOfInfinity(a) - signOfInfinity(b));
  const [x, y] = [evaluateExact(a), evaluateExact(b)];
  if (x && y) return x.compare(y);
  if (equivalent(a, b).equal) return 0;
  const difference = evaluatePrecise(add(a, negate(b)), new Map());
  return typeof difference === 'object' ? difference.sign() : Math.sign(evaluate(a) - evaluate(b));
}

/** Merged into as few as possible, ascending; as they are where letters stand in ends. Throws RangeError on a span without numbers. */
export function combine(operation: SpanOperation, a: readonly Span[], b: readonly Span[]): readonly Span[] {
  if (isSymbolic(...endsOf([...a, ...b]))) return operation === 'union' ? [...a, ...b] : a;
  const order = ranking([...a, ...b]);
  const [x, y] = [ranked(a, order), ranked(b, order)];
  const back = (end: End) => (isInfinite(end) ? endOf(end) : (order.ends[Number(end.numerator)] ?? INFINITY));
  return x[operation](y).intervals.map(([opening, low, high, closing]) => [opening, back(low), back(high), closing]);
}

/** With letters in ends: each piece of one is a piece of the other. */
export function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  if (isSymbolic(...endsOf([...a, ...b]))) return areAmong(a, b) && areAmong(b, a);
  const order = ranking([...a, ...b]);
  return ranked(a, order).equals(ranked(b, order));
}

function areAmong(a: readonly Span[], b: readonly Span[]): boolean {
  return a.every(own => b.some(other => own.every((part, i) => samePart(part, other[i] ?? part))));
}

function samePart(a: Expression | string, b: Expression | string): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return equivalent(a, b).equal;
}

/** Whether a letter stands in one of the ends. */
export function isSymbolic(...ends: readonly Expression[]): boolean {
  return ends.some(end => variablesOf(end).length > 0);
}

function endsOf(spans: readonly Span[]): readonly Expression[] {
  return spans.flatMap(([, low, high]) => [low, high]);
}

/** Only ∞ and −∞ themselves: a number that is too large for a double is none of them. */
export function isInfiniteEnd(end: Expression): boolean {
  return signOfInfinity(end) !== 0;
}

function signOfInfinity(end: Expression): number {
  if (end.kind === 'negate') return -signOfInfinity(end.operand);
  return end.kind === 'constant' && end.name === 'infinity' ? 1 : 0;
}

/** The finite ends in ascending order, each value once, and which of them each end is. */
interface Ranking {
  readonly ends: readonly Expression[];
  readonly ranks: ReadonlyMap<Expression, number>;
}

function ranking(spans: readonly Span[]): Ranking {
  const sorted = endsOf(spans).filter(end => !isInfiniteEnd(end));
  sorted.sort(compareConstants);
  const ends: Expression[] = [];
  const ranks = new Map<Expression, number>();
  for (const end of sorted) {
    const last = ends.at(-1);
    if (last === undefined || compareConstants(last, end) !== 0) ends.push(end);
    ranks.set(end, ends.length - 1);
  }
  return { ends, ranks };
}

/** The same union with each end replaced by its rank: order is all that unions and intersections depend on. */
function ranked(spans: readonly Span[], { ranks }: Ranking): IntervalUnion {
  const rank = (end: Expression) => {
    if (isInfiniteEnd(end)) return signOfInfinity(end) > 0 ? 'inf' : '-inf';
    return ranks.get(end) ?? 0;
  };
  return IntervalUnion.of(...spans.map(([opening, low, high, closing]) => [opening, rank(low), rank(high), closing] as const));
}

function endOf(end: ExpressionLike): Expression {
  if (end === 'inf') return INFINITY;
  return end === '-inf' ? MINUS_INFINITY : toExpression(end);
}

function rationalEnd(end: Expression): End | undefined {
  if (isInfiniteEnd(end)) return signOfInfinity(end) > 0 ? 'inf' : '-inf';
  return evaluateExact(end);
}

function isRational<Opening, Closing>(
  piece: readonly [Opening, End | undefined, End | undefined, Closing],
): piece is readonly [Opening, End, End, Closing] {
  return piece[1] !== undefined && piece[2] !== undefined;
}
