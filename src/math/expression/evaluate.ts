// The value of a tree at a point in doubles; evaluate-exact.ts and precise.ts know more digits.
import { constantValue } from './evaluate-exact.ts';
import { coordinate, type Point } from './point.ts';
import type { Expression, FunctionName } from './tree.ts';

export { constantValue, evaluateExact } from './evaluate-exact.ts';
export type { ExactPoint, Point } from './point.ts';

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
