// Equations and inequalities between expressions, and whether two of them say the same.
import { type EquivalenceOptions, equivalent, sameTree } from './expression/equivalent.ts';
import { evaluate } from './expression/evaluate.ts';
import { printSpeech } from './expression/print-speech.ts';
import { printTeX } from './expression/print-tex.ts';
import { printText } from './expression/print-text.ts';
import { samplePoint } from './expression/sample-points.ts';
import { substitute, variablesOf } from './expression/substitute.ts';
import {
  add,
  childrenOf,
  type Expression,
  type ExpressionLike,
  multiply,
  negate,
  power,
  toExpression,
} from './expression/tree.ts';

export const RELATION_SIGNS = ['=', '≠', '<', '≤', '>', '≥'] as const;
export type RelationSign = (typeof RELATION_SIGNS)[number];

export interface Relation {
  readonly left: Expression;
  readonly sign: RelationSign;
  readonly right: Expression;
}

/** `relation(left, '<', right)`. */
export function relation(left: ExpressionLike, sign: RelationSign, right: ExpressionLike): Relation {
  return { left: toExpression(left), sign, right: toExpression(right) };
}

/** `left = right`. */
export function equation(left: ExpressionLike, right: ExpressionLike): Relation {
  return relation(left, '=', right);
}

/** Whether one variable stands alone on the left, and nowhere else. */
export function isSolvedFor({ left, sign, right }: Relation, name: string): boolean {
  return sign === '=' && left.kind === 'variable' && left.name === name && !variablesOf(right).includes(name);
}

/**
 * Alternatives, joined by "or", that are the same up to a nonzero constant factor and a swap of sides. Denominators are
 * cleared from equations; several equations count as the product of their sides. Multiplicities count: (x − 2)² = 0 is not x = 2.
 */
export function sameRelations(a: readonly Relation[], b: readonly Relation[], options: EquivalenceOptions = {}): boolean {
  if ([...a, ...b].every(({ sign }) => sign === '=')) return isProportional(productOf(a), productOf(b), false, options);
  return a.length === b.length && matches(a, b, options) && matches(b, a, options);
}

function matches(a: readonly Relation[], b: readonly Relation[], options: EquivalenceOptions): boolean {
  return a.every(own => b.some(other => sameRelation(own, other, options)));
}

/** Swapping the sides turns > into <; then only a positive factor keeps an inequality. */
function sameRelation(a: Relation, b: Relation, options: EquivalenceOptions): boolean {
  const [x, y] = [ascending(a), ascending(b)];
  if (x.sign !== y.sign) return false;
  if (x.sign === '=' || x.sign === '≠') return isProportional(numeratorOf(x), numeratorOf(y), false, options);
  return isProportional(differenceOf(x), differenceOf(y), true, options);
}

function ascending(given: Relation): Relation {
  const { left, sign, right } = given;
  if (sign !== '>' && sign !== '≥') return given;
  return { left: right, sign: sign === '>' ? '<' : '≤', right: left };
}

function differenceOf({ left, right }: Relation): Expression {
  return add(left, negate(right));
}

function productOf(relations: readonly Relation[]): Expression {
  return multiply(...relations.map(numeratorOf));
}

const TRIED = 24;

/** Whether a = c·b for a constant c ≠ 0 (or c > 0), which is read off at one point where neither vanishes. */
export function isProportional(a: Expression, b: Expression, positive = false, options: EquivalenceOptions = {}): boolean {
  if (vanishes(a, options) || vanishes(b, options)) return vanishes(a, options) && vanishes(b, options);
  const names = [...new Set([...variablesOf(a), ...variablesOf(b)])];
  const coordinates = { names, domains: options.domains ?? {}, integers: new Set<string>(), landmarks: [] };
  for (let index = 0; index < TRIED; index++) {
    const point = samplePoint(coordinates, index);
    const at = (e: Expression) => [...point].reduce((tree, [name, value]) => substitute(tree, name, value), e);
    const [here, there] = [evaluate(at(a)), evaluate(at(b))];
    if (!isFactor(here) || !isFactor(there)) continue;
    return (!positive || here * there > 0) && equivalent(multiply(a, at(b)), multiply(b, at(a)), options).equal;
  }
  return equivalent(a, b, options).equal;
}

function isFactor(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) > 1e-12;
}

function vanishes(e: Expression, options: EquivalenceOptions): boolean {
  return equivalent(e, toExpression(0), options).equal;
}

// ---- clearing denominators

/** A fraction with the factors of its denominator. */
interface Fraction {
  readonly top: Expression;
  readonly bottom: readonly Expression[];
}

/** What is to be zero for the equation to hold, wherever its denominators are not. */
function numeratorOf(given: Relation): Expression {
  const difference = differenceOf(given);
  const { top } = fractionOf(difference);
  return isSmall(top) ? top : difference;
}

const MOST_NODES = 3000;

/** Fractions within fractions share parts, so that a tree of many nodes may come from few. */
function isSmall(e: Expression): boolean {
  const open = [e];
  for (let count = 0; count < MOST_NODES; count++) {
    const next = open.pop();
    if (!next) return true;
    open.push(...childrenOf(next));
  }
  return false;
}

function fractionOf(e: Expression): Fraction {
  switch (e.kind) {
    case 'add':
      return e.terms.map(fractionOf).reduce(sumOf);
    case 'negate': {
      const { top, bottom } = fractionOf(e.operand);
      return { top: negate(top), bottom };
    }
    case 'multiply': {
      const parts = e.factors.map(fractionOf);
      return { top: multiply(...parts.map(({ top }) => top)), bottom: parts.flatMap(({ bottom }) => bottom) };
    }
    case 'divide': {
      const [above, below] = [fractionOf(e.numerator), fractionOf(e.denominator)];
      return { top: multiply(above.top, ...below.bottom), bottom: [...above.bottom, below.top] };
    }
    case 'power':
      return e.exponent.kind === 'negate' ? { top: toExpression(1), bottom: [power(e.base, e.exponent.operand)] } : whole(e);
    default:
      return whole(e);
  }
}

function whole(top: Expression): Fraction {
  return { top, bottom: [] };
}

/** Over the factors of both; those that both have count once. */
function sumOf(a: Fraction, b: Fraction): Fraction {
  const missing = without(b.bottom, a.bottom);
  const extra = without(a.bottom, b.bottom);
  return { top: add(multiply(a.top, ...missing), multiply(b.top, ...extra)), bottom: [...a.bottom, ...missing] };
}

function without(all: readonly Expression[], taken: readonly Expression[]): readonly Expression[] {
  const rest = [...taken];
  return all.filter(factor => {
    const found = rest.findIndex(other => sameTree(factor, other));
    if (found >= 0) rest.splice(found, 1);
    return found < 0;
  });
}

// ---- how it is written

const TEX = { '=': '=', '≠': '\\ne', '<': '<', '≤': '\\le', '>': '>', '≥': '\\ge' } as const;
const SPEECH = {
  '=': 'equals',
  '≠': 'is not',
  '<': 'is less than',
  '≤': 'is at most',
  '>': 'is greater than',
  '≥': 'is at least',
} as const;

export function relationTeX({ left, sign, right }: Relation): string {
  return `${printTeX(left)} ${TEX[sign]} ${printTeX(right)}`;
}

export function relationSpeech({ left, sign, right }: Relation): string {
  return `${printSpeech(left)} ${SPEECH[sign]} ${printSpeech(right)}`;
}

export function relationText({ left, sign, right }: Relation): string {
  return `${printText(left)} ${sign} ${printText(right)}`;
}
