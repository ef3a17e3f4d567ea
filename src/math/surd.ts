// Exact sums of square roots such as (1 + √5)/2 or √2 + √3: a field, with exact comparison.
import { printSpeech } from './expression/print-speech.ts';
import { printTeX } from './expression/print-tex.ts';
import { printText } from './expression/print-text.ts';
import type { Expression } from './expression/tree.ts';
import { gcd, lcm, squareFree } from './integer.ts';
import type { Printable } from './printable.ts';
import { floorSquareRoot, ONE, Rational, type RationalLike, rational, ZERO } from './rational.ts';
import { type SurdTerm, surdExpression } from './surd-expression.ts';

export type SurdLike = Surd | RationalLike;

export class Surd implements Printable {
  /** Radicands ascending, square-free, each once, the rational part under 1; no coefficient is 0. Unique, as such roots are independent. */
  readonly terms: readonly SurdTerm[];

  private constructor(terms: readonly SurdTerm[]) {
    const gathered = new Map<bigint, Rational>();
    for (const { coefficient, radicand } of terms) gathered.set(radicand, (gathered.get(radicand) ?? ZERO).plus(coefficient));
    this.terms = [...gathered]
      .filter(([, coefficient]) => !coefficient.isZero())
      .map(([radicand, coefficient]) => ({ coefficient, radicand }))
      .sort((a, b) => (a.radicand < b.radicand ? -1 : 1));
  }

  /** The radicands must be square-free. */
  static sum(terms: readonly SurdTerm[]): Surd {
    return new Surd(terms);
  }

  static from(value: SurdLike): Surd {
    return value instanceof Surd ? value : new Surd([{ coefficient: Rational.from(value), radicand: 1n }]);
  }

  /** √value. Throws below 0, and where numerator or denominator is above 10^18. */
  static root(value: RationalLike): Surd {
    const { numerator, denominator } = Rational.from(value);
    if (numerator < 0n) throw new RangeError(`no square root of ${value}`);
    if (numerator === 0n) return new Surd([]);
    const [above, below] = [squareFree(numerator), squareFree(denominator)];
    const coefficient = Rational.ratio(above.outside, below.outside * below.inside);
    return new Surd([{ coefficient, radicand: above.inside * below.inside }]);
  }

  plus(other: SurdLike): Surd {
    return new Surd([...this.terms, ...Surd.from(other).terms]);
  }

  minus(other: SurdLike): Surd {
    return this.plus(Surd.from(other).negated());
  }

  negated(): Surd {
    return new Surd(this.terms.map(({ coefficient, radicand }) => ({ coefficient: coefficient.negated(), radicand })));
  }

  times(other: SurdLike): Surd {
    const right = Surd.from(other).terms;
    return new Surd(this.terms.flatMap(term => right.map(factor => product(term, factor))));
  }

  /** Throws on division by zero. */
  over(other: SurdLike): Surd {
    return this.times(reciprocal(Surd.from(other)));
  }

  abs(): Surd {
    return this.sign() < 0 ? this.negated() : this;
  }

  /** √this as a sum of at most two roots, for a rational or a + b√d; undefined where it is none, or not real. */
  sqrt(): Surd | undefined {
    const exact = this.toRational();
    if (exact !== undefined) return exact.sign() < 0 ? undefined : Surd.root(exact);
    const [first, second, ...more] = this.terms;
    if (!first || !second || more.length > 0 || first.radicand !== 1n || this.sign() < 0) return undefined;
    // (√p ± √q)² = p + q ± 2√(pq), so that p and q are the roots of x² − ax + b²d/4.
    const [a, bSquared] = [first.coefficient, second.coefficient.power(2).times(second.radicand)];
    const spread = a.power(2).minus(bSquared).sqrt();
    if (spread === undefined) return undefined;
    const [larger, smaller] = [Surd.root(a.plus(spread).over(2)), Surd.root(a.minus(spread).over(2))];
    return second.coefficient.sign() < 0 ? larger.minus(smaller) : larger.plus(smaller);
  }

  /** Undefined where a root remains. */
  toRational(): Rational | undefined {
    const [first, ...more] = this.terms;
    if (first === undefined) return ZERO;
    return more.length === 0 && first.radicand === 1n ? first.coefficient : undefined;
  }

  sign(): -1 | 0 | 1 {
    return this.isZero() ? 0 : approximate(this, 1n).sign();
  }

  compare(other: SurdLike): -1 | 0 | 1 {
    return this.minus(other).sign();
  }

  equals(other: SurdLike): boolean {
    return this.minus(other).isZero();
  }

  isZero(): boolean {
    return this.terms.length === 0;
  }

  /** Right to the last digit of a double or the one before, also where the terms nearly cancel. */
  toNumber(): number {
    return this.isZero() ? 0 : approximate(this, 1n << 60n).toNumber();
  }

  /** Over one denominator, the rational part first: (1 + √5)/2. */
  toExpression(): Expression {
    return surdExpression(this.terms);
  }

  toTeX(): string {
    return printTeX(this.toExpression());
  }

  toString(): string {
    return printText(this.toExpression());
  }

  toSpeech(): string {
    return printSpeech(this.toExpression());
  }
}

/** `surd('1/2', '1/2', 5)` is (1 + √5)/2: rational + coefficient · √radicand. Throws on a negative radicand. */
export function surd(value: SurdLike, coefficient: RationalLike = 0, radicand: RationalLike = 1): Surd {
  return Surd.from(value).plus(Surd.root(radicand).times(coefficient));
}

function product(a: SurdTerm, b: SurdTerm): SurdTerm {
  const shared = gcd(a.radicand, b.radicand);
  const coefficient = a.coefficient.times(b.coefficient).times(shared);
  return { coefficient, radicand: (a.radicand / shared) * (b.radicand / shared) };
}

/** Multiplied with the conjugate by one root g after another: each is gone from the norm. */
function reciprocal(value: Surd): Surd {
  const exact = value.toRational();
  if (exact !== undefined) return Surd.from(ONE.over(exact));
  const g = separable(value.terms.map(({ radicand }) => radicand));
  const conjugate = Surd.sum(
    value.terms.map(({ coefficient, radicand }) => ({
      coefficient: radicand % g === 0n ? coefficient.negated() : coefficient,
      radicand,
    })),
  );
  return conjugate.times(reciprocal(value.times(conjugate)));
}

/** A factor above 1 of some radicand that every radicand contains wholly or shares nothing with. */
function separable(radicands: readonly bigint[]): bigint {
  let g = radicands.at(-1) ?? 1n;
  for (let before = 0n; before !== g; ) {
    before = g;
    for (const radicand of radicands) {
      const shared = gcd(g, radicand);
      if (shared !== 1n) g = shared;
    }
  }
  return g;
}

/** A rational nearer to a nonzero value than 1/precision of its size: more bits until the error of the cut roots is small beside it. */
function approximate(value: Surd, precision: bigint): Rational {
  const scale = value.terms.reduce((common, { coefficient }) => lcm(common, coefficient.denominator), 1n);
  for (let bits = 64n; ; bits *= 2n) {
    const total = value.terms.reduce((rest, { coefficient, radicand }) => {
      const whole = coefficient.times(scale).numerator;
      const size = floorSquareRoot((whole * whole * radicand) << (2n * bits));
      return whole < 0n ? rest - size : rest + size;
    }, 0n);
    const size = total < 0n ? -total : total;
    if (size > BigInt(value.terms.length) * (precision + 1n)) return rational(total, scale << bits);
  }
}
