// Elementary functions of Real: Taylor series in fixed point after reduction of the argument; logarithm and arc tangent by
// Newton-like steps from the double, each a short series in the remainder.
import { BITS, bitLength, MORE_BITS, Real } from './real.ts';

const GUARD = 64;
const ONE = Real.of(1n, 0);

/** What the series need at one precision. */
interface Precision {
  readonly bits: number;
  /** Bits of the fixed point that series are summed in. */
  readonly work: number;
  readonly unit: bigint;
  /** ln 2 and π/2 with more bits than any argument that is reduced by them takes away. */
  readonly constantBits: number;
  readonly ln2: bigint;
  readonly halfPi: bigint;
  /** How often the argument of an exponential is halved before its series, and squared after. */
  readonly halvings: number;
  /** Units of the working precision that a whole series may lose. */
  readonly lost: number;
}

function precision(bits: number, halvings: number): Precision {
  const work = bits + GUARD;
  const constantBits = work + 128;
  return {
    bits,
    work,
    unit: 1n << BigInt(work),
    constantBits,
    ln2: lnTwo(constantBits),
    halfPi: halfPi(constantBits),
    halvings,
    lost: 2 ** (halvings + 12),
  };
}

const USUAL = precision(BITS, 12);
let more: Precision | undefined;

function precisionOf({ bits }: Real): Precision {
  if (bits <= BITS) return USUAL;
  more ??= precision(MORE_BITS, 24);
  return more;
}

/** To the precision of a value. */
export function piFor(x: Real): Real {
  const { halfPi: value, constantBits, bits } = precisionOf(x);
  return Real.of(value, 1 - constantBits, 4, bits);
}

export const PI = piFor(ONE);

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

const MAX_EXPONENT_BITS = 30;

/** Undefined where the result would be beyond reach, near e^(2^30). */
export function exp(x: Real): Real | undefined {
  if (x.magnitude() > MAX_EXPONENT_BITS || x.uncertainty() > 4) return undefined;
  const { bits, work, unit, constantBits, ln2, halvings, lost } = precisionOf(x);
  const argument = x.center().fixed(constantBits);
  const turns = rounded(argument, ln2);
  const rest = (argument - turns * ln2) >> BigInt(constantBits - work + halvings);
  let [sum, term] = [unit + rest, rest];
  for (let k = 2n; term !== 0n && term !== -1n; k++) {
    term = ((term * rest) >> BigInt(work)) / k;
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum = (sum * sum) >> BigInt(work);
  const spread = Math.expm1(x.radius * 2 ** x.exponent) * Number(sum);
  return Real.of(sum, Number(turns) - work, spread + lost, bits);
}

/** Of what is certainly positive. */
export function ln(x: Real): Real {
  const { ln2, constantBits, bits } = precisionOf(x);
  const length = bitLength(x.mantissa);
  const scaled = Real.of(x.mantissa, 1 - length, 0, bits);
  let near = Real.double(Math.log(scaled.toNumber())).to(bits);
  for (let known = DOUBLE; known < bits; known *= STEP) {
    const t = scaled.times(exp(near.center().negated()) ?? ONE).minus(ONE);
    near = near.center().plus(series(t, LN_TERMS));
  }
  const result = near.plus(Real.of(ln2, -constantBits, 4, bits).times(Real.of(BigInt(x.exponent + length - 1), 0)));
  const size = Number(x.mantissa);
  return result.widened(-Math.log1p(-x.radius / size), 0);
}

/** Bits of a double, and by how much one step multiplies the bits that are known. */
const DOUBLE = 53;
const STEP = 7;
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
  const { bits, work, unit, constantBits, halfPi: quarter, lost } = precisionOf(x);
  const argument = x.center().fixed(constantBits);
  const quarters = rounded(argument, quarter);
  const rest = (argument - quarters * quarter) >> BigInt(constantBits - work);
  const square = (rest * rest) >> BigInt(work);
  const spread = x.radius * 2 ** (x.exponent + work) + lost;
  const [sine, cosine] = [alternating(rest, square, 2n, work), alternating(unit, square, 1n, work)].map(value =>
    Real.of(value, -work, spread, bits),
  );
  return sine && cosine && turned(sine, cosine, Number(((quarters % 4n) + 4n) % 4n));
}

/** first − first·x²/(k(k+1)) + … */
function alternating(first: bigint, square: bigint, start: bigint, work: number): bigint {
  let [sum, term] = [first, first];
  for (let k = start; term !== 0n && term !== -1n; k += 2n) {
    term = -(((term * square) >> BigInt(work)) / (k * (k + 1n)));
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
  const { bits } = precisionOf(x);
  const middle = x.center();
  let near = Real.double(Math.atan(x.toNumber())).to(bits);
  for (let known = DOUBLE; known < bits; known *= STEP) {
    const [sine, cosine] = sineCosine(near.center()) ?? [ONE, ONE];
    const t = middle
      .times(cosine)
      .minus(sine)
      .over(cosine.plus(middle.times(sine)));
    near = near.center().plus(series(t, ATAN_TERMS));
  }
  // The slope 1/(1 + x²) is at most 2^-slope: all that is meant by x is beyond a quarter of its size.
  const isNarrow = 2 * x.radius < Math.abs(Number(x.mantissa));
  const slope = isNarrow ? Math.max(0, 2 * (x.magnitude() - 2)) : 0;
  return near.widened(x.radius, x.exponent - slope);
}

/** Of what is certainly positive. */
export function sqrt(x: Real): Real {
  const extra = 2 * x.bits - bitLength(x.mantissa);
  const shift = extra + ((x.exponent - extra) & 1);
  const root = integerRoot(shift > 0 ? x.mantissa << BigInt(shift) : x.mantissa);
  const exponent = (x.exponent - Math.max(0, shift)) / 2;
  const relative = x.radius / Number(x.mantissa);
  return Real.of(root, exponent, Number(root) * relative + 1, x.bits);
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
