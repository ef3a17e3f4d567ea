// Complex numbers over any real arithmetic: principal values, so that exp(ln x) is x where x is negative too.
import type { Rational } from '../rational.ts';
import type { FunctionName } from './tree.ts';

/** Real arithmetic as the complex one needs it; what has no value and what is not known travel inside T. */
export interface RealArithmetic<T> {
  readonly zero: T;
  readonly one: T;
  readonly pi: T;
  readonly none: T;
  readonly unknown: T;
  rational(value: Rational): T;
  plus(a: T, b: T): T;
  times(a: T, b: T): T;
  over(a: T, b: T): T;
  negated(a: T): T;
  call(name: FunctionName, args: readonly T[]): T;
  isNone(a: T): boolean;
  /** Undefined where it cannot be told. */
  sign(a: T): -1 | 0 | 1 | undefined;
}

export interface Complex<T> {
  readonly re: T;
  readonly im: T;
}

/** Arithmetic and the functions that the others are made of. */
export class ComplexArithmetic<T> {
  readonly real: RealArithmetic<T>;
  readonly zero: Complex<T>;
  readonly one: Complex<T>;
  readonly i: Complex<T>;
  readonly none: Complex<T>;
  readonly unknown: Complex<T>;
  readonly half: T;

  constructor(real: RealArithmetic<T>) {
    this.real = real;
    this.zero = this.of(real.zero);
    this.one = this.of(real.one);
    this.i = { re: real.zero, im: real.one };
    this.none = { re: real.none, im: real.none };
    this.unknown = { re: real.unknown, im: real.unknown };
    this.half = real.over(real.one, real.plus(real.one, real.one));
  }

  of(re: T): Complex<T> {
    return { re, im: this.real.zero };
  }

  isReal({ im }: Complex<T>): boolean {
    return this.real.sign(im) === 0;
  }

  plus(a: Complex<T>, b: Complex<T>): Complex<T> {
    return { re: this.real.plus(a.re, b.re), im: this.real.plus(a.im, b.im) };
  }

  negated({ re, im }: Complex<T>): Complex<T> {
    return { re: this.real.negated(re), im: this.real.negated(im) };
  }

  minus(a: Complex<T>, b: Complex<T>): Complex<T> {
    return this.plus(a, this.negated(b));
  }

  times(a: Complex<T>, b: Complex<T>): Complex<T> {
    if (this.isReal(a)) return this.scaled(b, a.re);
    if (this.isReal(b)) return this.scaled(a, b.re);
    const { plus, times, negated } = this.real;
    return {
      re: plus(times(a.re, b.re), negated(times(a.im, b.im))),
      im: plus(times(a.re, b.im), times(a.im, b.re)),
    };
  }

  scaled({ re, im }: Complex<T>, by: T): Complex<T> {
    const isZero = this.real.sign(im) === 0;
    return { re: this.real.times(re, by), im: isZero ? this.real.zero : this.real.times(im, by) };
  }

  over(a: Complex<T>, b: Complex<T>): Complex<T> {
    if (this.isReal(b))
      return { re: this.real.over(a.re, b.re), im: this.isReal(a) ? this.real.zero : this.real.over(a.im, b.re) };
    const turned = this.times(a, { re: b.re, im: this.real.negated(b.im) });
    const square = this.square(b);
    return { re: this.real.over(turned.re, square), im: this.real.over(turned.im, square) };
  }

  /** |z|². */
  square({ re, im }: Complex<T>): T {
    return this.real.plus(this.real.times(re, re), this.real.times(im, im));
  }

  exp({ re, im }: Complex<T>): Complex<T> {
    const size = this.real.call('exp', [re]);
    if (this.real.sign(im) === 0) return this.of(size);
    return { re: this.real.times(size, this.real.call('cos', [im])), im: this.real.times(size, this.real.call('sin', [im])) };
  }

  /** With −π < argument ≤ π. */
  ln(z: Complex<T>): Complex<T> {
    const { call } = this.real;
    if (!this.isReal(z)) return { re: this.real.times(call('ln', [this.square(z)]), this.half), im: this.argument(z) };
    const sign = this.real.sign(z.re);
    if (sign === undefined) return this.unknown;
    if (sign === 0) return this.none;
    return sign > 0 ? this.of(call('ln', [z.re])) : { re: call('ln', [this.real.negated(z.re)]), im: this.real.pi };
  }

  private argument({ re, im }: Complex<T>): T {
    const { plus, negated, over, call, pi, unknown } = this.real;
    const [right, up] = [this.real.sign(re), this.real.sign(im)];
    if (right === 1) return call('atan', [over(im, re)]);
    if (up === undefined || up === 0) return unknown;
    const turn = up > 0 ? pi : negated(pi);
    if (right === -1) return plus(call('atan', [over(im, re)]), turn);
    return plus(this.real.times(turn, this.half), negated(call('atan', [over(re, im)])));
  }

  sqrt(z: Complex<T>): Complex<T> {
    const { call, zero } = this.real;
    if (!this.isReal(z)) return this.exp(this.scaled(this.ln(z), this.half));
    const sign = this.real.sign(z.re);
    if (sign === undefined) return this.unknown;
    return sign >= 0 ? this.of(call('sqrt', [z.re])) : { re: zero, im: call('sqrt', [this.real.negated(z.re)]) };
  }
}
