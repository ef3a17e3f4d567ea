// What a comparison asks for silently: denominators that are not zero, real roots and logarithms. And powers and
// logarithms of one base, compared by what is inside.
import { sameTree } from '../expression/equivalent.ts';
import { evaluate, evaluateExact } from '../expression/evaluate.ts';
import { variablesOf } from '../expression/substitute.ts';
import { call, childrenOf, constant, divide, type Expression, power, toExpression } from '../expression/tree.ts';
import type { Relation, RelationSign } from '../relation.ts';
import { type Condition, isRelation, joined, type Statement } from './condition.ts';

/** A comparison, and all that has to hold for its sides to have real values. */
export function guarded(statement: Statement): Condition {
  if (!isRelation(statement)) return statement;
  const { left, right } = statement;
  return joined('and', comparedLogarithms(comparedExponents(statement)), ...guardsOf(left), ...guardsOf(right));
}

function guardsOf(e: Expression): readonly Relation[] {
  if (isConstant(e)) return [];
  const inner = childrenOf(e).flatMap(guardsOf);
  const [guard, sign] = guardOf(e) ?? [];
  return guard && sign && !isConstant(guard) ? [...inner, { left: guard, sign, right: toExpression(0) }] : inner;
}

function guardOf(e: Expression): readonly [Expression | undefined, RelationSign] | undefined {
  if (e.kind === 'divide') return [e.denominator, '≠'];
  if (e.kind === 'call' && e.name === 'sqrt') return [e.args[0], '≥'];
  if (e.kind === 'call' && (e.name === 'ln' || e.name === 'log')) return [e.args[0], '>'];
  if (e.kind !== 'power') return undefined;
  const exponent = evaluateExact(e.exponent);
  const isNegative = exponent === undefined || exponent.sign() < 0;
  if (exponent && exponent.denominator % 2n !== 0n) return isNegative ? [e.base, '≠'] : undefined;
  return [e.base, isNegative ? '>' : '≥'];
}

/** a^u < a^v as u < v, and a^u < c as u < ln c / ln a. */
function comparedExponents(relation: Relation): Relation {
  return compared(relation, baseOf, (side, base) => {
    if (side.kind === 'power' && sameTree(side.base, base)) return side.exponent;
    if (side.kind === 'call' && side.name === 'exp' && sameTree(E, base)) return side.args[0];
    return isConstant(side) && evaluate(side) > 0 ? divide(call('ln', side), call('ln', base)) : undefined;
  });
}

/** ln u < ln v as u < v, and ln u < c as u < e^c. */
function comparedLogarithms(relation: Relation): Relation {
  return compared(relation, logarithmBaseOf, (side, base) => {
    const own = logarithmBaseOf(side);
    if (own && side.kind === 'call') return sameTree(own, base) ? side.args[0] : undefined;
    return isConstant(side) ? power(base, side) : undefined;
  });
}

/** Between what is left of both sides after the same function is taken away; it falls where its base is below 1. */
function compared(
  relation: Relation,
  baseOf: (side: Expression) => Expression | undefined,
  inside: (side: Expression, base: Expression) => Expression | undefined,
): Relation {
  const { left, sign, right } = relation;
  const base = baseOf(left) ?? baseOf(right);
  const size = base ? evaluate(base) : Number.NaN;
  if (!base || !(size > 0 && Math.abs(size - 1) > 1e-9)) return relation;
  const [first, second] = [inside(left, base), inside(right, base)];
  if (!first || !second) return relation;
  return size > 1 ? { left: first, sign, right: second } : { left: second, sign, right: first };
}

const E = constant('e');

/** The constant that is raised to a power with variables. */
function baseOf(e: Expression): Expression | undefined {
  if (isConstant(e)) return undefined;
  if (e.kind === 'call' && e.name === 'exp') return E;
  return e.kind === 'power' && isConstant(e.base) ? e.base : undefined;
}

function logarithmBaseOf(e: Expression): Expression | undefined {
  if (e.kind !== 'call' || isConstant(e)) return undefined;
  if (e.name === 'ln') return E;
  const [, base = toExpression(10)] = e.args;
  return e.name === 'log' && isConstant(base) ? base : undefined;
}

function isConstant(e: Expression): boolean {
  return variablesOf(e).length === 0;
}
