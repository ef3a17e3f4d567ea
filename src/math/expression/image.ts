// Images of expressions in finite fields: a function's is a power of one number for exp, a point of a circle for sin and cos, and
// any number that depends on its values alone for others. So functions that are equal by the rules of arithmetic have equal images;
// those of different ones meet by chance only (Schwartz and Zippel; Gonnet, 1984), where they have one branch.
import { remainder } from '../whole.ts';
import { writtenRational } from './exponent.ts';
import { FIELDS, type Field, minus, over, plus, power, residue, scrambled, times } from './finite-field.ts';
import { constant, type Expression, type FunctionName, negate, toExpression } from './tree.ts';

/**
 * Whether the images are equal in all fields; undefined where one has none. False is sure for rational functions alone; true in both
 * fields, that values are equal wherever both sides have one, to about fifty bits.
 */
export function sameImages(a: Expression, b: Expression, fields = FIELDS): boolean | undefined {
  for (const field of fields) {
    const [x, y] = [image(a, field), image(b, field)];
    if (Number.isNaN(x) || Number.isNaN(y)) return undefined;
    if (x !== y) return false;
  }
  return true;
}

/** NaN where there is none. */
function image(e: Expression, field: Field | undefined): number {
  if (field === undefined) return Number.NaN;
  switch (e.kind) {
    case 'number':
      return residue(e.value, field);
    case 'constant':
      return e.name === 'infinity' ? Number.NaN : named(e.name, field);
    case 'variable':
      return named(e.name, field);
    case 'add':
      return joined(e.terms, field, 0, plus);
    case 'multiply':
      return joined(e.factors, field, 1, times);
    case 'negate':
      return minus(0, image(e.operand, field), field);
    case 'divide':
      return over(image(e.numerator, field), image(e.denominator, field), field);
    case 'power':
      return raised(e.base, e.exponent, field);
    case 'call':
      return called(e.name, e.args, field);
  }
}

function joined(
  parts: readonly Expression[],
  field: Field,
  start: number,
  join: (a: number, b: number, field: Field) => number,
): number {
  let total = start;
  for (const part of parts) total = join(total, image(part, field), field);
  return total;
}

/** A square, which stands for a positive number: letters have symbolic exponents, and are under roots, only where they are positive. */
function named(name: string, field: Field): number {
  const root = scrambled(1, spelled(name), field);
  return times(root, root, field);
}

function spelled(name: string): number {
  let code = 0;
  for (let i = 0; i < name.length; i++) code = Math.imul(code ^ name.charCodeAt(i), 0x01000193);
  return code;
}

function raised(base: Expression, exponent: Expression, field: Field): number {
  const by = writtenRational(exponent);
  const x = image(base, field);
  if (by?.bottom === 1) return power(x, remainder(by.top, field.prime - 1), field);
  if (isPositive(base)) return power(x, image(exponent, field.inside), field);
  return scrambled(x, image(exponent, field), field);
}

/** Whether all its powers are images of positive numbers: the primes of these few are squares in all fields. */
function isPositive(base: Expression): boolean {
  if (base.kind === 'number') return base.value.bottom === 1 && base.value.top > 1 && base.value.top <= 10;
  return base.kind === 'variable' || base.kind === 'constant';
}

function called(name: FunctionName, args: readonly Expression[], field: Field): number {
  const [first] = args;
  if (first === undefined || name === 'factorial' || name === 'binomial') return Number.NaN;
  if (name === 'sqrt') return raised(first, HALF, field);
  const exponential = EXPONENTIALS[name];
  if (exponential) return quotientOf(raised(E, negate(first), field), exponential, field);
  const circular = CIRCULAR[name];
  if (circular) return quotientOf(odd(image(first, field), field), circular, field);
  let code = spelled(name);
  for (const arg of args) code = scrambled(image(arg, field), code, field);
  return code;
}

const E = constant('e');
const HALF = toExpression('1/2');

/** Which of the parts of e^−x, and of those of tan(x/2), is over which one. */
const EXPONENTIALS: Partial<Record<FunctionName, readonly [number, number]>> = {
  exp: [1, 0],
  sigmoid: [1, 2],
  sinh: [3, 5],
  cosh: [4, 5],
  tanh: [3, 4],
};
const CIRCULAR: typeof EXPONENTIALS = { sin: [5, 4], cos: [3, 4], tan: [5, 3] };

function quotientOf(x: number, [above, below]: readonly [number, number], field: Field): number {
  const square = times(x, x, field);
  const parts = [x, 1, plus(x, 1, field), minus(1, square, field), plus(1, square, field), plus(x, x, field)];
  return over(parts[above] ?? 0, parts[below] ?? 0, field);
}

/** Any value, but opposite ones of opposite numbers. */
function odd(x: number, field: Field): number {
  const opposite = minus(0, x, field);
  return opposite < x ? minus(0, scrambled(opposite, 1, field), field) : x === 0 ? 0 : scrambled(x, 1, field);
}
