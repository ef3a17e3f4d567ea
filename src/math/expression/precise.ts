// The value of a tree at a rational point to about 70 digits. What cannot be told from zero at that precision is taken as zero,
// so that domains are decided at the ends too.
import { type Rational, rational } from '../rational.ts';
import { writtenRational } from './exponent.ts';
import { BITS, Real } from './real.ts';
import { atan, exp, ln, PI, sineCosine, sqrt } from './real-functions.ts';
import type { Expression, FunctionName } from './tree.ts';

/** `none`: no real value here; `beyond`: too large or too uncertain to say. */
export type Precise = Real | 'none' | 'beyond';

const ZERO = Real.of(0n, 0);
const ONE = Real.of(1n, 0);

export function evaluatePrecise(e: Expression, point: ReadonlyMap<string, Rational>): Precise {
  switch (e.kind) {
    case 'number':
      return Real.rational(e.value);
    case 'constant':
      return e.name === 'pi' ? PI : e.name === 'e' ? (exp(ONE) ?? 'beyond') : 'beyond';
    case 'variable':
      return atPoint(point.get(e.name));
    case 'add':
      return join(e.terms, point, ZERO, (a, b) => a.plus(b));
    case 'multiply':
      return join(e.factors, point, ONE, (a, b) => a.times(b));
    case 'divide':
      return pair(evaluatePrecise(e.numerator, point), evaluatePrecise(e.denominator, point), quotient);
    case 'negate':
      return map(evaluatePrecise(e.operand, point), x => x.negated());
    case 'power':
      return power(e.base, e.exponent, point);
    case 'call':
      return call(
        e.name,
        e.args.map(arg => evaluatePrecise(arg, point)),
      );
  }
}

function atPoint(value: Rational | undefined): Precise {
  return value === undefined ? 'beyond' : Real.rational(value);
}

function map(x: Precise, f: (x: Real) => Precise): Precise {
  return typeof x === 'string' ? x : f(x);
}

function pair(x: Precise, y: Precise, f: (x: Real, y: Real) => Precise): Precise {
  if (x === 'none' || y === 'none') return 'none';
  return typeof x === 'string' || typeof y === 'string' ? 'beyond' : f(x, y);
}

function join(
  parts: readonly Expression[],
  point: ReadonlyMap<string, Rational>,
  start: Real,
  f: (a: Real, b: Real) => Real,
): Precise {
  return parts.reduce((total: Precise, part) => pair(total, evaluatePrecise(part, point), f), start);
}

/** Where zero cannot be excluded: whether so few digits were lost that it is taken as zero. */
function isVanishing(x: Real): boolean {
  return x.uncertainty() < -BITS / 4;
}

/** f of x by its sign: negative, vanishing, positive. */
function bySign(x: Real, negative: (x: Real) => Precise, zero: Precise, positive: (x: Real) => Precise): Precise {
  const sign = x.sign();
  if (sign === 0) return isVanishing(x) ? zero : 'beyond';
  return sign < 0 ? negative(x) : positive(x);
}

const NONE = (): Precise => 'none';

function quotient(a: Real, b: Real): Precise {
  return bySign(
    b,
    divisor => a.over(divisor),
    'none',
    divisor => a.over(divisor),
  );
}

// ---- powers

const MAX_SQUARINGS = 2 ** 20;

function power(baseTree: Expression, exponentTree: Expression, point: ReadonlyMap<string, Rational>): Precise {
  const base = evaluatePrecise(baseTree, point);
  if (typeof base === 'string') return base;
  const written = writtenRational(exponentTree);
  if (written !== undefined) return rationalPower(base, written);
  return map(evaluatePrecise(exponentTree, point), exponent => {
    const whole = base.sign() > 0 ? 'none' : integerOf(exponent);
    if (whole === 'beyond') return whole;
    if (whole !== 'none') return rationalPower(base, rational(whole));
    return bySign(base, NONE, zeroPower(exponent), x => realPower(x, exponent));
  });
}

function zeroPower(exponent: Real): Precise {
  return bySign(exponent, NONE, ONE, () => ZERO);
}

function rationalPower(base: Real, exponent: Rational): Precise {
  if (exponent.isInteger() && exponent.abs().compare(MAX_SQUARINGS) <= 0) return integerPower(base, Number(exponent.numerator));
  const isOdd = exponent.denominator % 2n === 1n;
  const flips = exponent.numerator % 2n !== 0n;
  const positive = (x: Real) => (exponent.equals(HALF) ? sqrt(x) : realPower(x, Real.rational(exponent)));
  const negative = (x: Real) => (isOdd ? map(positive(x.abs()), y => (flips ? y.negated() : y)) : 'none');
  return bySign(base, negative, exponent.sign() > 0 ? ZERO : 'none', positive);
}

const HALF = rational(1, 2);

function realPower(base: Real, exponent: Real): Precise {
  return exp(exponent.times(ln(base))) ?? 'beyond';
}

function integerPower(base: Real, exponent: number): Precise {
  let result = ONE;
  for (let square = base, rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = result.times(square);
    if (rest > 1) square = square.times(square);
  }
  return exponent < 0 ? quotient(ONE, result) : result;
}

// ---- functions

const RULES: Partial<Record<FunctionName, (x: Real) => Precise>> = {
  sqrt: x => bySign(x, NONE, ZERO.widened(1, Math.ceil(x.magnitude() / 2)), sqrt),
  exp: x => exp(x) ?? 'beyond',
  ln: logarithm,
  sin: x => sineCosine(x)?.[0] ?? 'beyond',
  cos: x => sineCosine(x)?.[1] ?? 'beyond',
  tan: x => circular(x, (sine, cosine) => quotient(sine, cosine)),
  cot: x => circular(x, (sine, cosine) => quotient(cosine, sine)),
  sec: x => circular(x, (_, cosine) => quotient(ONE, cosine)),
  csc: x => circular(x, sine => quotient(ONE, sine)),
  asin: arcSine,
  acos: x => map(arcSine(x), angle => PI.shifted(-1).minus(angle)),
  atan,
  sinh: x => halves(x, (up, down) => up.minus(down)),
  cosh: x => halves(x, (up, down) => up.plus(down)),
  tanh: x => halves(x, (up, down) => quotient(up.minus(down), up.plus(down)), 0),
  asinh: x => map(logarithm(x.abs().plus(sqrt(x.times(x).plus(ONE)))), y => (x.sign() < 0 ? y.negated() : y)),
  acosh: x => bySign(x.minus(ONE), NONE, ZERO, () => logarithm(x.plus(sqrt(x.times(x).minus(ONE))))),
  atanh: x => bySign(ONE.minus(x.abs()), NONE, 'none', () => map(logarithm(ONE.plus(x).over(ONE.minus(x))), y => y.shifted(-1))),
  abs: x => x.abs(),
  sign: x =>
    bySign(
      x,
      () => ONE.negated(),
      ZERO,
      () => ONE,
    ),
  floor: x => whole(x),
  ceil: x => map(whole(x.negated()), y => y.negated()),
  sigmoid: x => map(exp(x.negated()) ?? 'beyond', y => ONE.over(ONE.plus(y))),
};

function logarithm(x: Real): Precise {
  return bySign(x, NONE, 'none', ln);
}

function circular(x: Real, f: (sine: Real, cosine: Real) => Precise): Precise {
  const both = sineCosine(x);
  return both === undefined ? 'beyond' : f(...both);
}

function halves(x: Real, f: (up: Real, down: Real) => Precise, shift = -1): Precise {
  const up = exp(x);
  return up === undefined ? 'beyond' : map(f(up, ONE.over(up)), y => y.shifted(shift));
}

function arcSine(x: Real): Precise {
  const end = PI.shifted(-1);
  return bySign(ONE.minus(x.abs()), NONE, x.sign() < 0 ? end.negated() : end, () => atan(x.over(sqrt(ONE.minus(x.times(x))))));
}

/** The floor; what cannot be told from an integer is that integer. */
function whole(x: Real): Precise {
  if (x.magnitude() > BITS / 2 || !isVanishing(x)) return x.radius === 0 ? Real.of(x.fixed(0), 0) : 'beyond';
  const nearest = Real.of(x.plus(ONE.shifted(-1)).fixed(0), 0);
  return x.minus(nearest).sign() < 0 ? nearest.minus(ONE) : nearest;
}

function call(name: FunctionName, args: readonly Precise[]): Precise {
  const [x = 'beyond', y] = args;
  const rule = RULES[name];
  if (rule !== undefined) return map(x, rule);
  if (name === 'log') return pair(map(x, logarithm), y === undefined ? ln(Real.of(10n, 0)) : map(y, logarithm), quotient);
  if (name === 'max' || name === 'min')
    return args.reduce((a, b) => pair(a, b, (p, q) => (p.minus(q).sign() < 0 === (name === 'max') ? q : p)));
  return y === undefined ? map(x, factorial) : pair(x, y, binomial);
}

/** The integer that it cannot be told from. */
function integerOf(x: Real): bigint | 'none' | 'beyond' {
  if (x.magnitude() > BITS / 4) return 'beyond';
  const nearest = x.plus(ONE.shifted(-1)).fixed(0);
  return x.minus(Real.of(nearest, 0)).sign() === 0 && isVanishing(x) ? nearest : 'none';
}

const MAX_COUNT = 1000n;

/** The factorials found so far, for ever the same. */
const factorials: Real[] = [ONE];

function factorial(x: Real): Precise {
  const n = integerOf(x);
  if (typeof n === 'string') return n;
  if (n < 0n) return 'none';
  if (n > MAX_COUNT) return 'beyond';
  for (let i = factorials.length; i <= n; i++) factorials.push((factorials.at(-1) ?? ONE).times(Real.of(BigInt(i), 0)));
  return factorials[Number(n)] ?? 'beyond';
}

function binomial(x: Real, y: Real): Precise {
  const [n, k] = [integerOf(x), integerOf(y)];
  if (typeof n === 'string') return n;
  if (typeof k === 'string') return k;
  if (n < 0n) return 'none';
  if (k < 0n || k > n) return ZERO;
  const chosen = 2n * k > n ? n - k : k;
  if (chosen > MAX_COUNT) return 'beyond';
  let product = ONE;
  for (let i = 1n; i <= chosen; i++) product = product.times(Real.of(n - i + 1n, 0)).over(Real.of(i, 0));
  return product;
}
