// The gradient of the cross-entropy after a sigmoid or a softmax: probability minus label, times the input.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  decimal,
  display,
  type Formula,
  generator,
  isNear,
  level,
  math,
  mistake,
  numericSlope,
  ONE,
  paired,
  productSum,
  type Rational,
  rational,
  row,
  say,
  signedSum,
  sum,
  type Text,
  table,
  type Vector,
  vector,
} from '#kit';

type Sample = { inputs: number[]; y: number; odds: string };

/** Who rates what, and what the label 1 means. */
const SCENES = [
  { who: 'A spam filter reads a message', event: 'spam' },
  { who: 'A credit model rates a customer', event: 'a default' },
  { who: 'A triage model sees a patient', event: 'an infection' },
  { who: 'A detector checks a payment', event: 'fraud' },
  { who: 'A film site meets a user', event: 'a click' },
  { who: 'A camera trap takes a picture', event: 'an animal' },
];
const BATCHES = [
  say`A spam filter is trained on two messages.`,
  say`A credit model learns from two customers.`,
  say`A triage model learns from two patients.`,
  say`A fraud detector is trained on two payments.`,
  say`A film site learns from two visits.`,
];
const CLASSES = [
  { who: 'A picture', names: ['cat', 'dog', 'bird'] },
  { who: 'A day', names: ['rain', 'sun', 'snow'] },
  { who: 'A word', names: ['noun', 'verb', 'adjective'] },
  { who: 'A song', names: ['calm', 'happy', 'sad'] },
  { who: 'A review', names: ['good', 'mixed', 'bad'] },
];
/** e to the power of the two logits or of minus them; the probabilities have a small common denominator. */
const ODDS = [
  [2, 2],
  [3, 3],
  [4, 4],
  [1, 3],
  [2, 5],
  [4, 9],
] as const;
/** e to the power of three logits. */
const SHARES = [
  [1, 1, 2],
  [1, 2, 2],
  [1, 1, 3],
  [1, 2, 3],
  [1, 1, 4],
  [1, 3, 4],
  [1, 2, 5],
  [2, 3, 5],
  [1, 4, 5],
  [2, 2, 4],
] as const;
const LOSS = display(math`L = -y \ln p - (1 - y) \ln(1 - p)`);
const SIGMOID = math`\sigma(z) = \frac{1}{1 + e^{-z}}`;
const FACT = say`With a sigmoid and this loss, the slope in the logit, the number inside ${math`\sigma`}, is ${math`p - y`}. A weight’s slope is this times its input; the bias has the input 1.`;

export default generator({
  id: 'calculus/logistic-gradient',
  version: 1,
  title: 'Gradient of logistic regression',
  bullet: 'Differentiation',
  why: 'With a sigmoid and the cross-entropy the slope is just (p − y) · x. The last layer of every classifier shares this pattern.',
  needs: ['calculus/activation-derivatives', 'calculus/linear-regression-gradient'],
  levels: [
    level({
      says: 'one feature, the probability is given',
      par: 25,
      pick(rng) {
        const tenths = rng.pick([1, 2, 3, 4, 6, 7, 8, 9]);
        const given = { inputs: [rng.sign() * rng.int(2, 6)], y: rng.int(0, 1), odds: `${rational(tenths, 10 - tenths)}` };
        return { ...given, scene: rng.index(SCENES) };
      },
      ask(given) {
        const { inputs, y, scene } = given;
        const { who, event } = at(SCENES, scene);
        const [x = 0] = inputs;
        const { p, error, key, reversed, extra, otherLabel, alone } = gradientOf(given);
        return {
          statement: say`${who} with the feature ${math`x = ${x}`}. Its model ${math`p = \sigma(w x + b)`} gives ${event} (${math`y = 1`}) the probability ${math`p = ${decimal(p)}`}. The label is ${math`y = ${y}`}. Find the slope of the cross-entropy ${math`L`} in ${math`w`}. ${LOSS}`,
          answers: [
            answer.number({
              label: say`${math`\frac{\partial L}{\partial w} =`}`,
              key: key.at(0),
              decimal: true,
              mistakes: [
                mistake(reversed.at(0))`You took ${math`y - p`}. The slope is prediction minus label.`,
                mistake(alone.at(0))`You left out the input. The slope in ${math`w`} has the factor ${math`x`}.`,
                mistake(
                  extra.at(0),
                )`You kept the slope ${math`p(1 - p)`} of the sigmoid. It cancels against the slope of the loss.`,
                mistake(otherLabel.at(0))`You used the other label. Here ${math`y = ${y}`}.`,
              ],
            }),
          ],
          hints: [
            FACT,
            say`Take the label away from the probability. Then multiply by the input.`,
            say`The difference is ${math`p - y = ${decimal(p)} - ${y}`}.`,
          ],
          solution: [
            y === 1
              ? say`Here ${math`L = -\ln p`} has the slope ${math`-\frac{1}{p}`} in ${math`p`}, and ${math`p`} has ${math`p (1 - p)`} in the logit. The product is ${math`-(1 - p) = p - y`}.`
              : say`Here ${math`L = -\ln(1 - p)`} has the slope ${math`\frac{1}{1 - p}`} in ${math`p`}, and ${math`p`} has ${math`p (1 - p)`} in the logit. The product is ${math`p = p - y`}.`,
            say`Slope in the logit: ${math`p - y = ${decimal(p)} - ${y} = ${decimal(error)}`}.`,
            say`Times the input: ${math`\frac{\partial L}{\partial w} = ${decimal(error)} \cdot ${bracketed(x)} = ${decimal(key.at(0))}`}.`,
          ],
        };
      },
      // Difference quotients of the loss itself, from the parameters on.
      verify: (given, [key]) =>
        isNear(
          key.toNumber(),
          numericSlope(t => lossOf(given, at(given.inputs, 0) * t), 0),
        ),
    }),

    level({
      says: 'two features and a bias, the probability is given',
      par: 40,
      pick(rng) {
        const tenths = rng.pick([1, 2, 3, 4, 6, 7, 8, 9]);
        const [first, second] = [rng.nonzero(-5, 5), rng.nonzero(-5, 5)];
        const given = { inputs: [first, second], y: rng.int(0, 1), odds: `${rational(tenths, 10 - tenths)}` };
        return Math.abs(first) === Math.abs(second) ? undefined : { ...given, scene: rng.index(SCENES) };
      },
      ask(given) {
        const { inputs, y, scene } = given;
        const { who, event } = at(SCENES, scene);
        const { p, error, key } = gradientOf(given);
        return {
          statement: say`${who} with the features ${math`x = ${row(inputs)}`}. Its model ${math`p = \sigma(w_1 x_1 + w_2 x_2 + b)`} gives ${event} (${math`y = 1`}) the probability ${math`p = ${decimal(p)}`}. The label is ${math`y = ${y}`}. Find the gradient of the cross-entropy ${math`L`} in the order ${math`w_1`}, ${math`w_2`}, ${math`b`}. ${LOSS}`,
          answers: [answer.vector({ label: say`${math`\nabla L =`}`, key, decimal: true, mistakes: misread(given) })],
          hints: [
            FACT,
            say`Take the label away from the probability. Multiply by each input, and by 1 for the bias.`,
            say`The difference is ${math`p - y = ${decimal(p)} - ${y}`}.`,
          ],
          solution: [
            say`Slope in the logit: ${math`p - y = ${decimal(p)} - ${y} = ${decimal(error)}`}.`,
            say`The inputs are ${row(inputs)}, and 1 for the bias.`,
            say`Multiply: ${math`\nabla L = ${row(key.entries.map(decimal))}`}.`,
          ],
        };
      },
      verify: (given, [key]) => isGradient(given, key),
    }),

    level({
      says: 'the logit is a logarithm',
      par: 60,
      pick(rng) {
        const [first, second, k] = [rng.nonzero(-4, 4), rng.nonzero(-4, 4), rng.pick([2, 3, 4, 5, 7, 9])];
        const given = { inputs: [first, second], y: rng.int(0, 1), odds: rng.pick([`${k}`, `1/${k}`]) };
        const isClear = Math.abs(first) !== Math.abs(second);
        return isClear ? { ...given, scene: rng.index(SCENES) } : undefined;
      },
      ask(given) {
        const { inputs, y, odds, scene } = given;
        const { who, event } = at(SCENES, scene);
        const { p, error, key, complement, asOdds } = gradientOf(given);
        const value = logOf(odds);
        return {
          statement: say`${who} with the features ${math`x = ${row(inputs)}`}. The probability of ${event} (${math`y = 1`}) is ${math`p = \sigma(z)`} with ${SIGMOID} and the logit ${math`z = w_1 x_1 + w_2 x_2 + b = ${value}`}. The label is ${math`y = ${y}`}. Find the exact gradient of the cross-entropy ${math`L`} in the order ${math`w_1`}, ${math`w_2`}, ${math`b`}. ${LOSS}`,
          answers: [
            answer.vector({
              label: say`${math`\nabla L =`}`,
              key,
              mistakes: [
                ...misread(given),
                mistake(complement)`You took ${math`1 - p`} for ${math`p`}. Mind the sign in ${math`e^{-z}`}.`,
                mistake(asOdds)`You took ${math`e^z`} for ${math`p`}. Those are the odds; ${math`p = e^z / (1 + e^z)`}.`,
              ],
            }),
          ],
          hints: [
            FACT,
            say`Find ${math`p`} first: ${math`e^z`} undoes the logarithm, and ${math`\sigma(z) = \frac{e^z}{1 + e^z}`}.`,
            say`Here ${math`e^z = ${rational(odds)}`}.`,
          ],
          solution: [
            say`${math`e^z = ${rational(odds)}`}, so ${math`p = \frac{e^z}{1 + e^z} = ${p}`}.`,
            say`Slope in ${math`z`}: ${math`p - y = ${p} - ${y} = ${error}`}.`,
            say`Times the inputs ${row(inputs)}, and 1 for the bias: ${math`\nabla L = ${row(key.entries)}`}.`,
          ],
        };
      },
      verify: (given, [key]) => isGradient(given, key),
    }),

    level({
      says: 'the mean over two samples',
      par: 90,
      pick(rng) {
        const samples = rng.shuffle(rng.pick(ODDS)).map(k => ({
          inputs: [rng.nonzero(-4, 4)],
          y: rng.int(0, 1),
          odds: rng.pick([`${k}`, `${rational(1, k)}`]),
        }));
        const [first, second] = samples;
        if (first?.odds === second?.odds || first?.inputs[0] === second?.inputs[0]) return undefined;
        const { weight, bias } = meanOf(samples);
        const isClear = !bias.key.isZero() && areDifferent(...Object.values(weight)) && areDifferent(...Object.values(bias));
        return isClear ? { samples, scene: rng.index(BATCHES) } : undefined;
      },
      ask({ samples, scene }) {
        const { x, each, errors, weight, bias } = meanOf(samples);
        const p = each.map(sample => sample.p);
        const rows = samples.map(({ y, odds }, i) => [at(x, i), y, logOf(odds)]);
        const half = math`\frac{1}{2}`;
        return {
          statement: say`${at(BATCHES, scene)} The model is ${math`p = \sigma(z)`}, ${SIGMOID}, with the logit ${math`z = w x + b`}. The loss ${math`L`} is the mean of the two cross-entropies ${math`-y \ln p - (1 - y) \ln(1 - p)`}. Find its exact slopes. ${table([math`x`, math`y`, math`z`], rows)}`,
          answers: [
            answer.number({
              label: say`${math`\frac{\partial L}{\partial w} =`}`,
              key: weight.key,
              mistakes: [
                ...misaveraged(weight),
                mistake(bias.key)`You left out the inputs. The slope in ${math`w`} has the factor ${math`x`}.`,
              ],
            }),
            answer.number({
              label: say`${math`\frac{\partial L}{\partial b} =`}`,
              key: bias.key,
              mistakes: [...misaveraged(bias), mistake(weight.key)`You multiplied by the inputs. The bias has the input 1.`],
            }),
          ],
          hints: [
            FACT,
            say`Find ${math`p = \frac{e^z}{1 + e^z}`} and ${math`p - y`} for each sample. Then take the means of ${math`(p - y) x`} and of ${math`p - y`}.`,
            say`The first sample has ${math`p = ${at(p, 0)}`}.`,
          ],
          solution: [
            say`The ${math`e^z`} are ${rational(at(samples, 0).odds)} and ${rational(at(samples, 1).odds)}, so ${math`p = \frac{e^z}{1 + e^z}`} is ${at(p, 0)} and ${at(p, 1)}. Minus the labels: ${at(errors, 0)} and ${at(errors, 1)}.`,
            say`In ${math`w`}: ${math`${half} \left( ${productSum(paired(errors, x))} \right) = ${weight.key}`}.`,
            say`In ${math`b`}: ${math`${half} \left( ${signedSum(errors)} \right) = ${bias.key}`}.`,
          ],
        };
      },
      verify({ samples }, [weight, bias]) {
        const total = (move: (sample: Sample) => number) =>
          samples.reduce((loss, sample) => loss + lossOf(sample, move(sample)), 0);
        const along = numericSlope(t => total(({ inputs }) => at(inputs, 0) * t), 0);
        return (
          isNear(2 * weight.toNumber(), along) &&
          isNear(
            2 * bias.toNumber(),
            numericSlope(t => total(() => t), 0),
          )
        );
      },
    }),

    level({
      says: 'a softmax over three classes',
      par: 90,
      pick(rng) {
        const x = [rng.nonzero(-4, 4), rng.nonzero(-4, 4)];
        const given = { shares: rng.shuffle(rng.pick(SHARES)), truth: rng.int(0, 2), asked: rng.int(0, 2), x };
        const [first = 0, second = 0] = x;
        return Math.abs(first) === Math.abs(second) ? undefined : { ...given, scene: rng.index(CLASSES) };
      },
      ask(given) {
        const { shares, truth, asked, x, scene } = given;
        const { who, names } = at(CLASSES, scene);
        const total = sum(shares);
        const p = vector(shares).times(ONE.over(total));
        const labels = p.map((_, i) => (i === truth ? 1 : 0));
        const [key, inputs, share] = [p.minus(labels), vector(x), p.at(asked)];
        const error = key.at(asked);
        return {
          statement: say`${who} belongs to one of three classes: ${names.map((name, i) => `${name} (${i + 1})`).join(', ')}. For ${math`x = ${row(x)}`} the logits ${math`z_k = w_k \cdot x + b_k`} are ${math`z = ${row(shares.map(logOf))}`}, and softmax turns them into the probabilities ${math`p`}. The true class is ${at(names, truth)}, so the loss is ${math`L = -\ln p_${truth + 1}`}. Find its exact gradient in the logits ${math`z`} and in the weights ${math`w_${asked + 1}`}.`,
          answers: [
            answer.vector({
              label: say`In ${math`z`}:`,
              key,
              mistakes: [
                mistake(key.negated())`You took label minus probability. The slope is probability minus label.`,
                mistake(p)`Those are the probabilities. Take 1 away at the true class.`,
                mistake(vector(shares).minus(labels))`You did not divide. Softmax divides each ${math`e^z`} by their sum.`,
                mistake(
                  labels.map((label, i) => label.over(p.at(i)).negated()),
                )`That is the gradient in ${math`p`}. Go on through the softmax to the logits.`,
              ],
            }),
            answer.vector({
              label: say`In ${math`w_${asked + 1}`}:`,
              key: inputs.times(error),
              mistakes: [
                mistake(inputs.times(error.negated()))`You took label minus probability. The slope is probability minus label.`,
                asked === truth
                  ? mistake(inputs.times(share))`You left out the label. This is the true class, so its label is 1.`
                  : mistake(inputs.times(share.minus(1)))`You gave this class the label 1. Only the true class has it.`,
                mistake(inputs.map(() => error))`You left out the inputs. Each weight’s slope has its own input as a factor.`,
                mistake(
                  inputs.times(share.minus(labels.at(asked)).times(share).times(ONE.minus(share))),
                )`You kept ${math`p (1 - p)`}. It cancels against the slope of the loss.`,
              ],
            }),
          ],
          hints: [
            say`With softmax and this loss, the gradient in the logits is ${math`p - y`}, where ${math`y`} is 1 at the true class and 0 elsewhere.`,
            say`Find ${math`p`}: each ${math`e^z`} divided by their sum. Take ${math`y`} away. The weights of a class have its entry of ${math`p - y`} times ${math`x`}.`,
            say`The three ${math`e^z`} are ${math`${row(shares)}`}.`,
          ],
          solution: [
            say`The three ${math`e^z`} are ${math`${row(shares)}`}, with the sum ${total}. So ${math`p = ${row(p.entries)}`}.`,
            say`The true class is ${at(names, truth)}, so take 1 away there: ${math`p - y = ${row(key.entries)}`}.`,
            say`For ${math`w_${asked + 1}`} take entry ${`${asked + 1}`} of it times ${math`x`}: ${math`${error} \cdot ${row(x)} = ${row(inputs.times(error).entries)}`}.`,
          ],
        };
      },
      // Difference quotients of ln(Σ e^z) − z at the true class.
      verify({ shares, truth, asked, x }, [logits, weights]) {
        const loss = (i: number, t: number) => {
          const scales = shares.map((share, j) => (i === j ? share * Math.exp(t) : share));
          return Math.log(scales.reduce((total, scale) => total + scale, 0) / at(scales, truth));
        };
        const areLogits = logits.entries.every((entry, i) =>
          isNear(
            entry.toNumber(),
            numericSlope(t => loss(i, t), 0),
          ),
        );
        const areWeights = weights.entries.every((entry, j) =>
          isNear(
            entry.toNumber(),
            numericSlope(t => loss(asked, at(x, j) * t), 0),
          ),
        );
        return logits.length === 3 && weights.length === 2 && areLogits && areWeights;
      },
    }),
  ],
});

/** ln k as it is written: 0, ln 3, −ln 3. */
function logOf(odds: string | number): Formula {
  const value = rational(odds);
  if (value.equals(1)) return math`0`;
  return value.compare(1) > 0 ? math`\ln ${value}` : math`-\ln ${ONE.over(value)}`;
}

/** The cross-entropy of a sample after its logit has moved so far. */
function lossOf({ y, odds }: Sample, move: number): number {
  const growth = rational(odds).toNumber() * Math.exp(move);
  return Math.log(1 + (y === 1 ? 1 / growth : growth));
}

/** Difference quotients of the loss itself in each weight and in the bias. */
function isGradient(sample: Sample, key: Vector): boolean {
  const inputs = [...sample.inputs, 1];
  const slopes = inputs.map(x => numericSlope(t => lossOf(sample, x * t), 0));
  return key.length === slopes.length && slopes.every((slope, i) => isNear(key.at(i).toNumber(), slope));
}

/** In the weights, then in the bias, with what is taken for it. */
function gradientOf({ inputs, y, odds }: Sample) {
  const ratio = rational(odds);
  const p = ratio.over(ratio.plus(1));
  const all = vector([...inputs, 1]);
  const error = p.minus(y);
  const key = all.times(error);
  return {
    p,
    error,
    key,
    reversed: key.negated(),
    extra: key.times(p.times(ONE.minus(p))),
    otherLabel: all.times(p.minus(1 - y)),
    alone: all.map(() => error),
    complement: all.times(ONE.minus(p).minus(y)),
    asOdds: all.times(ratio.minus(y)),
  };
}

function misread(sample: Sample): { wrong: Vector; says: Text }[] {
  const { reversed, alone, extra, otherLabel } = gradientOf(sample);
  return [
    mistake(reversed)`You took ${math`y - p`}. The slope is prediction minus label.`,
    mistake(alone)`You left out the inputs. Each weight’s slope has its own input as a factor.`,
    mistake(extra)`You kept the slope ${math`p(1 - p)`} of the sigmoid. It cancels against the slope of the loss.`,
    mistake(otherLabel)`You used the other label. Here ${math`y = ${sample.y}`}.`,
  ];
}

/** The mean slopes over two samples, with what is taken for them. */
function meanOf(samples: readonly Sample[]) {
  const x = samples.map(({ inputs }) => at(inputs, 0));
  const each = samples.map(gradientOf);
  const mean = (values: readonly Rational[]) => sum(values).over(values.length);
  const slopes = (i: number) => {
    const key = mean(each.map(sample => sample.key.at(i)));
    const extra = mean(each.map(sample => sample.extra.at(i)));
    return { key, reversed: key.negated(), summed: key.times(2), extra };
  };
  return { x, each, errors: each.map(({ error }) => error), weight: slopes(0), bias: slopes(1) };
}

function misaveraged({ reversed, summed, extra }: { reversed: Rational; summed: Rational; extra: Rational }) {
  return [
    mistake(reversed)`You took ${math`y - p`}. The slope is prediction minus label.`,
    mistake(summed)`You added up the two samples. The mean divides by 2.`,
    mistake(extra)`You kept the slope ${math`p(1 - p)`} of the sigmoid. It cancels against the slope of the loss.`,
  ];
}
