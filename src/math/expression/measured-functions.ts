// Functions of doubles with an error bound: the slope carries the error on, the library adds its own.
import {
  isKnown,
  isUndefined,
  LIBRARY,
  type Measured,
  measured,
  NONE,
  ONE,
  over,
  ROUNDING,
  TINY,
  UNKNOWN,
  ZERO,
} from './measured.ts';
import type { FunctionName } from './tree.ts';

type Rule = (x: number, error: number) => Measured;

/** f with derivative at most `slope` times (1 + …) near x. */
function smooth(f: (x: number) => number, slope: (x: number, error: number) => number): Rule {
  return (x, error) => {
    const value = f(x);
    return measured(value, error * slope(x, error) + Math.abs(value) * LIBRARY + TINY);
  };
}

const sine = smooth(Math.sin, () => 1);
const cosine = smooth(Math.cos, () => 1);
const growing = smooth(Math.exp, (x, error) => Math.exp(x + error) * (1 + LIBRARY));

/** Where the domain is |x| ≤ 1 and the slope grows without bound at its ends. */
function inUnit(f: (x: number) => number, slope: (square: number) => number, closed: boolean): Rule {
  return (x, error) => {
    const [least, most] = [Math.abs(x) - error, Math.abs(x) + error];
    if (least > 1 || (least === 1 && error === 0 && !closed)) return NONE;
    if (error === 0) return measured(f(x), Math.abs(f(x)) * LIBRARY + TINY);
    return most < 1 ? measured(f(x), error * slope(1 - most * most) * (1 + LIBRARY) + Math.abs(f(x)) * LIBRARY + TINY) : UNKNOWN;
  };
}

const RULES: Partial<Record<FunctionName, Rule>> = {
  sqrt(x, error) {
    if (x + error < 0) return NONE;
    if (error === 0)
      return measured(Math.sqrt(x), Number.isInteger(Math.sqrt(x)) && Math.sqrt(x) ** 2 === x ? 0 : Math.sqrt(x) * ROUNDING);
    return x - error <= 0 ? UNKNOWN : measured(Math.sqrt(x), error / Math.sqrt(x - error) + Math.sqrt(x) * ROUNDING);
  },
  exp: growing,
  ln(x, error) {
    if (x + error <= 0) return NONE;
    if (x - error <= 0) return UNKNOWN;
    return x === 1 && error === 0 ? ZERO : measured(Math.log(x), error / (x - error) + Math.abs(Math.log(x)) * LIBRARY + TINY);
  },
  sin: sine,
  cos: cosine,
  tan: (x, error) => over(sine(x, error), cosine(x, error)),
  cot: (x, error) => over(cosine(x, error), sine(x, error)),
  sec: (x, error) => over(ONE, cosine(x, error)),
  csc: (x, error) => over(ONE, sine(x, error)),
  asin: inUnit(Math.asin, rest => 1 / Math.sqrt(rest), true),
  acos: inUnit(Math.acos, rest => 1 / Math.sqrt(rest), true),
  atan: smooth(Math.atan, () => 1),
  sinh: smooth(Math.sinh, (x, error) => Math.cosh(Math.abs(x) + error) * (1 + LIBRARY)),
  cosh: smooth(Math.cosh, (x, error) => Math.cosh(Math.abs(x) + error) * (1 + LIBRARY)),
  tanh: smooth(Math.tanh, () => 1),
  asinh: smooth(Math.asinh, () => 1),
  acosh(x, error) {
    if (x + error < 1) return NONE;
    if (error === 0) return measured(Math.acosh(x), Math.acosh(x) * LIBRARY);
    const least = x - error;
    return least <= 1 ? UNKNOWN : measured(Math.acosh(x), error / Math.sqrt(least * least - 1) + Math.acosh(x) * LIBRARY);
  },
  atanh: inUnit(Math.atanh, rest => 1 / rest, false),
  abs: (x, error) => measured(Math.abs(x), error),
  sign: (x, error) => (Math.abs(x) > error || error === 0 ? measured(Math.sign(x), 0) : UNKNOWN),
  floor: (x, error) => (Math.floor(x - error) === Math.floor(x + error) ? measured(Math.floor(x), 0) : UNKNOWN),
  ceil: (x, error) => (Math.ceil(x - error) === Math.ceil(x + error) ? measured(Math.ceil(x), 0) : UNKNOWN),
  sigmoid(x, error) {
    const value = 1 / (1 + Math.exp(-x));
    return measured(value, value * (Math.expm1(error) + 2 * LIBRARY) + TINY);
  },
};

export function applied(name: FunctionName, args: readonly Measured[]): Measured {
  const [x, y] = args;
  if (x === undefined) return UNKNOWN;
  const problem = y === undefined ? brokenOne(x) : (args.find(isUndefined) ?? args.find(arg => !isKnown(arg)));
  if (problem !== undefined) return problem;
  const rule = RULES[name];
  if (rule !== undefined) return rule(x.value, x.error);
  if (name === 'log') return logarithm(x, y);
  if (name === 'max' || name === 'min') return extremum(args, name === 'max' ? Math.max : Math.min);
  return counted(x, name === 'binomial' ? y : undefined);
}

/** Most functions have one value only. */
function brokenOne(x: Measured): Measured | undefined {
  return isKnown(x) && !isUndefined(x) ? undefined : x;
}

const TEN: Measured = { value: Math.LN10, error: ROUNDING * 4 };

function logarithm(x: Measured, base: Measured | undefined): Measured {
  const [top, bottom] = [applied('ln', [x]), base === undefined ? TEN : applied('ln', [base])];
  return over(top, bottom);
}

function extremum(args: readonly Measured[], pick: (...values: number[]) => number): Measured {
  return measured(pick(...args.map(arg => arg.value)), Math.max(...args.map(arg => arg.error)));
}

/** n! or n over k at exact integers; other values belong to no one. */
function counted(n: Measured, k: Measured | undefined): Measured {
  const isOff = (m: Measured) => m.value + m.error < 0 || Math.abs(m.value - Math.round(m.value)) > m.error;
  if (isOff(n) || (k !== undefined && Math.abs(k.value - Math.round(k.value)) > k.error)) return NONE;
  if (n.error > 0 || (k !== undefined && k.error > 0) || n.value > 1000) return UNKNOWN;
  let value = 1;
  if (k !== undefined && (k.value < 0 || k.value > n.value)) return ZERO;
  if (k === undefined) for (let i = 2; i <= n.value; i++) value *= i;
  else for (let i = 1; i <= Math.min(k.value, n.value - k.value); i++) value = (value * (n.value - i + 1)) / i;
  return measured(value, Number.isSafeInteger(value) ? 0 : value * n.value * 2 * ROUNDING);
}
