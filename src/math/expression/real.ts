// Real numbers to about 70 digits with a bound of their error: (mantissa ± radius) · 2^exponent. Every operation widens the
// radius by what it rounds, so that a result that excludes zero is certainly not zero.
import type { Rational } from '../rational.ts';

/** Mantissas are rounded to so many bits where nothing else is said. */
export const BITS = 256;
/** For differences that BITS do not resolve. */
export const MORE_BITS = 896;
const SLACK = 1 + 2 ** -20;
const NOISE_BITS = 30;
const NOISY = 2 ** (NOISE_BITS + 10);

export class Real {
  readonly mantissa: bigint;
  readonly exponent: number;
  /** In units of 2^exponent. */
  readonly radius: number;
  /** The precision that results with this value are rounded to; the larger one counts. */
  readonly bits: number;

  private constructor(mantissa: bigint, exponent: number, radius: number, bits: number) {
    this.mantissa = mantissa;
    this.exponent = exponent;
    this.bits = bits;
    // What overflowed to NaN knows nothing.
    this.radius = radius >= 0 ? radius : Number.POSITIVE_INFINITY;
  }

  /** Rounds to so many bits, and away what lies far below the radius. */
  static of(mantissa: bigint, exponent: number, radius = 0, bits = BITS): Real {
    const noise = radius > NOISY ? Math.floor(Math.log2(radius)) - NOISE_BITS : 0;
    const excess = Math.max(bitLength(mantissa) - bits, noise);
    if (!(excess > 0 && radius < Number.POSITIVE_INFINITY)) return new Real(mantissa, exponent, radius, bits);
    return new Real(mantissa >> BigInt(excess), exponent + excess, (radius / 2 ** excess) * SLACK + 1, bits);
  }

  static rational({ numerator, denominator }: Rational, bits = BITS): Real {
    const above = Real.of(numerator, 0, 0, bits);
    return denominator === 1n ? above : above.over(Real.of(denominator, 0, 0, bits));
  }

  /** A double taken as exact. */
  static double(value: number): Real {
    const shift = value === 0 ? 0 : 53 - Math.floor(Math.log2(Math.abs(value)));
    const halves = Math.floor(shift / 2);
    return new Real(BigInt(Math.round(value * 2 ** halves * 2 ** (shift - halves))), -shift, 0, BITS);
  }

  plus(other: Real): Real {
    const [high, low] = this.exponent >= other.exponent ? [this, other] : [other, this];
    const shift = high.exponent - low.exponent;
    const bits = Math.max(this.bits, other.bits);
    if (high.mantissa === 0n && high.radius === 0) return low.to(bits);
    if (low.mantissa === 0n && low.radius === 0) return high.to(bits);
    if (shift > 2 * bits + 64 || (high.radius > 0 && shift > bits + 64)) return high.widened(2, low.magnitude());
    return Real.of(
      (high.mantissa << BigInt(shift)) + low.mantissa,
      low.exponent,
      (raised(high.radius, shift) + low.radius) * SLACK,
      bits,
    );
  }

  negated(): Real {
    return new Real(-this.mantissa, this.exponent, this.radius, this.bits);
  }

  minus(other: Real): Real {
    return this.plus(other.negated());
  }

  times(other: Real): Real {
    const [a, b] = [Math.abs(Number(this.mantissa)), Math.abs(Number(other.mantissa))];
    const radius = (a * other.radius + b * this.radius + this.radius * other.radius) * SLACK;
    return Real.of(this.mantissa * other.mantissa, this.exponent + other.exponent, radius, Math.max(this.bits, other.bits));
  }

  /** The divisor must exclude zero. */
  over(other: Real): Real {
    const bits = Math.max(this.bits, other.bits);
    const divisor = bitLength(other.mantissa);
    const wanted = Math.max(0, bits + 8 - bitLength(this.mantissa) + divisor);
    const shift = this.radius > 0 ? Math.min(wanted, divisor + NOISE_BITS) : wanted;
    const mantissa = (this.mantissa << BigInt(shift)) / other.mantissa;
    const size = Math.abs(Number(other.mantissa));
    const [above, quotient] = [raised(this.radius, shift), Math.abs(Number(mantissa)) + 1];
    return Real.of(
      mantissa,
      this.exponent - other.exponent - shift,
      ((above + quotient * other.radius) / (size - other.radius)) * SLACK + 1,
      bits,
    );
  }

  /** Times 2^power, exactly. */
  shifted(power: number): Real {
    return new Real(this.mantissa, this.exponent + power, this.radius, this.bits);
  }

  /** The same value, whose results are rounded to so many bits at least. */
  to(bits: number): Real {
    return bits <= this.bits ? this : new Real(this.mantissa, this.exponent, this.radius, bits);
  }

  abs(): Real {
    return this.mantissa < 0n ? this.negated() : this;
  }

  /** 0 where zero cannot be excluded. */
  sign(): -1 | 0 | 1 {
    if (Math.abs(Number(this.mantissa)) <= this.radius * SLACK) return 0;
    return this.mantissa < 0n ? -1 : 1;
  }

  /** The exponent of the leading bit of |this| + radius; −Infinity of an exact zero. */
  magnitude(): number {
    const size = Math.abs(Number(this.mantissa)) + this.radius;
    return size === 0 ? Number.NEGATIVE_INFINITY : Math.floor(Math.log2(size)) + this.exponent;
  }

  /** The exponent of the leading bit of the radius; −Infinity where it is exact. */
  uncertainty(): number {
    return this.radius === 0 ? Number.NEGATIVE_INFINITY : Math.floor(Math.log2(this.radius)) + this.exponent;
  }

  /** With `units` · 2^`exponent` more of radius. */
  widened(units: number, exponent: number): Real {
    if (units === 0) return this;
    return new Real(this.mantissa, this.exponent, (this.radius + raised(units, exponent - this.exponent)) * SLACK, this.bits);
  }

  /** The middle, taken as exact. */
  center(): Real {
    return this.radius === 0 ? this : new Real(this.mantissa, this.exponent, 0, this.bits);
  }

  /** The mantissa at 2^-bits, cut; its own rounding is less than one unit. */
  fixed(bits: number): bigint {
    const shift = this.exponent + bits;
    return shift >= 0 ? this.mantissa << BigInt(shift) : this.mantissa >> BigInt(-shift);
  }

  toNumber(): number {
    const excess = Math.max(0, bitLength(this.mantissa) - 64);
    const half = Math.floor((this.exponent + excess) / 2);
    return Number(this.mantissa >> BigInt(excess)) * 2 ** half * 2 ** (this.exponent + excess - half);
  }
}

/** radius · 2^shift, also where 2^shift alone would overflow. */
function raised(radius: number, shift: number): number {
  const half = Math.floor(shift / 2);
  return radius === 0 || shift === Number.NEGATIVE_INFINITY ? 0 : radius * 2 ** half * 2 ** (shift - half);
}

/** Of |value|; 0 of zero. */
export function bitLength(value: bigint): number {
  const near = Math.abs(Number(value));
  if (near < Number.POSITIVE_INFINITY) return near === 0 ? 0 : exactBits(value, Math.floor(Math.log2(near)));
  return (value < 0n ? -value : value).toString(2).length;
}

/** Mends the estimate where rounding to a double went up to a power of two. */
function exactBits(value: bigint, estimate: number): number {
  return (value < 0n ? -value : value) >> BigInt(estimate) === 0n ? estimate : estimate + 1;
}
