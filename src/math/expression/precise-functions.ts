// Functions of precise values.
import { bySign, integerOf, isVanishing, map, NONE, ONE, type Precise, pair, quotient, ZERO } from './precise-value.ts';
import { Real } from './real.ts';
import { atan, exp, ln, piFor, sineCosine, sqrt } from './real-functions.ts';
import type { FunctionName } from './tree.ts';

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
  acos: x => map(arcSine(x), angle => piFor(x).shifted(-1).minus(angle)),
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
  const end = piFor(x).shifted(-1);
  return bySign(ONE.minus(x.abs()), NONE, x.sign() < 0 ? end.negated() : end, () => atan(x.over(sqrt(ONE.minus(x.times(x))))));
}

/** The floor; what cannot be told from an integer is that integer. */
function whole(x: Real): Precise {
  if (x.magnitude() > x.bits / 2 || !isVanishing(x)) return x.radius === 0 ? Real.of(x.fixed(0), 0) : 'beyond';
  const nearest = Real.of(x.plus(ONE.shifted(-1)).fixed(0), 0);
  return x.minus(nearest).sign() < 0 ? nearest.minus(ONE) : nearest;
}

export function call(name: FunctionName, args: readonly Precise[]): Precise {
  const [x = 'beyond', y] = args;
  const rule = RULES[name];
  if (rule !== undefined) return map(x, rule);
  if (name === 'log')
    return pair(map(x, logarithm), y === undefined ? map(x, z => ln(Real.of(10n, 0, 0, z.bits))) : map(y, logarithm), quotient);
  if (name === 'max' || name === 'min')
    return args.reduce((a, b) => pair(a, b, (p, q) => (p.minus(q).sign() < 0 === (name === 'max') ? q : p)));
  return y === undefined ? map(x, factorial) : pair(x, y, binomial);
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
