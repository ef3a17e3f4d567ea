// Polynomials in several generators over the rationals: sparse, immutable, exact.
import { ONE, type Rational, type RationalLike, rational } from '../rational.ts';

/** Each generator has SPAN exponents in one packed number; GENERATORS of them stay below 2^53. */
const SPAN = 64;
export const GENERATORS = 8;
const MAX_TERMS = 250;

/** Thrown where a normal form would outgrow its bounds; caught where it is asked for. */
export class OutOfBounds {
  readonly says: string;
  constructor(says: string) {
    this.says = says;
  }
}

/** Terms by packed monomial: the exponent of generator i counts SPAN^i. No coefficient is zero. */
export class MultiPolynomial {
  readonly terms: ReadonlyMap<number, Rational>;
  /** An upper bound of the total degree. */
  readonly degree: number;

  private constructor(terms: ReadonlyMap<number, Rational>, degree: number) {
    if (terms.size > MAX_TERMS || degree >= SPAN) throw new OutOfBounds('polynomial too large');
    this.terms = terms;
    this.degree = degree;
  }

  static constant(value: RationalLike): MultiPolynomial {
    const coefficient = rational(value);
    return new MultiPolynomial(coefficient.isZero() ? new Map() : new Map([[0, coefficient]]), 0);
  }

  static generator(index: number): MultiPolynomial {
    if (index >= GENERATORS) throw new OutOfBounds('too many generators');
    return new MultiPolynomial(new Map([[SPAN ** index, ONE]]), 1);
  }

  /** The largest monomial that divides both. */
  static commonOf(a: number, b: number): number {
    const [x, y] = [unpack(a), unpack(b)];
    return pack(x.map((exponent, i) => Math.min(exponent, y[i] ?? 0)));
  }

  isZero(): boolean {
    return this.terms.size === 0;
  }

  /** The value where there is no generator in it. */
  constant(): Rational | undefined {
    if (this.terms.size === 0) return rational(0);
    return this.terms.size === 1 ? this.terms.get(0) : undefined;
  }

  plus(other: MultiPolynomial): MultiPolynomial {
    const terms = new Map(this.terms);
    for (const [monomial, coefficient] of other.terms) addTo(terms, monomial, coefficient);
    return new MultiPolynomial(terms, Math.max(this.degree, other.degree));
  }

  minus(other: MultiPolynomial): MultiPolynomial {
    return this.plus(other.scaled(-1));
  }

  scaled(factor: RationalLike): MultiPolynomial {
    const by = rational(factor);
    if (by.isZero()) return MultiPolynomial.constant(0);
    return by.equals(1) ? this : new MultiPolynomial(new Map([...this.terms].map(([m, c]) => [m, c.times(by)])), this.degree);
  }

  times(other: MultiPolynomial): MultiPolynomial {
    const degree = this.degree + other.degree;
    if (degree >= SPAN || this.terms.size * other.terms.size > MAX_TERMS * 20) throw new OutOfBounds('polynomial too large');
    const terms = new Map<number, Rational>();
    for (const [m, a] of this.terms) for (const [n, b] of other.terms) addTo(terms, m + n, a.times(b));
    return new MultiPolynomial(terms, degree);
  }

  power(exponent: number): MultiPolynomial {
    if (this.degree * exponent >= SPAN || exponent >= 4 * SPAN) throw new OutOfBounds('power too large');
    let result = MultiPolynomial.constant(1);
    for (let square: MultiPolynomial = this, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = result.times(square);
      if (rest > 1) square = square.times(square);
    }
    return result;
  }

  equals(other: MultiPolynomial): boolean {
    if (this === other) return true;
    if (this.terms.size !== other.terms.size) return false;
    for (const [monomial, coefficient] of this.terms) {
      const same = other.terms.get(monomial);
      if (same === undefined || !same.equals(coefficient)) return false;
    }
    return true;
  }

  /** The coefficient of the largest monomial in packed order; zero of the zero polynomial. */
  leading(): Rational {
    let largest = -1;
    for (const monomial of this.terms.keys()) largest = Math.max(largest, monomial);
    return this.terms.get(largest) ?? rational(0);
  }

  /** The largest monomial that divides every term. */
  content(): number {
    let common: number | undefined;
    for (const monomial of this.terms.keys()) {
      common = common === undefined ? monomial : MultiPolynomial.commonOf(common, monomial);
      if (common === 0) return 0;
    }
    return common ?? 0;
  }

  /** Divides by a monomial that divides every term. */
  without(monomial: number): MultiPolynomial {
    if (monomial === 0) return this;
    return new MultiPolynomial(new Map([...this.terms].map(([m, c]) => [m - monomial, c])), this.degree);
  }

  /** Every generator^power replaced by a polynomial without it, until no such power is left. */
  reduced(generator: number, power: number, by: MultiPolynomial): MultiPolynomial {
    const unit = SPAN ** generator;
    let result = MultiPolynomial.constant(0);
    for (const [monomial, coefficient] of this.terms) {
      const exponent = Math.floor(monomial / unit) % SPAN;
      const whole = Math.floor(exponent / power);
      const rest = monomial - whole * power * unit;
      const term = new MultiPolynomial(
        new Map([[rest, coefficient]]),
        unpack(rest).reduce((a, b) => a + b, 0),
      );
      result = result.plus(whole === 0 ? term : term.times(by.power(whole)));
    }
    return result;
  }
}

/** Exponents by generator. */
export function unpack(monomial: number): number[] {
  const exponents: number[] = [];
  for (let rest = monomial; rest > 0; rest = Math.floor(rest / SPAN)) exponents.push(rest % SPAN);
  return exponents;
}

function pack(exponents: readonly number[]): number {
  return exponents.reduceRight((packed, exponent) => packed * SPAN + exponent, 0);
}

function addTo(terms: Map<number, Rational>, monomial: number, coefficient: Rational): void {
  const before = terms.get(monomial);
  const total = before === undefined ? coefficient : before.plus(coefficient);
  if (total.isZero()) terms.delete(monomial);
  else terms.set(monomial, total);
}
