// Where the two sides of a comparison in one variable can meet: roots and absolute values are taken out of the difference by
// multiplying it with its conjugates, so that the real roots of a polynomial are left.
import { Kernels } from '../expression/kernels.ts';
import { GENERATORS, MultiPolynomial, OutOfBounds, unpack } from '../expression/multi-polynomial.ts';
import { normalForm } from '../expression/normal-form.ts';
import { evaluatePrecise } from '../expression/precise.ts';
import { MORE_BITS, type Real } from '../expression/real.ts';
import { variablesOf } from '../expression/substitute.ts';
import { add, type Expression, negate } from '../expression/tree.ts';
import { Rational, rational, ZERO } from '../rational.ts';
import type { Relation } from '../relation.ts';
import { realRoots } from './real-roots.ts';

type Kernel = NonNullable<ReturnType<Kernels['kernel']>>;

const MAX_DEGREE = 16;

/** The places where the difference may be zero, and some more; undefined where they can't be found. */
export function criticalPoints({ left, right }: Relation): readonly Rational[] | undefined {
  const difference = add(left, negate(right));
  if (variablesOf(difference).length === 0) return [];
  const kernels = new Kernels();
  const form = normalForm(difference, kernels);
  if (!form) return undefined;
  const all = Array.from({ length: GENERATORS }, (_, i) => kernels.kernel(i));
  const place = all.findIndex(kernel => kernel?.name === 'variable');
  try {
    const p = withoutRoots(form.numerator, all);
    const used = new Set(p.terms.flatMap(({ monomial }) => usedIn(monomial)));
    if (used.size === 0) return [];
    if (used.size === 1 && used.has(place)) {
      const coefficients = coefficientsIn(place, p);
      return coefficients.length > MAX_DEGREE + 1 ? undefined : realRoots(coefficients);
    }
  } catch (error) {
    if (!(error instanceof OutOfBounds)) throw error;
  }
  const isLinear = form.numerator.terms.every(({ monomial }) => (unpack(monomial)[place] ?? 0) < 2);
  return isLinear && form.isPolynomial() && all.every(isConstant) ? linearRoot(difference) : undefined;
}

function usedIn(monomial: number): readonly number[] {
  return unpack(monomial).flatMap((exponent, i) => (exponent > 0 ? [i] : []));
}

function isConstant(kernel: Kernel | undefined): boolean {
  return kernel === undefined || kernel.args.every(arg => arg.constant() !== undefined);
}

function coefficientsIn(generator: number, p: MultiPolynomial): readonly Rational[] {
  const coefficients: Rational[] = [];
  for (const { monomial, coefficient } of p.terms) coefficients[unpack(monomial)[generator] ?? 0] = coefficient;
  return Array.from(coefficients, value => value ?? ZERO);
}

/** The last ones first, since a root may stand in the radicand of a later one. */
function withoutRoots(p: MultiPolynomial, kernels: readonly (Kernel | undefined)[]): MultiPolynomial {
  return kernels.reduceRight((rest, kernel, generator) => {
    const [radicand] = kernel?.args ?? [];
    if (!kernel || !radicand?.isPolynomial() || (kernel.name !== 'root' && kernel.name !== 'abs')) return rest;
    if (kernel.name === 'abs') return withoutRoot(rest, generator, 2, radicand.numerator.power(2));
    return withoutRoot(rest, generator, Number(kernel.tag), radicand.numerator);
  }, p);
}

/** The product of all conjugates of a + b·g^j, where g^degree is the radicand; where it vanishes, as for |x| − x, a tells. */
function withoutRoot(p: MultiPolynomial, g: number, degree: number, radicand: MultiPolynomial): MultiPolynomial {
  const reduced = p.reduced(g, degree, radicand);
  const a = reduced.reduced(g, 1, MultiPolynomial.constant(0));
  const rest = reduced.minus(a);
  const [j = 0, ...others] = new Set(rest.terms.map(({ monomial }) => unpack(monomial)[g] ?? 0));
  if (others.length > 0) throw new OutOfBounds('several powers of one root');
  if (rest.isZero()) return a;
  const b = rest.without(MultiPolynomial.generator(g).power(j).content());
  const norm = a.power(degree).minus(b.scaled(-1).power(degree).times(radicand.power(j)));
  return norm.isZero() ? a.times(radicand) : norm;
}

/** Of a line with coefficients such as π or ln 2. */
function linearRoot(line: Expression): readonly Rational[] | undefined {
  const [name = ''] = variablesOf(line);
  const at = (x: number) => evaluatePrecise(line, new Map([[name, rational(x)]]), MORE_BITS);
  const [start, end] = [at(0), at(1)];
  if (typeof start === 'string' || typeof end === 'string') return undefined;
  const slope = start.minus(end);
  return slope.sign() === 0 ? undefined : [rationalOf(start.over(slope))];
}

function rationalOf({ mantissa, exponent }: Real): Rational {
  return exponent < 0 ? Rational.ratio(mantissa, 1n << BigInt(-exponent)) : Rational.integer(mantissa << BigInt(exponent));
}
