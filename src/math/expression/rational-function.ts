// Quotients of polynomials in several generators. No gcd is taken: equality is decided by cross-multiplication.
import { type Rational, type RationalLike, rational } from '../rational.ts';
import { commonMonomial, MultiPolynomial } from './multi-polynomial.ts';

const ZERO = MultiPolynomial.constant(0);
const ONE = MultiPolynomial.constant(1);

export class RationalFunction {
  readonly numerator: MultiPolynomial;
  readonly denominator: MultiPolynomial;

  private constructor(numerator: MultiPolynomial, denominator: MultiPolynomial) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** Undefined where the denominator vanishes identically. Common monomials and constant denominators are cancelled. */
  static of(numerator: MultiPolynomial, denominator: MultiPolynomial = ONE): RationalFunction | undefined {
    if (denominator === ONE) return new RationalFunction(numerator, ONE);
    if (denominator.isZero()) return undefined;
    if (numerator.isZero() || numerator.equals(denominator)) return RationalFunction.constant(numerator.isZero() ? 0 : 1);
    const shared = commonMonomial(numerator.content(), denominator.content());
    const scale = rational(1).over(denominator.leading());
    const [above, below] = [numerator.without(shared).scaled(scale), denominator.without(shared).scaled(scale)];
    return new RationalFunction(above, below.constant() === undefined ? below : ONE);
  }

  static constant(value: RationalLike): RationalFunction {
    return new RationalFunction(MultiPolynomial.constant(value), ONE);
  }

  static generator(index: number): RationalFunction {
    GENERATED[index] ??= new RationalFunction(MultiPolynomial.generator(index), ONE);
    return GENERATED[index];
  }

  isZero(): boolean {
    return this.numerator.isZero();
  }

  isPolynomial(): boolean {
    return this.denominator === ONE;
  }

  constant(): Rational | undefined {
    return this.isPolynomial() ? this.numerator.constant() : undefined;
  }

  plus(other: RationalFunction): RationalFunction {
    const { numerator: a, denominator: b } = this;
    const { numerator: c, denominator: d } = other;
    if (b === ONE && d === ONE) return new RationalFunction(a.plus(c), ONE);
    const sum = b.equals(d) ? RationalFunction.of(a.plus(c), b) : RationalFunction.of(a.times(d).plus(c.times(b)), b.times(d));
    return sum ?? RationalFunction.constant(0);
  }

  negated(): RationalFunction {
    return new RationalFunction(this.numerator.scaled(-1), this.denominator);
  }

  times(other: RationalFunction): RationalFunction {
    const { numerator: a, denominator: b } = this;
    const { numerator: c, denominator: d } = other;
    if (b === ONE && d === ONE) return new RationalFunction(a.times(c), ONE);
    if (a.equals(d)) return new RationalFunction(c, b).tidied();
    if (b.equals(c)) return new RationalFunction(a, d).tidied();
    return new RationalFunction(a.times(c), b === ONE ? d : d === ONE ? b : b.times(d)).tidied();
  }

  private tidied(): RationalFunction {
    return RationalFunction.of(this.numerator, this.denominator) ?? this;
  }

  /** Undefined for the inverse of zero. */
  inverse(): RationalFunction | undefined {
    return RationalFunction.of(this.denominator, this.numerator);
  }

  /** An integer power; undefined for a negative power of zero. */
  power(exponent: number): RationalFunction | undefined {
    if (exponent === 1) return this;
    if (exponent < 0) return this.inverse()?.power(-exponent);
    return new RationalFunction(
      this.numerator.power(exponent),
      this.denominator === ONE ? ONE : this.denominator.power(exponent),
    );
  }

  scaled(factor: RationalLike): RationalFunction {
    return new RationalFunction(this.numerator.scaled(factor), this.denominator);
  }

  /** Zero exactly where both are equal. */
  crossDifference(other: RationalFunction): MultiPolynomial {
    if (this.denominator.equals(other.denominator))
      return this.numerator.equals(other.numerator) ? ZERO : this.numerator.minus(other.numerator);
    return this.numerator.times(other.denominator).minus(other.numerator.times(this.denominator));
  }

  equals(other: RationalFunction): boolean {
    return this.crossDifference(other).isZero();
  }
}

/** Of each generator, once it is asked for. */
const GENERATED: RationalFunction[] = [];
