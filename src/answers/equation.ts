// An equation, an inequality or a condition that is put together from them: the same up to a nonzero factor and a swap of sides, or
// with the same solutions.
import type { KeyOf } from '../exercise/answer.ts';
import { alternativesOf, type Condition, conditionText, isRelation, joined, statementsOf } from '../math/condition/condition.ts';
import { sameConditions } from '../math/condition/same-conditions.ts';
import { isSolvedFor } from '../math/relation.ts';
import { readCondition } from './condition-reading.ts';
import { type AnswerKind, assuming, type Reading, RIGHT, WRONG } from './kind.ts';
import { unreadable } from './typed.ts';

type Key = KeyOf['equation'];

const MAX_STATEMENTS = 24;

export const equation: AnswerKind<'equation'> = {
  read(text, { variables, key }) {
    if (text.trim() === '') return unreadable(0, 'Nothing is typed yet.');
    const reading = readCondition(text, variables);
    return reading.ok ? accepted(reading.value, text, conditionOf(key)) : reading;
  },
  write: key => conditionText(conditionOf(key)),
  equal: (a, b, answer) => sameConditions(conditionOf(a), conditionOf(b), assuming(answer)) !== undefined,
  same(value, key, answer) {
    const sameness = sameConditions(value, conditionOf(key), assuming(answer));
    if (!sameness) return WRONG;
    const { solvedFor } = answer;
    if (solvedFor !== undefined && !alternativesOf(value)?.every(relation => isSolvedFor(relation, solvedFor)))
      return {
        verdict: 'form',
        says: [`That is the same equation. Now solve it, so that ${solvedFor} stands alone on the left.`],
      };
    return sameness === 'form' ? RIGHT : { verdict: 'right', says: ['It says the same in another way.'] };
  },
};

export function conditionOf(key: Key): Condition {
  return 'length' in key ? joined('or', ...key) : key;
}

/** A letter that is true or false stands only among letters, and alone only where the key has letters too. */
function accepted(value: Condition, text: string, key: Condition): Reading<Condition> {
  const statements = statementsOf(value);
  if (statements.length > MAX_STATEMENTS) return unreadable(0, 'There are too many conditions to be read.');
  const letters = statements.filter(statement => !isRelation(statement));
  const isLogic = letters.length === statements.length && ('join' in value || statementsOf(key).every(part => !isRelation(part)));
  return letters.length === 0 || isLogic ? { ok: true, value } : unreadable(text.length, 'An equation needs an = sign.');
}
