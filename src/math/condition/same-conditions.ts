// Whether two conditions say the same: up to a factor as equations do, or by holding for the same real numbers.

import type { EquivalenceOptions } from '../expression/equivalent.ts';
import { evaluateExact } from '../expression/evaluate.ts';
import type { Domain } from '../expression/sample-points.ts';
import { variablesOf } from '../expression/substitute.ts';
import { childrenOf, type Expression, toExpression, variable } from '../expression/tree.ts';
import { type Relation, sameRelations } from '../relation.ts';
import {
  alternativesOf,
  type Condition,
  conditionText,
  holds,
  isRelation,
  joined,
  mapStatements,
  namesIn,
  type Statement,
  statementsOf,
} from './condition.ts';
import { guarded } from './guards.ts';
import { implies } from './sign-cases.ts';
import { sameSolutions } from './solution-cells.ts';

/** `form`: the same text, or equations that differ by a factor or a swap of sides; `solutions`: they hold in the same cases. */
export type Sameness = 'form' | 'solutions';

/**
 * Undefined where they differ, or where nothing shows that they don't. Polynomial equations alone, or joined by "or", are compared
 * with their complex solutions, a single one with multiplicities too; all else over the real numbers. The same sides with another
 * sign differ, whatever the solutions: x² + 1 > 0 is not x² + 1 ≥ 0.
 */
export function sameConditions(a: Condition, b: Condition, options: EquivalenceOptions = {}): Sameness | undefined {
  if (conditionText(a) === conditionText(b)) return 'form';
  const letters = lettersIn(joined('and', a, b));
  if (letters.length > 0) return sameTruths(a, b, letters) ? 'solutions' : undefined;
  const [x, y] = [alternativesOf(a), alternativesOf(b)];
  const isForm = x && y && sameRelations(x, y, options);
  if (!isForm && isRelation(a) && isRelation(b) && a.sign !== b.sign && sameRelations([asEquation(a)], [asEquation(b)], options))
    return undefined;
  const arePolynomials = x?.every(isPolynomial) && y?.every(isPolynomial) && namesIn(joined('and', a, b)).length > 0;
  if (arePolynomials && (isForm || (isRelation(a) && isRelation(b)))) return isForm ? 'form' : undefined;
  const [here, there] = [a, b].map(condition => withDomains(mapStatements(condition, guarded), options.domains ?? {}));
  if (!here || !there) return undefined;
  const same = arePolynomials ? undefined : sameSolutions(here, there);
  if (same === false) return undefined;
  if (isForm || same) return isForm ? 'form' : 'solutions';
  return implies(here, there) && implies(there, here) ? 'solutions' : undefined;
}

function asEquation(relation: Relation): Relation {
  return { ...relation, sign: '=' };
}

function lettersIn(condition: Condition): readonly string[] {
  return [...new Set(statementsOf(condition).flatMap(statement => ('letter' in statement ? [statement.letter] : [])))];
}

const MAX_LETTERS = 10;

/** By the truth table; comparisons have no place in it. */
function sameTruths(a: Condition, b: Condition, letters: readonly string[]): boolean {
  if (letters.length > MAX_LETTERS || namesIn(joined('and', a, b)).length > 0) return false;
  return Array.from({ length: 2 ** letters.length }).every((_, row) => {
    const isTrue = (statement: Statement) => 'letter' in statement && ((row >> letters.indexOf(statement.letter)) & 1) === 1;
    return holds(a, isTrue) === holds(b, isTrue);
  });
}

function withDomains(condition: Condition, domains: Readonly<Record<string, Domain>>): Condition {
  const ends = Object.entries(domains).flatMap(([name, [low, high]]): readonly Relation[] => [
    ...(low ? [{ left: variable(name), sign: '>', right: toExpression(low) } as const] : []),
    ...(high ? [{ left: variable(name), sign: '<', right: toExpression(high) } as const] : []),
  ]);
  return joined('and', condition, ...ends);
}

function isPolynomial({ left, sign, right }: Relation): boolean {
  return sign === '=' && [left, right].every(isPolynomialTree);
}

/** Of the variables; its coefficients may be any constants. */
function isPolynomialTree(e: Expression): boolean {
  if (variablesOf(e).length === 0) return true;
  if (e.kind === 'divide') return variablesOf(e.denominator).length === 0 && isPolynomialTree(e.numerator);
  if (e.kind === 'power') {
    const exponent = evaluateExact(e.exponent);
    return exponent?.isInteger() === true && exponent.sign() >= 0 && isPolynomialTree(e.base);
  }
  return e.kind !== 'call' && childrenOf(e).every(isPolynomialTree);
}
