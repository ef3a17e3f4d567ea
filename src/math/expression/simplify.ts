// Tidies a tree for display: constants folded, zeros and ones gone, like terms and equal factors gathered. Values stay the
// same wherever the given tree has one; nothing is expanded or factored.
import { ONE, type Rational, ZERO } from '../rational.ts';
import { constantValue } from './evaluate-exact.ts';
import { childrenOf, divide, type Expression, multiply, negate, power, toExpression, withChildren } from './tree.ts';

/** coefficient · base^exponent · …, each base once. */
interface Term {
  readonly coefficient: Rational;
  readonly factors: ReadonlyMap<string, Factor>;
}

interface Factor {
  readonly base: Expression;
  readonly exponent: Rational;
}

/** For display, not a normal form: equal expressions may stay different. */
export function simplify(e: Expression): Expression {
  return fromTerms(termsOf(e));
}

function termsOf(e: Expression): Term[] {
  if (e.kind === 'add') return gather(e.terms.flatMap(termsOf));
  if (e.kind === 'negate') return termsOf(e.operand).map(negated);
  const terms = e.kind === 'multiply' ? distributed(e.factors) : undefined;
  return terms ?? [termOf(e)].filter(term => !term.coefficient.isZero());
}

/** A number times a sum goes into the sum: 2(x + 1) is left alone, −(x + 1) and 1·(x + 1) are not. */
function distributed(factors: readonly Expression[]): Term[] | undefined {
  const others = factors.filter(factor => !constantValue(factor)?.equals(1));
  return others.length === 1 && others[0] && others.length < factors.length ? termsOf(others[0]) : undefined;
}

function negated(term: Term): Term {
  return { ...term, coefficient: term.coefficient.negated() };
}

function gather(terms: readonly Term[]): Term[] {
  const gathered = new Map<string, Term>();
  for (const term of terms) {
    const key = [...term.factors]
      .map(([name, { exponent }]) => `${name}^${exponent}`)
      .sort()
      .join('*');
    const before = gathered.get(key);
    gathered.set(key, before ? { ...before, coefficient: before.coefficient.plus(term.coefficient) } : term);
  }
  return [...gathered.values()].filter(term => !term.coefficient.isZero());
}

function termOf(e: Expression): Term {
  const value = constantValue(e);
  if (value !== undefined) return { coefficient: value, factors: new Map() };
  switch (e.kind) {
    case 'multiply':
      return e.factors.map(factor => termOf(factor)).reduce(product);
    case 'divide':
      return quotient(termOf(e.numerator), termOf(e.denominator)) ?? single(e);
    case 'negate':
      return negated(termOf(e.operand));
    case 'power':
      return powerTerm(e.base, e.exponent);
    case 'add':
      return sumTerm(e);
    default:
      return single(withChildren(e, childrenOf(e).map(simplify)));
  }
}

function single(base: Expression, exponent = ONE): Term {
  return { coefficient: ONE, factors: new Map([[keyOf(base), { base, exponent }]]) };
}

/** The same text for the same tree, however its numbers were typed. */
function keyOf(e: Expression): string {
  return JSON.stringify(e, (name, value) => (name === 'decimals' ? undefined : value));
}

/** A sum as one factor; where it collapses to a single term, that term. */
function sumTerm(e: Expression): Term {
  const terms = termsOf(e);
  const [first] = terms;
  if (first === undefined) return { coefficient: ZERO, factors: new Map() };
  return terms.length === 1 ? first : single(fromTerms(terms));
}

function product(a: Term, b: Term): Term {
  const factors = new Map(a.factors);
  for (const [key, { base, exponent }] of b.factors) {
    const total = exponent.plus(factors.get(key)?.exponent ?? ZERO);
    if (total.isZero()) factors.delete(key);
    else factors.set(key, { base, exponent: total });
  }
  return { coefficient: a.coefficient.times(b.coefficient), factors };
}

function quotient(a: Term, b: Term): Term | undefined {
  return b.coefficient.isZero() ? undefined : product(a, raised(b, -1));
}

function raised({ coefficient, factors }: Term, n: number): Term {
  const scaled = [...factors].map(([key, { base, exponent }]) => [key, { base, exponent: exponent.times(n) }] as const);
  return { coefficient: coefficient.power(n), factors: new Map(scaled) };
}

const MAX_POWER = 100;

/** Integer powers go into a product; others only onto a bare base, since √(x²) is not x. */
function powerTerm(base: Expression, exponent: Expression): Term {
  const inner = termOf(base);
  const value = constantValue(exponent);
  if (value === undefined) return single(power(fromTerm(inner), simplify(exponent)));
  const isBounded =
    value.isInteger() && value.abs().compare(MAX_POWER) <= 0 && !(inner.coefficient.isZero() && value.sign() <= 0);
  if (isBounded) return raised(inner, Number(value.numerator));
  return single(fromTerm(inner), value);
}

// ---- back to a tree

function fromTerms(terms: readonly Term[]): Expression {
  const [first] = terms;
  if (first === undefined) return toExpression(0);
  return terms.length === 1 ? fromTerm(first) : { kind: 'add', terms: terms.map(fromTerm) };
}

function fromTerm({ coefficient, factors }: Term): Expression {
  const above = [...factors.values()].filter(({ exponent }) => exponent.sign() > 0);
  const below = [...factors.values()].filter(({ exponent }) => exponent.sign() < 0);
  const isSmall = above.length === 0 || below.length > 0 || coefficient.abs().numerator === 1n;
  const size = coefficient.abs();
  const top = isSmall ? size.numerator : size;
  const under = below.map(({ base, exponent }) => fromFactor({ base, exponent: exponent.negated() }));
  const numerator = fromFactors(toExpression(top), above.map(fromFactor));
  const denominator = fromFactors(toExpression(isSmall ? size.denominator : 1), under);
  const isWhole = denominator.kind === 'number' && denominator.value.equals(1);
  const value = isWhole ? numerator : constantFraction(numerator, denominator);
  return coefficient.sign() < 0 ? minus(value) : value;
}

function constantFraction(numerator: Expression, denominator: Expression): Expression {
  const areNumbers = numerator.kind === 'number' && denominator.kind === 'number' && !denominator.value.isZero();
  return areNumbers ? toExpression(numerator.value.over(denominator.value)) : divide(numerator, denominator);
}

function minus(e: Expression): Expression {
  return e.kind === 'number' ? toExpression(e.value.negated()) : negate(e);
}

function fromFactors(coefficient: Expression, factors: readonly Expression[]): Expression {
  const isOne = coefficient.kind === 'number' && coefficient.value.equals(1);
  const all = isOne && factors.length > 0 ? factors : [coefficient, ...factors];
  return all.length === 1 && all[0] ? all[0] : multiply(...all);
}

function fromFactor({ base, exponent }: Factor): Expression {
  return exponent.equals(1) ? base : power(base, exponent);
}
