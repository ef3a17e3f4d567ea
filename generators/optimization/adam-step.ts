// One step of Adam: two moving averages, their bias correction, and a step that is nearly the sign of the gradient.
import {
  answer,
  at,
  bracketed,
  decimal,
  decimals,
  type Formula,
  generator,
  level,
  math,
  mistake,
  ONE,
  type Rational,
  type Rng,
  rational,
  say,
  sum,
  type Text,
  vector,
  ZERO,
} from '#kit';

/** Decimals as strings; g holds the gradients of all steps so far, w is the weight before the first step that is asked for. */
type Run = { beta1: string; beta2: string; eta: string; g: number[]; w: number; scene: number };

const SCENES = ['Adam trains a model', 'You check Adam by hand', 'A network is trained with Adam', 'A unit test checks Adam'];

const MOVING_AVERAGES = say`Moving averages: ${math`m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t`} and ${math`v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2`}.`;
const CORRECTION = say`Correction: ${math`\hat m_t = m_t / (1 - \beta_1^t)`} and ${math`\hat v_t = v_t / (1 - \beta_2^t)`}.`;
const STEP = math`w_t = w_{t-1} - \eta \frac{\hat m_t}{\sqrt{\hat v_t}}`;
/** β₂ and the sizes of two gradients, up to a common factor, for which the root of the corrected average of squares is rational. */
const RATIONAL_ROOTS = [
  ['0.6', 1, 5],
  ['0.6', 3, 1],
  ['0.8', 1, 3],
  ['0.8', 1, 8],
  ['0.8', 11, 3],
  ['0.8', 11, 7],
] as const;

export default generator({
  id: 'optimization/adam-step',
  version: 1,
  title: 'One step of Adam',
  bullet: 'Gradient Descent Variants',
  why: 'Adam is the default optimiser of deep learning: momentum and RMS scaling in one, both corrected for their start at zero.',
  needs: ['optimization/rmsprop-step', 'optimization/momentum-step'],
  levels: [
    level({
      says: 'the two moving averages after the first step',
      par: 25,
      pick(rng) {
        const [beta1, beta2] = [rng.pick(['0.6', '0.7', '0.8', '0.9']), rng.pick(['0.75', '0.95', '0.96', '0.99'])];
        return { beta1, beta2, g: rng.sign() * rng.int(2, 9), scene: rng.int(0, 3) };
      },
      ask({ beta1, beta2, g, scene }) {
        const { m, v, new1, new2 } = afterSteps([g], beta1, beta2);
        return {
          statement: say`${at(SCENES, scene)}: ${math`\beta_1 = ${shown(beta1)}`}, ${math`\beta_2 = ${shown(beta2)}`}, and ${math`m_0 = v_0 = 0`}. The first gradient is ${math`g_1 = ${g}`}. Give the moving averages ${math`m_1`} of the gradients and ${math`v_1`} of their squares, before bias correction.`,
          answers: [
            answer.number({
              label: say`${math`m_1 =`}`,
              key: m,
              decimal: true,
              mistakes: [
                mistake(
                  rational(beta1).times(g),
                )`${math`\beta_1`} is the weight of the old average. The new gradient has ${math`1 - \beta_1`}.`,
                mistake(new2.times(g))`You used ${math`\beta_2`}. The average of the gradients has ${math`\beta_1`}.`,
                mistake(m.negated())`${math`m`} keeps the sign of the gradient. The minus comes later, in the step.`,
                mistake(g)`That is the average after bias correction.`,
              ],
            }),
            answer.number({
              label: say`${math`v_1 =`}`,
              key: v,
              decimal: true,
              mistakes: [
                mistake(
                  rational(beta2).times(g * g),
                )`${math`\beta_2`} is the weight of the old average. The new square has ${math`1 - \beta_2`}.`,
                mistake(new2.times(g))`${math`v`} is an average of squares. Square the gradient.`,
                mistake(new2.times(g).power(2))`Square the gradient only, not its weight.`,
                mistake(new1.times(g * g))`You used ${math`\beta_1`}. The average of the squares has ${math`\beta_2`}.`,
              ],
            }),
          ],
          hints: [
            MOVING_AVERAGES,
            say`Both averages start at 0, so only the new gradient counts, with the weights ${math`1 - \beta_1`} and ${math`1 - \beta_2`}.`,
            say`The weights are ${decimal(new1)} for ${math`g_1`} and ${decimal(new2)} for ${math`g_1^2`}.`,
          ],
          solution: [
            say`Average of gradients: ${math`m_1 = ${decimal(new1)} \cdot ${inBrackets(rational(g))} = ${decimal(m)}`}.`,
            say`Average of squares: ${math`v_1 = ${decimal(new2)} \cdot ${g * g} = ${decimal(v)}`}.`,
          ],
        };
      },
      // Corrected for the start at 0, the averages after one step are g and g² themselves.
      verify: ({ beta1, beta2, g }, [m, v]) => m.over(ONE.minus(beta1)).equals(g) && v.over(ONE.minus(beta2)).equals(g * g),
    }),

    level({
      says: 'the first step of three weights',
      par: 30,
      pick(rng) {
        const g = [rng.int(2, 9), -rng.int(2, 9), rng.sign() * rng.int(2, 90)];
        const eta = rng.pick(['0.1', '0.2', '0.05', '0.01']);
        return { g: rng.shuffle(g), eta, w: rng.ints(3, -4, 4), scene: rng.int(0, 3) };
      },
      ask({ g, eta, w, scene }) {
        const [start, gradient, rate] = [vector(w), vector(g), rational(eta)];
        const signs = gradient.map(entry => entry.sign());
        const length = start.minus(gradient.times(rate));
        return {
          statement: say`${at(SCENES, scene)}: ${settings({ beta1: '0.9', beta2: '0.999', eta })}; both moving averages start at 0. The weights are ${math`w_0 = ${start}`} and the first gradient is ${math`g_1 = ${gradient}`}. With bias correction, what are the weights ${math`w_1`} after the first step?`,
          answers: [
            answer.vector({
              label: say`${math`w_1 =`}`,
              key: start.minus(signs.times(rate)),
              decimal: true,
              mistakes: [
                mistake(length)`That is plain gradient descent. Adam divides by the root of the squared gradient.`,
                mistake(start.plus(signs.times(rate)))`The step goes against the gradient: subtract it.`,
                mistake(
                  start.map(entry => entry.minus(rate)),
                )`You subtracted ${math`\eta`} everywhere. Each weight goes against the sign of its own gradient.`,
                mistake(signs.times(rate).negated())`Those are the changes. Add them to the weights.`,
              ],
            }),
          ],
          hints: [
            say`A step of Adam is ${STEP}, entry by entry.`,
            say`At ${math`t = 1`} the corrected averages are ${math`\hat m_1 = g_1`} and ${math`\hat v_1 = g_1^2`}, whatever the betas are.`,
            say`In the first entry ${math`\hat m_1 = ${at(g, 0)}`} and ${math`\sqrt{\hat v_1} = ${Math.abs(at(g, 0))}`}.`,
          ],
          solution: [
            say`Correction undoes the start at 0: ${math`\hat m_1 = g_1`} and ${math`\hat v_1 = g_1^2`}.`,
            say`So ${math`\hat m_1 / \sqrt{\hat v_1}`} holds the signs of the gradient: ${signs}.`,
            say`Step: ${math`w_1 = ${start} - ${decimal(rate)} ${signs} = ${decimals(start.minus(signs.times(rate)))}`}.`,
          ],
        };
      },
      // The squared step times v is the squared rate times m squared, for gradients ten times as large.
      verify: ({ g, eta, w }, [key]) =>
        key.length === w.length &&
        key.entries.every((entry, i) => isStep(entry.minus(at(w, i)), eta, [at(g, i) * 10], '0.9', '0.999')),
    }),

    level({
      says: 'the second step, with the state after the first',
      par: 75,
      pick: drawRun,
      ask(given) {
        const { beta1, beta2, g, w } = given;
        const before = afterSteps(g.slice(0, 1), beta1, beta2);
        const after = afterSteps(g, beta1, beta2);
        const state = say`${math`m_1 = ${decimal(before.m)}`}, ${math`v_1 = ${decimal(before.v)}`}, ${math`w_1 = ${w}`}`;
        return {
          statement: say`${at(SCENES, given.scene)}: ${settings(given)}. After step 1: ${state}. Step 2 has the gradient ${math`g_2 = ${at(g, 1)}`}. Give the exact values of ${math`\hat m_2`}, ${math`\sqrt{\hat v_2}`} and the new weight ${math`w_2`}.`,
          answers: [
            answer.number({
              label: say`${math`\hat m_2 =`}`,
              key: after.mHat,
              mistakes: [
                mistake(after.m)`That is ${math`m_2`}. Divide it by ${math`1 - \beta_1^2`}.`,
                mistake(
                  after.m.over(after.new1),
                )`You divided by ${math`1 - \beta_1`}. At ${math`t = 2`} it is ${math`1 - \beta_1^2`}.`,
              ],
            }),
            answer.number({
              label: say`${math`\sqrt{\hat v_2} =`}`,
              key: root(after.vHat),
              mistakes: [
                mistake(after.vHat)`That is ${math`\hat v_2`}. Take its root.`,
                mistake(
                  root(after.v),
                )`That is the root of ${math`v_2`}. Correct ${math`v_2`} first, with ${math`1 - \beta_2^2`}.`,
                mistake(after.v)`That is ${math`v_2`}. Divide it by ${math`1 - \beta_2^2`} and take the root.`,
              ],
            }),
            answer.number({ label: say`${math`w_2 =`}`, ...lastWeight(given, rational(w)) }),
          ],
          hints: [
            MOVING_AVERAGES,
            say`${CORRECTION} Then ${STEP}.`,
            say`The new average of gradients is ${averageOfGradients(given)}.`,
          ],
          solution: secondStep(given, rational(w)),
        };
      },
      verify: ({ beta1, beta2, g, w, eta }, [mHat, root, key]) =>
        mHat.equals(weightedMean(g, beta1)) &&
        root.sign() > 0 &&
        root.power(2).equals(
          weightedMean(
            g.map(x => x * x),
            beta2,
          ),
        ) &&
        isStep(
          key.minus(w),
          eta,
          g.map(x => 10 * x),
          beta1,
          beta2,
        ),
    }),

    level({
      says: 'two steps from the start',
      par: 90,
      pick: drawRun,
      ask(given) {
        const { g, w } = given;
        const eta = rational(given.eta);
        const [first = 1, second = 1] = g;
        const { m, v, new1, new2 } = afterSteps([first], given.beta1, given.beta2);
        const w1 = rational(w).minus(eta.times(Math.sign(first)));
        return {
          statement: say`${at(SCENES, given.scene)}: ${settings(given)}, and ${math`m_0 = v_0 = 0`}. From ${math`w_0 = ${w}`} two steps are taken, with the gradients ${math`g_1 = ${first}`} and ${math`g_2 = ${second}`}. Give ${math`w_1`} and ${math`w_2`}, with bias correction.`,
          answers: [
            answer.number({
              label: say`${math`w_1 =`}`,
              key: w1,
              decimal: true,
              mistakes: [
                mistake(
                  rational(w).minus(eta.times(first)),
                )`That is plain gradient descent. Divide by the root of ${math`\hat v_1`}.`,
                mistake(rational(w).plus(eta.times(Math.sign(first))))`The step goes against ${math`\hat m_1`}: subtract it.`,
              ],
            }),
            answer.number({ label: say`${math`w_2 =`}`, ...lastWeight(given, w1, rational(w)) }),
          ],
          hints: [
            MOVING_AVERAGES,
            say`${CORRECTION} Then ${STEP}. At ${math`t = 1`} this is ${math`\eta`} times the sign of ${math`g_1`}.`,
            say`So ${math`w_1 = ${w} - ${decimal(eta)} \cdot ${inBrackets(rational(Math.sign(first)))}`}.`,
          ],
          solution: [
            say`Averages of step 1: ${math`m_1 = ${decimal(new1)} \cdot ${bracketed(first)} = ${decimal(m)}`} and ${math`v_1 = ${decimal(new2)} \cdot ${first * first} = ${decimal(v)}`}.`,
            say`Corrected: ${math`\hat m_1 = ${first}`} and ${math`\sqrt{\hat v_1} = ${Math.abs(first)}`}, so ${math`w_1 = ${w} - ${decimal(eta)} \cdot ${bracketed(Math.sign(first))} = ${decimal(w1)}`}.`,
            ...secondStep(given, w1),
          ],
        };
      },
      verify: ({ beta1, beta2, g, w, eta }, [w1, w2]) =>
        isStep(w1.minus(w), eta, g.slice(0, 1), beta1, beta2) &&
        isStep(
          w2.minus(w1),
          eta,
          g.map(x => 10 * x),
          beta1,
          beta2,
        ),
    }),

    level({
      says: 'a loss that is scaled, a correction that is forgotten',
      par: 60,
      pick(rng) {
        const beta2 = rng.pick(['0.75', '0.84', '0.96', '0.99', '0.9975', '0.9984', '0.9999']);
        const given = { beta1: rng.pick(['0.5', '0.8', '0.9', '0.95']), beta2, eta: rng.pick(['0.1', '0.01', '0.001']) };
        const { m, v } = afterSteps([1], given.beta1, beta2);
        const [g, scale] = [rng.sign() * rng.int(2, 9), rng.pick([10, 100, 1000])];
        return m.equals(root(v)) ? undefined : { ...given, g, scale, scene: rng.int(0, 3) };
      },
      ask({ beta1, beta2, eta, g, scale, scene }) {
        const { new1, new2 } = afterSteps([g], beta1, beta2);
        const weightRoot = root(new2);
        const step = rational(eta).times(-Math.sign(g));
        const factor = new1.over(weightRoot);
        const wrong = step.times(factor);
        return {
          statement: say`${at(SCENES, scene)}: ${settings({ beta1, beta2, eta })}, and ${math`m_0 = v_0 = 0`}. The loss was multiplied by ${scale}, so the first gradient is ${math`g_1 = ${g * scale}`} instead of ${g}. By how much, with sign, does step 1 change the weight ${math`w`}? And by how much would it change ${math`w`} without the bias correction?`,
          answers: [
            answer.number({
              label: say`With correction:`,
              key: step,
              decimal: true,
              mistakes: [
                mistake(step.times(scale))`The scale cancels: ${math`\hat m`} and ${math`\sqrt{\hat v}`} both grow by it.`,
                mistake(step.times(Math.abs(g) * scale))`That is plain gradient descent. Adam divides by ${math`\sqrt{\hat v}`}.`,
                mistake(step.negated())`The step goes against the gradient.`,
              ],
            }),
            answer.number({
              label: say`Without correction:`,
              key: wrong,
              decimal: true,
              mistakes: [
                mistake(step)`That is the corrected step. Use ${math`m_1`} and ${math`v_1`} as they are.`,
                mistake(step.times(new1))`You scaled ${math`m_1`} only. The root of ${math`v_1`} is smaller too.`,
                mistake(step.times(new1).over(new2))`Take the root of ${math`1 - \beta_2`}.`,
                mistake(step.over(factor))`The factor is upside down: ${math`m_1`} is on top.`,
                mistake(wrong.negated())`The step goes against the gradient.`,
              ],
            }),
          ],
          hints: [
            say`A step of Adam is ${STEP}. Without correction ${math`m_1 = (1 - \beta_1) g_1`} and ${math`v_1 = (1 - \beta_2) g_1^2`}.`,
            say`In both quotients the size of ${math`g_1`} cancels. Its sign is left; without correction there is also a factor made of the betas.`,
            say`Without correction the factor is ${math`\frac{1 - \beta_1}{\sqrt{1 - \beta_2}} = \frac{${decimal(new1)}}{${decimal(weightRoot)}}`}.`,
          ],
          solution: [
            say`With correction ${math`\hat m_1 / \sqrt{\hat v_1}`} is the sign of ${math`g_1`}. The step goes against it: the change is ${decimal(step)}.`,
            say`Without it, the quotient has the factor ${math`\frac{1 - \beta_1}{\sqrt{1 - \beta_2}} = \frac{${decimal(new1)}}{${decimal(weightRoot)}} = ${decimal(factor)}`}.`,
            say`So the change is ${math`${decimal(step)} \cdot ${decimal(factor)} = ${decimal(wrong)}`}.`,
          ],
        };
      },
      // Without roots, with the gradient before the scaling: step² · v = η² · m², against the sign of m.
      verify({ beta1, beta2, eta, g }, [step, wrong]) {
        const [m, v] = [ONE.minus(beta1).times(g), ONE.minus(beta2).times(g * g)];
        return isStep(step, eta, [g], beta1, beta2) && balances(wrong, eta, m, v);
      },
    }),
  ],
});

/** Two gradients, and a rate that makes the second step end after a few decimals. */
function drawRun(rng: Rng): Run | undefined {
  const [beta2, ...sizes] = rng.pick(RATIONAL_ROOTS);
  const [beta1, factor] = [rng.pick(['0.25', '0.5', '0.6', '0.75']), rng.int(1, 3)];
  const g = sizes.map(size => size * factor * rng.sign());
  const { mHat, vHat } = afterSteps(g, beta1, beta2);
  const under = mHat.over(root(vHat)).denominator;
  const isKind = !mHat.isZero() && under <= 20n && g.every(x => Math.abs(x) <= 12);
  return isKind ? { beta1, beta2, g, eta: `${rational(under, 100)}`, w: rng.int(-3, 5), scene: rng.int(0, 3) } : undefined;
}

/** All that Adam knows after these gradients, step by step. */
function afterSteps(g: readonly number[], beta1: string, beta2: string) {
  const [new1, new2] = [ONE.minus(beta1), ONE.minus(beta2)];
  const m = g.reduce((mean, x) => mean.times(beta1).plus(new1.times(x)), ZERO);
  const v = g.reduce((mean, x) => mean.times(beta2).plus(new2.times(x * x)), ZERO);
  const [share1, share2] = [ONE.minus(rational(beta1).power(g.length)), ONE.minus(rational(beta2).power(g.length))];
  return { m, v, new1, new2, share1, share2, mHat: m.over(share1), vHat: v.over(share2) };
}

function lastWeight({ beta1, beta2, g, eta }: Run, from: Rational, start = from) {
  const { m, v, mHat, vHat } = afterSteps(g, beta1, beta2);
  const after = (above: Rational, under: Rational) => from.minus(above.over(under).times(eta));
  const key = after(mHat, root(vHat));
  const onlyFirst = after(mHat, root(v));
  const plainDescent = after(rational(at(g, 1)), ONE);
  return {
    key,
    decimal: true,
    mistakes: [
      mistake(key.minus(from).plus(start))`You stepped from ${math`w_0`} again. The second step begins at ${math`w_1`}.`,
      mistake(from.times(2).minus(key))`The step goes against ${math`\hat m_2`}: subtract it.`,
      mistake(after(m, root(v)))`You left out the bias correction. Both averages start at 0 and are still too small.`,
      mistake(onlyFirst)`You corrected ${math`m_2`} only. ${math`v_2`} needs its own correction, with ${math`\beta_2`}.`,
      mistake(after(mHat, vHat))`You divided by ${math`\hat v_2`}. Divide by its root.`,
      mistake(plainDescent)`That is plain gradient descent with ${math`g_2`}. Adam takes the corrected averages.`,
    ],
  };
}

function secondStep(given: Run, from: Rational) {
  const { beta1, beta2, g, eta } = given;
  const [before, after] = [afterSteps(g.slice(0, 1), beta1, beta2), afterSteps(g, beta1, beta2)];
  const square = at(g, 1) ** 2;
  const quotient = after.mHat.over(root(after.vHat));
  return [
    say`Average of gradients: ${math`${averageOfGradients(given)} = ${decimal(after.m)}`}, divided by ${decimal(after.share1)}: ${math`\hat m_2 = ${after.mHat}`}.`,
    say`Average of squares: ${math`v_2 = ${shown(beta2)} \cdot ${decimal(before.v)} + ${decimal(after.new2)} \cdot ${square} = ${decimal(after.v)}`}, divided by ${decimal(after.share2)}: ${math`\hat v_2 = ${after.vHat}`}, with the root ${root(after.vHat)}.`,
    say`Step: ${math`\hat m_2 / \sqrt{\hat v_2} = ${quotient}`}, so ${math`w_2 = ${decimal(from)} - ${shown(eta)} \cdot ${bracketed(quotient)} = ${decimal(from.minus(quotient.times(eta)))}`}.`,
  ];
}

function averageOfGradients({ beta1, beta2, g }: Run): Formula {
  const { m, new1 } = afterSteps(g.slice(0, 1), beta1, beta2);
  return math`m_2 = ${shown(beta1)} \cdot ${inBrackets(m)} + ${decimal(new1)} \cdot ${bracketed(at(g, 1))}`;
}

function settings({ beta1, beta2, eta }: Pick<Run, 'beta1' | 'beta2' | 'eta'>): Text {
  return say`learning rate ${math`\eta = ${shown(eta)}`}, ${math`\beta_1 = ${shown(beta1)}`}, ${math`\beta_2 = ${shown(beta2)}`}, ${math`\epsilon = 0`}`;
}

/** The normalised weighted mean over the whole history: what a corrected moving average is. */
function weightedMean(values: readonly number[], beta: string): Rational {
  const weights = values.map((_, i) => rational(beta).power(values.length - 1 - i));
  return sum(values.map((value, i) => at(weights, i).times(value))).over(sum(weights));
}

/** A corrected step over this history of gradients. */
function isStep(change: Rational, eta: string, g: readonly number[], beta1: string, beta2: string): boolean {
  const squares = g.map(x => x * x);
  return balances(change, eta, weightedMean(g, beta1), weightedMean(squares, beta2));
}

/** change = −η·m/√v, without a root. */
function balances(change: Rational, eta: string, m: Rational, v: Rational): boolean {
  return change.sign() === -m.sign() && change.power(2).times(v).equals(m.times(eta).power(2));
}

function root(x: Rational): Rational {
  const exact = x.sqrt();
  if (exact === undefined) throw new Error(`the root of ${x} is irrational`);
  return exact;
}

function shown(decimals: string): Formula {
  return decimal(rational(decimals));
}

/** A decimal, in round brackets when negative. */
function inBrackets(x: Rational): Formula {
  return x.sign() < 0 ? math`(${decimal(x)})` : decimal(x);
}
