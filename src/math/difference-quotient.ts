// Slopes and curvatures from values alone: the numerics that check symbolic derivatives.

const STEP = 1e-3;

/** f′(x) by the central quotient of fourth order, to about nine digits where f is smooth and of moderate size. */
export function numericSlope(f: (x: number) => number, x: number): number {
  const rise = (step: number) => f(x + step) - f(x - step);
  return (8 * rise(STEP) - rise(2 * STEP)) / (12 * STEP);
}

/** f″(x) by the five-point formula, to about seven digits. */
export function numericBend(f: (x: number) => number, x: number): number {
  const around = (step: number) => f(x + step) + f(x - step);
  return (16 * around(STEP) - 30 * f(x) - around(2 * STEP)) / (12 * STEP * STEP);
}

/** Equal up to `relative` of b, and of 1 where b is small. */
export function isNear(a: number, b: number, relative = 1e-6): boolean {
  return Math.abs(a - b) <= relative * (1 + Math.abs(b));
}
