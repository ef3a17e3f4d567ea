// One real interval with rational or infinite, open or closed ends, and how it is written.
import { Rational, type RationalLike } from './rational.ts';

export type End = Rational | 'inf' | '-inf';
/** As in `['[', 2, 'inf', ')']`; the strings 'inf' and '-inf' stand for the infinite ends. */
export type IntervalLike = readonly [opening: '[' | '(', low: RationalLike, high: RationalLike, closing: ']' | ')'];
export type Interval = readonly [opening: '[' | '(', low: End, high: End, closing: ']' | ')'];

/** Throws on an interval without numbers and on a closed infinite end. */
export function toInterval([opening, lowLike, highLike, closing]: IntervalLike): Interval {
  const [low, high] = [toEnd(lowLike), toEnd(highLike)];
  const order = compareEnds(low, high);
  if (order > 0 || (order === 0 && !(opening === '[' && closing === ']'))) throw new RangeError('an interval without numbers');
  if ((isInfinite(low) && opening === '[') || (isInfinite(high) && closing === ']')) {
    throw new RangeError('an interval closed at infinity');
  }
  return [opening, low, high, closing];
}

export function compareEnds(a: End, b: End): number {
  if (isInfinite(a) || isInfinite(b)) return rankOf(a) - rankOf(b);
  return a.compare(b);
}

export function isInfinite(end: End): end is 'inf' | '-inf' {
  return !(end instanceof Rational);
}

/** A single number is written as a set. */
export function intervalText([opening, low, high, closing]: Interval): string {
  return isPoint(low, high) ? `{${low}}` : `${opening}${low}, ${high}${closing}`;
}

export function intervalTeX([opening, low, high, closing]: Interval): string {
  if (isPoint(low, high)) return `\\{${endTeX(low)}\\}`;
  const inner = `${endTeX(low)}, ${endTeX(high)}`;
  const tall = inner.includes('\\frac');
  return tall ? `\\left${opening}${inner}\\right${closing}` : `${opening}${inner}${closing}`;
}

export function intervalSpeech([opening, low, high, closing]: Interval): string {
  if (isPoint(low, high)) return `the single number ${endSpeech(low)}`;
  if (isInfinite(low) && isInfinite(high)) return 'all real numbers';
  return `from ${endSpeech(low, opening === '[')} to ${endSpeech(high, closing === ']')}`;
}

function toEnd(value: RationalLike): End {
  return value === 'inf' || value === '-inf' ? value : Rational.from(value);
}

function isPoint(low: End, high: End): boolean {
  return !isInfinite(low) && !isInfinite(high) && low.equals(high);
}

function rankOf(end: End): number {
  return end === '-inf' ? -1 : end === 'inf' ? 1 : 0;
}

function endTeX(end: End): string {
  return isInfinite(end) ? end.replace('inf', '\\infty') : end.toTeX();
}

function endSpeech(end: End, included?: boolean): string {
  if (isInfinite(end)) return end === 'inf' ? 'infinity' : 'minus infinity';
  const inclusion = included === undefined ? '' : included ? ' included' : ' excluded';
  return end.toSpeech() + inclusion;
}
