// A union of intervals, typed as such, as a set of numbers, or as an inequality.
import type { AnswerOf, KeyOf } from '../exercise/answer.ts';
import { type Formula, formula } from '../exercise/formula.ts';
import { say } from '../exercise/text.ts';
import { printText } from '../math/expression/print-text.ts';
import { add, type Expression } from '../math/expression/tree.ts';
import { IntervalUnion } from '../math/interval-union.ts';
import { combine, compareConstants, isInfiniteEnd, rationalUnion, type Span, sameSpans, spansOf } from '../math/span.ts';
import { readInterval } from './interval-reading.ts';
import { type AnswerKind, RIGHT, WRONG } from './kind.ts';

type Key = KeyOf['interval'];

export const interval: AnswerKind<'interval'> = {
  read: (text, { variables }) => readInterval(text, variables),
  write: key => (key instanceof IntervalUnion ? key.toString() : writeSpans(combine('union', key, []))),
  show,
  equal: (a, b) => sameSpans(listOf(a), listOf(b)),
  near: nearUnions,
  same(value, key) {
    const wanted = listOf(key);
    if (sameSpans(value, wanted)) return RIGHT;
    if (!sameSpans(closure(value), closure(wanted))) return WRONG;
    return { verdict: 'wrong', says: say`The ends are right. Look again at which of them belong to the set.` };
  },
};

function listOf(key: Key): readonly Span[] {
  return key instanceof IntervalUnion ? spansOf(key) : key;
}

function isPoint([, low, high]: Span): boolean {
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

function show(value: readonly Span[]): Formula {
  if (value.length === 0) return { tex: '\\varnothing', speech: 'the empty set' };
  const pieces = value.map(showSpan);
  return {
    tex: pieces.map(({ tex }) => tex).join(' \\cup '),
    speech: pieces.map(({ speech }) => speech).join(', together with '),
  };
}

function showSpan(piece: Span): Formula {
  const [opening, lowEnd, highEnd, closing] = piece;
  const [low, high] = [formula(lowEnd), formula(highEnd)];
  if (isPoint(piece)) return { tex: `\\{${low.tex}\\}`, speech: `the single number ${low.speech}` };
  const inner = `${low.tex}, ${high.tex}`;
  const included = (bracket: string) => ('[]'.includes(bracket) ? 'included' : 'excluded');
  const [from, to] = [
    isInfiniteEnd(lowEnd) ? low.speech : `${low.speech} ${included(opening)}`,
    isInfiniteEnd(highEnd) ? high.speech : `${high.speech} ${included(closing)}`,
  ];
  return {
    tex: inner.includes('\\frac') ? `\\left${opening}${inner}\\right${closing}` : `${opening}${inner}${closing}`,
    speech: `from ${from} to ${to}`,
  };
}

/** All finite ends included, so that only the numbers at the ends may differ. */
function closure(spans: readonly Span[]): readonly Span[] {
  return combine(
    'union',
    spans.map(([, low, high]) => bracketed(low, high)),
    [],
  );
}

function bracketed(low: Expression, high: Expression, open = false): Span {
  return [isInfiniteEnd(low) || open ? '(' : '[', low, high, isInfiniteEnd(high) || open ? ')' : ']'];
}

/** Each bracket turned, each finite end off by one, a piece left out, and all other numbers. */
function nearUnions({ key }: AnswerOf<'interval'>): Key[] {
  const spans = combine('union', listOf(key), []);
  const changed = spans.flatMap((piece, i) => nearSpans(piece).map(near => (near ? spans.with(i, near) : spans.toSpliced(i, 1))));
  const everything = [
    bracketed({ kind: 'negate', operand: { kind: 'constant', name: 'infinity' } }, { kind: 'constant', name: 'infinity' }),
  ];
  const all = [...changed, combine('difference', everything, spans)].map(near => combine('union', near, []));
  return key instanceof IntervalUnion ? all.flatMap(near => rationalUnion(near) ?? []) : all;
}

function nearSpans(piece: Span): readonly (Span | undefined)[] {
  const [opening, low, high, closing] = piece;
  if (isPoint(piece)) return [undefined, [opening, low, add(high, 1), closing], [opening, add(low, 1), add(high, 1), closing]];
  const turnedLow: Span = [opening === '[' ? '(' : '[', low, high, closing];
  const turnedHigh: Span = [opening, low, high, closing === ']' ? ')' : ']'];
  return [
    undefined,
    ...(isInfiniteEnd(low) ? [] : [turnedLow, [opening, add(low, -1), high, closing] as const]),
    ...(isInfiniteEnd(high) ? [] : [turnedHigh, [opening, low, add(high, 1), closing] as const]),
  ];
}
