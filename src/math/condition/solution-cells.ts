// Whether two conditions on one real variable hold for the same numbers: between two neighbouring places where sides can meet no
// comparison changes, so that one number of each cell, and the places themselves, decide.
import { sameTree } from '../expression/equivalent.ts';
import { measure } from '../expression/measure.ts';
import { isKnown, isUndefined } from '../expression/measured.ts';
import { evaluatePrecise } from '../expression/precise.ts';
import { isVanishing } from '../expression/precise-value.ts';
import { add, type Expression, negate } from '../expression/tree.ts';
import { ONE, Rational, ZERO } from '../rational.ts';
import type { Relation } from '../relation.ts';
import { type Condition, holds, isRelation, namesIn, statementsOf } from './condition.ts';
import { criticalPoints } from './critical-points.ts';

const MAX_COMPARISONS = 24;

/** Undefined where it can't be told: letters, several variables, functions whose zeros are not found. */
export function sameSolutions(a: Condition, b: Condition): boolean | undefined {
  const [name = '', second] = new Set([...namesIn(a), ...namesIn(b)]);
  const statements = [...statementsOf(a), ...statementsOf(b)];
  if (second || statements.length > MAX_COMPARISONS || !statements.every(isRelation)) return undefined;
  const points: Rational[] = [];
  for (const statement of statements.filter(isFirst)) {
    const found = criticalPoints(statement);
    if (!found) return undefined;
    points.push(...found);
  }
  for (const place of probesAmong(points)) {
    const [here, there] = [a, b].map(condition => truthAt(condition, name, place));
    if (here === undefined || there === undefined) return undefined;
    if (here !== there) return false;
  }
  return true;
}

/** Of those with the same sides. */
function isFirst({ left, right }: Relation, i: number, all: readonly Relation[]): boolean {
  return !all.slice(0, i).some(other => sameTree(other.left, left) && sameTree(other.right, right));
}

const NEAR = Rational.ratio(1n, 1n << 320n);

/** The points, each once, and a number on each side of each. */
function probesAmong(points: readonly Rational[]): readonly Rational[] {
  const sorted = points.toSorted((a, b) => a.compare(b));
  const distinct = sorted.filter((point, i) => i === 0 || point.minus(sorted[i - 1] ?? ZERO).compare(NEAR) > 0);
  const [first, last] = [distinct[0], distinct.at(-1)];
  if (!first || !last) return [ZERO];
  const between = distinct.slice(1).map((high, i) => simplestBetween(distinct[i] ?? high, high));
  return [first.minus(ONE), ...between, last.plus(ONE), ...distinct];
}

/** With a small denominator, so that doubles tell. */
function simplestBetween(low: Rational, high: Rational): Rational {
  const middle = low.plus(high).over(2);
  for (let scale = 1n; ; scale <<= 8n) {
    const found = Rational.ratio(middle.times(scale).floor(), scale);
    if (found.compare(low) > 0 && found.compare(high) < 0) return found;
  }
}

/** Undefined where a sign can't be told. */
function truthAt(condition: Condition, name: string, place: Rational): boolean | undefined {
  let isUnknown = false;
  const truth = holds(condition, statement => {
    const found = isRelation(statement) ? relationAt(statement, name, place) : undefined;
    if (found === undefined) isUnknown = true;
    return found === true;
  });
  return isUnknown ? undefined : truth;
}

function relationAt({ left, sign, right }: Relation, name: string, place: Rational): boolean | undefined {
  const order = signAt(add(left, negate(right)), name, place);
  if (typeof order !== 'number') return order;
  if (sign === '=' || sign === '≠') return (order === 0) === (sign === '=');
  return order === 0 ? sign === '≤' || sign === '≥' : order < 0 === (sign === '<' || sign === '≤');
}

/** False where there is no real value, undefined where the sign can't be told. */
function signAt(e: Expression, name: string, place: Rational): number | false | undefined {
  const quick = measure(e, new Map([[name, place]]));
  if (isUndefined(quick)) return false;
  if (isKnown(quick) && Math.abs(quick.value) > quick.error) return Math.sign(quick.value);
  const precise = evaluatePrecise(e, new Map([[name, place]]));
  if (typeof precise === 'string') return precise === 'none' ? false : undefined;
  return precise.sign() !== 0 || isVanishing(precise) ? precise.sign() : undefined;
}
