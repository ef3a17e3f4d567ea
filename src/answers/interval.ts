// A union of intervals, typed as such, as a set of numbers, or as an inequality.
import type { KeyOf } from '../exercise/answer.ts';
import { printText } from '../math/expression/print-text.ts';
import type { Expression } from '../math/expression/tree.ts';
import { combine, compareConstants, isInfiniteEnd, type Span, sameSpans, spansOf } from '../math/span.ts';
import { readInterval } from './interval-reading.ts';
import { type AnswerKind, RIGHT, WRONG } from './kind.ts';

type Key = KeyOf['interval'];

export const interval: AnswerKind<'interval'> = {
  read: (text, { variables }) => readInterval(text, variables),
  write: key => writeSpans(combine('union', listOf(key), [])),
  equal: (a, b) => sameSpans(listOf(a), listOf(b)),
  same(value, key) {
    const wanted = listOf(key);
    if (sameSpans(value, wanted)) return RIGHT;
    if (!sameSpans(closure(value), closure(wanted))) return WRONG;
    return { verdict: 'wrong', says: ['The ends are right. Look again at which of them belong to the set.'] };
  },
};

export function listOf(key: Key): readonly Span[] {
  return 'toTeX' in key ? spansOf(key) : key;
}

export function isPoint([, low, high]: Span): boolean {
  return !isInfiniteEnd(low) && compareConstants(low, high) === 0;
}

function writeSpans(spans: readonly Span[]): string {
  const pieces = spans.map(piece => (isPoint(piece) ? `{${endText(piece[1])}}` : spanText(piece)));
  return pieces.length === 0 ? '{}' : pieces.join(' U ');
}

function spanText([opening, low, high, closing]: Span): string {
  return `${opening}${endText(low)}, ${endText(high)}${closing}`;
}

function endText(end: Expression): string {
  if (!isInfiniteEnd(end)) return printText(end);
  return end.kind === 'negate' ? '-inf' : 'inf';
}

/** All finite ends included, so that only the numbers at the ends may differ. */
function closure(spans: readonly Span[]): readonly Span[] {
  return combine(
    'union',
    spans.map(([, low, high]) => [isInfiniteEnd(low) ? '(' : '[', low, high, isInfiniteEnd(high) ? ')' : ']']),
    [],
  );
}
