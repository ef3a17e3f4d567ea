// The value of a tree at a point: in doubles, or exactly where everything stays rational.
import { ONE, Rational, rational, ZERO } from '../rational.ts';
import type { Expression, FunctionName } from './tree.ts';

export type Point = ReadonlyMap<string, number> | Readonly<Record<string, number>>;
export type ExactPoint = ReadonlyMap<string, Rational> | Readonly<Record<string, Rational>>;

/** NaN where it has no real value, and at a variable that the point does not name. Odd roots of negative numbers are real. */
export function evaluate(e: Expression, point: Point = {}): number {
  switch (e.kind) {
    case 'number':
      return e.value.toNumber();
    case 'constant':
      return CONSTANT_VALUES[e.name];
    case 'variable':
      return coordinate(point, e.name) ?? Number.NaN;
    case 'add':
      return e.terms.reduce((total, term) => total + evaluate(term, point), 0);
    case 'multiply':
      return e.factors.reduce((product, factor) => product * evaluate(factor, point), 1);
    case 'divide':
      return quotient(evaluate(e.numerator, point), evaluate(e.denominator, point));
    case 'negate':
      return -evaluate(e.operand, point);
    case 'power':
      return realPower(evaluate(e.base, point), evaluate(e.exponent, point), e.exponent);
    case 'call':
      return applyNumber(
        e.name,
        e.args.map(arg => evaluate(arg, point)),
      );
  }
}

const CONSTANT_VALUES = { pi: Math.PI, e: Math.E, infinity: Number.POSITIVE_INFINITY } as const;

/** A point's value for a name, in either form of point. */
export function coordinate<T>(point: ReadonlyMap<string, T> | Readonly<Record<string, T>>, name: string): T | undefined {
  if (point instanceof Map) return point.get(name);
  return Object.hasOwn(point, name) ? (point as Readonly<Record<string, T>>)[name] : undefined;
}

function quotient(a: number, b: number): number {
  return b === 0 ? Number.NaN : a / b;
}

function realPower(base: number, exponent: number, written: Expression): number {
  if (base === 0 && exponent < 0) return Number.NaN;
  if (base >= 0 || Number.isInteger(exponent)) return base ** exponent;
  const exact = constantValue(written);
  if (exact === undefined || exact.denominator % 2n === 0n) return Number.NaN;
  const size = (-base) ** exponent;
  return exact.numerator % 2n === 0n ? size : -size;
}

const FUNCTIONS_OF_ONE: Partial<Record<FunctionName, (x: number) => number>> = {
  sqrt: Math.sqrt,
  exp: Math.exp,
  ln: x => (x > 0 ? Math.log(x) : Number.NaN),
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  cot: x => quotient(Math.cos(x), Math.sin(x)),
  sec: x => quotient(1, Math.cos(x)),
  csc: x => quotient(1, Math.sin(x)),
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: x => (Math.abs(x) < 1 ? Math.atanh(x) : Number.NaN),
  abs: Math.abs,
  sign: Math.sign,
  floor: Math.floor,
  ceil: Math.ceil,
  sigmoid: x => 1 / (1 + Math.exp(-x)),
  factorial: x => binomialProduct(x, undefined),
};

function applyNumber(name: FunctionName, args: readonly number[]): number {
  const [x = Number.NaN, y = Number.NaN] = args;
  const single = FUNCTIONS_OF_ONE[name];
  if (single !== undefined) return single(x);
  if (name === 'log') return logarithm(x, args.length > 1 ? y : 10);
  if (name === 'max') return Math.max(...args);
  if (name === 'min') return Math.min(...args);
  return binomialProduct(x, y);
}

function logarithm(x: number, base: number): number {
  if (!(x > 0 && base > 0 && base !== 1)) return Number.NaN;
  return base === 10 ? Math.log10(x) : base === 2 ? Math.log2(x) : Math.log(x) / Math.log(base);
}

/** n! without k, else n over k; both for natural numbers only. */
function binomialProduct(n: number, k: number | undefined): number {
  if (!Number.isInteger(n) || n < 0 || (k !== undefined && !Number.isInteger(k))) return Number.NaN;
  let product = 1;
  if (k === undefined) for (let i = 2; i <= n && product < Number.POSITIVE_INFINITY; i++) product *= i;
  else for (let i = 1; i <= Math.min(k, n - k) && product < Number.POSITIVE_INFINITY; i++) product = (product * (n - i + 1)) / i;
  return k !== undefined && (k < 0 || k > n) ? 0 : product;
}

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
      return fold(e.terms, point, ZERO, (a, b) => a.plus(b));
    case 'multiply':
      return fold(e.factors, point, ONE, (a, b) => a.times(b));
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

function bits(value: Rational): number {
  return Math.max(bitLength(value.numerator), bitLength(value.denominator));
}

function bitLength(value: bigint): number {
  const size = value < 0n ? -value : value;
  return size < 4294967296n ? 32 : size.toString(16).length * 4;
}

/** A root of a negative number is real where its odd degree is written, not where a variable happens to have such a value. */
function exactPower(base: Rational | undefined, exponent: Rational | undefined, written?: Expression): Rational | undefined {
  if (base === undefined || exponent === undefined || exponent.denominator > 64n) return undefined;
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
  if (chosen > MAX_FACTORIAL) return undefined;
  let product = 1n;
  for (let i = 1n; i <= chosen; i++) product = (product * (top - i + 1n)) / i;
  return rational(product);
}
