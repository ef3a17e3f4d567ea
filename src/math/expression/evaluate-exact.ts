// The exact value of a tree at a point, where everything stays rational.
import { ONE, Rational, rational, ZERO } from '../rational.ts';
import type { Whole } from '../whole.ts';
import { coordinate, type ExactPoint } from './point.ts';
import type { Expression, FunctionName } from './tree.ts';

/** How large numerators and denominators may become, in bits. */
const MAX_BITS = 20_000;

/** Undefined where a part is irrational, has no value or would become too large. */
export function evaluateExact(e: Expression, point: ExactPoint = {}): Rational | undefined {
  switch (e.kind) {
    case 'number':
      return e.value;
    case 'variable':
      return coordinate(point, e.name);
    case 'constant':
      return undefined;
    case 'add':
      return fold(e.terms, point, ZERO, plus);
    case 'multiply':
      return fold(e.factors, point, ONE, times);
    case 'divide': {
      const [a, b] = [evaluateExact(e.numerator, point), evaluateExact(e.denominator, point)];
      return a === undefined || b === undefined || b.isZero() ? undefined : a.over(b);
    }
    case 'negate':
      return evaluateExact(e.operand, point)?.negated();
    case 'power':
      return exactPower(evaluateExact(e.base, point), evaluateExact(e.exponent, point), e.exponent);
    case 'call':
      return exactCall(e, point);
  }
}

/** The exact value of a tree without variables, as evaluateExact. */
export function constantValue(e: Expression): Rational | undefined {
  return evaluateExact(e, {});
}

const plus = (a: Rational, b: Rational) => a.plus(b);
const times = (a: Rational, b: Rational) => a.times(b);

function fold(
  parts: readonly Expression[],
  point: ExactPoint,
  start: Rational,
  join: (a: Rational, b: Rational) => Rational,
): Rational | undefined {
  let total = start;
  for (const part of parts) {
    const value = evaluateExact(part, point);
    if (value === undefined || bits(total) > MAX_BITS) return undefined;
    total = join(total, value);
  }
  return total;
}

function bits({ top, bottom }: Rational): number {
  return Math.max(bitLength(top), bitLength(bottom));
}

/** Not below, and not far above. */
function bitLength(value: Whole): number {
  if (typeof value === 'number') return Math.abs(value) < 2 ** 32 ? 32 : 53;
  return (value < 0n ? -value : value).toString(16).length * 4;
}

/** A root of a negative number is real where its odd degree is written, not where a variable happens to have such a value. */
function exactPower(base: Rational | undefined, exponent: Rational | undefined, written?: Expression): Rational | undefined {
  if (base === undefined || exponent === undefined || exponent.bottom > 64) return undefined;
  if (base.sign() < 0 && !exponent.isInteger() && written && constantValue(written) === undefined) return undefined;
  const root = exactRoot(base, Number(exponent.denominator));
  if (root === undefined || (root.isZero() && exponent.sign() < 0)) return undefined;
  const isUnit = root.isInteger() && root.abs().compare(1) <= 0;
  const times = isUnit ? exponent.numerator % 2n : exponent.numerator;
  if (isUnit && root.isZero()) return exponent.isZero() ? ONE : ZERO;
  if (bits(root) * Math.abs(Number(times)) > MAX_BITS && !isUnit) return undefined;
  return root.power(Number(times));
}

/** The exact real n-th root, of negative numbers too where n is odd. */
function exactRoot(value: Rational, n: number): Rational | undefined {
  if (n === 1) return value;
  if (value.sign() < 0) return n % 2 === 0 ? undefined : exactRoot(value.negated(), n)?.negated();
  const [top, bottom] = [integerRoot(value.numerator, n), integerRoot(value.denominator, n)];
  return top === undefined || bottom === undefined ? undefined : Rational.ratio(top, bottom);
}

/** Newton's iteration from above. */
function integerRoot(value: bigint, n: number): bigint | undefined {
  if (value < 2n) return value;
  const degree = BigInt(n);
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / n));
  for (;;) {
    const next = ((degree - 1n) * guess + value / guess ** (degree - 1n)) / degree;
    if (next >= guess) return guess ** degree === value ? guess : undefined;
    guess = next;
  }
}

function exactCall(e: Expression & { kind: 'call' }, point: ExactPoint): Rational | undefined {
  const args = e.args.map(arg => evaluateExact(arg, point));
  const [x, y] = args;
  if (x === undefined) return undefined;
  const isListed = e.name === 'max' || e.name === 'min';
  if (isListed) return args.reduce((a, b) => (a && b ? (a.compare(b) > 0 === (e.name === 'max') ? a : b) : undefined));
  if (e.name === 'binomial') return y && exactBinomial(x, y);
  return e.args.length > 1 ? exactLog(x, y) : exactOfOne(e.name, x);
}

function exactOfOne(name: FunctionName, x: Rational): Rational | undefined {
  if (name === 'abs') return x.abs();
  if (name === 'sign') return rational(x.sign());
  if (name === 'floor') return rational(x.floor());
  if (name === 'ceil') return rational(x.ceil());
  if (name === 'sqrt') return exactRoot(x, 2);
  if (name === 'factorial') return exactFactorial(x);
  if (name === 'log') return exactLog(x, rational(10));
  if (x.isZero())
    return ONE_AT_ZERO.has(name) ? ONE : ZERO_AT_ZERO.has(name) ? ZERO : name === 'sigmoid' ? rational(1, 2) : undefined;
  return name === 'ln' && x.equals(1) ? ZERO : undefined;
}

const ONE_AT_ZERO: ReadonlySet<FunctionName> = new Set(['exp', 'cos', 'cosh', 'sec']);
const ZERO_AT_ZERO: ReadonlySet<FunctionName> = new Set(['sin', 'tan', 'asin', 'atan', 'sinh', 'tanh', 'asinh', 'atanh']);

/** Only integer and unit-fraction results within reach are found; anything else stays undefined. */
function exactLog(x: Rational, base: Rational | undefined): Rational | undefined {
  if (base === undefined || x.sign() <= 0 || base.sign() <= 0 || base.equals(1)) return undefined;
  const estimate = Math.log(x.toNumber()) / Math.log(base.toNumber());
  for (let under = 1; under <= 6; under++) {
    const over = Math.round(estimate * under);
    if (Math.abs(over) > 2000 || Math.abs(estimate * under - over) > 1e-9) continue;
    if (exactPower(base, rational(over, under))?.equals(x)) return rational(over, under);
  }
  return undefined;
}

const MAX_FACTORIAL = 1000n;
/** Where more is counted, the result is measured first. */
const MAX_COUNTED = 2n ** 32n;

function exactFactorial(n: Rational): Rational | undefined {
  if (!n.isInteger() || n.sign() < 0 || n.numerator > MAX_FACTORIAL) return undefined;
  let product = 1n;
  for (let i = 2n; i <= n.numerator; i++) product *= i;
  return rational(product);
}

function exactBinomial(n: Rational, k: Rational): Rational | undefined {
  if (!n.isInteger() || !k.isInteger() || n.sign() < 0) return undefined;
  if (k.sign() < 0 || k.compare(n) > 0) return ZERO;
  const [top, chosen] = [n.numerator, k.numerator * 2n > n.numerator ? n.numerator - k.numerator : k.numerator];
  if (chosen > MAX_FACTORIAL || (top > MAX_COUNTED && bits(n) * Number(chosen) > MAX_BITS)) return undefined;
  let product = 1n;
  for (let i = 1n; i <= chosen; i++) product = (product * (top - i + 1n)) / i;
  return rational(product);
}
