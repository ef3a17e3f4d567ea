// A value to about 70 digits, or why there is none. What cannot be told from zero at that precision is taken as zero, so that
// domains are decided at the ends too.
import { BITS, Real } from './real.ts';

/** `none`: no real value here; `beyond`: too large or too uncertain to say. */
export type Precise = Real | 'none' | 'beyond';

export const ZERO = Real.of(0n, 0);
export const ONE = Real.of(1n, 0);

/** f where there is a value. */
export function map(x: Precise, f: (x: Real) => Precise): Precise {
  return typeof x === 'string' ? x : f(x);
}

/** f where there are both values; nothing exists that has a part that does not. */
export function pair(x: Precise, y: Precise, f: (x: Real, y: Real) => Precise): Precise {
  if (x === 'none' || y === 'none') return 'none';
  return typeof x === 'string' || typeof y === 'string' ? 'beyond' : f(x, y);
}

/** Where zero cannot be excluded: whether so few digits were lost that it is taken as zero. */
export function isVanishing(x: Real): boolean {
  return x.uncertainty() < -BITS / 4;
}

/** f of x by its sign: negative, vanishing, positive. */
export function bySign(x: Real, negative: (x: Real) => Precise, zero: Precise, positive: (x: Real) => Precise): Precise {
  const sign = x.sign();
  if (sign === 0) return isVanishing(x) ? zero : 'beyond';
  return sign < 0 ? negative(x) : positive(x);
}

export const NONE = (): Precise => 'none';

/** A divisor that cannot be told from zero is zero. */
export function quotient(a: Real, b: Real): Precise {
  return bySign(
    b,
    divisor => a.over(divisor),
    'none',
    divisor => a.over(divisor),
  );
}

/** The integer that it cannot be told from. */
export function integerOf(x: Real): bigint | 'none' | 'beyond' {
  if (x.magnitude() > BITS / 4) return 'beyond';
  const nearest = x.plus(ONE.shifted(-1)).fixed(0);
  return x.minus(Real.of(nearest, 0)).sign() === 0 && isVanishing(x) ? nearest : 'none';
}
