// Gradient descent on parabolas: the factor 1 − ηL″ of the error in each step, and the learning rates for which it shrinks.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  combination,
  decimal,
  display,
  generator,
  interval,
  level,
  math,
  mistake,
  ONE,
  probes,
  type Rational,
  rational,
  say,
  signed,
  sure,
} from '#kit';

type Descent = { a: number; eta: string; start: number };
type Shifted = Descent & { c: number; k: number };
/** The coefficients of w², w and 1. */
type Parabola = { terms: string[]; eta: string };
/** The loss (pw − q)²/2 of one example, or pw² + qw + r. */
type Bowl = { isExample: boolean; p: string; q: number; r: number };

const TRAININGS = [
  say`The last free weight of a model is trained by gradient descent.`,
  say`Near its minimum a loss looks like a parabola.`,
  say`You test an optimiser on the simplest loss there is.`,
  say`A toy loss shows what a learning rate does.`,
];
const CURVES = [
  say`Somebody has guessed a learning rate.`,
  say`A tuning job tries one more learning rate.`,
  say`You look at a training run with one weight.`,
  say`An optimiser runs with a fixed learning rate.`,
];
const TUNINGS = [
  say`You look for a safe learning rate for one weight.`,
  say`A schedule has to keep its learning rate in a safe range.`,
  say`A training run has exploded, and its learning rate is to blame.`,
  say`Before a long run you work out which learning rates are safe.`,
];
const VALLEYS = [
  say`Two features differ in scale, so the loss is a narrow valley.`,
  say`Near its minimum a loss has two independent directions.`,
  say`A loss is steep in one weight and flat in the other.`,
  say`Two weights share one learning rate.`,
];

/** What the signed distance from the minimum does, by the factor of a step. */
const BEHAVIOURS = [
  { id: 'straight', text: say`shrinks and keeps its sign`, needs: say`a factor between 0 and 1` },
  { id: 'once', text: say`is 0 after one step`, needs: say`the factor 0` },
  { id: 'swinging', text: say`shrinks and changes its sign in each step`, needs: say`a factor between ${-1} and 0` },
  { id: 'constant', text: say`keeps its size and changes its sign in each step`, needs: say`the factor ${-1}` },
  { id: 'growing', text: say`grows and changes its sign in each step`, needs: say`a factor below ${-1}` },
] as const;
type Behaviour = (typeof BEHAVIOURS)[number]['id'];
const FACTORS = {
  straight: ['0.1', '0.2', '0.4', '0.5', '0.6', '0.8', '0.9'],
  once: ['0'],
  swinging: ['-0.1', '-0.2', '-0.4', '-0.5', '-0.6', '-0.8', '-0.9'],
  constant: ['-1'],
  growing: ['-1.1', '-1.2', '-1.4', '-1.5', '-2', '-3'],
};
/** Factors for several steps, by their denominators. */
const NUMERATORS = { 1: [-2, -3], 2: [1, -1, -3], 3: [1, -1, 2, -2] };

const RULE = math`w_{t + 1} = w_t - \eta L'(w_t)`;

export default generator({
  id: 'calculus/learning-rate-stability',
  version: 1,
  title: 'Learning rate: convergence, oscillation, divergence',
  bullet: 'Gradient Descent',
  why: 'On a parabola each step multiplies the error by 1 − ηL″: this explains every exploding training curve.',
  needs: ['calculus/gradient-descent-step', 'calculus/second-derivative'],
  levels: [
    level({
      says: 'two steps on a parabola',
      par: 30,
      pick(rng) {
        const given = { a: rng.int(2, 8), eta: `0.${rng.int(1, 5)}`, start: rng.sign() * rng.int(2, 10) };
        const { factor, first, second, coefficient, repeated, uphill } = twoSteps(given);
        const isDull = factor.isZero() || factor.abs().equals(1) || factor.abs().compare(2) > 0;
        const isClear = areDifferent(first, second, coefficient(1), coefficient(2), repeated, uphill(1), uphill(2));
        return isDull || !isClear ? undefined : { ...given, scene: rng.index(TRAININGS) };
      },
      ask(given) {
        const { a, start, scene } = given;
        const { eta, factor, first, second, coefficient, repeated, uphill } = twoSteps(given);
        const step = (from: Rational) => math`${decimal(from)} - ${decimal(eta)} \cdot ${bracketed(from.times(a), decimal)}`;
        return {
          statement: say`${at(TRAININGS, scene)} Start at ${math`w_0 = ${start}`} and take two steps of gradient descent with ${math`\eta = ${decimal(eta)}`} on ${display(math`L(w) = ${combination([rational(a, 2)], ['w^2'])}`)}`,
          answers: [
            answer.number({
              label: say`${math`w_1 =`}`,
              key: first,
              decimal: true,
              mistakes: [
                mistake(uphill(1))`You went uphill. Subtract ${math`\eta`} times the slope.`,
                mistake(coefficient(1))`The slope of ${math`L`} is ${math`${a} w`}: the 2 of the square is a factor.`,
                mistake(rational(start).minus(first))`That is the step. Subtract it from ${math`w_0`}.`,
              ],
            }),
            answer.number({
              label: say`${math`w_2 =`}`,
              key: second,
              decimal: true,
              mistakes: [
                mistake(repeated)`You took the first step twice. The second one uses the slope at ${math`w_1`}.`,
                mistake(uphill(2))`You went uphill. Subtract ${math`\eta`} times the slope.`,
                mistake(coefficient(2))`The slope of ${math`L`} is ${math`${a} w`}: the 2 of the square is a factor.`,
                mistake(first)`That is ${math`w_1`}. Take one more step.`,
              ],
            }),
          ],
          hints: [
            say`A step of gradient descent is ${RULE}.`,
            say`The slope is ${math`L'(w) = ${a} w`}, so each step multiplies ${math`w`} by the same factor.`,
            say`The factor is ${math`1 - ${decimal(eta)} \cdot ${a} = ${decimal(factor)}`}.`,
          ],
          solution: [
            say`Slope: ${math`L'(w) = ${a} w`}. A step makes ${math`w - ${decimal(eta)} \cdot ${a} w = ${decimal(factor)} w`}.`,
            say`First step: ${math`w_1 = ${step(rational(start))} = ${decimal(first)}`}.`,
            say`Second step: ${math`w_2 = ${step(first)} = ${decimal(second)}`}.`,
          ],
        };
      },
      // The recursion, with central quotients of the loss in place of its derivative.
      verify({ a, eta, start }, [first, second]) {
        const loss = (w: Rational) => w.power(2).times(a).over(2);
        const [, w1, w2] = run(loss, rational(eta), rational(start), 2);
        return first.equals(sure(w1)) && second.equals(sure(w2));
      },
    }),

    level({
      says: 'the weight after several steps',
      par: 50,
      pick(rng) {
        const q = rng.pick([1, 2, 3] as const);
        const factor = rational(rng.pick(NUMERATORS[q]), q);
        const [a, c] = [rng.int(2, 6), rng.nonzero(-5, 5)];
        const k = q < 3 && factor.abs().compare(2) <= 0 && !factor.equals('-3/2') ? rng.int(3, 5) : 3;
        const start = c + rng.sign() * rng.int(1, 3) * rational(q).power(k).toNumber();
        const given = { a, c, k, start, eta: `${ONE.minus(factor).over(a)}` };
        const { key, wrongs } = afterSteps(given);
        return areDifferent(key, ...Object.values(wrongs)) && Math.abs(start) < 100
          ? { ...given, scene: rng.index(TRAININGS) }
          : undefined;
      },
      ask(given) {
        const { a, c, k, start, scene } = given;
        const { eta, factor, error, key, unsigned, wrongs } = afterSteps(given);
        const bowl = combination([rational(a, 2)], [math`(w ${signed(-c)})^2`]);
        return {
          statement: say`${at(TRAININGS, scene)} Gradient descent with ${math`\eta = ${eta}`} starts at ${math`w_0 = ${start}`}. Where is it after ${k} steps? ${display(math`L(w) = ${bowl}`)}`,
          answers: [
            answer.number({
              label: say`${math`w_${k} =`}`,
              key,
              mistakes: [
                mistake(wrongs.unshifted)`The factor acts on the distance from the minimum, not on ${math`w`} itself.`,
                mistake(wrongs.distance)`That is the distance from the minimum. Add the place of the minimum.`,
                mistake(unsigned)`Keep the sign of the factor: ${math`w`} changes sides in each step.`,
                mistake(wrongs.early)`That is one step too few.`,
                mistake(wrongs.late)`That is one step too many.`,
                mistake(wrongs.once)`Each step multiplies the distance again: take a power of the factor.`,
              ],
            }),
          ],
          hints: [
            say`A step of gradient descent is ${RULE}.`,
            say`Each step multiplies the distance from the minimum by ${math`1 - \eta L''`}. Here ${math`L'' = ${a}`}.`,
            say`The factor is ${math`1 - ${eta} \cdot ${a} = ${factor}`}, and at the start the distance is ${math`${start} ${signed(-c)} = ${error}`}.`,
          ],
          solution: [
            say`Slope: ${math`L'(w) = ${combination([a], [math`(w ${signed(-c)})`])}`}. So each step multiplies ${math`w ${signed(-c)}`} by ${math`1 - ${eta} \cdot ${a} = ${factor}`}.`,
            say`At the start ${math`w_0 ${signed(-c)} = ${error}`}.`,
            say`After ${k} steps ${math`w_${k} ${signed(-c)} = (${factor})^${k} \cdot ${bracketed(error)} = ${key.minus(c)}`}.`,
            say`So ${math`w_${k} = ${key.minus(c)} ${signed(c)} = ${key}`}.`,
          ],
        };
      },
      // The recursion, step by step, with central quotients of the loss.
      verify({ a, c, k, start, eta }, [key]) {
        const loss = (w: Rational) => w.minus(c).power(2).times(a).over(2);
        return run(loss, rational(eta), rational(start), k).at(-1)?.equals(key) ?? false;
      },
    }),

    level({
      says: 'the factor of a step, and what the weight does',
      par: 40,
      pick(rng) {
        const behaviour = rng.pick(['straight', 'straight', 'once', 'swinging', 'swinging', 'constant', 'growing'] as const);
        const a = rng.pick([1, 2, 4, 5, 8, 10, 20]);
        const eta = ONE.minus(rng.pick(FACTORS[behaviour])).over(a);
        const given = { terms: [`${rational(a, 2)}`, `${rng.nonzero(-9, 9)}`, `${rng.nonzero(-9, 9)}`], eta: `${eta}` };
        const { factor, coefficient, uphill, product } = factorOf(given);
        const isClear = areDifferent(factor, coefficient, uphill, product) && eta.compare(2) <= 0;
        return isClear ? { ...given, scene: rng.index(CURVES) } : undefined;
      },
      ask(given) {
        const { terms, scene } = given;
        const { eta, a, factor, coefficient, uphill, product } = factorOf(given);
        const key = behaviourOf(factor);
        const behaviour = sure(BEHAVIOURS.find(({ id }) => id === key));
        const [p = 0, q = 0, r = 0] = terms.map(term => rational(term));
        const curved = say`The curvature is ${math`L'' = ${a}`}, twice the coefficient of ${math`w^2`}.`;
        return {
          statement: say`${at(CURVES, scene)} Gradient descent minimises ${math`L`} with ${math`\eta = ${decimal(eta)}`}, from a start that is not the minimum. By which factor does each step multiply the signed distance of ${math`w`} from the minimum? And what does this distance do? ${display(math`L(w) = ${combination([p, q], ['w^2', 'w'])} ${signed(r)}`)}`,
          answers: [
            answer.number({
              label: say`Factor:`,
              key: factor,
              decimal: true,
              mistakes: [
                mistake(coefficient)`${curved}`,
                mistake(uphill)`The slope is subtracted, so the factor is ${math`1 - \eta L''`}.`,
                mistake(product)`That is ${math`\eta L''`}. Take it away from 1.`,
                mistake(factor.abs())`Keep the sign. It says whether ${math`w`} changes sides.`,
              ],
            }),
            answer.choice({
              label: say`The distance`,
              key,
              options: BEHAVIOURS.map(({ id, text }) => ({ id, text })),
              mistakes: BEHAVIOURS.map(({ id, needs }) => mistake<string>(id)`That needs ${needs}.`),
            }),
          ],
          jointMistakes: [{ wrong: [coefficient, behaviourOf(coefficient)] as const, says: curved }],
          hints: [
            say`On a parabola ${math`L'(w)`} is ${math`L''`} times the signed distance from the minimum.`,
            say`The factor is ${math`1 - \eta L''`}. Its sign tells the sides, its size tells whether the distance shrinks.`,
            say`The curvature is ${math`L'' = ${a}`}.`,
          ],
          solution: [
            say`Curvature: ${math`L'' = ${a}`}.`,
            say`Factor: ${math`1 - ${decimal(eta)} \cdot ${a} = ${decimal(factor)}`}.`,
            say`This is ${behaviour.needs}: the distance ${behaviour.text}.`,
          ],
        };
      },
      // Four places of a real run: the steps between them have the same quotient as the distances, and show what happens.
      verify(given, [factor, behaviour]) {
        const [p = 0, q = 0, r = 0] = given.terms.map(term => rational(term));
        const loss = (w: Rational) => w.power(2).times(p).plus(w.times(q)).plus(r);
        const [start = 1] = probes(given, 1, 10, 30);
        const places = run(loss, rational(given.eta), rational(start), 3);
        const steps = places.slice(1).map((w, i) => w.minus(at(places, i)));
        const [first, second, third] = [at(steps, 0), at(steps, 1), at(steps, 2)];
        return second.equals(first.times(factor)) && third.equals(second.times(factor)) && observed(first, second) === behaviour;
      },
    }),

    level({
      says: 'all learning rates that converge',
      par: 45,
      pick(rng) {
        const isExample = rng.int(0, 1) === 0;
        const p = isExample ? rng.sign() * rng.int(2, 9) : rational(rng.int(2, 18), rng.int(1, 2));
        const given = { isExample, p: `${p}`, q: rng.nonzero(-9, 9), r: rng.nonzero(-9, 9) };
        const { curvature } = bowlOf(given);
        return areDifferent(curvature, given.p, 1, 2) ? { ...given, scene: rng.index(TUNINGS) } : undefined;
      },
      ask(given) {
        const { scene } = given;
        const { shown, curvature, slope } = bowlOf(given);
        const upTo = (high: Rational) => interval('(', 0, high, ')');
        const bound = rational(2).over(curvature);
        return {
          statement: say`${at(TUNINGS, scene)} For which ${math`\eta > 0`} does gradient descent converge to the minimum of ${math`L`} from every start? Give an interval. ${display(math`L(w) = ${shown}`)}`,
          answers: [
            answer.interval({
              label: say`${math`\eta`} in`,
              key: upTo(bound),
              mistakes: [
                mistake(upTo(bound.times(2)))`The curvature is ${math`L'' = ${curvature}`}, not ${curvature.over(2)}.`,
                mistake(upTo(rational(2).over(given.p).abs()))`The ${math`${given.p}`} enters ${math`L''`} twice, not once.`,
                mistake(upTo(bound.over(2)))`That end reaches the minimum in one step. Twice as much is still stable.`,
                mistake(upTo(curvature))`More curvature needs a smaller step: divide by it.`,
                mistake(interval('(', 0, bound, ']'))`At the upper end ${math`w`} swings for ever without coming closer.`,
                mistake(interval('[', 0, bound, ')'))`With ${math`\eta = 0`} nothing moves.`,
              ],
            }),
          ],
          hints: [
            say`Each step multiplies the distance from the minimum by ${math`1 - \eta L''`}.`,
            say`Find the curvature ${math`L''`}. Then ask when ${math`1 - \eta L''`} lies between ${-1} and 1.`,
            say`The slope is ${math`L'(w) = ${slope}`}.`,
          ],
          solution: [
            say`Slope: ${math`L'(w) = ${slope}`}. Its own slope is the curvature ${math`L'' = ${curvature}`}.`,
            say`Each step multiplies the distance by ${math`1 - ${curvature} \eta`}. This has to lie between ${-1} and 1.`,
            say`So ${math`0 < ${curvature} \eta < 2`}, which is ${math`0 < \eta < ${bound}`}: the interval ${upTo(bound)}.`,
          ],
        };
      },
      // Runs with rates just below, at and just above the upper end that a first run suggests.
      verify(given, [key]) {
        const { loss } = bowlOf(given);
        const [start = 1] = probes(given, 1, 20, 40);
        const quotient = (eta: Rational) => stepQuotient(loss, eta, rational(start));
        const bound = rational(2).over(ONE.minus(quotient(ONE)));
        const sizes = ['99/100', '1', '101/100'].map(share => quotient(bound.times(share)).abs().compare(1));
        return `${sizes}` === '-1,0,1' && key.equals(interval('(', 0, bound, ')'));
      },
    }),

    level({
      says: 'two curvatures: the stable rates and the best one',
      par: 80,
      pick(rng) {
        const [flat, steep] = [rng.int(1, 6), rng.int(3, 16)];
        const given = { flat, steep, u: rng.int(0, 1) };
        return steep > 2 * flat ? { ...given, scene: rng.index(VALLEYS) } : undefined;
      },
      ask(given) {
        const { flat, steep, u, scene } = given;
        const [low, high] = [rational(2 * flat), rational(2 * steep)];
        const upTo = (end: Rational) => interval('(', 0, end, ')');
        const bound = rational(2).over(high);
        const best = rational(2).over(low.plus(high));
        const rate = high.minus(low).over(low.plus(high));
        const loss = combination(u === 0 ? [flat, steep] : [steep, flat], ['u^2', 'v^2']);
        const [easy, hard] = u === 0 ? [math`u`, math`v`] : [math`v`, math`u`];
        return {
          statement: say`${at(VALLEYS, scene)} For which ${math`\eta > 0`} does gradient descent converge from every start (an interval)? Each step multiplies the errors in ${math`u`} and ${math`v`} by one factor each. Which ${math`\eta`} makes the larger factor, by size, as small as possible, and what is its size then? ${display(math`L(u, v) = ${loss}`)}`,
          answers: [
            answer.interval({
              label: say`Stable for ${math`\eta`} in`,
              key: upTo(bound),
              mistakes: [
                mistake(upTo(rational(2).over(low)))`The steep direction decides. It diverges first.`,
                mistake(upTo(rational(2).over(steep)))`The curvature in ${hard} is ${high}, twice the coefficient.`,
                mistake(upTo(ONE.over(high)))`Each factor may go down to ${-1}, so ${math`\eta`} times the curvature up to 2.`,
                mistake(upTo(best))`That is the best rate. All rates below 2 over the larger curvature are stable.`,
                mistake(interval('(', 0, bound, ']'))`At the upper end ${hard} swings for ever without coming closer.`,
              ],
            }),
            answer.number({
              label: say`Best ${math`\eta =`}`,
              key: best,
              mistakes: [
                mistake(ONE.over(high))`With this one ${hard} jumps to 0, but ${easy} is slow. Balance the two factors.`,
                mistake(ONE.over(low))`With this one ${easy} jumps to 0, but ${hard} is worse off. Balance them.`,
                mistake(best.over(2))`Set the factors opposite: ${math`1 - ${low} \eta = -(1 - ${high} \eta)`}.`,
                mistake(best.times(2))`The curvatures are ${low} and ${high}, twice the coefficients.`,
              ],
            }),
            answer.number({
              label: say`Larger size:`,
              key: rate,
              mistakes: [
                mistake(rate.negated())`A size is not negative.`,
                mistake(low.over(high))`That is the ratio of the curvatures. Put the best ${math`\eta`} into a factor.`,
                mistake(ONE.minus(low.over(high)))`A larger ${math`\eta`} is better than 1 over the larger curvature.`,
                mistake(rate.power(2))`One step multiplies by the factor once.`,
              ],
            }),
          ],
          hints: [
            say`Each direction has its own factor ${math`1 - \eta a`} with its own curvature ${math`a`}.`,
            say`Both sizes have to be below 1. They are balanced where the two factors are opposite.`,
            say`The curvatures are ${low} in ${easy} and ${high} in ${hard}.`,
          ],
          solution: [
            say`Curvatures: ${low} in ${easy}, ${high} in ${hard}. Factors: ${math`1 - ${low} \eta`} and ${math`1 - ${high} \eta`}.`,
            say`The steep direction needs ${math`${high} \eta < 2`}, so ${math`0 < \eta < ${bound}`}.`,
            say`Balanced: ${math`1 - ${low} \eta = -(1 - ${high} \eta)`}, so ${math`\eta = 2 / (${low} + ${high}) = ${best}`}.`,
            say`Then the size is ${math`1 - ${low} \cdot ${best} = ${rate}`}.`,
          ],
        };
      },
      // Runs in both directions: at the best rate their quotients are opposite, and a little beside it the larger one grows.
      verify({ flat, steep }, [stable, best, rate]) {
        const along = (p: number, eta: Rational) => stepQuotient(w => w.power(2).times(p), eta, ONE);
        const worst = (eta: Rational) => [flat, steep].map(p => along(p, eta).abs()).reduce((a, b) => (a.compare(b) > 0 ? a : b));
        const beside = ['99/100', '101/100'].every(share => worst(best.times(share)).compare(rate) > 0);
        const bound = rational(2).over(ONE.minus(along(steep, ONE)));
        const isBound = worst(bound).equals(1) && worst(bound.times('99/100')).compare(1) < 0;
        return isBound && stable.equals(interval('(', 0, bound, ')')) && worst(best).equals(rate) && beside;
      },
    }),
  ],
});

type Loss = (w: Rational) => Rational;

/** The slope of a parabola from its values: the central quotient is exact. */
function slopeAt(loss: Loss, w: Rational): Rational {
  const [above, below] = [loss(w.plus(1)), loss(w.minus(1))];
  return above.minus(below).over(2);
}

/** The start and the places after each step. */
function run(loss: Loss, eta: Rational, start: Rational, steps: number): Rational[] {
  const places = [start];
  for (let w = start; places.length <= steps; places.push(w)) w = w.minus(eta.times(slopeAt(loss, w)));
  return places;
}

/** The second step divided by the first, which is a quotient of slopes. */
function stepQuotient(loss: Loss, eta: Rational, start: Rational): Rational {
  const slope = slopeAt(loss, start);
  return slopeAt(loss, start.minus(eta.times(slope))).over(slope);
}

/** What two steps in a row show. */
function observed(first: Rational, second: Rational): Behaviour | undefined {
  const order = second.abs().compare(first.abs());
  if (second.isZero()) return 'once';
  if (first.sign() === second.sign()) return order < 0 ? 'straight' : undefined;
  return order < 0 ? 'swinging' : order > 0 ? 'growing' : 'constant';
}

function behaviourOf(factor: Rational): Behaviour {
  if (factor.sign() >= 0) return factor.isZero() ? 'once' : 'straight';
  const order = factor.compare(-1);
  return order > 0 ? 'swinging' : order < 0 ? 'growing' : 'constant';
}

function twoSteps({ a, start, ...rate }: Descent) {
  const eta = rational(rate.eta);
  const factor = ONE.minus(eta.times(a));
  const after = (by: Rational, k: number) => by.power(k).times(start);
  return {
    eta,
    factor,
    first: after(factor, 1),
    second: after(factor, 2),
    repeated: rational(start).minus(eta.times(2 * a * start)),
    coefficient: (k: number) => after(ONE.minus(eta.times(a).over(2)), k),
    uphill: (k: number) => after(ONE.plus(eta.times(a)), k),
  };
}

function afterSteps({ a, c, k, start, ...rate }: Shifted) {
  const eta = rational(rate.eta);
  const factor = ONE.minus(eta.times(a));
  const error = rational(start - c);
  const after = (by: Rational, steps: number) => by.power(steps).times(error).plus(c);
  const key = after(factor, k);
  const wrongs = {
    unshifted: factor.power(k).times(start),
    distance: key.minus(c),
    early: after(factor, k - 1),
    late: after(factor, k + 1),
    once: factor.times(k).times(error).plus(c),
  };
  return { eta, factor, error, key, unsigned: after(factor.abs(), k), wrongs };
}

function factorOf({ terms, ...rate }: Parabola) {
  const [eta, p] = [rational(rate.eta), rational(at(terms, 0))];
  const product = eta.times(p).times(2);
  const [factor, coefficient] = [ONE.minus(product), ONE.minus(product.over(2))];
  return { eta, a: p.times(2), product, factor, coefficient, uphill: ONE.plus(product) };
}

/** The loss in writing and as a function, its slope and its curvature. */
function bowlOf({ isExample, q, r, ...bowl }: Bowl) {
  const p = rational(bowl.p);
  if (isExample) {
    const inside = math`(${combination([p], ['w'])} ${signed(-q)})`;
    const loss: Loss = w => w.times(p).minus(q).power(2).over(2);
    return { loss, shown: math`\frac{1}{2} ${inside}^2`, curvature: p.power(2), slope: combination([p], [inside]) };
  }
  const [curvature, shown] = [p.times(2), math`${combination([p, q], ['w^2', 'w'])} ${signed(r)}`];
  const loss: Loss = w => w.power(2).times(p).plus(w.times(q)).plus(r);
  return { loss, shown, curvature, slope: math`${combination([curvature], ['w'])} ${signed(q)}` };
}
