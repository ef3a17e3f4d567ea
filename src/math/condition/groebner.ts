// Gröbner bases of small systems over the rationals, in lexical order: Buchberger's algorithm.
import { commonMonomial, MultiPolynomial, unpack } from '../expression/multi-polynomial.ts';
import type { Rational } from '../rational.ts';

const MAX_POWER = 4;
const ZERO = MultiPolynomial.constant(0);
const ONE = MultiPolynomial.constant(1);

/** What is left of a polynomial by a system: zero where it is in the ideal, always where the system has no complex solution. */
export type Remainder = (p: MultiPolynomial) => MultiPolynomial;

/** `spend` is told of the terms in each step of a reduction, and may throw. */
export function remainderBy(system: readonly MultiPolynomial[], spend: (work: number) => void): Remainder {
  const basis: MultiPolynomial[] = [];
  const remainder: Remainder = p => reduced(p, basis, spend);
  const insert = (p: MultiPolynomial) => {
    const rest = remainder(p);
    if (!rest.isZero()) basis.push(rest);
  };
  system.forEach(insert);
  for (let j = 1; j < basis.length; j++) for (let i = 0; i < j; i++) insert(crossed(basis[i] ?? ZERO, basis[j] ?? ZERO));
  return remainder;
}

/** Whether a power of the product is in the ideal, so that one of the factors is zero wherever the system holds. */
export function vanishes(factors: readonly MultiPolynomial[], remainder: Remainder): boolean {
  const whole = factors.reduce((made, factor) => remainder(made.times(factor)), remainder(ONE));
  let power = whole;
  for (let k = 1; k < MAX_POWER && !power.isZero(); k++) power = remainder(power.times(whole));
  return power.isZero();
}

function reduced(p: MultiPolynomial, basis: readonly MultiPolynomial[], spend: (work: number) => void): MultiPolynomial {
  let [rest, result] = [p, ZERO];
  for (let [top] = rest.terms; top; [top] = rest.terms) {
    const { monomial, coefficient } = top;
    const divisor = basis.find(own => commonMonomial(topOf(own), monomial) === topOf(own));
    const removed = divisor
      ? divisor.times(termOf(monomial - topOf(divisor), coefficient.over(divisor.leading())))
      : termOf(monomial, coefficient);
    spend(removed.terms.length);
    rest = rest.minus(removed);
    if (!divisor) result = result.plus(removed);
  }
  return result;
}

/** The S-polynomial; zero where the leading monomials are coprime. */
function crossed(a: MultiPolynomial, b: MultiPolynomial): MultiPolynomial {
  const shared = commonMonomial(topOf(a), topOf(b));
  if (shared === 0) return ZERO;
  return a.times(termOf(topOf(b) - shared, b.leading())).minus(b.times(termOf(topOf(a) - shared, a.leading())));
}

function termOf(monomial: number, coefficient: Rational): MultiPolynomial {
  const start = MultiPolynomial.constant(coefficient);
  return unpack(monomial).reduce(
    (term, power, i) => (power > 0 ? term.times(MultiPolynomial.generator(i).power(power)) : term),
    start,
  );
}

function topOf(p: MultiPolynomial): number {
  return p.terms[0]?.monomial ?? 0;
}
