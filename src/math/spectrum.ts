// Eigenvalues and eigenvectors, exact where they are rational or quadratic surds: always for 2 by 2, else where the polynomial factors.
import { characteristicPolynomial, eigenspace } from './characteristic.ts';
import type { Matrix } from './matrix.ts';
import { Polynomial } from './polynomial.ts';
import type { Rational } from './rational.ts';
import { rationalRoots } from './rational-roots.ts';
import { Surd } from './surd.ts';
import { SurdMatrix, type SurdVector } from './surd-matrix.ts';
import { primitive } from './vector.ts';

export interface Eigenpair {
  readonly value: Surd;
  /** How often it is a root of the characteristic polynomial. */
  readonly multiplicity: number;
  /** A basis of its eigenspace: coprime integers where the value is rational, else the last nonzero entry is 1. */
  readonly vectors: readonly SurdVector[];
}

/** Ascending, each as often as its multiplicity; undefined where one is complex or a root of higher degree. Throws unless square. */
export function eigenvalues(a: Matrix): Surd[] | undefined {
  const { rationals, rest } = split(a);
  const roots = quadraticRoots(rest);
  return roots && [...rationals.map(Surd.from), ...roots].sort((x, y) => x.compare(y));
}

/** Each distinct eigenvalue once, ascending; undefined as for `eigenvalues`. */
export function eigenpairs(a: Matrix): Eigenpair[] | undefined {
  const values = eigenvalues(a);
  return values
    ?.filter((value, i) => i === 0 || !value.equals(values[i - 1] ?? 0))
    .map(value => ({
      value,
      multiplicity: values.filter(other => other.equals(value)).length,
      vectors: eigenvectors(a, value, values),
    }));
}

/** The largest size of an eigenvalue, complex ones too; undefined where the rest of degree above 2 has no rational root. */
export function spectralRadius(a: Matrix): Surd | undefined {
  const { rationals, rest } = split(a);
  const roots = rest.degree > 2 ? undefined : (quadraticRoots(rest) ?? [Surd.root(rest.coefficient(0))]);
  const sizes = roots && [...roots, ...rationals.map(Surd.from)].map(root => root.abs());
  return sizes?.reduce((top, size) => (size.compare(top) > 0 ? size : top));
}

/** The rational roots, and the monic polynomial that is left without them. */
function split(a: Matrix): { rationals: Rational[]; rest: Polynomial } {
  const polynomial = characteristicPolynomial(a);
  const rationals = rationalRoots(polynomial);
  return { rationals, rest: polynomial.divide(Polynomial.withRoots(...rationals)).quotient };
}

/** Of a monic polynomial without rational roots; undefined where its degree is above 2 or its roots are complex. */
function quadraticRoots(p: Polynomial): Surd[] | undefined {
  if (p.degree === 0) return [];
  const middle = p.coefficient(1).over(-2);
  const square = middle.power(2).minus(p.coefficient(0));
  if (p.degree !== 2 || square.sign() < 0) return undefined;
  const root = Surd.root(square);
  return [Surd.from(middle).minus(root), Surd.from(middle).plus(root)];
}

function eigenvectors(a: Matrix, value: Surd, values: readonly Surd[]): SurdVector[] {
  const exact = value.toRational();
  if (exact !== undefined) return eigenspace(a, exact).map(v => primitive(v).entries.map(Surd.from));
  // An irrational value is simple here. By Cayley–Hamilton, A − value kills the product of all A − other, which is not zero.
  const others = values.filter(other => !other.equals(value));
  const product = others.map(other => shifted(a, other)).reduce((left, right) => left.times(right));
  const columns = product.transpose().entries;
  return columns
    .filter(column => column.some(entry => !entry.isZero()))
    .slice(0, 1)
    .map(normalized);
}

function shifted(a: Matrix, value: Surd): SurdMatrix {
  return SurdMatrix.from(a).map((entry, i, j) => (i === j ? entry.minus(value) : entry));
}

function normalized(v: SurdVector): SurdVector {
  const last = v.findLast(entry => !entry.isZero());
  return last === undefined ? v : v.map(entry => entry.over(last));
}
