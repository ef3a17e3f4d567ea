// A finite set of numbers, words, tuples and sets; order and repeats do not count.
import type { AnswerOf } from '../exercise/answer.ts';
import { type Member, membersOf, memberText, sameMembers } from '../math/member.ts';
import { comparisonsIn } from './comparisons.ts';
import { readCondition } from './condition-reading.ts';
import { type AnswerKind, assuming, type Reading, RIGHT, WRONG } from './kind.ts';
import {
  afterName,
  bothSigns,
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

type Asked = Pick<AnswerOf<'set'>, 'variables' | 'key' | 'mistakes'>;

const WORD = /^[\p{L}_][\p{L}\d_ ]*$/u;
const UNION = /∪|⋃|\\cup(?![a-z])|(?<=[)}]\s*)[uU+](?=\s*[({])/;
const MAX_ELEMENTS = 300;
/** Names that are numbers where no words are asked for. */
const CONSTANT = /^(?:pi|π|e|ℯ)$/iu;

export const set: AnswerKind<'set'> = {
  read: readSet,
  write: key => memberText({ set: membersOf(key) }),
  equal: (a, b, answer) => isSame(membersOf(a), membersOf(b), answer),
  same: (value, key, answer) => (isSame(value, membersOf(key), answer) ? RIGHT : WRONG),
};

/** Whether words can be elements of the key or of a known mistake. */
export function holdsWords({ key, mistakes }: Pick<AnswerOf<'set'>, 'key' | 'mistakes'>): boolean {
  return wordsOf([key, ...mistakes.map(({ wrong }) => wrong)].flatMap(membersOf)).length > 0;
}

function isSame(a: readonly Member[], b: readonly Member[], answer: AnswerOf<'set'>): boolean {
  return sameMembers(a, b, assuming(answer));
}

function readSet(text: string, asked: Asked): Reading<readonly Member[]> {
  const words = wordsOf([asked.key, ...asked.mistakes.map(({ wrong }) => wrong)].flatMap(membersOf));
  const hasConditions = membersOf(asked.key).length === 0 || holdsCondition({ set: membersOf(asked.key) });
  const reader = new SetReader(words, asked.variables ?? [], hasConditions);
  const whole = afterName(plainBrackets(text));
  if (whole.text === '') return unreadable(whole.at, 'Nothing is typed yet. The empty set is {}.');
  return reader.set(whole);
}

class SetReader {
  private readonly words: readonly string[];
  private readonly variables: readonly string[];

  /** Whether comparisons may be elements. */
  private readonly hasConditions: boolean;
  /** Among other conditions `x = 1` is one too; else it is a 1 with a name. */
  private keepsNames = false;

  constructor(words: readonly string[], variables: readonly string[], hasConditions: boolean) {
    this.words = words;
    this.variables = variables;
    this.hasConditions = hasConditions;
  }

  set(whole: Piece): Reading<readonly Member[]> {
    if (EMPTY.test(whole.text) && !this.words.includes(whole.text)) return { ok: true, value: [] };
    const joined = splitAtWords(whole, UNION);
    if (joined.length > 1 && joined.every(piece => unwrapped(piece, '{('))) return this.union(joined);
    const inner = unwrapped(whole, '(');
    if (inner && unwrapped(inner, '{')) return this.set(trimmed(inner));
    const listed = items(unwrapped(whole, '{') ?? whole);
    const { decimalComma } = listed;
    const parts = listed.pieces.flatMap(piece => this.parted(piece));
    if (parts.length > MAX_ELEMENTS) return unreadable(whole.at, 'There are too many elements to be read.');
    this.keepsNames ||= this.hasConditions && parts.some(isInequality);
    const reading = readEach(parts, piece => this.elements(piece, decimalComma));
    return reading.ok ? { ok: true, value: reading.value.flat() } : reading;
  }

  /** `1 and 2`, but no condition; among words `a and b` and `a b` where each part is one that the exercise has. */
  private parted(piece: Piece): readonly Piece[] {
    if (this.hasConditions && comparisonsIn(piece).signs.length > 0) return [piece];
    const parts = splitAtWords(piece, /\b(?:or|and)\b/);
    if (this.words.length === 0) return parts;
    const apart = split(piece, /\s/).filter(part => !/^(?:or|and)?$/.test(part.text));
    return [[piece], parts, apart].find(all => all.every(({ text }) => this.words.includes(this.spelled(text)))) ?? [piece];
  }

  private union(pieces: readonly Piece[]): Reading<readonly Member[]> {
    const reading = readEach(pieces, piece => this.set(piece));
    return reading.ok ? { ok: true, value: reading.value.flat() } : reading;
  }

  /** Two elements where there is a ± sign. */
  private elements(piece: Piece, decimalComma: boolean): Reading<readonly Member[]> {
    const pieces = this.words.length === 0 ? bothSigns(piece) : [piece];
    return readEach(pieces, one => this.element(one, decimalComma));
  }

  private element(typed: Piece, decimalComma: boolean): Reading<Member> {
    const named = this.words.length > 0 || this.keepsNames ? typed : afterName(typed.text);
    const piece = named === typed ? typed : { ...named, at: named.at + typed.at };
    if (this.isWord(piece.text)) return { ok: true, value: this.spelled(piece.text) };
    if (EMPTY.test(piece.text) || unwrapped(piece, '{')) {
      const inner = this.set(piece);
      return inner.ok ? { ok: true, value: { set: inner.value } } : inner;
    }
    const tuple = unwrapped(piece, '(⟨<[');
    if (/^\[.*\{/s.test(piece.text) && comparisonsIn(piece).signs.length === 0)
      return unreadable(piece.at, 'Write a tuple with round brackets.');
    if (tuple && items(tuple).pieces.length > 1) return this.tuple(tuple);
    if (this.hasConditions && comparisonsIn(piece).signs.length > 0) return condition(piece);
    return readExpression(piece, { variables: this.variables, decimalComma });
  }

  private tuple(piece: Piece): Reading<Member> {
    const { pieces, decimalComma } = items(piece);
    const reading = readEach(pieces, entry => this.element(entry, decimalComma));
    return reading.ok ? { ok: true, value: { tuple: reading.value } } : reading;
  }

  private isWord(text: string): boolean {
    if (this.words.includes(text)) return true;
    if (!WORD.test(text) || this.variables.includes(text) || EMPTY.test(text)) return false;
    return this.words.length > 0 || !CONSTANT.test(text);
  }

  /** As the exercise spells it: a phone begins a line with a capital. */
  private spelled(text: string): string {
    const plain = text.replaceAll(/\s+/g, ' ');
    if (this.words.includes(plain)) return plain;
    const alike = this.words.filter(word => word.toLowerCase() === plain.toLowerCase());
    return alike.length === 1 && alike[0] !== undefined ? alike[0] : plain;
  }
}

function isInequality(piece: Piece): boolean {
  return comparisonsIn(piece).signs.some(({ sign }) => sign !== '=');
}

function condition({ text, at }: Piece): Reading<Member> {
  const reading = readCondition(text);
  return reading.ok ? { ok: true, value: { condition: reading.value } } : { ...reading, at: reading.at + at };
}

function holdsCondition(member: Member): boolean {
  if (typeof member === 'string' || 'kind' in member) return false;
  return 'condition' in member || ('tuple' in member ? member.tuple : member.set).some(holdsCondition);
}

function wordsOf(members: readonly Member[]): readonly string[] {
  const found = members.flatMap(member => {
    if (typeof member === 'string') return [member];
    if ('kind' in member || 'condition' in member) return [];
    return wordsOf('tuple' in member ? member.tuple : member.set);
  });
  return [...new Set(found)];
}
