// The value of a rational tree modulo a large prime: decides rational functions that outgrow the normal form, since a difference
// of degree d vanishes at a random point with a chance of d/p only (Schwartz and Zippel).
import type { Rational } from '../rational.ts';
import { writtenRational } from './exponent.ts';
import { childrenOf, type Expression } from './tree.ts';

/** The Mersenne prime 2^61 − 1. */
const P = 2n ** 61n - 1n;
const MOST_DEGREE = 1_000_000n;

/** Undefined where the tree is not rational, or has no value at this point modulo P. Each name gets the residue that it is given. */
export function residue(e: Expression, point: ReadonlyMap<string, bigint>): bigint | undefined {
  switch (e.kind) {
    case 'number':
      return quotient(e.value);
    case 'variable':
      return point.get(e.name);
    case 'add':
      return joined(e, point, 0n, (a, b) => a + b);
    case 'multiply':
      return joined(e, point, 1n, (a, b) => a * b);
    case 'negate':
      return joined(e, point, 0n, (a, b) => a - b);
    case 'divide': {
      const [above, below] = [residue(e.numerator, point), residue(e.denominator, point)];
      return above === undefined || !below ? undefined : (above * power(below, P - 2n)) % P;
    }
    case 'power':
      return raised(residue(e.base, point), writtenRational(e.exponent));
    default:
      return undefined;
  }
}

function joined(
  e: Expression,
  point: ReadonlyMap<string, bigint>,
  start: bigint,
  f: (a: bigint, b: bigint) => bigint,
): bigint | undefined {
  let total = start;
  for (const child of childrenOf(e)) {
    const value = residue(child, point);
    if (value === undefined) return undefined;
    total = modulo(f(total, value));
  }
  return total;
}

function raised(base: bigint | undefined, exponent: Rational | undefined): bigint | undefined {
  if (base === undefined || !exponent?.isInteger() || exponent.abs().compare(MOST_DEGREE) > 0) return undefined;
  if (base === 0n) return exponent.sign() > 0 ? 0n : exponent.isZero() ? 1n : undefined;
  const { numerator } = exponent;
  // A power of p − 1 is 1 (Fermat).
  return power(base, numerator < 0n ? numerator + P - 1n : numerator);
}

function quotient({ numerator, denominator }: Rational): bigint | undefined {
  const below = modulo(denominator);
  return below === 0n ? undefined : (modulo(numerator) * (below === 1n ? 1n : power(below, P - 2n))) % P;
}

function modulo(value: bigint): bigint {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base, rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
}

function isRational(e: Expression): boolean {
  if (e.kind === 'call' || e.kind === 'constant') return false;
  return e.kind === 'power' ? isRational(e.base) && isRational(e.exponent) : childrenOf(e).every(isRational);
}

const TRIALS = 3;

/** Fixed for ever; a sum of powers, so that the coordinates of a point are not powers of each other. */
function coordinate(trial: bigint, i: bigint): bigint {
  return modulo(power(3n, 1_000_003n * (trial + 1n) + 7919n * i) + power(5n, 15_485_863n * (i + 1n) + 104_729n * trial));
}

/** Whether two rational functions are the same; undefined where one of them is none, or where no trial has values. */
export function sameResidues(a: Expression, b: Expression, names: readonly string[]): boolean | undefined {
  if (!isRational(a) || !isRational(b)) return undefined;
  let agreed = false;
  for (let trial = 0n; trial < TRIALS; trial++) {
    const point = new Map(names.map((name, i) => [name, coordinate(trial, BigInt(i))]));
    const [x, y] = [residue(a, point), residue(b, point)];
    if (x === undefined || y === undefined) continue;
    if (x !== y) return false;
    agreed = true;
  }
  return agreed || undefined;
}
