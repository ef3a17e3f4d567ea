// Reads unions of intervals: `(-inf, 2] U (3, ∞)`, `]2, 5[`, `{1, 2}`, `R \ {0}`, `2 <= x < 5`, `x < 1 or x > 3`, `{x | x > 2}`.
import { evaluate, evaluateExact } from '../math/expression/evaluate.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { RelationSign } from '../math/relation.ts';
import {
  combine,
  compareConstants,
  INFINITY,
  isInfiniteEnd,
  isSymbolic,
  MINUS_INFINITY,
  type Span,
  type SpanOperation,
} from '../math/span.ts';
import { type Comparisons, comparisonsIn } from './comparisons.ts';
import type { Reading } from './kind.ts';
import {
  EMPTY,
  items,
  type Piece,
  plainBrackets,
  readEach,
  readExpression,
  split,
  splitAtWords,
  trimmed,
  unreadable,
  unwrapped,
} from './typed.ts';

type Spans = readonly Span[];

const ALL = /^(?:ℝ|R|\\R|\\mathbb\s*\{?\s*R\s*\}?|(?:all )?reals?|all real numbers|all numbers)$/u;
const NAMED =
  /^\s*(?:[\p{L}][\p{L}\d_']*\s*(?:∈|\\in(?![a-z])|:|\bin\b)|∈|\\in(?![a-z])|[\p{L}][\p{L}\d_']*\s*:?=(?=\s*(?:[[(\]][^,;]*[,;]|\{|ℝ|R\b|∅|\\(?:mathbb|emptyset|varnothing))))/u;
const BUILDER =
  /^\s*[\p{L}][\p{L}\d_]*\s*(?:(?:∈|\\in(?![a-z])|\bin\b)\s*(?:ℝ|R|\\R|\\mathbb\s*\{?R\}?)\s*)?(?:\||:|\\mid(?![a-z]))/u;
const UNION =
  /∪|⋃|\\cup(?![a-z])|\\bigcup(?![a-z])|∨|\\lor(?![a-z])|\\vee(?![a-z])|\|\||\b[oO][rR]\b|\bunion\b|(?<=[\])}]\s*)[uU](?=\s*[[({\]\\ℝ∅])/;
const MEETING = /∩|⋂|\\cap(?![a-z])|∧|\\land(?![a-z])|\\wedge(?![a-z])|&+|\band\b/;
const WITHOUT = /∖|\\setminus(?![a-z])|\\backslash(?![a-z])|\\(?=\s*[[({])|\bwithout\b|\bexcept\b/;
/** Brackets turned outwards, as in ]2, 5[. */
const OUTWARD = /([[\](])((?:[^[\](),;]|\([^()]*\))*[,;](?:[^[\]()]|\([^()]*\))*)([[\])])/g;
const TURNED = /(?:^|[∪=∈\s]|\\cup|(?<=[[\])}]\s*)U)\s*\](?=[^\]]*[,;])|[,;][^[\]()]*\[\s*(?:$|[∪U]|\\cup|\bor\b)/u;
const MAX_PIECES = 40;

/** Ends may hold the letters that are given; then nothing is merged, since they have no order. */
export function readInterval(text: string, variables: readonly string[] = []): Reading<Spans> {
  const plain = plainBrackets(text.replaceAll(text.includes('\\}') ? /\\(?=\s+[[({]|[[(])/g : /\\(?=\s*[[({])/g, '∖'));
  const turned = TURNED.test(plain) ? plain.replaceAll(OUTWARD, inward) : plain;
  const whole = trimmed({ text: turned, at: 0 });
  if (whole.text === '') return unreadable(0, 'Nothing is typed yet. The empty set is {}.');
  const named = NAMED.exec(whole.text)?.[0].length ?? 0;
  const letters = new Letters(variables);
  return readUnion(trimmed({ text: whole.text.slice(named), at: whole.at + named }), letters, 0);
}

function inward(_: string, opening: string, inner: string, closing: string): string {
  return `${opening === ']' ? '(' : opening}${inner}${closing === '[' ? ')' : closing}`;
}

/** The one letter that inequalities are about, and those that may stand in ends. */
class Letters {
  private name: string | undefined;
  readonly variables: readonly string[];

  constructor(variables: readonly string[]) {
    this.variables = variables;
  }

  accepts(name: string): boolean {
    this.name ??= name.toLowerCase();
    return this.name === name.toLowerCase();
  }
}

function readUnion(piece: Piece, letters: Letters, depth: number): Reading<Spans> {
  return readJoined(piece, UNION, 'union', depth, part =>
    readJoined(part, MEETING, 'intersection', depth, meeting =>
      readJoined(meeting, WITHOUT, 'difference', depth, atom => readAtom(atom, letters, depth)),
    ),
  );
}

function readJoined(
  piece: Piece,
  words: RegExp,
  operation: SpanOperation,
  depth: number,
  read: (part: Piece) => Reading<Spans>,
): Reading<Spans> {
  const parts = splitAtWords(piece, words);
  if (parts.length > MAX_PIECES || depth > 8) return unreadable(piece.at, 'There are too many pieces to be read.');
  const reading = readEach(parts, read);
  if (!reading.ok) return reading;
  if (operation === 'union') return { ok: true, value: combine('union', reading.value.flat(), []) };
  if (reading.value.length > 1 && isSymbolic(...reading.value.flat().flatMap(([, low, high]) => [low, high])))
    return unreadable(piece.at, 'Intervals with letters can only be joined.');
  return { ok: true, value: reading.value.reduce((all, next) => combine(operation, all, next)) };
}

function readAtom(piece: Piece, letters: Letters, depth: number): Reading<Spans> {
  const { text, at } = piece;
  if (text === '') return unreadable(at, 'Something is missing here.');
  if (EMPTY.test(text)) return { ok: true, value: [] };
  if (ALL.test(text)) return { ok: true, value: [['(', MINUS_INFINITY, INFINITY, ')']] };
  const braced = unwrapped(piece, '{');
  if (braced) return readBraced(braced, letters, depth);
  const brackets = /^([[(])([\s\S]*)([\])])$/u.exec(text);
  const ends = brackets && split({ text: brackets[2] ?? '', at: at + 1 }, /[,;]/);
  if (brackets && ends && ends.length > 1)
    return readEnds(piece, ends, brackets[1] === '[', brackets[3] === ']', letters.variables);
  const grouped = unwrapped(piece, '([') ?? (brackets?.[2] && { text: brackets[2], at: at + 1 });
  if (grouped && comparisonsIn(grouped).signs.length + splitAtWords(grouped, UNION).length > 1)
    return readUnion(trimmed(grouped), letters, depth + 1);
  const comparisons = comparisonsIn(piece);
  if (comparisons.signs.length > 0) return readChain(comparisons, letters);
  return unreadable(at, 'Write an interval such as (1, 2], or an inequality such as x < 3.');
}

/** Single numbers, or a condition as in {x | x > 2}. */
function readBraced(inner: Piece, letters: Letters, depth: number): Reading<Spans> {
  const builder = BUILDER.exec(inner.text)?.[0].length;
  if (builder !== undefined)
    return readUnion(trimmed({ text: inner.text.slice(builder), at: inner.at + builder }), letters, depth + 1);
  const { pieces, decimalComma } = items(inner);
  if (pieces.length > MAX_PIECES) return unreadable(inner.at, 'There are too many numbers to be read.');
  const reading = readEach(pieces, piece => readEnd(piece, decimalComma, letters.variables));
  if (!reading.ok) return reading;
  const infinite = reading.value.findIndex(isInfiniteEnd);
  if (infinite >= 0) return unreadable(pieces[infinite]?.at ?? inner.at, 'Infinity is no number, so it is in no set.');
  const points = reading.value.map((value): Span => ['[', value, value, ']']);
  return { ok: true, value: combine('union', points, []) };
}

function readEnds(
  whole: Piece,
  ends: readonly Piece[],
  lowClosed: boolean,
  highClosed: boolean,
  variables: readonly string[],
): Reading<Spans> {
  const semicolons = split({ text: whole.text.slice(1, -1), at: whole.at + 1 }, /;/);
  const two = semicolons.length === 2 ? semicolons : ends;
  if (two.length !== 2) return unreadable(two[2]?.at ?? whole.at, 'An interval has two ends. Put a semicolon between them.');
  const reading = readEach(two, end => readEnd(end, semicolons.length === 2, variables));
  if (!reading.ok) return reading;
  const [low, high] = reading.value;
  if (!low || !high) return unreadable(whole.at, 'An interval has two ends.');
  const last = whole.at + whole.text.length - 1;
  if (lowClosed && isInfiniteEnd(low)) return unreadable(whole.at, 'Infinity is no number: it takes a round bracket.');
  if (highClosed && isInfiniteEnd(high)) return unreadable(last, 'Infinity is no number: it takes a round bracket.');
  if (!isSymbolic(low, high) && compareConstants(low, high) > 0) return unreadable(whole.at, 'The smaller end comes first.');
  return { ok: true, value: spanBetween(low, lowClosed, high, highClosed) };
}

/** Empty where there is no number between the ends. */
function spanBetween(low: Expression, lowClosed: boolean, high: Expression, highClosed: boolean): Spans {
  const order = isSymbolic(low, high) ? -1 : compareConstants(low, high);
  if (order > 0 || (order === 0 && !(lowClosed && highClosed && !isInfiniteEnd(low)))) return [];
  return [[lowClosed && !isInfiniteEnd(low) ? '[' : '(', low, high, highClosed && !isInfiniteEnd(high) ? ']' : ')']];
}

const INFINITE = /^([+＋]?|[-−–])\s*(?:∞|\\infty|oo|inf(?:ty|inity)?)$/iu;

function readEnd(piece: Piece, decimalComma: boolean, variables: readonly string[]): Reading<Expression> {
  const infinite = INFINITE.exec(piece.text);
  if (infinite) return { ok: true, value: /[-−–]/u.test(infinite[1] ?? '') ? MINUS_INFINITY : INFINITY };
  const reading = readExpression(piece, { variables, decimalComma });
  if (!reading.ok) return reading;
  if (isInfiniteEnd(reading.value) || isSymbolic(reading.value)) return reading;
  const isNumber = evaluateExact(reading.value) ?? Number.isFinite(evaluate(reading.value));
  return isNumber ? reading : unreadable(piece.at, 'This end has no real value.');
}

const LETTER = /^\p{L}(?:_?\w{1,3})?$/u;

/** `2 <= x < 5`: one side is the letter, the others are numbers; each sign next to the letter cuts something off. */
function readChain({ sides, signs }: Comparisons, letters: Letters): Reading<Spans> {
  const isLetter = (side: Piece) => LETTER.test(side.text) && !/^(?:e|pi|π|inf|oo)$/i.test(side.text);
  const place = sides.findIndex(isLetter);
  const empty = sides.find(side => side.text === '');
  if (empty) return unreadable(empty.at, 'Something is missing here.');
  const [lone] = sides;
  if (place < 0) return unreadable(lone?.at ?? 0, 'Solve it first: the letter has to stand alone on one side.');
  const letter = sides[place];
  const third = signs[2];
  if (!letter || third) return unreadable(third?.at ?? 0, 'There are too many signs of comparison.');
  if (signs.length === 2 && place !== 1) return unreadable(letter.at, 'The letter has to stand between the two numbers.');
  if (!letters.accepts(letter.text)) return unreadable(letter.at, 'Use the same letter everywhere.');
  const others = readEach(sides.toSpliced(place, 1), side => readEnd(side, true, letters.variables));
  if (!others.ok) return others;
  const parts = others.value.map((end, i) => cut(i < place ? turned(signs[i]?.sign) : signs[i]?.sign, end));
  return { ok: true, value: parts.reduce((all, next) => combine('intersection', all, next)) };
}

function turned(sign: RelationSign | undefined): RelationSign | undefined {
  const pairs = { '<': '>', '>': '<', '≤': '≥', '≥': '≤', '=': '=', '≠': '≠' } as const;
  return sign && pairs[sign];
}

/** The numbers x for which x compares so with the end. */
function cut(sign: RelationSign | undefined, end: Expression): Spans {
  const below = (closed: boolean) => spanBetween(MINUS_INFINITY, false, end, closed);
  const above = (closed: boolean) => spanBetween(end, closed, INFINITY, false);
  if (sign === '<' || sign === '≤') return below(sign === '≤');
  if (sign === '>' || sign === '≥') return above(sign === '≥');
  return sign === '≠' ? combine('union', below(false), above(false)) : spanBetween(end, true, end, true);
}
