// A vector entry by entry, and a direction, which is a nonzero vector up to a nonzero factor.
import { type Formula, formula } from '../exercise/formula.ts';
import { say } from '../exercise/text.ts';
import { equivalent } from '../math/expression/equivalent.ts';
import { evaluateExact } from '../math/expression/evaluate.ts';
import { type Expression, toExpression } from '../math/expression/tree.ts';
import { Rational } from '../math/rational.ts';
import { type Vector, vector as vectorOf } from '../math/vector.ts';
import { type AnswerKind, type Judgement, type Reading, RIGHT, WRONG } from './kind.ts';
import { afterName, items, type Piece, readAll, split, trimmed, unwrapped } from './typed.ts';

export const vector: AnswerKind<'vector'> = {
  read: readVector,
  write: key => key.toString(),
  show,
  equal: (a, b) => a.equals(b),
  near: ({ key }) => nearVectors(key),
  same(value, key) {
    if (value.length !== key.length) return wrongLength(value.length, key.length);
    return value.every((entry, i) => equivalent(entry, toExpression(key.at(i))).equal) ? RIGHT : WRONG;
  },
};

export const direction: AnswerKind<'direction'> = {
  read: readVector,
  write: key => key.toString(),
  show,
  equal: (a, b) => a.length === b.length && a.isParallelTo(b),
  near: ({ key }) => nearVectors(key).filter(other => !other.isZero()),
  same(value, key) {
    if (value.length !== key.length) return wrongLength(value.length, key.length);
    const exact = value.map(entry => evaluateExact(entry, {}));
    if (!exact.every(entry => entry !== undefined)) return WRONG;
    const typed = vectorOf(exact);
    if (typed.isZero()) return { verdict: 'wrong', says: say`The zero vector has no direction.` };
    return typed.isParallelTo(key) ? RIGHT : WRONG;
  },
};

/** `(1, 2)`, `[1, 2]`, `1, 2`, a column `[[1], [2]]`, with or without a transpose mark. */
function readVector(text: string): Reading<readonly Expression[]> {
  const named = afterName(text);
  const whole: Piece = { ...named, text: named.text.replace(/\s*(\^\s*(T|⊤|\{T\}|\\top)|ᵀ|⊤)\s*$/u, '') };
  if (whole.text === '') return { ok: false, at: whole.at, says: 'Nothing is typed yet.' };
  const inner = unwrapped(whole, '([<⟨{') ?? whole;
  const { pieces, decimalComma } = items(inner);
  const columns = pieces.map(piece => unwrapped(piece, '['));
  const entries = columns.every(column => column !== undefined) ? columns.map(trimmed) : bySpaces(pieces);
  return readAll(entries, { variables: [], decimalComma });
}

/** `1 2 3` is a vector too when nothing else separates the entries. */
function bySpaces(pieces: readonly Piece[]): readonly Piece[] {
  const [only] = pieces;
  if (only === undefined || pieces.length > 1 || !/^[-−+\d./\s]+$/u.test(only.text) || /\s[+/]|[+/]\s/.test(only.text))
    return pieces;
  return split(only, /\s/).filter(piece => piece.text !== '');
}

function show(value: readonly Expression[]): Formula {
  const entries = value.map(formula);
  return {
    tex: `\\begin{pmatrix}${entries.map(entry => entry.tex).join('\\\\')}\\end{pmatrix}`,
    speech: `the vector ${entries.map(entry => entry.speech).join(', ')}`,
  };
}

function wrongLength(typed: number, asked: number): Judgement {
  const entries = typed === 1 ? '1 entry' : `${typed} entries`;
  return { verdict: 'wrong', says: say`Your vector has ${entries}; it needs ${asked}.` };
}

/** Each entry off by one, its sign turned, neighbours swapped, one entry less and one more. */
function nearVectors(key: Vector): Vector[] {
  const entries = Array.from({ length: key.length }, (_, i) => key.at(i));
  const changed = entries.flatMap((entry, i) => [
    vectorOf(entries.with(i, entry.plus(1))),
    vectorOf(entries.with(i, entry.negated())),
    vectorOf(entries.with(i, entries.at(i - 1) ?? entry).with(i - 1, entry)),
  ]);
  return [...changed, vectorOf([...entries, Rational.integer(0n)]), ...(entries.length > 1 ? [vectorOf(entries.slice(1))] : [])];
}
