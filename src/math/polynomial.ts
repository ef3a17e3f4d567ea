// Exact polynomials in one variable over the rationals.
import { add, type Expression, multiply, negate, power, toExpression, variable } from './expression/tree.ts';
import { terms } from './polynomial-terms.ts';
import type { Printable } from './printable.ts';
import { ONE, Rational, type RationalLike, ZERO } from './rational.ts';

export class Polynomial implements Printable {
  /** Ascending: the constant first. The last one is not zero; the zero polynomial has none. */
  readonly coefficients: readonly Rational[];

  private constructor(coefficients: readonly Rational[]) {
    let length = coefficients.length;
    while (length > 0 && coefficients[length - 1]?.isZero()) length--;
    this.coefficients = length === coefficients.length ? coefficients : coefficients.slice(0, length);
  }

  /** Coefficients ascending, the constant first. */
  static of(...coefficients: RationalLike[]): Polynomial {
    return polynomial(coefficients);
  }

  static from(coefficients: readonly RationalLike[]): Polynomial {
    return new Polynomial(coefficients.map(Rational.from));
  }

  /** The monic polynomial with exactly these roots, repeated as often as listed. */
  static withRoots(...roots: RationalLike[]): Polynomial {
    return roots.reduce<Polynomial>(
      (product, root) => product.times(Polynomial.of(Rational.from(root).negated(), 1)),
      Polynomial.of(1),
    );
  }

  /** -1 for the zero polynomial. */
  get degree(): number {
    return this.coefficients.length - 1;
  }

  /** 0 for the zero polynomial. */
  get leading(): Rational {
    return this.coefficient(this.degree);
  }

  /** The coefficient of x^k, 0 beyond the degree. */
  coefficient(k: number): Rational {
    return this.coefficients[k] ?? ZERO;
  }

  isZero(): boolean {
    return this.coefficients.length === 0;
  }

  equals(other: Polynomial): boolean {
    return this.degree === other.degree && this.coefficients.every((value, k) => value.equals(other.coefficient(k)));
  }

  plus(other: Polynomial): Polynomial {
    const longer = this.degree >= other.degree ? this : other;
    return longer.map((_, k) => this.coefficient(k).plus(other.coefficient(k)));
  }

  minus(other: Polynomial): Polynomial {
    return this.plus(other.times(-1));
  }

  times(other: Polynomial | RationalLike): Polynomial {
    if (!(other instanceof Polynomial)) {
      const factor = Rational.from(other);
      return this.map(value => value.times(factor));
    }
    const product = Array.from({ length: this.coefficients.length + other.coefficients.length }, () => ZERO);
    this.coefficients.forEach((a, i) => {
      other.coefficients.forEach((b, j) => {
        product[i + j] = (product[i + j] ?? ZERO).plus(a.times(b));
      });
    });
    return new Polynomial(product);
  }

  /** this = quotient · divisor + remainder, the remainder of smaller degree than the divisor. Throws on the zero polynomial. */
  divide(divisor: Polynomial): { quotient: Polynomial; remainder: Polynomial } {
    if (divisor.isZero()) throw new RangeError('division by the zero polynomial');
    const rest = [...this.coefficients];
    const quotient: Rational[] = [];
    for (let k = this.degree - divisor.degree; k >= 0; k--) {
      const factor = (rest[k + divisor.degree] ?? ZERO).over(divisor.leading);
      quotient[k] = factor;
      divisor.coefficients.forEach((value, i) => {
        rest[k + i] = (rest[k + i] ?? ZERO).minus(value.times(factor));
      });
    }
    return { quotient: new Polynomial(quotient), remainder: new Polynomial(rest) };
  }

  /** n is 0 or more. */
  power(n: number): Polynomial {
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`no polynomial power ${n}`);
    let result = Polynomial.of(1);
    for (let k = 0; k < n; k++) result = result.times(this);
    return result;
  }

  /** The common divisor of highest degree with leading coefficient 1; gcd with 0 is the polynomial made monic. */
  gcd(other: Polynomial): Polynomial {
    let [a, b]: [Polynomial, Polynomial] = [this, other];
    while (!b.isZero()) [a, b] = [b, a.divide(b).remainder];
    return a.isZero() ? a : a.times(ONE.over(a.leading));
  }

  derivative(): Polynomial {
    return new Polynomial(this.coefficients.slice(1).map((value, k) => value.times(k + 1)));
  }

  /** The antiderivative with constant term 0. */
  integral(): Polynomial {
    return new Polynomial([ZERO, ...this.coefficients.map((value, k) => value.over(k + 1))]);
  }

  /** The value at x by Horner's scheme. */
  evaluate(x: RationalLike): Rational {
    const at = Rational.from(x);
    return this.coefficients.reduceRight((value, next) => value.times(at).plus(next), ZERO);
  }

  /** this(inner(x)). */
  compose(inner: Polynomial): Polynomial {
    return this.coefficients.reduceRight((value, next) => value.times(inner).plus(Polynomial.of(next)), Polynomial.of());
  }

  map(change: (coefficient: Rational, k: number) => Rational): Polynomial {
    return new Polynomial(this.coefficients.map(change));
  }

  /** Terms descending, without factors 1 and without negative numbers inside: 3x^2 - x + 1. */
  toExpression(name = 'x'): Expression {
    if (this.degree <= 0) return toExpression(this.coefficient(0));
    const parts = this.coefficients.flatMap((value, k) => (value.isZero() ? [] : [signedTerm(value, k, name)])).reverse();
    return parts.length === 1 && parts[0] ? parts[0] : add(...parts);
  }

  toTeX(): string {
    return terms(this.coefficients, 'tex');
  }

  toString(): string {
    return terms(this.coefficients, 'text');
  }

  toSpeech(): string {
    return terms(this.coefficients, 'speech');
  }

  /** The coefficients as strings, ascending; `polynomial` builds it again. */
  toJSON(): string[] {
    return this.coefficients.map(String);
  }
}

/** `polynomial([1, 0, '1/2'])` is x^2/2 + 1: coefficients ascending, the constant first. */
export function polynomial(coefficients: readonly RationalLike[]): Polynomial {
  return Polynomial.from(coefficients);
}

function signedTerm(value: Rational, k: number, name: string): Expression {
  const size = value.abs();
  const monomial = k === 1 ? variable(name) : power(variable(name), k);
  const term = k === 0 ? toExpression(size) : size.equals(ONE) ? monomial : multiply(size, monomial);
  return value.sign() < 0 ? negate(term) : term;
}
