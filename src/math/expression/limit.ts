// The limit of a constant expression at infinity, where it is plain: ±∞, zero or a whole number.
import type { Expression, FunctionName } from './tree.ts';

const LIMITS: Partial<Record<FunctionName, (x: number) => number>> = {
  exp: Math.exp,
  ln: Math.log,
  tanh: Math.tanh,
};

/** NaN where it is not seen, as for ∞ − ∞. */
export function limitOf(e: Expression): number {
  switch (e.kind) {
    case 'constant':
      return e.name === 'infinity' ? Number.POSITIVE_INFINITY : e.name === 'e' ? Math.E : Number.NaN;
    case 'negate':
      return -limitOf(e.operand);
    case 'add':
      return e.terms.reduce((total, term) => total + exact(limitOf(term)), 0);
    case 'multiply':
      return e.factors.reduce((product, factor) => product * exact(limitOf(factor)), 1);
    case 'divide':
      return limitOf(e.numerator) / limitOf(e.denominator);
    case 'power':
      return powerOf(limitOf(e.base), limitOf(e.exponent));
    case 'call':
      return exact(LIMITS[e.name]?.(e.args[0] ? limitOf(e.args[0]) : Number.NaN) ?? Number.NaN);
    default:
      return e.kind === 'number' && e.value.isInteger() ? exact(Number(e.value.top)) : Number.NaN;
  }
}

/** Rounding must not hide what was added: only whole numbers and ±∞ are gone on with. */
function exact(x: number): number {
  return Number.isSafeInteger(x) || Math.abs(x) === Number.POSITIVE_INFINITY ? x : Number.NaN;
}

/** ∞^0 and the infinite powers of negative numbers have none. */
function powerOf(base: number, exponent: number): number {
  return base < 0 || exponent === 0 ? Number.NaN : base ** exponent;
}
