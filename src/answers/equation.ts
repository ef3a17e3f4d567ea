// An equation or inequality: the same up to a nonzero factor and a swap of sides.
import type { AnswerOf, KeyOf } from '../exercise/answer.ts';
import { say } from '../exercise/text.ts';
import { add, negate } from '../math/expression/tree.ts';
import {
  equation as equationOf,
  isSolvedFor,
  type Relation,
  relationSpeech,
  relationTeX,
  relationText,
  sameRelations,
} from '../math/relation.ts';
import { comparisonsIn } from './comparisons.ts';
import { type AnswerKind, type Reading, RIGHT, WRONG } from './kind.ts';
import { type Piece, readEach, readExpression, splitAtWords, unreadable, unwrapped } from './typed.ts';

type Letters = Pick<AnswerOf<'equation'>, 'variables' | 'assume'>;

const MAX_ALTERNATIVES = 12;

/** What always holds, as 0 = 0, and what never does. */
const CONSTANT = /^(?:(true|always)|false|never)$/i;
const OR = /\b[oO][rR]\b|∨|\\lor(?![a-z])|\\vee(?![a-z])/;

export const equation: AnswerKind<'equation'> = {
  read(text, answer) {
    if (text.trim() === '') return unreadable(0, 'Nothing is typed yet.');
    const alternatives = splitAtWords({ text, at: 0 }, OR);
    if (alternatives.length > MAX_ALTERNATIVES) return unreadable(0, 'There are too many equations to be read.');
    return readEach(alternatives, piece => readRelation(bare(piece), answer));
  },
  write: key => relationsOf(key).map(relationText).join(' or '),
  show: value => ({ tex: value.map(relationTeX).join('\\text{ or }'), speech: value.map(relationSpeech).join(', or ') }),
  equal: (a, b, answer) => isSame(relationsOf(a), relationsOf(b), answer),
  near: ({ key }) => nearEquations(key),
  same(value, key, answer) {
    if (!isSame(value, relationsOf(key), answer)) return WRONG;
    const { solvedFor } = answer;
    if (solvedFor === undefined || value.every(relation => isSolvedFor(relation, solvedFor))) return RIGHT;
    return {
      verdict: 'form',
      says: say`That is the same equation. Now solve it, so that ${solvedFor} stands alone on the left.`,
    };
  },
};

function relationsOf(key: KeyOf['equation']): readonly Relation[] {
  return 'sign' in key ? [key] : key;
}

function isSame(a: readonly Relation[], b: readonly Relation[], { assume }: Letters): boolean {
  return sameRelations(a, b, assume ? { domains: assume } : {});
}

function bare(piece: Piece): Piece {
  const inner = unwrapped(piece, '([');
  return inner && comparisonsIn(inner).signs.length > 0 ? inner : piece;
}

function readRelation(piece: Piece, { variables }: Letters): Reading<Relation> {
  const constant = CONSTANT.exec(piece.text);
  if (constant) return { ok: true, value: equationOf(0, constant[1] ? 0 : 1) };
  const { sides, signs } = comparisonsIn(piece);
  const [first, second] = signs;
  const end = piece.at + piece.text.length;
  if (!first) return unreadable(end, 'An equation needs an = sign.');
  if (second) return unreadable(second.at, 'There is a second sign of comparison. One equation has one.');
  const reading = readEach(sides, side => readSide(side, variables));
  if (!reading.ok) return reading;
  const [left, right] = reading.value;
  return left && right ? { ok: true, value: { left, sign: first.sign, right } } : unreadable(end, 'Something is missing here.');
}

function readSide(side: Piece, variables: readonly string[]) {
  if (side.text === '') return unreadable(side.at, 'One side is missing.');
  return readExpression(side, { variables, decimalComma: true });
}

/** A side off by one, with its sign turned, the sides swapped in an inequality, another sign. */
function nearEquations(key: KeyOf['equation']): KeyOf['equation'][] {
  const near = relationsOf(key).map(nearRelations);
  if ('sign' in key) return near.flat();
  return near.flatMap((changed, i) => changed.map(relation => key.with(i, relation)));
}

function nearRelations({ left, sign, right }: Relation): readonly Relation[] {
  const strict: Relation['sign'] = sign === '=' ? '≠' : sign === '<' ? '≤' : sign === '>' ? '≥' : '<';
  return [
    { left, sign, right: add(right, 1) },
    { left, sign, right: negate(right) },
    { left: negate(left), sign, right: add(right, 1) },
    { left, sign: strict, right },
    ...(sign === '=' ? [] : [{ left: right, sign, right: left }]),
  ];
}
