// Polynomials in several generators over the rationals: sparse, immutable, exact.
import { ONE, type Rational, type RationalLike, rational, ZERO } from '../rational.ts';

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

/** A monomial is packed into one number, in which the exponent of generator i counts SPAN^i. */
interface Term {
  readonly monomial: number;
  readonly coefficient: Rational;
}

export class MultiPolynomial {
  /** The largest monomial first, none twice; no coefficient is zero. */
  readonly terms: readonly Term[];
  /** An upper bound of the total degree. */
  readonly degree: number;

  private constructor(terms: readonly Term[], degree: number) {
    if (terms.length > MAX_TERMS || degree >= SPAN) throw new OutOfBounds('polynomial too large');
    this.terms = terms;
    this.degree = degree;
  }

  static constant(value: RationalLike): MultiPolynomial {
    const coefficient = rational(value);
    return new MultiPolynomial(coefficient.isZero() ? [] : [{ monomial: 0, coefficient }], 0);
  }

  static generator(index: number): MultiPolynomial {
    if (index >= GENERATORS) throw new OutOfBounds('too many generators');
    return new MultiPolynomial([{ monomial: SPAN ** index, coefficient: ONE }], 1);
  }

  isZero(): boolean {
    return this.terms.length === 0;
  }

  /** The value where there is no generator in it. */
  constant(): Rational | undefined {
    return this.terms.length > 1 || this.terms[0]?.monomial ? undefined : this.leading();
  }

  /** The coefficient of the term without a generator. */
  constantTerm(): Rational {
    const last = this.terms.at(-1);
    return last?.monomial === 0 ? last.coefficient : ZERO;
  }

  plus(other: MultiPolynomial): MultiPolynomial {
    if (this.isZero()) return other;
    return other.isZero() ? this : new MultiPolynomial(merged(this.terms, other.terms), Math.max(this.degree, other.degree));
  }

  minus(other: MultiPolynomial): MultiPolynomial {
    return this.plus(other.scaled(-1));
  }

  scaled(factor: RationalLike): MultiPolynomial {
    const by = rational(factor);
    if (by.isZero()) return MultiPolynomial.constant(0);
    return by.equals(ONE) ? this : new MultiPolynomial(shifted(this.terms, { monomial: 0, coefficient: by }), this.degree);
  }

  times(other: MultiPolynomial): MultiPolynomial {
    const degree = this.degree + other.degree;
    const few = this.terms.length < other.terms.length ? this.terms : other.terms;
    const many = few === this.terms ? other.terms : this.terms;
    if (degree >= SPAN || few.length * many.length > MAX_TERMS * 20) throw new OutOfBounds('polynomial too large');
    let terms: readonly Term[] = [];
    for (const term of few) terms = merged(terms, shifted(many, term));
    return new MultiPolynomial(terms, degree);
  }

  power(exponent: number): MultiPolynomial {
    if (this.degree * exponent >= SPAN || exponent >= 4 * SPAN) throw new OutOfBounds('power too large');
    if (exponent === 1) return this;
    let result: MultiPolynomial | undefined;
    for (let square: MultiPolynomial = this, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = result?.times(square) ?? square;
      if (rest > 1) square = square.times(square);
    }
    return result ?? MultiPolynomial.constant(1);
  }

  equals(other: MultiPolynomial): boolean {
    if (this === other) return true;
    if (this.terms.length !== other.terms.length) return false;
    for (let i = 0; i < this.terms.length; i++) {
      const s = this.terms[i];
      const t = other.terms[i];
      if (s?.monomial !== t?.monomial || (s && t && !s.coefficient.equals(t.coefficient))) return false;
    }
    return true;
  }

  /** The coefficient of the largest monomial in packed order; zero of the zero polynomial. */
  leading(): Rational {
    return this.terms[0]?.coefficient ?? ZERO;
  }

  /** The largest monomial that divides every term. */
  content(): number {
    let common = this.terms[0]?.monomial ?? 0;
    for (const { monomial } of this.terms) common = commonMonomial(common, monomial);
    return common;
  }

  /** Divides by a monomial that divides every term. */
  without(monomial: number): MultiPolynomial {
    if (monomial === 0) return this;
    return new MultiPolynomial(shifted(this.terms, { monomial: -monomial, coefficient: ONE }), this.degree);
  }

  /** Every generator^power replaced by a polynomial without it, until no such power is left. */
  reduced(generator: number, power: number, by: MultiPolynomial): MultiPolynomial {
    const unit = SPAN ** generator;
    let result = MultiPolynomial.constant(0);
    for (const { monomial, coefficient } of this.terms) {
      const exponent = Math.floor(monomial / unit) % SPAN;
      const whole = Math.floor(exponent / power);
      const rest = monomial - whole * power * unit;
      const term = new MultiPolynomial(
        [{ monomial: rest, coefficient }],
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

/** The largest monomial that divides both. */
export function commonMonomial(a: number, b: number): number {
  if (a === b) return a;
  let common = 0;
  for (let [x, y, unit] = [a, b, 1]; x > 0 && y > 0; [x, y, unit] = [Math.floor(x / SPAN), Math.floor(y / SPAN), unit * SPAN])
    common += Math.min(x % SPAN, y % SPAN) * unit;
  return common;
}

/** The product with one term; the order stays. */
function shifted(terms: readonly Term[], { monomial, coefficient }: Term): Term[] {
  const isOne = coefficient.equals(ONE);
  return terms.map(term => ({
    monomial: term.monomial + monomial,
    coefficient: isOne ? term.coefficient : term.coefficient.times(coefficient),
  }));
}

/** The sum. */
function merged(a: readonly Term[], b: readonly Term[]): readonly Term[] {
  if (a.length === 0) return b;
  const terms: Term[] = [];
  let j = 0;
  for (const s of a) {
    let t = b[j];
    for (; t !== undefined && t.monomial > s.monomial; t = b[++j]) terms.push(t);
    if (t?.monomial === s.monomial) {
      const coefficient = s.coefficient.plus(t.coefficient);
      if (!coefficient.isZero()) terms.push({ monomial: s.monomial, coefficient });
      j++;
    } else terms.push(s);
  }
  return j < b.length ? [...terms, ...b.slice(j)] : terms;
}
