import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measure } from '../../../src/math/expression/measure.ts';
import { isKnown, isUndefined } from '../../../src/math/expression/measured.ts';
import { evaluatePrecise } from '../../../src/math/expression/precise.ts';
import { bitLength, MORE_BITS, Real } from '../../../src/math/expression/real.ts';
import { atan, exp, ln, PI, sineCosine, sqrt } from '../../../src/math/expression/real-functions.ts';
import { Rational, rational } from '../../../src/math/rational.ts';
import { anyPoint, anyTree } from './trees.ts';

const ONE = Real.rational(rational(1));
const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 25n }))
  .map(([n, d]) => Rational.ratio(n, d));
const positive = fraction.map(value => value.abs().plus(rational(1, 10n ** 12n)));
const modest = fc
  .tuple(fc.integer({ min: -40_000, max: 40_000 }), fc.integer({ min: 1, max: 999 }))
  .map(([n, d]) => rational(n, d));

/** Whether two reals are the same up to their own error, and the error is small. */
function agree(a: Real | undefined, b: Real | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const difference = a.minus(b);
  return difference.sign() === 0 && difference.uncertainty() < Math.max(a.magnitude(), b.magnitude(), -60) - 120;
}

/** The digits before and after the point, cut. */
function digits(value: Real, places: number): string {
  const scaled = value.times(Real.rational(rational(10n ** BigInt(places)))).fixed(0);
  return scaled.toString();
}

describe('Real', () => {
  test('encloses rational arithmetic', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const [x, y] = [Real.rational(a), Real.rational(b)];
        expect(agree(x.plus(y), Real.rational(a.plus(b)))).toBe(true);
        expect(agree(x.times(y), Real.rational(a.times(b)))).toBe(true);
        if (!b.isZero()) expect(agree(x.over(y), Real.rational(a.over(b)))).toBe(true);
      }),
    );
  });

  test('keeps far apart terms apart', () => {
    const tiny = Real.of(1n, -2000);
    expect(ONE.plus(tiny).minus(ONE).sign()).toBe(0);
    expect(ONE.plus(tiny).uncertainty()).toBeLessThan(-1900);
    expect(Real.of(0n, 0).plus(tiny).sign()).toBe(1);
  });

  test('is widened by nothing where nothing is to be added', () => {
    expect(ONE.widened(1, Number.NEGATIVE_INFINITY).uncertainty()).toBe(Number.NEGATIVE_INFINITY);
  });

  test('takes doubles exactly', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), x => {
        expect(Real.double(x).toNumber()).toBe(x === 0 ? 0 : x);
      }),
    );
  });

  test('counts bits', () => {
    fc.assert(fc.property(fc.bigInt({ min: 1n, max: 2n ** 1200n }), n => bitLength(n) === n.toString(2).length));
    for (const k of [1n, 52n, 53n, 64n, 256n, 900n, 1100n])
      expect([bitLength(2n ** k - 1n), bitLength(2n ** k)]).toEqual([Number(k), Number(k) + 1]);
  });
});

describe('functions of reals', () => {
  test('have the digits that tables give', () => {
    expect(digits(PI, 50)).toBe('314159265358979323846264338327950288419716939937510');
    expect(digits(exp(ONE) ?? ONE, 50)).toBe('271828182845904523536028747135266249775724709369995');
    expect(digits(ln(Real.rational(rational(2))), 50)).toBe('69314718055994530941723212145817656807550013436025');
    expect(digits(sqrt(Real.rational(rational(2))), 50)).toBe('141421356237309504880168872420969807856967187537694');
    expect(digits(atan(Real.rational(rational(1, 2))), 50)).toBe('46364760900080611621425623146121440202853705428612');
    expect(digits(sineCosine(ONE)?.[0] ?? ONE, 50)).toBe('84147098480789650665250232163029899962256306079837');
  });

  test('exp turns sums into products', () => {
    fc.assert(
      fc.property(modest, modest, (a, b) => {
        const [x, y, both] = [a, b, a.plus(b)].map(value => exp(Real.rational(value)));
        expect(agree(x && y && x.times(y), both)).toBe(true);
      }),
    );
  });

  test('ln undoes exp, and products become sums', () => {
    fc.assert(
      fc.property(positive, positive, modest, (a, b, c) => {
        expect(agree(ln(Real.rational(a)).plus(ln(Real.rational(b))), ln(Real.rational(a.times(b))))).toBe(true);
        expect(agree(exp(ln(Real.rational(a))), Real.rational(a))).toBe(true);
        const power = exp(Real.rational(c));
        expect(agree(power && ln(power), Real.rational(c))).toBe(true);
      }),
    );
  });

  test('sine and cosine lie on the circle and add their angles', () => {
    fc.assert(
      fc.property(modest, modest, (a, b) => {
        const [first, second, third] = [a, b, a.plus(b)].map(value => sineCosine(Real.rational(value)));
        if (!first || !second || !third) throw new Error('out of reach');
        expect(agree(first[0].times(first[0]).plus(first[1].times(first[1])), ONE)).toBe(true);
        expect(agree(first[0].times(second[1]).plus(first[1].times(second[0])), third[0])).toBe(true);
      }),
    );
  });

  test('atan undoes tangent', () => {
    fc.assert(
      fc.property(fraction, a => {
        const [sine, cosine] = sineCosine(atan(Real.rational(a))) ?? [ONE, ONE];
        expect(agree(sine.over(cosine), Real.rational(a))).toBe(true);
      }),
    );
  });

  test('square roots square back', () => {
    fc.assert(
      fc.property(positive, a => {
        const root = sqrt(Real.rational(a));
        expect(agree(root.times(root), Real.rational(a))).toBe(true);
      }),
    );
  });

  test('agree with the doubles of the engine', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), x => {
        const real = Real.double(x);
        const [sine, cosine] = sineCosine(real) ?? [ONE, ONE];
        expect(exp(real)?.toNumber()).toBeCloseTo(Math.exp(x), -Math.floor(Math.log10(Math.exp(x))) + 12);
        expect(sine.toNumber()).toBeCloseTo(Math.sin(x), 12);
        expect(cosine.toNumber()).toBeCloseTo(Math.cos(x), 12);
        expect(atan(real).toNumber()).toBeCloseTo(Math.atan(x), 12);
      }),
    );
  });
});

describe('measure', () => {
  test('bounds its error: the value to 70 digits lies within', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyTree, anyPoint, (e, point) => {
        const near = measure(e, point);
        const exact = evaluatePrecise(e, point);
        if (!isKnown(near) || exact === 'beyond') return;
        expect(isUndefined(near)).toBe(exact === 'none');
        if (exact === 'none') return;
        compared++;
        const distance = exact.minus(Real.double(near.value)).abs().toNumber();
        expect(distance).toBeLessThanOrEqual(
          near.error * (1 + 1e-9) + Math.abs(near.value) * 1e-60 + 4 * 2 ** exact.uncertainty(),
        );
      }),
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(600);
  });
});

describe('more bits', () => {
  const MORE = Real.rational(rational(1), MORE_BITS);

  test('agree with the usual ones, and are known further', () => {
    fc.assert(
      fc.property(positive, x => {
        const [usual, more] = [Real.rational(x), Real.rational(x, MORE_BITS)];
        for (const f of [
          ln,
          sqrt,
          atan,
          (y: Real) => exp(y.minus(y).plus(ln(y))) ?? ONE,
          (y: Real) => sineCosine(ln(y))?.[0] ?? ONE,
        ]) {
          const difference = f(usual).minus(f(more));
          expect(difference.sign()).toBe(0);
          expect(f(more).uncertainty()).toBeLessThan(f(more).magnitude() - 600);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('exp and ln, atan and tangent undo each other', () => {
    fc.assert(
      fc.property(modest, value => {
        const x = Real.rational(value, MORE_BITS);
        const back = ln(exp(x) ?? ONE).minus(x);
        expect(back.sign()).toBe(0);
        expect(back.uncertainty()).toBeLessThan(-700);
        const [sine, cosine] = sineCosine(atan(x)) ?? [ONE, ONE];
        expect(sine.over(cosine).minus(x).sign()).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test('hold a summand of one beside e^400', () => {
    const large = exp(MORE.times(Real.of(400n, 0))) ?? ONE;
    expect(large.plus(MORE).minus(large).sign()).toBe(1);
  });
});
