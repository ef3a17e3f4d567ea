// An equation, an inequality or a condition that is put together from them: the same up to a nonzero factor and a swap of sides, or
// with the same solutions.
import type { AnswerOf, KeyOf } from '../exercise/answer.ts';
import { say } from '../exercise/text.ts';
import {
  alternativesOf,
  type Condition,
  conditionSpeech,
  conditionTeX,
  conditionText,
  isRelation,
  joined,
  mapStatements,
  statementsOf,
} from '../math/condition/condition.ts';
import { type Sameness, sameConditions } from '../math/condition/same-conditions.ts';
import { add, negate } from '../math/expression/tree.ts';
import { isSolvedFor, type Relation } from '../math/relation.ts';
import { readCondition } from './condition-reading.ts';
import { type AnswerKind, type Reading, RIGHT, WRONG } from './kind.ts';
import { unreadable } from './typed.ts';

type Key = KeyOf['equation'];
type Letters = Pick<AnswerOf<'equation'>, 'variables' | 'assume'>;

const MAX_STATEMENTS = 24;

export const equation: AnswerKind<'equation'> = {
  read(text, { variables, key }) {
    if (text.trim() === '') return unreadable(0, 'Nothing is typed yet.');
    const reading = readCondition(text, variables);
    return reading.ok ? accepted(reading.value, text, conditionOf(key)) : reading;
  },
  write: key => conditionText(conditionOf(key)),
  show: value => ({ tex: conditionTeX(value), speech: conditionSpeech(value) }),
  equal: (a, b, answer) => samenessOf(conditionOf(a), conditionOf(b), answer) !== undefined,
  near: ({ key }) => nearConditions(conditionOf(key)),
  same(value, key, answer) {
    const sameness = samenessOf(value, conditionOf(key), answer);
    if (!sameness) return WRONG;
    const { solvedFor } = answer;
    if (solvedFor !== undefined && !alternativesOf(value)?.every(relation => isSolvedFor(relation, solvedFor)))
      return {
        verdict: 'form',
        says: say`That is the same equation. Now solve it, so that ${solvedFor} stands alone on the left.`,
      };
    return sameness === 'form' ? RIGHT : { verdict: 'right', says: say`It says the same in another way.` };
  },
};

function conditionOf(key: Key): Condition {
  return 'length' in key ? joined('or', ...key) : key;
}

function samenessOf(a: Condition, b: Condition, { assume }: Letters): Sameness | undefined {
  return sameConditions(a, b, assume ? { domains: assume } : {});
}

/** A letter that is true or false stands only among letters, and alone only where the key has letters too. */
function accepted(value: Condition, text: string, key: Condition): Reading<Condition> {
  const statements = statementsOf(value);
  if (statements.length > MAX_STATEMENTS) return unreadable(0, 'There are too many conditions to be read.');
  const letters = statements.filter(statement => !isRelation(statement));
  const isLogic = letters.length === statements.length && ('join' in value || statementsOf(key).every(part => !isRelation(part)));
  return letters.length === 0 || isLogic ? { ok: true, value } : unreadable(text.length, 'An equation needs an = sign.');
}

/** Each comparison changed a little; and taken for or. */
function nearConditions(key: Condition): readonly Condition[] {
  const changed = statementsOf(key).flatMap(statement =>
    isRelation(statement)
      ? nearRelations(statement).map(near => mapStatements(key, other => (other === statement ? near : other)))
      : [mapStatements(key, other => (other === statement ? joined('not', other) : other))],
  );
  if (!('join' in key) || key.parts.length < 2) return changed;
  return [...changed, joined(key.join === 'and' ? 'or' : 'and', ...key.parts)];
}

/** A side off by one, with its sign turned, the sides swapped in an inequality, another sign. */
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
