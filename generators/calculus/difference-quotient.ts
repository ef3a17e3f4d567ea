// Average rates of change, the difference quotient, its limit, the central difference, and slopes on both sides of a kink.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  combination,
  decimal,
  derivative,
  display,
  divide,
  type Expression,
  evaluateExact,
  expr,
  type Formula,
  generator,
  level,
  math,
  mistake,
  polynomial,
  probes,
  productSum,
  type Rational,
  rational,
  say,
  signed,
  simplify,
  sure,
  type Text,
  tex,
} from '#kit';

/** A polynomial (constant first), two places and a wording. */
type Secant = { f: number[]; p: number; q: number; scene: number };
/** c/(x + s), c·√(x + s) or cx² + sx, at x = a. */
type Limit = { kind: 'inverse' | 'root' | 'square'; c: number; s: number; a: number; scene: number };
type Kink = { k: number; p: number; b: number; a: number; scene: number };

/** What changes, and with what. */
const SCENES = [
  { f: 'f', x: 'x', says: say`A curve has the equation ${math`y = f(x)`}.` },
  { f: 's', x: 'v', says: say`A sensor shows ${math`s(v)`} at the voltage ${math`v`}.` },
  { f: 'J', x: 'w', says: say`A gradient check looks at an objective ${math`J`} of one weight ${math`w`}.` },
  { f: 'g', x: 'u', says: say`A model turns the input ${math`u`} into the output ${math`g(u)`}.` },
  { f: 'q', x: 'z', says: say`A program computes values ${math`q(z)`}, but no slopes.` },
] as const;
/** Functions with a kink: |x - p|, max(0, x - p) or max(0, p - x), times k, and bx added. */
const KINKS = [
  { kind: 'abs', f: 'J', x: 'w', says: say`An objective ${math`J`} pulls one weight ${math`w`} to a wanted value.` },
  { kind: 'abs', f: 'f', x: 'x', says: say`The graph of ${math`f`} has a corner.` },
  { kind: 'rising', f: 'g', x: 'u', says: say`A ReLU unit with a skip connection has the output ${math`g(u)`}.` },
  { kind: 'rising', f: 'S', x: 'x', says: say`A linear spline ${math`S`} changes its slope at a knot.` },
  { kind: 'falling', f: 'H', x: 'z', says: say`A loss ${math`H`} has a hinge term in the score ${math`z`}.` },
  { kind: 'falling', f: 'R', x: 'v', says: say`A loss ${math`R`} punishes a parameter ${math`v`} that is too small.` },
] as const;

export default generator({
  id: 'calculus/difference-quotient',
  version: 1,
  title: 'Average rate of change, difference quotient, limit',
  bullet: 'Differentiation',
  why: 'A gradient is a limit of change of the loss over change of a weight, and gradient checks use exactly this quotient.',
  needs: [],
  levels: [
    level({
      says: 'the average rate of change of a quadratic',
      par: 30,
      pick(rng) {
        const f = [rng.int(-9, 9), rng.int(-6, 6), rng.nonzero(-4, 4)];
        const [p, width, scene] = [rng.int(-4, 4), rng.int(2, 4), rng.index(SCENES)];
        const given = { f, p, q: p + width, scene };
        const { key, rise, inverted, added, atStart } = secantOf(given);
        return areDifferent(key, rise, inverted ?? 0, added, atStart) ? given : undefined;
      },
      ask(given) {
        const { f: coefficients, p, q, scene } = given;
        const { f, x, says } = at(SCENES, scene);
        const { key, rise, first, second, inverted, added, atStart, atEnd } = secantOf(given);
        const width = q - p;
        return {
          statement: say`${says} Find the average rate of change of ${math`${f}`} between ${math`${x} = ${p}`} and ${math`${x} = ${q}`}, for ${display(math`${f}(${x}) = ${polynomial(coefficients).toExpression(x)}`)}`,
          answers: [
            answer.number({
              label: say`Rate:`,
              key,
              mistakes: [
                mistake(rise)`That is the change of the values. Divide it by the change of ${math`${x}`}, ${width}.`,
                ...(inverted
                  ? [mistake(inverted)`That is upside down. Divide the change of the values by that of ${math`${x}`}.`]
                  : []),
                mistake(added)`You added the two values. Subtract the first from the second.`,
                mistake(atStart)`That is the slope at the first place alone. Compare the two values.`,
                mistake(atEnd)`That is the slope at the second place alone. Compare the two values.`,
                mistake(key.negated())`The sign is turned. Subtract in the same order above and below.`,
              ],
            }),
          ],
          hints: [
            say`The average rate of change is the change of the values, divided by the change of ${math`${x}`}.`,
            say`Work out both values, subtract the first from the second, and divide by ${math`${q} - ${bracketed(p)} = ${width}`}.`,
            say`The first value is ${math`${f}(${p}) = ${first}`}.`,
          ],
          solution: [
            say`Values: ${math`${f}(${p}) = ${first}`} and ${math`${f}(${q}) = ${second}`}.`,
            say`Changes: ${math`${second} - ${bracketed(first)} = ${rise}`} above, ${math`${q} - ${bracketed(p)} = ${width}`} below.`,
            say`Rate: ${math`${expr`${rise}/${width}`} = ${key}`}.`,
          ],
        };
      },
      // The mean of the derivative over the interval, by Simpson's rule, which is exact here.
      verify({ f, p, q }, [key]) {
        const slope = polynomial(f).derivative();
        const middle = slope.evaluate(rational(p + q, 2));
        return slope.evaluate(p).plus(middle.times(4)).plus(slope.evaluate(q)).over(6).equals(key);
      },
    }),

    level({
      says: 'the difference quotient, simplified',
      par: 45,
      pick(rng) {
        const isCubic = rng.int(0, 2) === 0;
        const f = isCubic
          ? [rng.int(-9, 9), rng.int(-6, 6), 0, 1]
          : [rng.nonzero(-9, 9), rng.nonzero(-6, 6), rng.pick([-2, -1, 1, 1, 2, 3])];
        const given = { f, a: isCubic ? rng.pick([-2, -1, 1, 2]) : rng.nonzero(-4, 4), scene: rng.index(SCENES) };
        const { key, slope } = quotientOf(given);
        return key.equals(slope) || slope.isZero() ? undefined : given;
      },
      ask(given) {
        const { f: coefficients, a, scene } = given;
        const { f, x, says } = at(SCENES, scene);
        const { key, moved, rise, slope, noMiddle, start, degree, highest } = quotientOf(given);
        const F = polynomial(coefficients).toExpression(x);
        const shown = (p: typeof key) => p.toExpression('h');
        return {
          statement: say`${says} Simplify ${quotient(f, a)} until no fraction is left, for ${display(math`${f}(${x}) = ${F}`)}`,
          answers: [
            answer.expression({
              label: say`Quotient:`,
              key: shown(key),
              variables: ['h'],
              form: 'expanded',
              mistakes: [
                mistake(shown(rise))`That is the change of the values. Divide it by ${math`h`} as well.`,
                mistake(
                  divide(shown(polynomial(coefficients)), expr`h`),
                )`You put ${math`h`} in for ${math`${x}`}. Put in ${math`${a} + h`}, and subtract ${math`${f}(${a})`}.`,
                mistake(shown(slope))`That is what is left for ${math`h = 0`}. Keep ${math`h`} here.`,
                mistake(
                  shown(noMiddle),
                )`A power of ${math`${a} + h`} has mixed terms, such as ${combination([2 * a], ['h'])} in the square.`,
              ],
            }),
          ],
          hints: [
            say`${math`${f}(${a} + h)`} means: put ${math`${a} + h`} in wherever ${math`${x}`} stands.`,
            say`Multiply out ${math`${f}(${a} + h)`}, subtract ${math`${f}(${a})`}, and divide each term by ${math`h`}.`,
            say`The value at the start is ${math`${f}(${a}) = ${start}`}, and ${math`(${a} + h)^${degree} = ${shown(highest)}`}.`,
          ],
          solution: [
            say`Put ${math`${a} + h`} in for ${math`${x}`} and multiply out its power: ${math`(${a} + h)^${degree} = ${shown(highest)}`}.`,
            say`With the other terms, gathered: ${math`${f}(${a} + h) = ${shown(moved)}`}.`,
            say`Subtract ${math`${f}(${a}) = ${start}`}: ${shown(rise)} is left.`,
            say`Divide by ${math`h`}: ${shown(key)}.`,
          ],
        };
      },
      // The quotient itself, worked out exactly for six steps h.
      verify(given, [key]) {
        const f = polynomial(given.f);
        return probes(given, 6).every(h => {
          const rise = f.evaluate(given.a + h).minus(f.evaluate(given.a));
          return evaluateExact(key, { h: rational(h) })?.equals(rise.over(h)) ?? false;
        });
      },
    }),

    level({
      says: 'the derivative as a limit, also of 1/x and √x',
      par: 45,
      pick(rng) {
        const kind = rng.pick(['inverse', 'root', 'square'] as const);
        const scene = rng.index(SCENES);
        const inside = kind === 'root' ? rng.pick([1, 4, 4, 9, 16]) : rng.nonzero(-4, 4);
        const s = rng.int(-3, 3);
        const c = kind === 'square' ? rng.nonzero(-4, 4) : rng.nonzero(-6, 6);
        const given = { kind, c, s, a: kind === 'square' ? inside : inside - s, scene };
        const { key, wrong, value } = limitOf(given);
        return areDifferent(key, wrong, value, 0) && Math.abs(inside) > (kind === 'inverse' ? 1 : 0) ? given : undefined;
      },
      ask: askLimit,
      verify: provesLimit,
    }),

    level({
      says: 'the central difference of a cubic and its error',
      par: 75,
      pick(rng) {
        const f = [0, rng.int(-4, 4), rng.nonzero(-3, 3), rng.pick([-2, -1, 1, 1, 2, 3])];
        const given = { f, a: rng.nonzero(-2, 2), h: rng.pick(['1', '1/2', '1/10', '1/10']), scene: rng.index(SCENES) };
        const { central, forward, slope } = centralOf(given);
        return areDifferent(central, forward, slope, central.times(2)) ? given : undefined;
      },
      ask(given) {
        const { f: coefficients, a, scene } = given;
        const { f, x, says } = at(SCENES, scene);
        const { h, central, forward, slope, error, after, before } = centralOf(given);
        const derived = polynomial(coefficients).derivative().toExpression(x);
        return {
          statement: say`${says} Find the central difference ${math`D = ${centralQuotient(f, a)}`} with ${math`h = ${decimal(h)}`}, and its error ${math`D - ${f}'(${a})`}, for ${display(math`${f}(${x}) = ${polynomial(coefficients).toExpression(x)}`)}`,
          answers: [
            answer.number({
              label: say`${math`D =`}`,
              key: central,
              decimal: true,
              mistakes: [
                mistake(forward)`That is the quotient of one step forward. Here one step back is taken as well.`,
                mistake(central.times(2))`You divided by one step. The two places are two steps apart.`,
                mistake(slope)`That is the exact slope. ${math`D`} is worked out from two values of ${math`${f}`}.`,
              ],
            }),
            answer.number({
              label: say`Error:`,
              key: error,
              decimal: true,
              mistakes: [
                mistake(error.negated())`The sign is turned. Take the exact slope away from ${math`D`}.`,
                mistake(forward.minus(slope))`That is the error of one step forward.`,
                mistake(rational(0))`${math`D`} is not exact for a cubic. Compare it with ${math`${f}'(${a})`}.`,
              ],
            }),
          ],
          hints: [
            say`The central difference compares the values one step after and one step before, two steps apart.`,
            say`Work out both values and divide their difference by ${decimal(h.times(2))}. Then find ${math`${f}'(${a})`} by the rules and compare.`,
            say`One step after: ${math`${f}(${decimal(h.plus(a))}) = ${decimal(after)}`}.`,
          ],
          solution: [
            say`Values: ${math`${f}(${decimal(h.plus(a))}) = ${decimal(after)}`} and ${math`${f}(${decimal(rational(a).minus(h))}) = ${decimal(before)}`}.`,
            say`Their difference is ${decimal(after.minus(before))}; divided by ${decimal(h.times(2))} this is ${math`D = ${decimal(central)}`}.`,
            say`Exact: ${math`${f}'(${x}) = ${derived}`}, so ${math`${f}'(${a}) = ${slope}`}.`,
            say`Error: ${math`D - ${f}'(${a}) = ${decimal(error)}`}.`,
          ],
        };
      },
      // Taylor: of a cubic with leading coefficient c the error is exactly ch².
      verify({ f, a, h }, [central, error]) {
        const slope = polynomial(f).derivative().evaluate(a);
        const expected = rational(h).power(2).times(at(f, 3));
        return error.equals(expected) && central.minus(slope).equals(expected);
      },
    }),

    level({
      says: 'the slopes on both sides, and whether a derivative exists',
      par: 45,
      pick(rng) {
        const [k, p, b] = [rng.int(1, 4), rng.int(-3, 3), rng.nonzero(-4, 4)];
        const isAtKink = rng.int(0, 2) > 0;
        const [away, scene] = [rng.nonzero(-3, 3), rng.index(KINKS)];
        return { k, p, b, a: isAtKink ? p : p + away, scene };
      },
      ask(given) {
        const { k, p, b, a, scene } = given;
        const { f, x, says } = at(KINKS, scene);
        const { left, right, below, above, kinked, shown } = kinkOf(given);
        const here = math`${x} = ${a}`;
        const [key, other] = left === right ? ['yes', 'no'] : ['no', 'yes'];
        const side =
          a === p
            ? say`Here the kink is at ${here} itself.`
            : say`The kink is at ${math`${x} = ${p}`}, and ${here} lies ${a < p ? 'left' : 'right'} of it.`;
        const onSide = (label: Text, slope: number) =>
          answer.number({
            label,
            key: rational(slope),
            mistakes: [
              mistake(rational(slope - b))`You left out ${combination([b], [x])}. Its slope ${b} counts on both sides.`,
              mistake(rational(below + above - slope))`That is the slope on the other side of the kink.`,
            ],
          });
        return {
          statement: say`${says} Find its slopes just left and just right of ${here}, and decide whether the derivative ${math`${f}'(${a})`} exists, for ${display(math`${f}(${x}) = ${shown}`)}`,
          answers: [
            onSide(say`Left slope:`, left),
            onSide(say`Right slope:`, right),
            answer.choice({
              label: say`Does ${math`${f}'(${a})`} exist?`,
              key,
              options: [
                { id: 'yes', text: say`It exists` },
                { id: 'no', text: say`It does not exist` },
              ],
              mistakes: [mistake(other)`Compare the two slopes. A derivative exists where they agree, and only there.`],
            }),
          ],
          hints: [
            say`The derivative exists where the slopes from the left and from the right are equal.`,
            say`Write ${math`${f}(${x})`} without ${kinked} on each side of the kink, and read off the slopes.`,
            say`The kink is where ${kinked} has a corner: at ${math`${x} = ${p}`}.`,
          ],
          solution: [
            say`Slope of ${kinked}: ${(below - b) / k} left of ${math`${x} = ${p}`}, and ${(above - b) / k} right of it.`,
            say`So that of ${math`${f}`} is ${math`${productSum([[k, (below - b) / k]])} ${signed(b)} = ${below}`} left of the kink, and ${above} right of it.`,
            side,
            say`So just left of ${here} the slope is ${left}, just right of it ${right}.`,
            say`${left === right ? 'They agree: the derivative exists' : 'They differ: the derivative does not exist'}.`,
          ],
        };
      },
      // One-sided quotients of the function itself; a small step is exact, as it is straight on each side.
      verify(given, [left, right, exists]) {
        const { a } = given;
        const f = (x: Rational) => sure(evaluateExact(kinkOf(given).f, { x }));
        const [start, h] = [f(rational(a)), rational(1, 8)];
        const before = start.minus(f(rational(a).minus(h))).over(h);
        const after = f(h.plus(a)).minus(start).over(h);
        return left.equals(before) && right.equals(after) && (exists === 'yes') === before.equals(after);
      },
    }),
  ],
});

function secantOf({ f: coefficients, p, q }: Secant) {
  const f = polynomial(coefficients);
  const [first, second, slope] = [f.evaluate(p), f.evaluate(q), f.derivative()];
  const rise = second.minus(first);
  return {
    first,
    second,
    rise,
    key: rise.over(q - p),
    inverted: rise.isZero() ? undefined : rational(q - p).over(rise),
    added: first.plus(second).over(q - p),
    atStart: slope.evaluate(p),
    atEnd: slope.evaluate(q),
  };
}

function quotientOf({ f: coefficients, a }: { f: number[]; a: number }) {
  const f = polynomial(coefficients);
  const [moved, start] = [f.compose(polynomial([a, 1])), f.evaluate(a)];
  const rise = moved.minus(polynomial([start]));
  const key = polynomial(rise.coefficients.slice(1));
  const degree = coefficients.length - 1;
  const [highest, noMiddle] = [polynomial([a, 1]).power(degree), polynomial(coefficients.slice(1))];
  return { moved, start, rise, key, slope: polynomial([key.coefficient(0)]), noMiddle, degree, highest };
}

/** (f(a + h) - f(a))/h. */
function quotient(f: string, a: number): Formula {
  const [after, start] = [math`${f}(${a} + h)`, math`${f}(${a})`];
  return tex(`\\frac{${after.tex} - ${start.tex}}{h}`, `the quotient of ${after.speech} minus ${start.speech}, over h`);
}

function centralQuotient(f: string, a: number): Formula {
  const [after, before] = [math`${f}(${a} + h)`, math`${f}(${a} - h)`];
  return tex(`\\frac{${after.tex} - ${before.tex}}{2 h}`, `the quotient of ${after.speech} minus ${before.speech}, over 2 h`);
}

function limitTo0(inside: Formula): Formula {
  return tex(`\\lim_{h \\to 0} ${inside.tex}`, `the limit, as h goes to 0, of ${inside.speech}`);
}

function centralOf({ f: coefficients, a, h: step }: { f: number[]; a: number; h: string }) {
  const [f, h] = [polynomial(coefficients), rational(step)];
  const [after, before] = [f.evaluate(h.plus(a)), f.evaluate(rational(a).minus(h))];
  const central = after.minus(before).over(h.times(2));
  const slope = f.derivative().evaluate(a);
  return { h, after, before, central, slope, error: central.minus(slope), forward: after.minus(f.evaluate(a)).over(h) };
}

function askLimit(given: Limit) {
  const { a, scene } = given;
  const { f, x, says } = at(SCENES, scene);
  const { key, value, wrong, slip, method, worked, moved, cancelled } = limitOf(given);
  const asked = limitTo0(quotient(f, a));
  return {
    statement: say`${says} Find ${asked} for ${display(math`${f}(${x}) = ${curveOf(given, x)}`)}`,
    answers: [
      answer.number({
        label: say`Limit:`,
        key,
        mistakes: [
          mistake(wrong)`${slip}`,
          mistake(value)`That is the value ${math`${f}(${a})`}. The limit is the slope there.`,
          mistake(rational(0))`Above the line 0 is left, but below it too. Cancel ${math`h`} first.`,
          mistake(key.negated())`The sign is turned. Subtract ${math`${f}(${a})`} from ${math`${f}(${a} + h)`}.`,
        ],
      }),
    ],
    hints: [
      say`For ${math`h = 0`} the quotient would be 0 over 0. Simplify until ${math`h`} cancels, then let it go to 0.`,
      method,
      say`The moved value is ${math`${f}(${a} + h) = ${moved}`}.`,
    ],
    solution: [
      say`The values are ${math`${f}(${a} + h) = ${moved}`} and ${math`${f}(${a}) = ${value}`}.`,
      say`${method} ${worked} The quotient becomes ${cancelled}.`,
      say`Now ${math`h`} may go to 0, which gives ${key}.`,
    ],
  };
}

/** The derivative by its rules. */
function provesLimit(given: Limit, [key]: readonly [Rational]) {
  const slope = derivative(curveOf(given, 'x'), 'x');
  return evaluateExact(slope, { x: rational(given.a) })?.equals(key) ?? false;
}

function curveOf({ kind, c, s }: Limit, x: string): Expression {
  if (kind === 'square') return polynomial([0, s, c]).toExpression(x);
  const inside = polynomial([s, 1]).toExpression(x);
  return simplify(kind === 'inverse' ? expr`${c}/${inside}` : expr`${c}*sqrt(${inside})`);
}

/** The slope from the simplified quotient, and what else is taken for it. */
function limitOf({ kind, c, s, a, scene }: Limit) {
  const { x } = at(SCENES, scene);
  const u = rational(a + s);
  if (kind === 'inverse')
    return {
      key: rational(-c).over(u.power(2)),
      wrong: rational(c).over(u.power(2)),
      slip: say`You lost a minus: ${math`\frac{1}{${x}}`} falls where ${math`${x}`} grows.`,
      value: rational(c).over(u),
      method: say`Bring the two fractions to one denominator; then ${math`h`} cancels.`,
      moved: expr`${c}/(${u} + h)`,
      worked: say`The values differ by ${expr`${-c * u.sign()}*h/(${u.abs()}*(${u} + h))`}.`,
      cancelled: expr`${-c * u.sign()}/(${u.abs()}*(${u} + h))`,
    };
  if (kind === 'root') {
    const root = sure(u.sqrt());
    return {
      key: rational(c).over(root.times(2)),
      wrong: rational(c).over(root),
      slip: say`Below the line both roots count: their sum is twice the root.`,
      value: root.times(c),
      method: say`Multiply above and below by the sum of the two roots; then ${math`h`} cancels.`,
      worked: say`From the roots ${math`(${u} + h) - ${u} = h`} is left above.`,
      moved: simplify(expr`${c}*sqrt(${u} + h)`),
      cancelled: expr`${c}/(sqrt(${u} + h) + ${root})`,
    };
  }
  return {
    key: rational(2 * c * a + s),
    wrong: rational(c * a + s),
    slip: say`You took one mixed term. The square of ${math`${a} + h`} has two of them.`,
    value: rational(c * a * a + s * a),
    method: say`Multiply out and subtract; then every term has a factor ${math`h`} to cancel.`,
    worked: say`The values differ by ${polynomial([0, 2 * c * a + s, c]).toExpression('h')}.`,
    moved: polynomial([0, s, c])
      .compose(polynomial([a, 1]))
      .toExpression('h'),
    cancelled: polynomial([2 * c * a + s, c]).toExpression('h'),
  };
}

function kinkOf({ k, p, b, a, scene }: Kink) {
  const { kind, x } = at(KINKS, scene);
  const from = p === 0 ? math`${x}` : math`${x} ${signed(-p)}`;
  const to = p === 0 ? math`-${x}` : math`${p} - ${x}`;
  const { kinked, f, below, above } = {
    abs: { kinked: math`\lvert ${from} \rvert`, f: expr`abs(x - ${p})`, below: b - k, above: b + k },
    rising: { kinked: math`\max(0, ${from})`, f: expr`max(0, x - ${p})`, below: b, above: b + k },
    falling: { kinked: math`\max(0, ${to})`, f: expr`max(0, ${p} - x)`, below: b - k, above: b },
  }[kind];
  return {
    kinked,
    below,
    above,
    left: a <= p ? below : above,
    right: a < p ? below : above,
    shown: combination([k, b], [kinked, x]),
    f: expr`${k}*${f} + ${b}*x`,
  };
}
