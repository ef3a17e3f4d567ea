// Elementary functions of Real: Taylor series in fixed point after reduction of the argument; logarithm and arc tangent by one
// Newton-like step from the double, whose 53 bits a short series in the remainder carries to all digits.
import { BITS, bitLength, Real } from './real.ts';

const GUARD = 64;
const WORK = BITS + GUARD;
const UNIT = 1n << BigInt(WORK);
const ONE = Real.of(1n, 0);
/** Units of the working precision that a whole series may lose. */
const LOST = 2 ** 24;

/** ln 2 and π/2 with more bits than any argument that is reduced by them takes away. */
const CONSTANT_BITS = WORK + 128;
const LN2 = lnTwo(CONSTANT_BITS);
const HALF_PI = halfPi(CONSTANT_BITS);

export const PI = Real.of(HALF_PI, 1 - CONSTANT_BITS, 4);
const LN2_REAL = Real.of(LN2, -CONSTANT_BITS, 4);

/** ln 2 = Σ 1/(k·2^k). */
function lnTwo(bits: number): bigint {
  let [total, power] = [0n, 1n << BigInt(bits + 16)];
  for (let k = 1n; power > 0n; k++) {
    power >>= 1n;
    total += power / k;
  }
  return total >> 16n;
}

/** Machin: π/4 = 4 atan(1/5) − atan(1/239). */
function halfPi(bits: number): bigint {
  const inverse = (n: bigint) => {
    let [total, power] = [0n, (1n << BigInt(bits + 16)) / n];
    for (let k = 1n; power !== 0n; k += 2n) {
      total += power / k;
      power = -power / (n * n);
    }
    return total;
  };
  return (8n * inverse(5n) - 2n * inverse(239n)) >> 16n;
}

function rounded(value: bigint, unit: bigint): bigint {
  return (2n * value + (value < 0n ? -unit : unit)) / (2n * unit);
}

const HALVINGS = 12;
const MAX_EXPONENT_BITS = 30;

/** Undefined where the result would be beyond reach, near e^(2^30). */
export function exp(x: Real): Real | undefined {
  if (x.magnitude() > MAX_EXPONENT_BITS || x.uncertainty() > 4) return undefined;
  const argument = x.center().fixed(CONSTANT_BITS);
  const turns = rounded(argument, LN2);
  const rest = (argument - turns * LN2) >> BigInt(CONSTANT_BITS - WORK + HALVINGS);
  let [sum, term] = [UNIT + rest, rest];
  for (let k = 2n; term !== 0n && term !== -1n; k++) {
    term = ((term * rest) >> BigInt(WORK)) / k;
    sum += term;
  }
  for (let i = 0; i < HALVINGS; i++) sum = (sum * sum) >> BigInt(WORK);
  const spread = Math.expm1(x.radius * 2 ** x.exponent) * Number(sum);
  return Real.of(sum, Number(turns) - WORK, spread + LOST);
}

/** Of what is certainly positive. */
export function ln(x: Real): Real {
  const bits = bitLength(x.mantissa);
  const scaled = Real.of(x.mantissa, 1 - bits);
  const near = Real.double(Math.log(scaled.toNumber()));
  const t = scaled.times(exp(near.negated()) ?? ONE).minus(ONE);
  const result = near.plus(series(t, LN_TERMS)).plus(LN2_REAL.times(Real.of(BigInt(x.exponent + bits - 1), 0)));
  const size = Number(x.mantissa);
  return result.widened(-Math.log1p(-x.radius / size), 0);
}

/** Coefficients of t, t², … */
const LN_TERMS = [1, -2, 3, -4, 5, -6, 7];
const ATAN_TERMS = [1, 0, -3, 0, 5, 0, -7];

/** Σ t^k / c_k, zeros left out; t is of the size of a double's rounding. */
function series(t: Real, inverses: readonly number[]): Real {
  let [sum, power] = [Real.of(0n, 0), ONE];
  for (const inverse of inverses) {
    power = power.times(t);
    if (inverse !== 0) sum = sum.plus(power.over(Real.of(BigInt(inverse), 0)));
  }
  return sum;
}

/** Sine and cosine; undefined where the argument is too large to be reduced. */
export function sineCosine(x: Real): readonly [Real, Real] | undefined {
  if (x.magnitude() > GUARD || x.uncertainty() > 0) return undefined;
  const argument = x.center().fixed(CONSTANT_BITS);
  const quarters = rounded(argument, HALF_PI);
  const rest = (argument - quarters * HALF_PI) >> BigInt(CONSTANT_BITS - WORK);
  const square = (rest * rest) >> BigInt(WORK);
  const spread = x.radius * 2 ** (x.exponent + WORK) + LOST;
  const [sine, cosine] = [alternating(rest, square, 2n), alternating(UNIT, square, 1n)].map(value =>
    Real.of(value, -WORK, spread),
  );
  return sine && cosine && turned(sine, cosine, Number(((quarters % 4n) + 4n) % 4n));
}

/** first − first·x²/(k(k+1)) + … */
function alternating(first: bigint, square: bigint, start: bigint): bigint {
  let [sum, term] = [first, first];
  for (let k = start; term !== 0n && term !== -1n; k += 2n) {
    term = -(((term * square) >> BigInt(WORK)) / (k * (k + 1n)));
    sum += term;
  }
  return sum;
}

function turned(sine: Real, cosine: Real, quarter: number): readonly [Real, Real] {
  if (quarter === 0) return [sine, cosine];
  if (quarter === 1) return [cosine, sine.negated()];
  return quarter === 2 ? [sine.negated(), cosine.negated()] : [cosine.negated(), sine];
}

export function atan(x: Real): Real {
  const near = Real.double(Math.atan(x.toNumber()));
  const [sine, cosine] = sineCosine(near) ?? [ONE, ONE];
  const middle = x.center();
  const t = middle
    .times(cosine)
    .minus(sine)
    .over(cosine.plus(middle.times(sine)));
  // The slope 1/(1 + x²) is at most 2^-slope: all that is meant by x is beyond a quarter of its size.
  const isNarrow = 2 * x.radius < Math.abs(Number(x.mantissa));
  const slope = isNarrow ? Math.max(0, 2 * (x.magnitude() - 2)) : 0;
  return near.plus(series(t, ATAN_TERMS)).widened(x.radius, x.exponent - slope);
}

/** Of what is certainly positive. */
export function sqrt(x: Real): Real {
  const extra = 2 * BITS - bitLength(x.mantissa);
  const shift = extra + ((x.exponent - extra) & 1);
  const root = integerRoot(shift > 0 ? x.mantissa << BigInt(shift) : x.mantissa);
  const exponent = (x.exponent - Math.max(0, shift)) / 2;
  const relative = x.radius / Number(x.mantissa);
  return Real.of(root, exponent, Number(root) * relative + 1);
}

/** The floor of a positive square root, by Newton's iteration from above the double. */
function integerRoot(value: bigint): bigint {
  const bits = bitLength(value);
  const drop = Math.max(0, (bits - 104) & ~1);
  let guess = (BigInt(Math.ceil(Math.sqrt(Number(value >> BigInt(drop))))) + 1n) << BigInt(drop / 2);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}
