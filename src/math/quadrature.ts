// Numerical integrals that check exact ones: adaptive Gauss–Kronrod in doubles, and Simpson's rule in exact rationals.
import { Rational, type RationalLike, rational, sum } from './rational.ts';

export interface Integral {
  readonly value: number;
  /** An estimate of the error, as a rule far too large; Infinity where it did not settle. */
  readonly error: number;
}

/** Nodes on [0, 1) of the 15-point rule with their weights, and the weights of the 7-point Gauss rule inside it (QUADPACK, 1983). */
const NODES: readonly (readonly [node: number, kronrod: number, gauss: number])[] = [
  [0, 0.20948214108472782, 0.4179591836734694],
  [0.20778495500789848, 0.20443294007529889, 0],
  [0.4058451513773972, 0.19035057806478542, 0.3818300505051189],
  [0.5860872354676911, 0.1690047266392679, 0],
  [0.7415311855993945, 0.14065325971552592, 0.27970539148927664],
  [0.8648644233597691, 0.10479001032225019, 0],
  [0.9491079123427585, 0.06309209262997856, 0.1294849661688697],
  [0.9914553711208126, 0.022935322010529224, 0],
];
const MOST_PANELS = 2000;

/** ∫ f from low to high, either may be infinite; the panel with the largest error is halved until all together are below the tolerance. */
export function integrate(f: (x: number) => number, low: number, high: number, tolerance = 1e-10): Integral {
  if (low > high) return negated(integrate(f, high, low, tolerance));
  if (!Number.isFinite(low) || !Number.isFinite(high)) return integrateUnbounded(f, low, high, tolerance);
  const panels = [panel(f, low, high)];
  const total = (part: 'value' | 'error') => panels.reduce((all, next) => all + next[part], 0);
  while (total('error') > tolerance && panels.length < MOST_PANELS) {
    const worst = panels.reduce((top, next) => (next.error > top.error ? next : top));
    const middle = (worst.low + worst.high) / 2;
    panels.splice(panels.indexOf(worst), 1, panel(f, worst.low, middle), panel(f, middle, worst.high));
  }
  const error = total('error');
  return { value: total('value'), error: error > tolerance || Number.isNaN(error) ? Number.POSITIVE_INFINITY : error };
}

/** The composite rule over an even number of panels, in exact rationals: exact for polynomials up to degree 3. */
export function simpson(f: (x: Rational) => RationalLike, low: RationalLike, high: RationalLike, panels = 2): Rational {
  if (!(panels > 0 && panels % 2 === 0)) throw new RangeError(`Simpson's rule over ${panels} panels`);
  const width = Rational.from(high).minus(low).over(panels);
  const weight = (i: number) => (i === 0 || i === panels ? 1 : i % 2 === 1 ? 4 : 2);
  const heights = Array.from({ length: panels + 1 }, (_, i) => Rational.from(f(width.times(i).plus(low))).times(weight(i)));
  return sum(heights).times(width).over(3);
}

/** The area under the line through the points, in exact rationals; the spacing may be unequal. */
export function trapezoid(points: readonly (readonly [x: RationalLike, y: RationalLike])[]): Rational {
  const exact = points.map(([x, y]) => ({ x: Rational.from(x), y: Rational.from(y) }));
  return sum(
    exact.slice(1).map((right, i) => {
      const left = exact[i] ?? right;
      return right.x.minus(left.x).times(left.y.plus(right.y)).times(rational(1, 2));
    }),
  );
}

interface Panel extends Integral {
  readonly low: number;
  readonly high: number;
}

function panel(f: (x: number) => number, low: number, high: number): Panel {
  const [middle, half] = [(low + high) / 2, (high - low) / 2];
  let [kronrod, gauss] = [0, 0];
  for (const [node, fine, coarse] of NODES) {
    const height = node === 0 ? f(middle) : f(middle - half * node) + f(middle + half * node);
    kronrod += fine * height;
    gauss += coarse * height;
  }
  return { low, high, value: kronrod * half, error: Math.abs(kronrod - gauss) * half };
}

/** x = t/(1 − t²) takes (−1, 1) to the line; its ends are not nodes. */
function integrateUnbounded(f: (x: number) => number, low: number, high: number, tolerance: number): Integral {
  const place = (x: number) => (Number.isFinite(x) ? (2 * x) / (1 + Math.sqrt(1 + 4 * x * x)) : Math.sign(x));
  const stretched = (t: number) => {
    const rest = 1 - t * t;
    const height = f(t / rest);
    return height === 0 ? 0 : (height * (1 + t * t)) / (rest * rest);
  };
  return integrate(stretched, place(low), place(high), tolerance);
}

function negated({ value, error }: Integral): Integral {
  return { value: -value, error };
}
