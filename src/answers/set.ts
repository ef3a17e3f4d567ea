// A finite set of numbers and words; order and repeats do not count.
import { formula } from '../exercise/formula.ts';
import { evaluateExact } from '../math/expression/evaluate.ts';
import { FiniteSet } from '../math/finite-set.ts';
import { Rational, rational } from '../math/rational.ts';
import type { SetElement } from '../math/set-element.ts';
import { type AnswerKind, type Reading, RIGHT, WRONG } from './kind.ts';
import { afterName, items, type Piece, readExpression, unwrapped } from './typed.ts';

const EMPTY = /^(∅|⌀|ø|\\emptyset|\\varnothing|empty( set)?|\{\s*\})$/iu;

export const set: AnswerKind<'set'> = {
  read: readSet,
  write: key => key.toString(),
  show: value => formula(value),
  equal: (a, b) => a.equals(b),
  near: ({ key }) => nearSets(key),
  same: (value, key) => (value.equals(key) ? RIGHT : WRONG),
};

function readSet(text: string): Reading<FiniteSet> {
  const whole = afterName(text.replaceAll(/\\([{}])/g, ' $1'));
  if (whole.text === '') return { ok: false, at: whole.at, says: 'Nothing is typed yet. The empty set is {}.' };
  if (EMPTY.test(whole.text)) return { ok: true, value: FiniteSet.of() };
  const elements: SetElement[] = [];
  for (const piece of items(unwrapped(whole, '{') ?? whole).pieces) {
    const reading = readElement(piece);
    if (!reading.ok) return reading;
    elements.push(reading.value);
  }
  return { ok: true, value: FiniteSet.of(...elements) };
}

function readElement(piece: Piece): Reading<SetElement> {
  if (/^[\p{L}_][\p{L}\d_ ]*$/u.test(piece.text)) return { ok: true, value: piece.text };
  const tuple = unwrapped(piece, '(');
  if (tuple && items(tuple).pieces.length > 1) return readTuple(items(tuple).pieces);
  const reading = readExpression(piece, { variables: [], decimalComma: false });
  if (!reading.ok) return reading;
  const value = evaluateExact(reading.value, {});
  return value ? { ok: true, value } : { ok: false, at: piece.at, says: 'Each element has to be a number or a word.' };
}

function readTuple(pieces: readonly Piece[]): Reading<SetElement> {
  const entries: SetElement[] = [];
  for (const piece of pieces) {
    const reading = readElement(piece);
    if (!reading.ok) return reading;
    entries.push(reading.value);
  }
  return { ok: true, value: entries };
}

/** Each element left out, and one more. */
function nearSets(key: FiniteSet): FiniteSet[] {
  const elements = [...key.elements];
  const fewer = elements.map((_, i) => FiniteSet.of(...elements.toSpliced(i, 1)));
  const numbers = elements.filter(element => element instanceof Rational);
  const beyond = numbers.reduce((top, element) => (element.compare(top) > 0 ? element : top), rational(0)).plus(1);
  return [...fewer, FiniteSet.of(...elements, numbers.length > 0 || elements.length === 0 ? beyond : 'another')];
}
