// Dual numbers a + bε with ε² = 0 over the rationals: forward-mode derivatives, the second road beside symbolic ones.
import { ONE, Rational, type RationalLike, ZERO } from './rational.ts';

export type DualLike = Dual | RationalLike;

export class Dual {
  readonly value: Rational;
  /** The factor of ε: the derivative along what was seeded with 1. */
  readonly slope: Rational;

  private constructor(value: Rational, slope: Rational) {
    this.value = value;
    this.slope = slope;
  }

  static of(value: RationalLike, slope: RationalLike = ZERO): Dual {
    return new Dual(Rational.from(value), Rational.from(slope));
  }

  static from(value: DualLike): Dual {
    return value instanceof Dual ? value : Dual.of(value);
  }

  plus(other: DualLike): Dual {
    const b = Dual.from(other);
    return new Dual(this.value.plus(b.value), this.slope.plus(b.slope));
  }

  minus(other: DualLike): Dual {
    return this.plus(Dual.from(other).negated());
  }

  negated(): Dual {
    return new Dual(this.value.negated(), this.slope.negated());
  }

  times(other: DualLike): Dual {
    const b = Dual.from(other);
    return new Dual(this.value.times(b.value), this.slope.times(b.value).plus(this.value.times(b.slope)));
  }

  /** Throws where the value of the divisor is 0. */
  over(other: DualLike): Dual {
    const b = Dual.from(other);
    const inverse = ONE.over(b.value);
    return this.times(new Dual(inverse, b.slope.negated().times(inverse.power(2))));
  }

  /** Any integer exponent; throws on 0 to a negative one. */
  power(exponent: number): Dual {
    if (exponent === 0) return Dual.of(1);
    const slope = this.value.power(exponent - 1).times(exponent);
    return new Dual(this.value.power(exponent), slope.times(this.slope));
  }

  /** f(this) for a function whose value and slope at this point are known, such as ln at 1: (0, 1). */
  through(value: RationalLike, slope: RationalLike): Dual {
    return new Dual(Rational.from(value), this.slope.times(slope));
  }

  /** max(0, this). Throws at the kink. */
  relu(): Dual {
    if (this.value.isZero()) throw new RangeError('max(0, x) has no slope at 0');
    return this.value.sign() > 0 ? this : Dual.of(0);
  }

  equals(other: DualLike): boolean {
    const b = Dual.from(other);
    return this.value.equals(b.value) && this.slope.equals(b.slope);
  }
}

/** The partial derivatives of f at the point, one pass for each. */
export function dualGradient(f: (...args: Dual[]) => Dual, point: readonly RationalLike[]): Rational[] {
  return point.map((_, i) => f(...point.map((x, j) => Dual.of(x, i === j ? 1 : 0))).slope);
}
