// One neuron backwards: loss slope times activation slope times input; linear, ReLU, sigmoid and tanh, and a gradient step.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  combination,
  decimal,
  type Formula,
  generator,
  isNear,
  level,
  list,
  math,
  mistake,
  numericSlope,
  ONE,
  paired,
  productSum,
  productSumWorked,
  type Rational,
  rational,
  row,
  say,
  signed,
  type Text,
  tex,
  type Vector,
  vector,
  ZERO,
} from '#kit';

type Neuron = { w: number; b: number; x: number; y: number };
type Wide = { w: number[]; b: number; x: number[]; y: number };
/** A neuron with w = ln k and b = j ln k, or at z = 0 with whole weights where k is 1. */
type Bent = { k: number; w: number; x: number; j: number; y: number };
type Middle = { isTanh: boolean; a: string; g: number; w: number[]; x: number[] };
type Stepping = Neuron & { eta: string };

const LINEAR = [
  say`A linear neuron predicts by how much it gets warmer.`,
  say`A linear neuron predicts the change of a price.`,
  say`A linear unit estimates how far a robot drifts to one side.`,
  say`A linear neuron predicts a patient’s change of weight.`,
];
const RECTIFIED = [
  say`A ReLU unit is trained on one example.`,
  say`A neuron with ReLU predicts the rain of the next hour.`,
  say`A unit of a detector with ReLU looks at two features.`,
  say`A ReLU neuron estimates the demand for a product.`,
];
const SIGMOIDS = [
  say`A spam filter is one sigmoid neuron.`,
  say`A sigmoid neuron says whether a customer leaves.`,
  say`A gate of a recurrent network is a sigmoid neuron.`,
  say`A sigmoid unit says whether a tumour is malignant.`,
];
const HIDDEN = [
  say`A hidden neuron gets two inputs.`,
  say`Backpropagation reaches a neuron in the middle of a network.`,
  say`A neuron of the second layer gets two values from the first.`,
  say`An autodiff library arrives at one neuron of a network.`,
];
const LEAKY = [
  say`A neuron with leaky ReLU is trained on one example.`,
  say`You check by hand how a leaky ReLU neuron learns.`,
  say`A unit of a discriminator uses leaky ReLU.`,
  say`The first neuron of a small network uses leaky ReLU.`,
];

const LOSS = math`L = \frac{1}{2} (a - y)^2`;
const TURNED = say`The slope of the loss in ${math`a`} is ${math`a - y`}, not ${math`y - a`}.`;
const NO_LOSS = say`The slope of the loss is missing. Multiply by ${math`a - y`}.`;
const CANCELS = say`The 2 of the square and the factor one half cancel.`;
const TO_WEIGHT = say`The input belongs to the weight. The slope of ${math`w x + b`} in ${math`b`} is 1.`;
const NO_INPUT = say`The input is missing: ${math`w`} is multiplied by ${math`x`}.`;
const BY_INPUT = say`The slope of ${math`w x`} in ${math`w`} is ${math`x`}, not ${math`w`}.`;
const [IN_W, IN_B] = [slopeIn('w'), slopeIn('b')];

export default generator({
  id: 'calculus/neuron-backprop',
  version: 1,
  title: 'Backpropagation through one neuron',
  bullet: 'Chain Rule',
  why: 'Slope of the loss, times slope of the activation, times input: the three factors behind every weight gradient.',
  needs: ['calculus/computation-graph-backprop', 'calculus/activation-derivatives', 'calculus/loss-derivatives'],
  levels: [
    level({
      says: 'a linear neuron with squared loss',
      par: 30,
      pick(rng) {
        const given = { w: rng.nonzero(-5, 5), b: rng.nonzero(-5, 5), x: rng.sign() * rng.int(2, 5), y: rng.int(-9, 9) };
        const { e, inW, withWeight, withoutError, loss } = linear(given);
        const isDull = e.abs().compare(1) <= 0 || e.abs().compare(12) > 0;
        const isClear = areDifferent(inW, withWeight, withoutError, loss.times(given.x), e);
        return isDull || !isClear ? undefined : { ...given, scene: rng.index(LINEAR) };
      },
      ask(given) {
        const { w, b, x, y, scene } = given;
        const { z, e, inW, withWeight, withoutError, loss } = linear(given);
        return {
          statement: say`${at(LINEAR, scene)} Its output is ${math`a = w x + b`}, its loss ${LOSS}. Find the slopes ${IN_W} and ${IN_B} at ${settings(given)}, ${math`x = ${x}`} and the target ${math`y = ${y}`}.`,
          answers: [
            answer.number({
              label: say`${math`${IN_W} =`}`,
              key: inW,
              mistakes: [
                mistake(inW.negated())`${TURNED}`,
                mistake(e)`${NO_INPUT}`,
                mistake(withWeight)`${BY_INPUT}`,
                mistake(withoutError)`${NO_LOSS}`,
                mistake(inW.times(2))`${CANCELS}`,
                mistake(loss.times(x))`You took the loss itself. Take its slope ${math`a - y`}.`,
              ],
            }),
            answer.number({
              label: say`${math`${IN_B} =`}`,
              key: e,
              mistakes: [
                mistake(e.negated())`${TURNED}`,
                mistake(inW)`${TO_WEIGHT}`,
                mistake(e.times(b))`The slope of ${math`w x + b`} in ${math`b`} is 1, not ${math`b`}.`,
                mistake(e.times(2))`${CANCELS}`,
                mistake(loss)`That is the loss itself. Take its slope ${math`a - y`}.`,
                mistake(ONE)`${NO_LOSS}`,
              ],
            }),
          ],
          hints: [
            say`The slope of ${LOSS} in ${math`a`} is ${math`a - y`}.`,
            say`Go forward to ${math`a`}, then back: ${math`a - y`} times the slope of ${math`w x + b`} in ${math`w`}, or in ${math`b`}.`,
            say`Forward: ${math`a = ${productSum([[w, x]])} ${signed(b)} = ${z}`}.`,
          ],
          solution: [
            say`Forward: ${math`a = ${productSum([[w, x]])} ${signed(b)} = ${z}`}.`,
            say`Slope of the loss: ${math`a - y = ${z} ${signed(-y)} = ${e}`}.`,
            say`Weight, times the input: ${math`${IN_W} = ${productSumWorked([[e, x]])}`}.`,
            say`Bias, times 1: ${math`${IN_B} = ${e}`}.`,
          ],
        };
      },
      // Central quotients of the loss, which are exact for a parabola.
      verify: ({ w, b, x, y }, [inW, inB]) =>
        inW.equals(quotient(v => squaredLoss(v.times(x).plus(b), y), w)) &&
        inB.equals(quotient(v => squaredLoss(v.plus(w * x), y), b)),
    }),

    level({
      says: 'a ReLU neuron with two inputs, on or off',
      par: 45,
      pick(rng) {
        const isOn = rng.int(0, 2) > 0;
        const given = { w: rng.ints(2, -4, 4), b: rng.nonzero(-5, 5), x: rng.ints(2, -5, 5), y: rng.int(0, 9) };
        const { z, e, unbent } = rectified(given);
        if (given.w.includes(0) || given.x.some(x => Math.abs(x) < 2) || z.sign() !== (isOn ? 1 : -1)) return undefined;
        const isDull = e.abs().compare(1) <= 0 || unbent.abs().compare(12) > 0 || unbent.isZero();
        return isDull || vector(given.w).isParallelTo(vector(given.x)) ? undefined : { ...given, scene: rng.index(RECTIFIED) };
      },
      ask(given) {
        const { w, b, x, y, scene } = given;
        const { z, a, isOn, e, unbent } = rectified(given);
        const [W, X] = [vector(w), vector(x)];
        const key = X.times(isOn ? e : ZERO);
        const open = say`${math`z`} is negative, so the slope of ReLU is 0 and nothing passes back.`;
        const closed = say`${math`z`} is positive, so ReLU passes the slope back unchanged.`;
        const forward = math`w \cdot x = ${productSumWorked(paired(w, x))}`;
        return {
          statement: say`${at(RECTIFIED, scene)} With ${math`z = w \cdot x + b`} its output is ${math`a = \max(0, z)`}, its loss ${LOSS}. Find the gradient ${math`\nabla_w L`} in the weights and the slope ${IN_B} at ${math`w = ${row(w)}`}, ${math`b = ${b}`}, ${math`x = ${row(x)}`} and the target ${math`y = ${y}`}.`,
          answers: [
            answer.vector({
              label: say`${math`\nabla_w L =`}`,
              key,
              mistakes: isOn
                ? [
                    mistake(X.times(0))`${closed}`,
                    mistake(key.negated())`${TURNED}`,
                    mistake(W.times(e))`The slope of ${math`w \cdot x`} in the weights is ${math`x`}, not ${math`w`}.`,
                    mistake(X)`${NO_LOSS}`,
                    mistake(vector([e, e]))`The inputs are missing: each weight is multiplied by its own input.`,
                  ]
                : [e, unbent, e.negated(), ONE].map(wrong => mistake(X.times(wrong))`${open}`),
            }),
            answer.number({
              label: say`${math`${IN_B} =`}`,
              key: isOn ? e : ZERO,
              mistakes: isOn
                ? [mistake(ZERO)`${closed}`, mistake(e.negated())`${TURNED}`, mistake(ONE)`${NO_LOSS}`]
                : [e, unbent, e.negated(), ONE].map(wrong => mistake(wrong)`${open}`),
            }),
          ],
          hints: [
            say`ReLU has the slope 1 where ${math`z`} is positive and 0 where ${math`z`} is negative.`,
            say`Find ${math`z`} and ${math`a`}. Then multiply ${math`a - y`} by the slope of ReLU, and for the weights by ${math`x`}.`,
            say`Forward: ${forward}.`,
          ],
          solution: [
            say`Forward: ${forward}, so ${math`z = ${z.minus(b)} ${signed(b)} = ${z}`} and ${math`a = ${a}`}.`,
            say`Slope of the loss: ${math`a - y = ${a} ${signed(-y)} = ${e}`}. Slope of ReLU: ${isOn ? 1 : 0}.`,
            say`Their product is the slope in the bias: ${math`${IN_B} = ${isOn ? e : 0}`}.`,
            say`Times the inputs: ${math`\nabla_w L = ${row(key.entries)}`}.`,
          ],
        };
      },
      // Central quotients with a step that does not reach the kink, one weight at a time.
      verify({ w, b, x, y }, [gradient, inB]) {
        const loss = (W: Vector, B: Rational) => squaredLoss(positive(W.dot(vector(x)).plus(B)), y);
        const inW = w.map((_, i) => quotient(v => loss(vector([...w.slice(0, i), v, ...w.slice(i + 1)]), rational(b)), at(w, i)));
        return gradient.equals(vector(inW)) && inB.equals(quotient(v => loss(vector(w), v), b));
      },
    }),

    level({
      says: 'a sigmoid neuron',
      par: 60,
      pick(rng) {
        const [k, sign, y, scene] = [rng.int(1, 3), rng.sign(), rng.int(0, 1), rng.index(SIGMOIDS)];
        const [w, x] = [k === 1 ? rng.nonzero(-5, 5) : 0, sign * rng.int(2, k === 1 ? 5 : 3)];
        return w === x ? undefined : { k, w, x, j: k === 1 ? 0 : sign * rng.int(1, 2) - x, y, scene };
      },
      ask(given) {
        const { k, w, x, y, scene } = given;
        const { a, slope, e, delta, weight, bias, shown } = bent(given);
        const missing = say`That is the slope for the log loss. Here the slope of ${math`\sigma`} is a factor as well.`;
        const half = say`The slope of ${math`\sigma`} is ${math`a (1 - a)`}, with both factors.`;
        return {
          statement: say`${at(SIGMOIDS, scene)} With ${math`z = w x + b`} its output is ${math`a = \sigma(z) = 1 / (1 + e^{-z})`}, its loss ${LOSS}. Find ${IN_W} and ${IN_B} as fractions at ${math`w = ${weight}`}, ${math`b = ${bias}`}, ${math`x = ${x}`} and the label ${math`y = ${y}`}.`,
          answers: [
            answer.number({
              label: say`${math`${IN_W} =`}`,
              key: delta.times(x),
              mistakes: [
                mistake(e.times(x))`${missing}`,
                mistake(delta.times(-x))`${TURNED}`,
                mistake(delta)`${NO_INPUT}`,
                mistake(e.times(a).times(x))`${half}`,
                mistake(slope.times(x))`${NO_LOSS}`,
                ...(k === 1 ? [mistake(delta.times(w))`${BY_INPUT}`] : []),
              ],
            }),
            answer.number({
              label: say`${math`${IN_B} =`}`,
              key: delta,
              mistakes: [
                mistake(e)`${missing}`,
                mistake(delta.negated())`${TURNED}`,
                mistake(delta.times(x))`${TO_WEIGHT}`,
                mistake(e.times(a))`${half}`,
                mistake(slope)`${NO_LOSS}`,
              ],
            }),
          ],
          hints: [
            say`The slope of the sigmoid is ${math`\sigma'(z) = a (1 - a)`}, and ${math`\sigma(\ln q) = q / (1 + q)`}.`,
            say`Find ${math`z`} and ${math`a`}. Then multiply ${math`a - y`} by ${math`a (1 - a)`}, and for the weight by ${math`x`}.`,
            say`Forward: ${math`z = ${shown}`}.`,
          ],
          solution: [
            say`Forward: ${math`z = ${shown}`}, so ${math`a = ${a}`}.`,
            say`Slope of the loss: ${math`a - y = ${e}`}. Slope of the sigmoid: ${math`a (1 - a) = ${productSumWorked([[a, ONE.minus(a)]])}`}.`,
            say`Bias: ${math`${IN_B} = ${productSumWorked([[e, slope]])}`}.`,
            say`Weight, times the input: ${math`${IN_W} = ${productSumWorked([[delta, x]])}`}.`,
          ],
        };
      },
      // Difference quotients of the loss itself, in w and in b.
      verify({ k, w, x, j, y }, [inW, inB]) {
        const [weight, bias] = k === 1 ? [w, -w * x] : [Math.log(k), j * Math.log(k)];
        const loss = (w: number, b: number) => (1 / (1 + Math.exp(-(w * x + b))) - y) ** 2 / 2;
        const slopes = [numericSlope(w => loss(w, bias), weight), numericSlope(b => loss(weight, b), bias)];
        return isNear(inW.toNumber(), at(slopes, 0), 1e-8) && isNear(inB.toNumber(), at(slopes, 1), 1e-8);
      },
    }),

    level({
      says: 'in the middle of a network: for the weights and to pass on',
      par: 60,
      pick(rng) {
        const isTanh = rng.int(0, 1) === 1;
        const a = rng.pick(['0.1', '0.2', '0.4', '0.5', '0.6', '0.8', isTanh ? '-0.6' : '0.9']);
        const [w, x] = [rng.ints(2, -5, 5), rng.ints(2, -5, 5)];
        const isDull = [...w, ...x].some(entry => Math.abs(entry) < 2) || vector(w).isParallelTo(vector(x));
        return isDull ? undefined : { isTanh, a, g: rng.sign() * rng.pick([2, 4, 5, 10]), w, x, scene: rng.index(HIDDEN) };
      },
      ask(given) {
        const { isTanh, w, x, g, scene } = given;
        const { a, slope, delta, half, other } = middle(given);
        const [W, X] = [vector(w), vector(x)];
        const activation = isTanh ? tex('\\tanh(z)', 'tanh of z') : math`\sigma(z)`;
        const rule = isTanh ? math`1 - a^2` : math`a (1 - a)`;
        const mistakes = (input: Vector, swapped: Vector, swap: Text) => [
          mistake(input.times(g))`The slope of the activation is missing. It is ${rule}.`,
          mistake(swapped.times(delta))`${swap}`,
          mistake(input.times(slope))`What comes from the next layer is missing. Multiply by it.`,
          mistake(input.times(half))`The slope of ${activation} is ${rule}, with ${math`a = ${decimal(a)}`}.`,
          mistake(input.times(other))`That is the slope of the other activation. For ${activation} it is ${rule}.`,
          mistake(input.times(a).times(g))`You multiplied by the output ${math`a`}. The slope of the activation is ${rule}.`,
        ];
        return {
          statement: say`${at(HIDDEN, scene)} Forward it has computed ${math`z = w \cdot x + b`} and ${math`a = ${activation} = ${decimal(a)}`}${isTanh ? '' : say` (${math`\sigma`} is the sigmoid)`} with ${math`w = ${row(w)}`} and ${math`x = ${row(x)}`}. Backward, ${math`${slopeIn('a')} = ${g}`} comes from the next layer. Find the gradients ${math`\nabla_w L`} in the weights and ${math`\nabla_x L`} in the inputs.`,
          answers: [
            answer.vector({
              label: say`${math`\nabla_w L =`}`,
              key: X.times(delta),
              decimal: true,
              mistakes: mistakes(X, W, say`The slope of ${math`w \cdot x`} in the weights is ${math`x`}, not ${math`w`}.`),
            }),
            answer.vector({
              label: say`${math`\nabla_x L =`}`,
              key: W.times(delta),
              decimal: true,
              mistakes: mistakes(W, X, say`The slope of ${math`w \cdot x`} in the inputs is ${math`w`}, not ${math`x`}.`),
            }),
          ],
          jointMistakes: [{ wrong: [W.times(delta), X.times(delta)], says: say`The two gradients are swapped.` }],
          hints: [
            say`The slope of ${activation} is ${rule}: the stored output is enough.`,
            say`Multiply what comes back by the slope of the activation. The weights get this times ${math`x`}, the inputs this times ${math`w`}.`,
            say`The slope of the activation is ${math`${rule} = ${decimal(slope)}`}.`,
          ],
          solution: [
            say`Slope of the activation: ${math`${rule} = ${decimal(slope)}`}.`,
            say`Slope in ${math`z`}: ${math`${slopeIn('z')} = ${productSumWorked([[g, slope]], decimal)}`}.`,
            say`Weights, times ${math`x`}: ${math`\nabla_w L = (${list(X.times(delta).entries.map(decimal))})`}.`,
            say`Inputs, times ${math`w`}: ${math`\nabla_x L = (${list(W.times(delta).entries.map(decimal))})`}.`,
          ],
        };
      },
      // Difference quotients of the neuron: a weight that grows by t makes z grow by t times its input, and the other way round.
      verify({ isTanh, a, g, w, x }, [inW, inX]) {
        const stored = rational(a).toNumber();
        const z = isTanh ? Math.atanh(stored) : Math.log(stored / (1 - stored));
        const output = (z: number) => (isTanh ? Math.tanh(z) : 1 / (1 + Math.exp(-z)));
        const slopes = (factors: number[]) => factors.map(factor => numericSlope(t => g * output(z + t * factor), 0));
        const fits = (found: Vector, wanted: number[]) =>
          found.length === 2 && wanted.every((slope, i) => isNear(found.at(i).toNumber(), slope));
        return fits(inW, slopes(x)) && fits(inX, slopes(w));
      },
    }),

    level({
      says: 'one gradient step of a leaky ReLU neuron',
      par: 75,
      pick(rng) {
        const isLeaking = rng.int(0, 3) > 0;
        const given = { w: rng.nonzero(-5, 5), b: rng.nonzero(-5, 5), x: rng.sign() * rng.int(2, 5), y: rng.int(-4, 6) };
        const { z, e } = leaky({ ...given, eta: '1' });
        if (z.isZero() || z.sign() !== (isLeaking ? -1 : 1)) return undefined;
        const isDull = e.isZero() || e.abs().equals(1) || e.abs().compare(8) > 0;
        return isDull ? undefined : { ...given, eta: rng.pick(['0.1', '0.2', '0.5']), scene: rng.index(LEAKY) };
      },
      ask(given) {
        const { w, b, x, y, scene } = given;
        const { eta, z, a, slope, e, delta } = leaky(given);
        const [inW, inB] = [delta.times(x), delta];
        const stepped = (from: number, by: Rational) => rational(from).minus(eta.times(by));
        const pass = say`The slope of leaky ReLU is ${decimal(slope)} here, where ${math`z = ${z}`}.`;
        const mistakes = (from: number, by: Rational, plain: Rational, unscaled: Rational) => [
          mistake(stepped(from, by.negated()))`You went uphill. Subtract ${math`\eta`} times the slope.`,
          mistake(stepped(from, plain))`${pass}`,
          mistake(stepped(from, unscaled))`The output is ${math`a = ${decimal(a)}`}, not ${math`z`} itself.`,
          mistake(by)`That is the slope. The step is ${math`-\eta`} times it, added to the old value.`,
          mistake(eta.times(by).negated())`That is the change. Add it to the old value.`,
          mistake(rational(from).minus(by))`You left out the learning rate ${math`\eta`}.`,
        ];
        return {
          statement: say`${at(LEAKY, scene)} With ${math`z = w x + b`} its output is ${math`a = z`} for positive and ${math`a = 0.1 z`} for negative ${math`z`}; its loss is ${LOSS}. At the start ${settings(given)}; the example has ${math`x = ${x}`} and ${math`y = ${y}`}; the learning rate is ${math`\eta = ${decimal(eta)}`}. Give ${math`w`} and ${math`b`} after one step of gradient descent.`,
          answers: [
            answer.number({
              label: say`New ${math`w =`}`,
              key: stepped(w, inW),
              decimal: true,
              mistakes: [
                ...mistakes(w, inW, e.times(z.sign() < 0 ? x : rational(x, 10)), z.minus(y).times(slope).times(x)),
                mistake(stepped(w, inB))`The input is missing: the slope in ${math`w`} has the factor ${math`x`}.`,
              ],
            }),
            answer.number({
              label: say`New ${math`b =`}`,
              key: stepped(b, inB),
              decimal: true,
              mistakes: [
                ...mistakes(b, inB, z.sign() < 0 ? e : e.over(10), z.minus(y).times(slope)),
                mistake(stepped(b, inW))`The factor ${math`x`} belongs to the weight, not to the bias.`,
              ],
            }),
          ],
          hints: [
            say`Gradient descent: new value = old value ${math`- \, \eta`} times its slope. Both slopes are taken before the step.`,
            say`Multiply ${math`a - y`} by the slope of the activation, 1 or 0.1, and for ${math`w`} by ${math`x`}.`,
            say`Forward: ${math`z = ${productSum([[w, x]])} ${signed(b)} = ${z}`}.`,
          ],
          solution: [
            say`Forward: ${math`z = ${productSum([[w, x]])} ${signed(b)} = ${z}`}, so ${math`a = ${decimal(a)}`}.`,
            say`Slope of the loss: ${math`a - y = ${decimal(e)}`}. Times the slope ${decimal(slope)} of the activation: ${decimal(delta)}.`,
            say`Slopes: ${math`${IN_B} = ${decimal(inB)}`} and ${math`${IN_W} = ${bracketed(inB, decimal)} \cdot ${bracketed(x)} = ${decimal(inW)}`}.`,
            say`New weight: ${math`${w} - ${decimal(eta)} \cdot ${bracketed(inW, decimal)} = ${decimal(stepped(w, inW))}`}.`,
            say`New bias: ${math`${b} - ${decimal(eta)} \cdot ${bracketed(inB, decimal)} = ${decimal(stepped(b, inB))}`}.`,
          ],
        };
      },
      // Central quotients of the loss, exact on one side of the kink; the step has to undo what they say.
      verify({ w, b, x, y, eta }, [newW, newB]) {
        const output = (z: Rational) => (z.sign() > 0 ? z : z.over(10));
        const loss = (W: Rational, B: Rational) => squaredLoss(output(W.times(x).plus(B)), y);
        const changed = (from: number, to: Rational) => rational(from).minus(to).over(eta);
        return (
          changed(w, newW).equals(quotient(v => loss(v, rational(b)), w)) &&
          changed(b, newB).equals(quotient(v => loss(rational(w), v), b))
        );
      },
    }),
  ],
});

function slopeIn(name: string): Formula {
  return tex(`\\frac{\\partial L}{\\partial ${name}}`, `partial L by ${name}`);
}

function settings({ w, b }: { w: number; b: number }): Formula {
  return list([math`w = ${w}`, math`b = ${b}`]);
}

function squaredLoss(a: Rational, y: number): Rational {
  return a.minus(y).power(2).over(2);
}

/** The central quotient with a step of 1/1000. */
function quotient(f: (v: Rational) => Rational, v: number): Rational {
  const step = rational(1, 1000);
  return f(rational(v).plus(step))
    .minus(f(rational(v).minus(step)))
    .over(step.times(2));
}

function positive(z: Rational): Rational {
  return z.sign() > 0 ? z : ZERO;
}

function linear({ w, b, x, y }: Neuron) {
  const z = rational(w * x + b);
  const e = z.minus(y);
  return { z, e, inW: e.times(x), withWeight: e.times(w), withoutError: rational(x), loss: squaredLoss(z, y) };
}

function rectified({ w, b, x, y }: Wide) {
  const z = vector(w).dot(vector(x)).plus(b);
  const a = positive(z);
  return { z, a, isOn: z.sign() > 0, e: a.minus(y), unbent: z.minus(y) };
}

function bent({ k, w, x, j, y }: Bent) {
  const q = rational(k).power(x + j);
  const a = q.over(q.plus(1));
  const [slope, e] = [a.times(ONE.minus(a)), a.minus(y)];
  const parts = { a, slope, e, delta: e.times(slope) };
  if (k === 1) {
    const shown = math`${productSum([[w, x]])} ${signed(-w * x)} = 0`;
    return { ...parts, weight: math`${w}`, bias: math`${-w * x}`, shown };
  }
  const log = math`\ln ${rational(k).power(Math.abs(j))}`;
  const shown = math`${combination([x, Math.sign(j)], [math`\ln ${k}`, log])} = \ln ${q}`;
  return { ...parts, weight: math`\ln ${k}`, bias: combination([Math.sign(j)], [log]), shown };
}

function middle({ isTanh, g, ...stored }: Middle) {
  const a = rational(stored.a);
  const [tanh, sigmoid] = [ONE.minus(a.times(a)), a.times(ONE.minus(a))];
  const slope = isTanh ? tanh : sigmoid;
  return { a, slope, delta: slope.times(g), half: ONE.minus(a).times(g), other: (isTanh ? sigmoid : tanh).times(g) };
}

function leaky({ w, b, x, y, ...rate }: Stepping) {
  const z = rational(w * x + b);
  const slope = z.sign() > 0 ? ONE : rational(1, 10);
  const a = z.times(slope);
  const e = a.minus(y);
  return { eta: rational(rate.eta), z, a, slope, e, delta: e.times(slope) };
}
