// Derivatives from function values: forward and central differences, their leading errors, tables of values, and Richardson extrapolation.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  decimal,
  display,
  type Formula,
  generator,
  level,
  list,
  math,
  matrix,
  mistake,
  Polynomial,
  paired,
  polynomial,
  type Rational,
  rational,
  row,
  say,
  type Text,
  table,
  tex,
  vector,
  ZERO,
} from '#kit';

/** A polynomial (constant first), a place, a step and a wording. */
type Scheme = { f: number[]; a: number; h: string; scene: number };
type Mistakes = ReturnType<ReturnType<typeof mistake<Rational>>>[];

/** Whose slope is wanted, and its letters. */
const SCENES = [
  { f: 'J', x: 'w', says: say`A gradient check compares backpropagation with differences of the loss ${math`J(w)`}.` },
  { f: 'f', x: 'x', says: say`An optimiser has a program for ${math`f(x)`}, but none for its slope.` },
  { f: 'g', x: 'u', says: say`A simulator returns values ${math`g(u)`} without gradients.` },
  { f: 's', x: 'v', says: say`The curve ${math`s(v)`} of a sensor is differentiated numerically.` },
  { f: 'q', x: 'z', says: say`A black-box tuner estimates the slope of a score ${math`q(z)`}.` },
];
const TABLES = [
  {
    f: 'J',
    x: 'w',
    y: 'b',
    says: say`A loss ${math`J`} of a weight ${math`w`} and a bias ${math`b`} was computed at nine points.`,
  },
  { f: 'f', x: 'x', y: 'y', says: say`A black box ${math`f`} was asked at nine points.` },
  { f: 'g', x: 'u', y: 'v', says: say`A simulator returned ${math`g`} for nine settings of ${math`u`} and ${math`v`}.` },
  {
    f: 'q',
    x: 'r',
    y: 's',
    says: say`A tuner knows the score ${math`q`} of nine pairs of hyperparameters ${math`r`} and ${math`s`}.`,
  },
  { f: 'E', x: 'p', y: 'q', says: say`The energy ${math`E`} of a model was measured at nine points.` },
];

export default generator({
  id: 'numerical-methods/finite-difference',
  version: 1,
  title: 'Finite-difference gradients',
  bullet: 'Approximation Techniques',
  why: 'Function values alone give gradients: for black-box tuning, and to test backpropagation.',
  needs: ['calculus/difference-quotient', 'multivariable-calculus/taylor-approximation'],
  levels: [
    level({
      says: 'the forward difference and its error',
      par: 50,
      pick(rng) {
        const isCubic = rng.int(0, 1) === 1;
        const f = [rng.int(-9, 9), rng.int(-6, 6), rng.nonzero(-4, 4), ...(isCubic ? [rng.pick([-2, -1, 1, 2])] : [])];
        const h = rng.pick(isCubic ? ['1', '1/2'] : ['1/2', '1/5', '1/10', '1/10']);
        const given = { f, a: rng.nonzero(-3, 3), h, scene: rng.index(SCENES) };
        const { forward, backward, slope } = schemesOf(given);
        return areDifferent(forward, backward, slope) ? given : undefined;
      },
      ask(given) {
        const { scene, a } = given;
        const { f, x } = at(SCENES, scene);
        const { h, forward, backward, central, slope, rise, here, after } = schemesOf(given);
        const error = forward.minus(slope);
        return {
          statement: estimated(given, 'forward', quotient(`${f}(${a} + h) - ${f}(${a})`, 'h')),
          answers: [
            numberPart(say`${math`D =`}`, forward, [
              mistake(backward)`That steps back. The forward difference compares ${math`${a} + h`} with ${math`${a}`}.`,
              mistake(rise)`That is the change of the values. Divide it by ${math`h`}.`,
              mistake(slope)`That is the exact slope. Work ${math`D`} out from two values.`,
              mistake(central)`That takes both sides. The forward difference stays on one side.`,
            ]),
            errorOf(error, [
              mistake(backward.minus(slope))`That is the error of a step back.`,
              mistake(ZERO)`The difference is not exact here. Compare it with the slope from the rules.`,
            ]),
          ],
          hints: [
            say`The forward difference is the change of the values over one step ${math`h`}, divided by ${math`h`}.`,
            say`Work out both values, subtract, and divide by ${decimal(h)}. Then find the exact slope by the rules and compare.`,
            say`One step on, the value is ${valueAt(f, h.plus(a), after)}.`,
          ],
          solution: [
            say`Values: ${valueAt(f, h.plus(a), after)} and ${valueAt(f, rational(a), here)}.`,
            say`Their difference is ${decimal(rise)}; divided by ${decimal(h)} this is ${math`D = ${decimal(forward)}`}.`,
            ...compared(given, x, forward, slope),
          ],
        };
      },
      // Taylor coefficients at the place: the slope, and what the later ones add.
      verify(given, [estimate, error]) {
        const [, slope = ZERO, ...later] = taylorOf(given);
        const rest = later.reduce(
          (total, c, k) =>
            total.plus(
              rational(given.h)
                .power(k + 1)
                .times(c),
            ),
          ZERO,
        );
        return error.equals(rest) && estimate.equals(slope.plus(rest));
      },
    }),

    level({
      says: 'the central difference and its error',
      par: 75,
      pick(rng) {
        const isQuartic = rng.int(0, 2) === 0;
        const low = [rng.int(-9, 9), rng.int(-4, 4), rng.nonzero(-3, 3)];
        const f = isQuartic ? [...low, rng.int(-1, 1), rng.sign()] : [...low, rng.pick([-2, -1, 1, 1, 2, 3])];
        const h = rng.pick(isQuartic ? ['1', '1', '1/2'] : ['1/2', '1/10', '1/10']);
        const given = { f, a: rng.nonzero(-2, 2), h, scene: rng.index(SCENES) };
        const { forward, backward, central, slope } = schemesOf(given);
        return areDifferent(forward, backward, central, slope) && !central.isZero() ? given : undefined;
      },
      ask(given) {
        const { scene, a } = given;
        const { f, x } = at(SCENES, scene);
        const { h, forward, backward, central, slope, span, after, before } = schemesOf(given);
        const twice = h.times(2);
        return {
          statement: estimated(given, 'central', quotient(`${f}(${a} + h) - ${f}(${a} - h)`, '2 h')),
          answers: [
            numberPart(say`${math`D =`}`, central, [
              mistake(forward)`That is the forward difference. Use both sides of ${math`${a}`}.`,
              mistake(central.times(2))`You divided by ${math`h`}. The two points are ${math`2 h`} apart.`,
              mistake(backward)`That is the backward difference. Use both sides of ${math`${a}`}.`,
              mistake(slope)`That is the exact slope. Work ${math`D`} out from two values.`,
              mistake(span)`That is the change of the values. Divide it by ${math`2 h`}.`,
            ]),
            errorOf(central.minus(slope), [
              mistake(forward.minus(slope))`That is the error of the forward difference.`,
              mistake(ZERO)`An error is left: the third derivative is not 0 here.`,
            ]),
          ],
          hints: [
            say`The central difference compares the values one step after and one step before.`,
            say`Subtract these two values and divide by ${math`2 h = ${decimal(twice)}`}. Then find the exact slope by the rules and compare.`,
            say`One step after, the value is ${valueAt(f, h.plus(a), after)}.`,
          ],
          solution: [
            say`Values: ${valueAt(f, h.plus(a), after)} and ${valueAt(f, rational(a).minus(h), before)}.`,
            say`Their difference is ${decimal(span)}; divided by ${decimal(twice)} this is ${math`D = ${decimal(central)}`}.`,
            ...compared(given, x, central, slope),
          ],
        };
      },
      // Taylor coefficients at the place: up to degree 4 only the cubic one is left in the error.
      verify(given, [estimate, error]) {
        const [, slope = ZERO, , third = ZERO] = taylorOf(given);
        const rest = rational(given.h).power(2).times(third);
        return error.equals(rest) && estimate.equals(slope.plus(rest));
      },
    }),

    level({
      says: 'leading error terms, and what a smaller step does to them',
      par: 75,
      pick(rng) {
        const f = [rng.int(-9, 9), rng.int(-6, 6), rng.int(-4, 4), rng.nonzero(-3, 3), rng.int(-2, 2)];
        const given = { f, a: rng.nonzero(-2, 2), h: rng.pick(['1/10', '1/5', '1/2', '1/100']), k: rng.pick([2, 3, 4, 5, 10]) };
        const { second, third } = leadingOf(given);
        return second.isZero() || third.isZero() ? undefined : { ...given, scene: rng.index(SCENES) };
      },
      ask(given) {
        const { a, k, scene } = given;
        const { f, x, says } = at(SCENES, scene);
        const { F, h, second, third, forward, central } = leadingOf(given);
        const [bend, jerk] = [F.derivative().derivative(), F.derivative().derivative().derivative()];
        const smaller = rational(k);
        return {
          statement: say`${says} The errors of the forward and of the central difference at ${math`${x} = ${a}`} (estimate minus exact) are series in ${math`h`}. Find the first term of each for ${math`h = ${decimal(h)}`}. By which factor does the central one shrink if ${math`h`} is divided by ${k}? ${display(math`${f}(${x}) = ${F.toExpression(x)}`)}`,
          answers: [
            numberPart(say`Forward:`, forward, [
              mistake(forward.times(2))`The half is missing: the term is ${math`\frac{h}{2} ${f}''`}.`,
              mistake(second.over(2))`The step is missing: this error is proportional to ${math`h`}.`,
              mistake(forward.times(h))`You multiplied by ${math`h^2`}. Dividing by the step takes one ${math`h`} away.`,
              mistake(forward.negated())`The sign is turned. The error is the estimate minus the exact slope.`,
            ]),
            numberPart(say`Central:`, central, [
              mistake(central.times(6))`The term has to be divided by ${math`3! = 6`}.`,
              mistake(central.times(3))`The term is divided by ${math`3! = 6`}, not by 2.`,
              mistake(central.times(2))`Both sides add up, but you divide by ${math`2 h`} as well.`,
              mistake(central.over(h))`This error is proportional to ${math`h^2`}.`,
              mistake(central.negated())`The sign is turned. The error is the estimate minus the exact slope.`,
            ]),
            numberPart(say`Factor:`, smaller.power(2), [
              mistake(smaller)`The forward error shrinks by that. The central one has ${math`h^2`}.`,
              mistake(smaller.times(2))`Square the factor of the step, do not double it.`,
              mistake(smaller.power(3))`Dividing by the step takes one ${math`h`} of ${math`h^3`} away: ${math`h^2`} is left.`,
              mistake(smaller.power(-2))`That is the part that is left. The factor by which it shrinks is the reciprocal.`,
            ]),
          ],
          hints: [
            say`Taylor: the forward error begins with ${math`\frac{h}{2} ${f}''(${a})`}, the central one with ${math`\frac{h^2}{6} ${f}'''(${a})`}.`,
            say`Differentiate two and three times, put in ${math`${x} = ${a}`}, and multiply. For the factor look at the power of ${math`h`}.`,
            say`The second derivative is ${math`${f}''(${x}) = ${bend.toExpression(x)}`}.`,
          ],
          solution: [
            say`Second derivative: ${math`${f}''(${x}) = ${bend.toExpression(x)}`}, so ${math`${f}''(${a}) = ${second}`}.`,
            say`Forward: ${math`\frac{${decimal(h)}}{2} \cdot ${bracketed(second)} = ${decimal(forward)}`}.`,
            say`Third derivative: ${math`${f}'''(${x}) = ${jerk.toExpression(x)}`}, so ${math`${f}'''(${a}) = ${third}`}.`,
            say`Central: ${math`\frac{${decimal(h)}^2}{6} \cdot ${bracketed(third)} = ${decimal(central)}`}.`,
            say`The central one has ${math`h^2`}, so a step divided by ${k} divides it by ${math`${k}^2 = ${k * k}`}.`,
          ],
        };
      },
      // The differences themselves: the central error is one term here, and two steps remove the second one of the forward error.
      verify({ k, ...given }, [forward, central, factor]) {
        const h = rational(given.h);
        const errorsAt = (step: Rational) => {
          const { forward: after, backward: before, central: both, slope } = schemesOf({ ...given, h: step.toString() });
          return { odd: after.minus(before).over(2), even: both.minus(slope) };
        };
        const [whole, half, smaller] = [errorsAt(h), errorsAt(h.over(2)), errorsAt(h.over(k))];
        const first = half.odd.times(8).minus(whole.odd).over(3);
        return forward.equals(first) && central.equals(whole.even) && smaller.even.times(factor).equals(whole.even);
      },
    }),

    level({
      says: 'a gradient and a Hessian from a table of values',
      par: 120,
      pick(rng) {
        const step = rng.pick([1, 2, 5, 10, 10]);
        const [p, q, r, t] = [rng.nonzero(-15, 15), rng.nonzero(-15, 15), rng.nonzero(-6, 6), rng.nonzero(-6, 6)];
        const [start, mixed, twist, turn] = [rng.int(80, 300), rng.nonzero(-6, 6), rng.int(-2, 2), rng.int(-2, 2)];
        if (p === q || r === t) return undefined;
        const worth = (x: number, y: number) =>
          start + p * x + q * y + r * x * x + t * y * y + x * y * (mixed + twist * y + turn * x);
        const values = SIDES.map(x => SIDES.map(y => rational(worth(x, y), step * step).toString()));
        return { values, h: `1/${step}`, x: rng.int(-2, 4), y: rng.int(-2, 4), scene: rng.index(TABLES) };
      },
      ask(given) {
        const { x, y, scene } = given;
        const { f, x: down, y: across, says } = at(TABLES, scene);
        const { h, value, gradient, oneSided, hessian, bends, mixed } = stencilsOf(given);
        const square = h.power(2);
        const [first = ZERO, second = ZERO] = bends;
        const withMixed = (entry: Rational) =>
          matrix([
            [first, entry],
            [entry, second],
          ]);
        const pair = row([math`${down}`, math`${across}`]);
        const corner = tex(`${down} \\downarrow \\; ${across} \\rightarrow`, `${down} down, ${across} across`);
        const corners = [value(1, 1), value(1, -1).negated(), value(-1, 1).negated(), value(-1, -1)];
        const bend = (name: string, before: Rational, after: Rational, result: Rational) =>
          say`${math`${f}_{${name} ${name}} = (${decimal(after)} - 2 \cdot ${bracketed(value(0, 0), decimal)} + ${bracketed(before, decimal)}) \div ${decimal(square)} = ${decimal(result)}`}`;
        return {
          statement: say`${says} Estimate the gradient of ${math`${f}`} (the derivative by ${math`${down}`} first) and its Hessian at ${math`${pair} = (${x}, ${y})`} by central differences with ${math`h = ${decimal(h)}`}. The mixed derivative takes the four corners. ${table(
            [corner, ...SIDES.map(side => decimal(h.times(side).plus(y)))],
            SIDES.map(i => [decimal(h.times(i).plus(x)), ...SIDES.map(j => decimal(value(i, j)))]),
          )}`,
          answers: [
            answer.vector({
              label: say`Gradient:`,
              key: gradient,
              decimal: true,
              mistakes: [
                mistake(vector(gradient.entries.toReversed()))`The two are swapped. ${math`${down}`} changes from row to row.`,
                mistake(gradient.times(2))`You divided by ${math`h`}. The outer values are ${math`2 h`} apart.`,
                mistake(gradient.times(h.times(2)))`Those are the changes of the values. Divide them by ${math`2 h`}.`,
                mistake(oneSided)`You stepped forward only. Use the values on both sides.`,
              ],
            }),
            answer.matrix({
              label: say`Hessian:`,
              key: hessian,
              decimal: true,
              mistakes: [
                mistake(withMixed(mixed.times(4)))`The corners are ${math`2 h`} apart each way: divide by ${math`4 h^2`}.`,
                mistake(
                  withMixed(mixed.negated()),
                )`The signs are turned. The corners top left and bottom right count with a plus.`,
                mistake(withMixed(ZERO))`The mixed derivative is not 0. Use the four corners.`,
                mistake(
                  hessian.map((_, i, j) => hessian.at(1 - i, 1 - j)),
                )`On the diagonal the two are swapped: the one by ${math`${down}`} comes first.`,
                mistake(
                  hessian.times(square),
                )`Those are the differences. Divide them by ${math`h^2`}, the mixed one by ${math`4 h^2`}.`,
              ],
            }),
          ],
          hints: [
            say`In one direction: ${math`\frac{\text{after} - \text{before}}{2 h}`} and, for the second derivative, ${math`\frac{\text{after} - 2 \cdot \text{middle} + \text{before}}{h^2}`}. The mixed one divides the corners by ${math`4 h^2`}.`,
            say`The middle column is for ${math`${down}`}, the middle row for ${math`${across}`}. Mixed: add the corners top left and bottom right, and take the other two away.`,
            say`The derivative by ${math`${down}`} compares ${decimal(value(1, 0))} with ${decimal(value(-1, 0))}.`,
          ],
          solution: [
            say`Gradient: ${math`(${decimal(value(1, 0))} - ${bracketed(value(-1, 0), decimal)}) \div ${decimal(h.times(2))} = ${decimal(gradient.at(0))}`} and ${math`(${decimal(value(0, 1))} - ${bracketed(value(0, -1), decimal)}) \div ${decimal(h.times(2))} = ${decimal(gradient.at(1))}`}.`,
            say`${bend(down, value(-1, 0), value(1, 0), first)}.`,
            say`${bend(across, value(0, -1), value(0, 1), second)}.`,
            say`Mixed, from the corners: ${list(corners.map(corner => decimal(corner)))} add up to ${decimal(mixed.times(square).times(4))}; divided by ${decimal(square.times(4))} this is ${decimal(mixed)}.`,
          ],
        };
      },
      // The polynomial of degree 2 in each direction through all nine values, differentiated by the rules.
      verify({ values, h }, [gradient, hessian]) {
        const rows = values.map(entries => through(entries, h));
        const [middles, across] = [rows.map(p => p.evaluate(0)), rows.map(p => p.derivative().evaluate(0))];
        const down = through(middles, h).derivative();
        const mixed = through(across, h).derivative().evaluate(0);
        const bends = [down.derivative().evaluate(0), at(rows, 1).derivative().derivative().evaluate(0)];
        const isGradient = gradient.equals(vector([down.evaluate(0), at(across, 1)]));
        return isGradient && hessian.equals(matrix(paired([at(bends, 0), mixed], [mixed, at(bends, 1)])));
      },
    }),

    level({
      says: 'the observed order, and Richardson extrapolation',
      par: 60,
      pick(rng) {
        const [p, c] = [rng.pick([1, 2, 2, 3, 4]), rng.nonzero(-6, 6)];
        const [exact, unit] = [rng.nonzero(-900, 900), p > 2 ? 1000 : 100];
        const ratio = 1 << p;
        const values = [c * ratio * ratio, c * ratio, c].map(error =>
          rational(exact, 100).plus(rational(error, unit)).toString(),
        );
        return { values, p, a: rng.int(-3, 3), h: rng.pick(['1/10', '1/5', '2/5', '4/5']), scene: rng.index(SCENES) };
      },
      ask({ values, p, a, h, scene }) {
        const { f, says } = at(SCENES, scene);
        const [first = ZERO, second = ZERO, third = ZERO] = values.map(value => rational(value));
        const [before, after] = [first.minus(second), second.minus(third)];
        const ratio = rational(1 << p);
        const weighed = (weight: Rational) => third.times(weight).minus(second).over(weight.minus(1));
        const key = weighed(ratio);
        const steps = [rational(h), rational(h).over(2), rational(h).over(4)];
        return {
          statement: say`${says} A difference scheme for ${math`${f}'(${a})`} gives the estimates ${math`D(h)`} below. Its error behaves like ${math`C h^p`}. Find the order ${math`p`}, a whole number, and with it the Richardson value ${math`R`} from the last two estimates, in which the error ${math`C h^p`} cancels. ${table(
            [math`h`, math`D(h)`],
            paired(steps, [first, second, third]).map(pair => pair.map(value => decimal(value))),
          )}`,
          answers: [
            numberPart(say`${math`p =`}`, rational(p), [
              mistake(ratio)`That is the ratio of the differences. The order is its logarithm to base 2.`,
              mistake(rational(-p))`The error falls with ${math`h`}, so the order is positive.`,
              mistake(rational(2 * p))`Compare neighbours: from one difference to the next the step is halved once.`,
            ]),
            numberPart(say`${math`R =`}`, key, [
              ...(p === 2 ? [] : [mistake(weighed(rational(4)))`Factor 4 belongs to the order 2. Use ${math`2^p`}.`]),
              mistake(second.times(ratio).minus(third).over(ratio.minus(1)))`The finer estimate gets the factor ${math`2^p`}.`,
              mistake(second.plus(third).over(2))`A plain mean keeps part of the error. Give the finer estimate more weight.`,
              mistake(third)`That is the finest estimate. The one before it helps to cancel its error.`,
              mistake(third.times(ratio).minus(second))`Divide by ${math`2^p - 1`}, the sum of the weights.`,
            ]),
          ],
          hints: [
            say`Halving ${math`h`} divides the error by ${math`2^p`}, and so also the difference of neighbouring estimates.`,
            say`Find ${math`2^p`} as the ratio of the two differences. Then ${math`R = \frac{2^p D(h/2) - D(h)}{2^p - 1}`}, with the last two estimates.`,
            say`The first difference is ${math`${decimal(first)} - ${bracketed(second, decimal)} = ${decimal(before)}`}.`,
          ],
          solution: [
            say`Differences: ${decimal(before)}, then ${decimal(after)}.`,
            say`Their ratio is ${ratio}, and ${math`2^{${p}} = ${ratio}`}, so ${math`p = ${p}`}.`,
            say`Richardson: ${math`(${ratio} \cdot ${bracketed(third, decimal)} - ${bracketed(second, decimal)}) \div ${ratio.minus(1)} = ${decimal(key)}`}.`,
          ],
        };
      },
      // Put back: the distances of the estimates from R fall by the same power of 2.
      verify({ values }, [p, key]) {
        if (!p.isInteger() || p.sign() <= 0 || p.compare(20) > 0) return false;
        const [first = ZERO, second = ZERO, third = ZERO] = values.map(value => rational(value).minus(key));
        const ratio = rational(2).power(p.toNumber());
        return first.equals(second.times(ratio)) && second.equals(third.times(ratio)) && !third.isZero();
      },
    }),
  ],
});

const SIDES = [-1, 0, 1];

function quotient(top: string, bottom: string): Formula {
  return tex(`\\frac{${top}}{${bottom}}`, `the quotient of ${math`${top}`.speech}, over ${bottom}`);
}

function estimated({ f: coefficients, a, h, scene }: Scheme, scheme: string, shown: Formula) {
  const { f, x, says } = at(SCENES, scene);
  return say`${says} Estimate ${math`${f}'(${a})`} by the ${scheme} difference ${math`D = ${shown}`} with ${math`h = ${decimal(rational(h))}`}, and give its error ${math`D - ${f}'(${a})`}, for ${display(math`${f}(${x}) = ${polynomial(coefficients).toExpression(x)}`)}`;
}

function numberPart(label: Text, key: Rational, mistakes: Mistakes) {
  return answer.number({ label, key, decimal: true, mistakes });
}

function errorOf(key: Rational, mistakes: Mistakes) {
  const turned = mistake(key.negated())`The sign is turned. Take the exact slope away from ${math`D`}.`;
  return numberPart(say`Error:`, key, [turned, ...mistakes]);
}

function valueAt(f: string, x: Rational, value: Rational): Formula {
  return math`${f}(${decimal(x)}) = ${decimal(value)}`;
}

/** The last two lines of a solution: the exact slope, and the error. */
function compared({ f: coefficients, a, scene }: Scheme, x: string, estimate: Rational, slope: Rational) {
  const { f } = at(SCENES, scene);
  const error = estimate.minus(slope);
  return [
    say`Exact: ${math`${f}'(${x}) = ${polynomial(coefficients).derivative().toExpression(x)}`}, so ${math`${f}'(${a}) = ${slope}`}.`,
    say`Error: ${math`${decimal(estimate)} - ${bracketed(slope)} = ${decimal(error)}`}.`,
  ];
}

function schemesOf({ f, a, h: step }: { f: number[]; a: number; h: string }) {
  const [F, h] = [polynomial(f), rational(step)];
  const [after, here, before] = [F.evaluate(h.plus(a)), F.evaluate(a), F.evaluate(rational(a).minus(h))];
  const [rise, span] = [after.minus(here), after.minus(before)];
  const [forward, backward, central] = [rise.over(h), here.minus(before).over(h), span.over(h.times(2))];
  return { h, after, here, before, rise, span, forward, backward, central, slope: F.derivative().evaluate(a) };
}

/** The coefficients of f(a + t) as a polynomial in t. */
function taylorOf({ f, a }: Scheme): readonly Rational[] {
  return polynomial(f).compose(polynomial([a, 1])).coefficients;
}

function leadingOf({ f, a, h: step }: { f: number[]; a: number; h: string }) {
  const [F, h] = [polynomial(f), rational(step)];
  const bend = F.derivative().derivative();
  const [second, third] = [bend.evaluate(a), bend.derivative().evaluate(a)];
  return { F, h, second, third, forward: h.times(second).over(2), central: h.power(2).times(third).over(6) };
}

/** All differences of a table of nine values; `value` takes -1, 0 or 1 steps in each direction. */
function stencilsOf({ values, h: step }: { values: string[][]; h: string }) {
  const h = rational(step);
  const cells = values.map(entries => entries.map(entry => rational(entry)));
  const value = (i: number, j: number) => at(at(cells, i + 1), j + 1);
  const [square, middle] = [h.power(2), value(0, 0)];
  const difference = (after: Rational, before: Rational, width: number) => after.minus(before).over(h.times(width));
  const bend = (after: Rational, before: Rational) => after.plus(before).minus(middle.times(2)).over(square);
  const bends = [bend(value(1, 0), value(-1, 0)), bend(value(0, 1), value(0, -1))];
  const mixed = value(1, 1).minus(value(1, -1)).minus(value(-1, 1)).plus(value(-1, -1)).over(square.times(4));
  return {
    h,
    value,
    gradient: vector([difference(value(1, 0), value(-1, 0), 2), difference(value(0, 1), value(0, -1), 2)]),
    oneSided: vector([difference(value(1, 0), middle, 1), difference(value(0, 1), middle, 1)]),
    bends,
    mixed,
    hessian: matrix(paired([at(bends, 0), mixed], [mixed, at(bends, 1)])),
  };
}

/** The polynomial of degree 2 with these values at -h, 0 and h. */
function through(values: readonly (Rational | string)[], h: string): Polynomial {
  const places = SIDES.map(side => rational(h).times(side));
  return places.reduce((total, place, i) => {
    const others = Polynomial.withRoots(...places.filter((_, j) => j !== i));
    return total.plus(others.times(rational(at(values, i)).over(others.evaluate(place))));
  }, polynomial([]));
}
