// Reads conditions: comparisons and chains of them, joined by words and signs as keyboards and phones give them, loosest first:
//   iff <=> ⇔ | implies => ⇒ | or ∨ || | xor ⊕ | a list, with commas | and ∧ && | not ¬ ! | x = 1, 1 < x <= 3, x in [1, 3), true, A
import { ALWAYS, type Condition, type Connective, joined, NEVER } from '../math/condition/condition.ts';
import { type Expression, variable } from '../math/expression/tree.ts';
import type { Relation, RelationSign } from '../math/relation.ts';
import { isInfiniteEnd, type Span } from '../math/span.ts';
import { comparisonsIn } from './comparisons.ts';
import { readInterval } from './interval-reading.ts';
import type { Reading } from './kind.ts';
import { bothSigns, type Piece, readEach, readExpression, split, splitAtWords, trimmed, unreadable, unwrapped } from './typed.ts';

/** TeX names become words. */
const COMMAND = /\\(?=(?:iff|implies|leftrightarrow|rightarrow|lor|vee|oplus|land|wedge|neg|lnot|in)(?![a-z]))/gi;
const JOINED: readonly (readonly [join: Connective, words: RegExp])[] = [
  ['iff', /\b(?:iff|leftrightarrow)\b|<=>|<->|[⇔⟺↔]/i],
  ['implies', /\b(?:implies|rightarrow)\b|==>|->|[⇒⟹→]/i],
  ['or', /\b(?:or|lor|vee)\b|∨|(?<=\s)\|\|(?=\s)/i],
  ['xor', /\b(?:xor|oplus)\b|[⊕⊻]/i],
  ['and', /[,;，；\n]/],
  ['and', /\b(?:and|land|wedge)\b|∧|&+/i],
];
const LIST = 4;
const NOT = /^(?:[nN](?:ot|OT)\b|¬|!(?!=|\s*\p{Ll}\s*$)|~|(?:neg|lnot)\b)\s*/u;
const CONSTANT = /^(?:(true|always)|false|never)$/i;
const MEMBER = /^(\p{L}[\p{L}\d_]*)\s*(?:∈|\bin\b)\s*/u;
const LETTER = /^\p{L}(?:_?\d)?$/u;
const QUOTED = /\\(?:text|mathrm)\{([^{}]*)\}/g;
/** Letters and signs of logic alone: here | is "or", and sets are joined like statements. */
const LETTERS = /^[\p{L}\s()[\]{}|&!~¬∧∨∪∩⊕]*$/u;
const MAX_PARTS = 12;
const MAX_DEPTH = 12;

/** Without `variables` every letter may occur. */
export function readCondition(text: string, variables?: readonly string[]): Reading<Condition> {
  const plain = text
    .replaceAll(QUOTED, (found, inner: string) => inner.padStart(found.length - 1).padEnd(found.length))
    .replaceAll(COMMAND, ' ');
  const isLogic = !MEMBER.test(plain.trim()) && LETTERS.test(plain);
  const signs = isLogic ? plain.replaceAll(/\|+|∪/g, found => '∨'.padEnd(found.length)).replaceAll('∩', '∧') : plain;
  return readPart({ text: signs, at: 0 }, { variables, depth: 0, from: 0 });
}

interface Place {
  readonly variables: readonly string[] | undefined;
  /** How many brackets are around it. */
  readonly depth: number;
  /** The loosest connective that may still come. */
  readonly from: number;
}

function readPart(given: Piece, place: Place): Reading<Condition> {
  const piece = trimmed(given);
  if (piece.text === '') return unreadable(piece.at, 'Something is missing here.');
  for (let from = place.from; from < JOINED.length; from++) {
    const [join = 'and', words = NOT] = JOINED[from] ?? [];
    const parts = join === 'implies' ? implied(piece, words) : from === LIST ? listed(piece, words) : splitAtWords(piece, words);
    if (parts.length > MAX_PARTS) return unreadable(piece.at, 'There are too many conditions to be read.');
    if (parts.length > 1)
      return joinedReading(from === LIST && place.depth === 0 ? 'list' : join, parts, { ...place, from: from + 1 });
  }
  return readAtom(piece, place);
}

/** A list without brackets may be one of solutions. */
function joinedReading(join: Connective | 'list', parts: readonly Piece[], place: Place): Reading<Condition> {
  const reading = readEach(parts, part => readPart(part, place));
  if (!reading.ok) return reading;
  const listed = areValuesOfOne(reading.value) ? 'or' : 'and';
  return { ok: true, value: joined(join === 'list' ? listed : join, ...reading.value) };
}

/** `x = 1, x = 2` lists solutions; one number can't be both. */
function areValuesOfOne(parts: readonly Condition[]): boolean {
  const names = parts.map(part => ('sign' in part && part.sign === '=' && part.left.kind === 'variable' ? part.left.name : ''));
  return names[0] !== '' && names.every(name => name === names[0]);
}

/** `=>` is "greater or equal" but between conditions. */
function implied(piece: Piece, words: RegExp): readonly Piece[] {
  const parts = splitAtWords(piece, words);
  const arrows = parts.length > 1 ? parts : splitAtWords(piece, /=>/);
  return parts.length > 1 || arrows.every(isCondition) ? arrows : [piece];
}

/** Each item has to be a condition: `x = 0,5` has a decimal comma. */
function listed(piece: Piece, separator: RegExp): readonly Piece[] {
  const parts = split(piece, separator);
  return parts.every(isCondition) ? parts : [piece];
}

function isCondition(piece: Piece): boolean {
  return (
    comparisonsIn(piece).signs.length > 0 ||
    /^[\s(¬!~]*[A-Z][\s)]*$/.test(piece.text) ||
    CONSTANT.test(piece.text) ||
    MEMBER.test(piece.text)
  );
}

function readAtom(piece: Piece, place: Place): Reading<Condition> {
  if (place.depth > MAX_DEPTH) return unreadable(piece.at, 'There are too many brackets to be read.');
  const inner = { ...place, depth: place.depth + 1 };
  const not = NOT.exec(piece.text)?.[0].length;
  if (not) {
    const reading = readPart({ text: piece.text.slice(not), at: piece.at + not }, inner);
    return reading.ok ? { ok: true, value: joined('not', reading.value) } : reading;
  }
  const bare = unwrapped(piece, '([{');
  if (bare && piece.text[0] !== '(' && !split(bare, /[,;]/).every((part, _, all) => all.length === 1 || isCondition(part)))
    return unreadable(bare.at, 'Each item of this list has to be an equation or an inequality.');
  if (bare) return readPart(bare, { ...inner, from: 0 });
  const constant = CONSTANT.exec(piece.text);
  if (constant) return { ok: true, value: constant[1] ? ALWAYS : NEVER };
  const member = MEMBER.exec(piece.text);
  if (member?.[1]) return readMember(piece, member[0].length, variable(member[1]), place.variables);
  if (LETTER.test(piece.text)) return { ok: true, value: { letter: piece.text } };
  return readChain(piece, place.variables);
}

/** `x in [1, 3)`. */
function readMember(piece: Piece, from: number, name: Expression, variables: readonly string[] | undefined): Reading<Condition> {
  const reading = readInterval(piece.text.slice(from), variables);
  if (!reading.ok) return { ...reading, at: reading.at + piece.at + from };
  return { ok: true, value: joined('or', ...reading.value.map(span => within(name, span))) };
}

function within(name: Expression, [opening, low, high, closing]: Span): Condition {
  const above: Relation[] = isInfiniteEnd(low) ? [] : [{ left: name, sign: opening === '[' ? '≥' : '>', right: low }];
  const below: Relation[] = isInfiniteEnd(high) ? [] : [{ left: name, sign: closing === ']' ? '≤' : '<', right: high }];
  return joined('and', ...above, ...below);
}

/** `1 < x <= 3`, and both cases of `x = ±2`. */
function readChain(piece: Piece, variables: readonly string[] | undefined): Reading<Condition> {
  const reading = readEach(bothSigns(piece), one => readComparisons(one, variables));
  return reading.ok ? { ok: true, value: joined('or', ...reading.value) } : reading;
}

function readComparisons(piece: Piece, variables: readonly string[] | undefined): Reading<Condition> {
  const { sides, signs } = comparisonsIn(piece);
  if (signs.length === 0) return unreadable(piece.at + piece.text.length, 'An equation needs an = sign.');
  if (signs.length > MAX_PARTS) return unreadable(piece.at, 'There are too many conditions to be read.');
  const reading = readEach(sides, side => readSide(side, variables));
  if (!reading.ok) return reading;
  const relations = signs.flatMap(({ sign }, i) => relationBetween(reading.value[i], sign, reading.value[i + 1]));
  return { ok: true, value: joined('and', ...relations) };
}

function relationBetween(left: Expression | undefined, sign: RelationSign, right: Expression | undefined): readonly Relation[] {
  return left && right ? [{ left, sign, right }] : [];
}

function readSide(side: Piece, variables: readonly string[] | undefined): Reading<Expression> {
  if (side.text === '') return unreadable(side.at, 'One side is missing.');
  return readExpression(side, { decimalComma: true, ...(variables && { variables }) });
}
