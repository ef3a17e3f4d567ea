// Gradient descent by hand: against the slope, by the learning rate times its size; one weight, two parameters, two steps, one sample.
import {
  add,
  answer,
  areDifferent,
  at,
  bracketed,
  combination,
  decimal,
  display,
  type Expression,
  type Formula,
  figure,
  generator,
  level,
  math,
  mistake,
  multiply,
  negate,
  ONE,
  paired,
  polynomial,
  power,
  type Rational,
  rational,
  say,
  signed,
  type Text,
  variable,
} from '#kit';

type Bowl = { square: number; linear: number; constant: number; start: number; eta: string };
type Pair = { bends: [number, number]; mixed: number; tilt: [number, number]; start: [number, number]; eta: string };
type Step = { key: Rational; up: Rational; whole: Rational };
type Mistake = { wrong: Rational; says: Text };
type Line = { w: number; b: number; x: number; y: number; eta: string };

/** What is trained, and the letter of its one parameter. */
const PARAMETERS = [
  { letter: 'w', says: say`A spam filter trains its weight ${math`w`}.` },
  { letter: 'b', says: say`A model of energy use trains its bias ${math`b`}.` },
  { letter: 't', says: say`A fraud detector learns the threshold ${math`t`} of its score.` },
  { letter: 'k', says: say`A robot learns the gain ${math`k`} of its controller.` },
  { letter: 'c', says: say`A clustering method moves the centre ${math`c`} of a group.` },
  { letter: 'v', says: say`A recommender trains one entry ${math`v`} of a film’s vector.` },
];
/** The letters have no meaning beyond the words. */
const PAIRS = [
  { letters: ['w', 'b'], says: say`A neuron trains its weight ${math`w`} and its bias ${math`b`}.` },
  { letters: ['u', 'v'], says: say`Two weights ${math`u`} and ${math`v`} of a network are trained together.` },
  { letters: ['a', 'b'], says: say`A model of demand trains its slope ${math`a`} and its offset ${math`b`}.` },
  { letters: ['p', 'q'], says: say`A detector tunes two thresholds ${math`p`} and ${math`q`} together.` },
  { letters: ['x', 'y'], says: say`A tracker corrects its guess ${math`(x, y)`} of where a sender stands.` },
];
/** Inputs and targets of either sign. */
const SAMPLES = [
  say`From the tilt ${math`x`} of a drone a model predicts its drift ${math`y`}.`,
  say`From the change ${math`x`} of a price a model predicts the change ${math`y`} of the sales.`,
  say`From today’s change ${math`x`} in temperature a model predicts tomorrow’s, ${math`y`}.`,
  say`From a steering signal ${math`x`} a model predicts how far a car turns, ${math`y`}.`,
  say`From the balance ${math`x`} of an account a model predicts the next booking ${math`y`}.`,
];
const RATES = ['0.1', '0.2', '0.5', '0.01', '0.05'];
/** Inputs with rates that multiply the error of a sample by a factor of one decimal. */
const DAMPED = [
  [2, ['0.01', '0.02', '0.04', '0.05', '0.06']],
  [3, ['0.01', '0.02', '0.03', '0.04']],
] as const;

export default generator({
  id: 'calculus/gradient-descent-step',
  version: 1,
  title: 'One step of gradient descent',
  bullet: 'Gradient Descent',
  why: 'Nearly every network is trained by this one line: take away the learning rate times the gradient, again and again.',
  needs: ['calculus/partial-derivatives'],
  levels: [
    level({
      says: 'one step, the slope is given',
      par: 15,
      pick(rng) {
        const given = { start: `${rational(rng.nonzero(-40, 40), 10)}`, slope: rng.nonzero(-12, 12), eta: rng.pick(RATES) };
        const { key, up, whole, change } = moves(rational(given.start), rational(given.slope), given.eta);
        return areDifferent(key, up, whole, change) ? { ...given, scene: rng.index(PARAMETERS) } : undefined;
      },
      ask({ start, slope, eta, scene }) {
        const { letter, says } = at(PARAMETERS, scene);
        const [from, rate, gradient] = [rational(start), rational(eta), rational(slope)];
        const { key, up, whole, change } = moves(from, gradient, eta);
        return {
          statement: say`${says} At ${math`${letter}_0 = ${decimal(from)}`} the loss ${math`L`} has the slope ${math`L'(${letter}_0) = ${slope}`}. Find ${math`${letter}_1`}, the value after one step of gradient descent with the learning rate ${math`\eta = ${decimal(rate)}`}.`,
          answers: [
            stepTo(say`${math`${letter}_1 =`}`, { key, up, whole }, [
              mistake(change)`That is the change alone. Add it to ${math`${letter}_0`}.`,
            ]),
          ],
          hints: [
            rule(letter),
            say`Multiply the slope by the learning rate, with its sign. Then take the product away from ${math`${letter}_0`}.`,
            say`The product is ${math`\eta \cdot L'(${letter}_0) = ${decimal(rate)} \cdot ${bracketed(slope)}`}.`,
          ],
          solution: [
            say`Learning rate times slope: ${math`${decimal(rate)} \cdot ${bracketed(slope)} = ${decimal(rate.times(slope))}`}.`,
            say`Take it away: ${math`${letter}_1 = ${decimal(from)} - ${bracketed(rate.times(slope), decimal)} = ${decimal(key)}`}.`,
          ],
        };
      },
      // Undo it: the way that was gone, divided by the rate, is the slope.
      verify: ({ start, slope, eta }, [key]) => rational(start).minus(key).over(eta).equals(slope),
    }),

    level({
      says: 'one step on a quadratic loss',
      par: 35,
      pick(rng) {
        const [square, linear, constant] = [rng.int(1, 3), rng.nonzero(-6, 6), rng.nonzero(-9, 9)];
        const given = { square, linear, constant, start: rng.nonzero(-4, 4), eta: rng.pick(RATES) };
        const { slope, step, byValue, halved, unlinear } = onBowl(given);
        if (slope.isZero()) return undefined;
        const isClear = areDifferent(step.key, step.up, step.whole, byValue, halved, unlinear);
        return isClear ? { ...given, scene: rng.index(PARAMETERS) } : undefined;
      },
      ask(given) {
        const { letter, says } = at(PARAMETERS, given.scene);
        const { from, rate, loss, slope, step, byValue, halved, unlinear } = onBowl(given);
        const derived = loss.derivative().toExpression(letter);
        return {
          statement: say`${says} It starts at ${math`${letter}_0 = ${from}`}. Find ${math`${letter}_1`}, the value after one step of gradient descent with the learning rate ${math`\eta = ${decimal(rate)}`} on the loss ${display(math`L(${letter}) = ${loss.toExpression(letter)}`)}`,
          answers: [
            stepTo(say`${math`${letter}_1 =`}`, step, [
              mistake(byValue)`You stepped by the loss itself. Differentiate it first.`,
              mistake(
                halved,
                'calculus/power-rule',
              )`Your slope lacks a factor 2: ${math`${letter}^2`} has the slope ${math`2 ${letter}`}.`,
              mistake(unlinear)`Your slope has no part from the linear term of ${math`L`}. Its factor stays as a constant.`,
            ]),
          ],
          hints: [
            rule(letter),
            say`Differentiate ${math`L`} and put ${math`${letter}_0 = ${from}`} in. Then take ${math`\eta`} times this slope away.`,
            say`The derivative is ${math`L'(${letter}) = ${derived}`}.`,
          ],
          solution: [
            say`Slope: ${math`L'(${letter}) = ${derived}`}, so ${math`L'(${from}) = ${slope}`}.`,
            say`Step: ${math`${letter}_1 = ${stepped(from, rate, slope)} = ${decimal(step.key)}`}.`,
          ],
        };
      },
      // On a quadratic the symmetric difference of the loss is the slope, exactly.
      verify({ start, eta, ...given }, [key]) {
        const { loss } = onBowl({ start, eta, ...given });
        const rise = loss.evaluate(start + 1).minus(loss.evaluate(start - 1));
        return rational(start).minus(key).times(2).equals(rise.times(eta));
      },
    }),

    level({
      says: 'two parameters and a mixed term',
      par: 60,
      pick(rng) {
        const bends: [number, number] = [rng.int(1, 3), rng.int(1, 3)];
        const [mixed, size] = [rng.nonzero(-3, 3), rng.int(-5, 5)];
        if (4 * bends[0] * bends[1] <= mixed * mixed) return undefined;
        const tilt: [number, number] = rng.int(0, 1) === 0 ? [size, 0] : [0, size];
        const start: [number, number] = [rng.nonzero(-3, 3), rng.nonzero(-3, 3)];
        const across = 2 * bends[0] * start[0] + mixed * start[1] + tilt[0];
        const along = mixed * start[0] + 2 * bends[1] * start[1] + tilt[1];
        if (across === 0 || along === 0 || across === along) return undefined;
        const given = { bends, mixed, tilt, start, eta: rng.pick(['0.1', '0.2', '0.05', '0.01']) };
        const [first, second] = onPair(given);
        const isClear = [first, second].every(({ step, late, unmixed }) =>
          areDifferent(step.key, step.up, step.whole, late, unmixed),
        );
        return isClear ? { ...given, scene: rng.index(PAIRS) } : undefined;
      },
      ask(given) {
        const { letters, says } = at(PAIRS, given.scene);
        const [x = 'x', y = 'y'] = letters;
        const [first, second] = onPair(given);
        const rate = rational(given.eta);
        const f = lossOf(given, x, y);
        const part = (name: string, other: string, { step, late, unmixed }: typeof first) =>
          stepTo(say`${math`${name}_1 =`}`, step, [
            mistake(late)`You used the new ${math`${other}`}. Take both slopes at the start, then move both.`,
            mistake(
              unmixed,
              'calculus/partial-derivatives',
            )`You left out the mixed term. Its slope in ${math`${name}`} is its factor times ${math`${other}`}.`,
          ]);
        return {
          statement: say`${says} Gradient descent starts at ${math`(${x}_0, ${y}_0) = (${given.start[0]}, ${given.start[1]})`} with the learning rate ${math`\eta = ${decimal(rate)}`}. Find both parameters after one step on the loss ${display(math`L = ${f}`)}`,
          figures: [
            figure.contour({
              f,
              variables: [x, y],
              window: { x: [-5, 5], y: [-5, 5] },
              points: [{ at: given.start, label: 'start' }],
            }),
          ],
          answers: [part(x, y, first), part(y, x, second)],
          hints: [
            say`Each parameter has its own partial slope, taken at the start. New value: old value minus ${math`\eta`} times this slope.`,
            say`Differentiate ${math`L`} in ${math`${x}`} with ${math`${y}`} held fixed, and in ${math`${y}`} with ${math`${x}`} held fixed. Put the start into both.`,
            say`The slope in ${math`${x}`} is ${slopeOf(given, 0, letters)}.`,
          ],
          solution: [
            say`In ${math`${x}`}: ${slopeOf(given, 0, letters)}, at the start ${first.slope}.`,
            say`In ${math`${y}`}: ${slopeOf(given, 1, letters)}, at the start ${second.slope}.`,
            say`Step: ${math`${x}_1 = ${stepped(first.from, rate, first.slope)} = ${decimal(first.step.key)}`}.`,
            say`Step: ${math`${y}_1 = ${stepped(second.from, rate, second.slope)} = ${decimal(second.step.key)}`}.`,
          ],
        };
      },
      // Symmetric differences of the loss in each direction, exact on a quadratic.
      verify(given, [first, second]) {
        const [x, y] = given.start;
        const rises = [valueAt(given, x + 1, y) - valueAt(given, x - 1, y), valueAt(given, x, y + 1) - valueAt(given, x, y - 1)];
        const moved = [first, second].map((key, i) => rational(at(given.start, i)).minus(key).times(2));
        return moved.every((way, i) => way.equals(rational(given.eta).times(at(rises, i))));
      },
    }),

    level({
      says: 'two steps in a row',
      par: 60,
      pick(rng) {
        const [square, tenths] = [rng.int(1, 3), rng.int(1, 4)];
        if (square * tenths > 8) return undefined;
        const linear = square * rng.nonzero(-6, 6);
        const given = { square, linear, constant: rng.nonzero(-9, 9), start: rng.nonzero(-4, 4), eta: `0.${tenths}` };
        const { slope, step, second, stale, restarted, uphill, hasty } = twoSteps(given);
        if (slope.isZero()) return undefined;
        const isClear = areDifferent(second.key, second.up, hasty, stale, restarted, uphill);
        return isClear && areDifferent(step.key, step.up, step.whole) ? { ...given, scene: rng.index(PARAMETERS) } : undefined;
      },
      ask(given) {
        const { letter, says } = at(PARAMETERS, given.scene);
        const { from, rate, loss, slope, step, next, second, stale, restarted, uphill, hasty } = twoSteps(given);
        const derived = loss.derivative().toExpression(letter);
        return {
          statement: say`${says} It starts at ${math`${letter}_0 = ${from}`}. Find ${math`${letter}_1`} and ${math`${letter}_2`}, the values after one and after two steps of gradient descent with the learning rate ${math`\eta = ${decimal(rate)}`} on the loss ${display(math`L(${letter}) = ${loss.toExpression(letter)}`)}`,
          answers: [
            stepTo(say`${math`${letter}_1 =`}`, step),
            answer.number({
              label: say`${math`${letter}_2 =`}`,
              key: second.key,
              decimal: true,
              mistakes: [
                mistake(stale)`You used the first slope again. Take the slope at ${math`${letter}_1`}.`,
                mistake(restarted)`You stepped from ${math`${letter}_0`} again. The second step begins at ${math`${letter}_1`}.`,
                mistake(second.up)`You went up the slope at ${math`${letter}_1`}. Take ${math`\eta`} times it away.`,
                mistake(hasty)`You left out the learning rate. Multiply each slope by ${math`\eta`} first.`,
                mistake(uphill)`You went up the slope in both steps. Take ${math`\eta`} times the slope away.`,
              ],
            }),
          ],
          hints: [
            say`${rule(letter)} The second step does the same from ${math`${letter}_1`}.`,
            say`Differentiate ${math`L`} once. Put ${math`${letter}_0`} in and step, then put ${math`${letter}_1`} in and step again.`,
            say`The derivative is ${math`L'(${letter}) = ${derived}`}, at the start ${slope}.`,
          ],
          solution: [
            say`Slope: ${math`L'(${letter}) = ${derived}`}.`,
            say`Step 1: ${math`L'(${from}) = ${slope}`}, so ${math`${letter}_1 = ${stepped(from, rate, slope)} = ${decimal(step.key)}`}.`,
            say`Step 2: ${math`L'(${decimal(step.key)}) = ${decimal(next)}`}, so ${math`${letter}_2 = ${stepped(step.key, rate, next)} = ${decimal(second.key)}`}.`,
          ],
        };
      },
      // Each step multiplies the distance from the lowest point by the same factor.
      verify({ square, linear, start, eta }, [first, second]) {
        const lowest = rational(-linear, 2 * square);
        const factor = ONE.minus(rational(eta).times(2 * square));
        const distance = rational(start).minus(lowest).times(factor);
        return first.minus(lowest).equals(distance) && second.minus(lowest).equals(distance.times(factor));
      },
    }),

    level({
      says: 'a sample of linear regression: the step and the loss after it',
      par: 90,
      pick(rng) {
        const [size, rates] = rng.pick(DAMPED);
        const [x, w, b, error] = [rng.sign() * size, rng.nonzero(-3, 3), rng.nonzero(-3, 3), rng.nonzero(-6, 6)];
        const given = { w, b, x, y: w * x + b - error, eta: rng.pick(rates) };
        const { weight, bias, halved, loss } = onSample(given);
        const isClear = areDifferent(weight.key, weight.up, weight.whole, halved.w) && areDifferent(...Object.values(loss));
        return Math.abs(error) > 1 && given.y !== 0 && isClear && areDifferent(bias.key, bias.up, bias.whole, halved.b)
          ? { ...given, scene: rng.index(SAMPLES) }
          : undefined;
      },
      ask(given) {
        const { w, b, x, y, scene } = given;
        const { rate, error, slopes, weight, bias, halved, withoutInput, withInput, predicted, loss } = onSample(given);
        const half = say`You lost the factor 2: the square has the slope ${math`2 (\hat y - y)`}.`;
        return {
          statement: say`${at(SAMPLES, scene)} The model is ${math`\hat y = w x + b`} with ${math`w = ${w}`} and ${math`b = ${b}`}, the loss is ${math`L = (\hat y - y)^2`}. Do one step of gradient descent with the learning rate ${math`\eta = ${decimal(rate)}`} on the sample ${math`x = ${x}`}, ${math`y = ${y}`}. Give the new ${math`w`}, the new ${math`b`}, and the loss of the sample after the step.`,
          answers: [
            stepTo(say`New ${math`w`}:`, weight, [
              mistake(halved.w)`${half}`,
              mistake(withoutInput)`Your slope lacks the input. In ${math`w`} the prediction has the slope ${math`x`}.`,
            ]),
            stepTo(say`New ${math`b`}:`, bias, [
              mistake(halved.b)`${half}`,
              mistake(withInput)`You multiplied by the input. In ${math`b`} the prediction has the slope 1.`,
            ]),
            answer.number({
              label: say`New loss:`,
              key: loss.after,
              decimal: true,
              mistakes: [
                mistake(loss.before)`That is the loss before the step. Predict again with the new ${math`w`} and ${math`b`}.`,
                mistake(loss.unsquared)`That is the error after the step. The loss is its square.`,
                mistake(loss.halved)`That is the loss after a step without the factor 2 of the square’s slope.`,
                mistake(loss.up)`That is the loss after a step up the slope. Both parameters go down it.`,
              ],
            }),
          ],
          hints: [
            say`Slopes of the loss: ${math`2 (\hat y - y) x`} in ${math`w`} and ${math`2 (\hat y - y)`} in ${math`b`}.`,
            say`Find the error ${math`\hat y - y`} with the old parameters, then both slopes, then both steps. Only then predict again.`,
            say`The error before the step is ${math`\hat y - y = ${w} \cdot ${bracketed(x)} + ${bracketed(b)} - ${bracketed(y)} = ${error}`}.`,
          ],
          solution: [
            say`Error before: ${math`\hat y - y = ${w} \cdot ${bracketed(x)} + ${bracketed(b)} - ${bracketed(y)} = ${error}`}.`,
            say`Slopes: ${math`2 \cdot ${bracketed(error)} \cdot ${bracketed(x)} = ${slopes.w}`} in ${math`w`} and ${math`2 \cdot ${bracketed(error)} = ${slopes.b}`} in ${math`b`}.`,
            say`New ${math`w`}: ${math`${stepped(rational(w), rate, slopes.w)} = ${decimal(weight.key)}`}. New ${math`b`}: ${math`${stepped(rational(b), rate, slopes.b)} = ${decimal(bias.key)}`}.`,
            say`New prediction: ${math`${decimal(weight.key)} \cdot ${bracketed(x)} + ${bracketed(bias.key, decimal)} = ${decimal(predicted)}`}.`,
            say`New loss: ${math`(${decimal(predicted)} - ${bracketed(y)})^2 = ${bracketed(loss.unsquared, decimal)}^2 = ${decimal(loss.after)}`}. Before it was ${loss.before}.`,
          ],
        };
      },
      // A step goes along (x, 1) and multiplies the error of its sample by 1 − 2η(x² + 1).
      verify({ w, b, x, y, eta }, [newW, newB, loss]) {
        const factor = ONE.minus(rational(eta).times(2 * (x * x + 1)));
        const after = factor.times(w * x + b - y);
        const isAlong = newW.minus(w).equals(newB.minus(b).times(x));
        return isAlong && newW.times(x).plus(newB).minus(y).equals(after) && loss.equals(after.power(2));
      },
    }),
  ],
});

function rule(letter: string) {
  return say`One step of gradient descent: ${math`${letter}_1 = ${letter}_0 - \eta \cdot L'(${letter}_0)`}.`;
}

/** A parameter after a step, with the two misunderstandings that any step may meet. */
function stepTo(label: Text, { key, up, whole }: Step, others: Mistake[] = []) {
  const mistakes = [
    mistake(up)`You went up the slope. Descent takes ${math`\eta`} times the slope away.`,
    mistake(whole)`You left out the learning rate. Multiply the slope by ${math`\eta`} first.`,
  ];
  return answer.number({ label, key, decimal: true, mistakes: [...mistakes, ...others] });
}

/** `2 - 0.1 \cdot (-4)` */
function stepped(from: Rational, rate: Rational, slope: Rational): Formula {
  return math`${decimal(from)} - ${decimal(rate)} \cdot ${bracketed(slope, decimal)}`;
}

/** Where a step leads, and where it leads when it is misunderstood. */
function moves(from: Rational, slope: Rational, eta: string) {
  const change = slope.times(eta).negated();
  return { key: from.plus(change), up: from.minus(change), whole: from.minus(slope), change };
}

function onBowl({ square, linear, constant, start, eta }: Bowl) {
  const [from, loss] = [rational(start), polynomial([constant, linear, square])];
  const slope = loss.derivative().evaluate(from);
  const step = moves(from, slope, eta);
  return {
    from,
    rate: rational(eta),
    loss,
    slope,
    step,
    byValue: moves(from, loss.evaluate(from), eta).key,
    halved: moves(from, rational(square * start + linear), eta).key,
    unlinear: moves(from, rational(2 * square * start), eta).key,
  };
}

function twoSteps(given: Bowl) {
  const first = onBowl(given);
  const { from, loss, slope, step } = first;
  const slopeAt = (place: Rational) => loss.derivative().evaluate(place);
  const next = slopeAt(step.key);
  return {
    ...first,
    next,
    second: moves(step.key, next, given.eta),
    stale: moves(step.key, slope, given.eta).key,
    restarted: moves(from, next, given.eta).key,
    uphill: moves(step.up, slopeAt(step.up), given.eta).up,
    hasty: moves(step.whole, slopeAt(step.whole), given.eta).whole,
  };
}

/** Each of the two parameters: its step, its step after the other one has moved already, and its step without the mixed term. */
function onPair({ bends, mixed, tilt, start, eta }: Pair) {
  const one = (i: 0 | 1, other: Rational) => {
    const [from, alone] = [rational(start[i]), rational(2 * bends[i] * start[i] + tilt[i])];
    const slope = alone.plus(other.times(mixed));
    return { from, slope, step: moves(from, slope, eta), unmixed: moves(from, alone, eta).key };
  };
  const [first, second] = [one(0, rational(start[1])), one(1, rational(start[0]))];
  return [
    { ...first, late: one(0, second.step.key).step.key },
    { ...second, late: one(1, first.step.key).step.key },
  ] as const;
}

function lossOf({ bends, mixed, tilt }: Pair, x: string, y: string): Expression {
  const [u, v] = [variable(x), variable(y)];
  const things = [power(u, 2), multiply(u, v), power(v, 2), u, v];
  const terms = paired([bends[0], mixed, bends[1], ...tilt], things).filter(([factor]) => factor !== 0);
  return add(
    ...terms.map(([factor, thing]) => (Math.abs(factor) > 1 ? multiply(factor, thing) : factor > 0 ? thing : negate(thing))),
  );
}

/** The slope in the first or the second parameter, as a formula. */
function slopeOf({ bends, mixed, tilt }: Pair, i: 0 | 1, names: readonly string[]): Formula {
  const slope = combination(i === 0 ? [2 * bends[0], mixed] : [mixed, 2 * bends[1]], names);
  return math`\frac{\partial L}{\partial ${at(names, i)}} = ${tilt[i] === 0 ? slope : math`${slope} ${signed(tilt[i])}`}`;
}

function valueAt({ bends, mixed, tilt }: Pair, x: number, y: number): number {
  return bends[0] * x * x + mixed * x * y + bends[1] * y * y + tilt[0] * x + tilt[1] * y;
}

function onSample({ w, b, x, y, eta }: Line) {
  const error = w * x + b - y;
  const slopes = { w: rational(2 * error * x), b: rational(2 * error) };
  const [weight, bias] = [moves(rational(w), slopes.w, eta), moves(rational(b), slopes.b, eta)];
  const halved = { w: weight.key.plus(w).over(2), b: bias.key.plus(b).over(2) };
  const errorAt = (newW: Rational, newB: Rational) => newW.times(x).plus(newB).minus(y);
  const unsquared = errorAt(weight.key, bias.key);
  return {
    rate: rational(eta),
    error,
    slopes,
    weight,
    bias,
    halved,
    withoutInput: moves(rational(w), slopes.b, eta).key,
    withInput: moves(rational(b), slopes.w, eta).key,
    predicted: unsquared.plus(y),
    loss: {
      after: unsquared.power(2),
      unsquared,
      before: rational(error * error),
      halved: errorAt(halved.w, halved.b).power(2),
      up: errorAt(weight.up, bias.up).power(2),
    },
  };
}
