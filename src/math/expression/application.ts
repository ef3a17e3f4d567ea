// From a function's name and its values to a tree; functions without a node of their own are spelled out.
import { Rational } from '../rational.ts';
import { constantValue } from './evaluate-exact.ts';
import type { Shorthand } from './notation.ts';
import { substitute } from './substitute.ts';
import { add, call, constant, divide, type Expression, type FunctionName, multiply, negate, power } from './tree.ts';

export type Applied = FunctionName | Shorthand;

/** Least and greatest number of values, where it is not one. */
const ARITY: Partial<Record<Applied, readonly [number, number]>> = {
  log: [1, 2],
  max: [1, Number.POSITIVE_INFINITY],
  min: [1, Number.POSITIVE_INFINITY],
  binomial: [2, Number.POSITIVE_INFINITY],
  mod: [2, 2],
  root: [2, 2],
  atan2: [2, 2],
  sum: [4, 4],
  product: [4, 4],
};

const ONE = [1, 1] as const;

const INVERTIBLE = ['sin', 'cos', 'tan', 'cot', 'sec', 'csc', 'sinh', 'cosh', 'tanh', 'coth', 'sech', 'csch'] as const;

const SPELLED_OUT: Record<Shorthand, (x: Expression, y: Expression, ...bounds: Expression[]) => Expression | undefined> = {
  round,
  mod: (x, n) => add(x, negate(multiply(n, call('floor', divide(x, n))))),
  atan2: angle,
  sum: (...args) => running(args, add),
  product: (...args) => running(args, multiply),
  cbrt: x => power(x, divide(1, 3)),
  root: (x, n) => power(x, divide(1, n)),
  relu: x => call('max', 0, x),
  softplus: x => call('ln', add(1, call('exp', x))),
  acot: x => call('atan', divide(1, x)),
  asec: x => call('acos', divide(1, x)),
  acsc: x => call('asin', divide(1, x)),
  coth: x => divide(1, call('tanh', x)),
  sech: x => divide(1, call('cosh', x)),
  csch: x => divide(1, call('sinh', x)),
  acoth: x => call('atanh', divide(1, x)),
  asech: x => call('acosh', divide(1, x)),
  acsch: x => call('asinh', divide(1, x)),
};

/** Whether commas part its values. */
export function isListed(name: Applied): boolean {
  return ARITY[name] !== undefined;
}

/** What sin^-1 means. */
export function inverseOf(name: Applied): Applied | undefined {
  const direct = INVERTIBLE.find(known => known === name);
  return direct && `a${direct}`;
}

/** Undefined where the values are not what the function takes. */
export function applyFunction(name: Applied, args: readonly Expression[]): Expression | undefined {
  const [least, most] = ARITY[name] ?? ONE;
  const [x, y] = args;
  if (x === undefined || args.length < least || args.length > most) return undefined;
  if (name === 'binomial' && args.length > 2) return multinomial(args);
  return isShorthand(name) ? SPELLED_OUT[name](x, y ?? x, ...args.slice(2)) : { kind: 'call', name, args };
}

/** n!/(k₁!·k₂!·…), written out. */
function multinomial(args: readonly Expression[]): Expression {
  const [above = constant('e'), ...below] = args.map(arg => call('factorial', arg));
  return divide(above, multiply(...below));
}

/** To the nearest whole number; a written tie goes to the even one, as in floating-point arithmetic (IEEE 754). */
function round(x: Expression): Expression {
  const raised = constantValue(x)?.plus(Rational.ratio(1n, 2n));
  const isOddTie = raised?.isInteger() && raised.numerator % 2n !== 0n;
  return isOddTie ? add(x, divide(-1, 2)) : call('floor', add(x, divide(1, 2)));
}

/** atan2(y, x), the angle of the point (x, y) above −π and up to π, by the tangent of its half. */
function angle(y: Expression, x: Expression): Expression {
  if (constantValue(y)?.isZero() && (constantValue(x)?.sign() ?? 1) < 0) return constant('pi');
  return multiply(2, call('atan', divide(y, add(call('sqrt', add(power(x, 2), power(y, 2))), x))));
}

const MOST_TERMS = 40n;

/** sum(term, i, first, last) written out; undefined where the bounds are no numbers near each other. */
function running(args: readonly Expression[], join: (...terms: Expression[]) => Expression): Expression | undefined {
  const [term, index, ...bounds] = args;
  const [first, last] = bounds.map(bound => constantValue(bound));
  if (!term || index?.kind !== 'variable' || !first?.isInteger() || !last?.isInteger()) return undefined;
  const count = last.numerator - first.numerator + 1n;
  if (count < 1n || count > MOST_TERMS) return undefined;
  return join(...Array.from({ length: Number(count) }, (_, k) => substitute(term, index.name, first.plus(k))));
}

/** The sentence for values that a function does not take. */
export function refusal(name: Applied, typed: string): string {
  const [least, most] = ARITY[name] ?? ONE;
  if (least > 2) return 'Write out the terms instead of a running index.';
  if (least === most) return `${typed} takes ${least === 1 ? 'one value' : 'two values'}.`;
  return `${typed} takes ${least === 1 ? 'one or two' : 'two or more'} values.`;
}

function isShorthand(name: Applied): name is Shorthand {
  return name in SPELLED_OUT;
}
