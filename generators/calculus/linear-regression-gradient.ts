// The slopes of the squared error in weights and bias: one sample, a mean over samples, two weights, a penalty on the weight.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  decimal,
  display,
  type Formula,
  figure,
  generator,
  level,
  list,
  math,
  matrix,
  mistake,
  paired,
  polynomial,
  productSum,
  type Rational,
  type Rng,
  rational,
  row,
  say,
  signedSum,
  type Text,
  table,
  tuples,
  vector,
} from '#kit';

type Fit = { w: number; b: number; x: number[]; y: number[] };
type Slopes = { key: Rational; reversed: Rational; halved: Rational };
type Mistake = { wrong: Rational; says: Text };

/** Inputs and targets may have either sign. */
const PREDICTIONS = [
  say`From the tilt ${math`x`} of a drone a model predicts its drift ${math`y`}.`,
  say`From the change ${math`x`} of a price a model predicts the change ${math`y`} of the sales.`,
  say`From today’s change ${math`x`} in temperature a model predicts tomorrow’s, ${math`y`}.`,
  say`From a steering signal ${math`x`} a model predicts how far a car turns, ${math`y`}.`,
  say`From the score ${math`x`} of a move a model predicts the lead ${math`y`} after ten moves.`,
];
const TWO_FEATURES = [
  say`A model predicts the drift of a drone from its tilt and the wind.`,
  say`A model predicts a change of the sales from the changes of two prices.`,
  say`A model predicts how far a car turns from two signals.`,
  say`A model predicts tomorrow’s change in temperature from two of today’s changes.`,
  say`A model predicts the lead in a game from two features of a position.`,
];
/** Their mean is whole, but not 0. */
const THREE_ERRORS = [...tuples([-4, -3, -2, -1, 0, 1, 2, 3, 4], 3)].filter(errors => {
  const total = errors.reduce((sum, error) => sum + error, 0);
  return areDifferent(...errors) && total !== 0 && total % 3 === 0;
});
const IN_WEIGHT = math`\frac{\partial L}{\partial w}`;
const IN_BIAS = math`\frac{\partial L}{\partial b}`;

export default generator({
  id: 'calculus/linear-regression-gradient',
  version: 1,
  title: 'Gradient of the squared error in weight and bias',
  bullet: 'Differentiation',
  why: 'This is the first loss that everybody trains: its slopes are averages of error times input, and of the error itself.',
  needs: ['calculus/partial-derivatives', 'calculus/loss-derivatives'],
  levels: [
    level({
      says: 'one sample and one weight',
      par: 30,
      pick(rng) {
        const [w, x, error] = [rng.nonzero(-4, 4), rng.sign() * rng.int(2, 5), rng.nonzero(-6, 6)];
        const given = { w, b: 0, x: [x], y: [w * x - error] };
        const { weight, bias, byWeight } = slopesOf(given);
        const isClear = areDifferent(weight.key, weight.reversed, weight.halved, bias.key, byWeight);
        return isClear && isShort(given.y) ? { ...given, scene: rng.index(PREDICTIONS) } : undefined;
      },
      ask(given) {
        const { w, scene } = given;
        const [x = 0, y = 0] = [given.x[0], given.y[0]];
        const { weight, bias, byWeight, errors } = slopesOf(given);
        const [error = 0] = errors;
        const difference = math`${w} \cdot ${bracketed(x)} - ${bracketed(y)}`;
        return {
          statement: say`${at(PREDICTIONS, scene)} The model is ${math`\hat y = w x`}. For the sample ${math`x = ${x}`}, ${math`y = ${y}`} the loss is ${math`L = (\hat y - y)^2`}. Find its slope in ${math`w`} at ${math`w = ${w}`}.`,
          answers: [
            slopePart(math`\frac{d L}{d w}`, weight, [
              mistake(bias.key)`The inner slope is missing. ${math`\hat y = w x`} has the slope ${math`x`} in ${math`w`}.`,
              mistake(byWeight)`You multiplied by ${math`w`}. The slope of ${math`w x`} in ${math`w`} is ${math`x`}.`,
              mistake(rational(error * error))`That is the loss itself. Differentiate it in ${math`w`}.`,
            ]),
          ],
          hints: [
            say`Chain rule: the square has the slope 2 times the error ${math`\hat y - y`}, and ${math`\hat y - y`} has a slope in ${math`w`} too.`,
            say`Find the error ${math`\hat y - y`}. Then multiply 2, the error and the input ${math`x`}.`,
            say`The error is ${math`\hat y - y = ${difference}`}.`,
          ],
          solution: [
            say`Error: ${math`\hat y - y = ${difference} = ${error}`}.`,
            say`Chain rule: ${math`\frac{d L}{d w} = 2 (\hat y - y) x = 2 \cdot ${bracketed(error)} \cdot ${bracketed(x)} = ${weight.key}`}.`,
          ],
        };
      },
      // A difference of squares around w is exact for a quadratic.
      verify: (given, [key]) => key.equals(slopeOfSquares(given, 1, 0)),
    }),

    level({
      says: 'one sample, weight and bias',
      par: 40,
      pick(rng) {
        const [w, b, x, error] = [rng.nonzero(-4, 4), rng.nonzero(-5, 5), rng.sign() * rng.int(2, 5), rng.nonzero(-6, 6)];
        const given = { w, b, x: [x], y: [w * x + b - error] };
        const { weight, bias } = slopesOf(given);
        const isClear = areDifferent(weight.key, weight.reversed, weight.halved, bias.key);
        return isClear && isShort(given.y) ? { ...given, scene: rng.index(PREDICTIONS) } : undefined;
      },
      ask(given) {
        const { w, b, scene } = given;
        const [x = 0, y = 0] = [given.x[0], given.y[0]];
        const { weight, bias, errors } = slopesOf(given);
        const [error = 0] = errors;
        const difference = math`${w} \cdot ${bracketed(x)} + ${bracketed(b)} - ${bracketed(y)}`;
        return {
          statement: say`${at(PREDICTIONS, scene)} The model is ${math`\hat y = w x + b`}. For the sample ${math`x = ${x}`}, ${math`y = ${y}`} the loss is ${math`L = (\hat y - y)^2`}. Find both of its slopes at ${math`w = ${w}`}, ${math`b = ${b}`}.`,
          answers: [
            slopePart(IN_WEIGHT, weight, [withoutInput(bias)]),
            slopePart(IN_BIAS, bias, [
              withInput(weight),
              mistake(rational(2 * b * error))`You multiplied by ${math`b`}. The prediction has the slope 1 in ${math`b`}.`,
            ]),
          ],
          hints: [
            say`Chain rule: the square has the slope 2 times the error ${math`\hat y - y`}. This is multiplied by the slope of ${math`\hat y`}.`,
            say`Find the error ${math`\hat y - y`} first. The prediction has the slope ${math`x`} in ${math`w`} and the slope 1 in ${math`b`}.`,
            say`The error is ${math`\hat y - y = ${difference}`}.`,
          ],
          solution: [
            say`Error: ${math`\hat y - y = ${difference} = ${error}`}.`,
            say`In ${math`w`}: ${math`${IN_WEIGHT} = 2 (\hat y - y) x = 2 \cdot ${bracketed(error)} \cdot ${bracketed(x)} = ${weight.key}`}.`,
            say`In ${math`b`}: ${math`${IN_BIAS} = 2 (\hat y - y) = 2 \cdot ${bracketed(error)} = ${bias.key}`}.`,
          ],
        };
      },
      verify: (given, [weight, bias]) => weight.equals(slopeOfSquares(given, 1, 0)) && bias.equals(slopeOfSquares(given, 0, 1)),
    }),

    level({
      says: 'the mean over three samples',
      par: 75,
      pick(rng) {
        const errors = rng.pick(THREE_ERRORS);
        const given = drawFit(rng, errors);
        if (given === undefined) return undefined;
        const byInput = given.x.reduce((total, input, i) => total + input * at(errors, i), 0);
        if (byInput === 0 || byInput % 3 !== 0) return undefined;
        const { weight, bias } = slopesOf(given);
        const isClear = areDifferent(weight.key, weight.reversed, weight.halved, bias.key, bias.reversed, bias.halved);
        return isClear ? { ...given, scene: rng.index(PREDICTIONS) } : undefined;
      },
      ask(given) {
        const { w, b, x, y, scene } = given;
        const { weight, bias, errors, predictions } = slopesOf(given);
        const n = x.length;
        const model = polynomial([b, w]).toExpression();
        return {
          statement: say`${at(PREDICTIONS, scene)} The model is ${math`\hat y = w x + b`} with ${math`w = ${w}`} and ${math`b = ${b}`}. The loss ${math`L`} is the mean of ${math`(\hat y - y)^2`} over the three samples. Find its slopes in ${math`w`} and ${math`b`}. ${table([math`x`, math`y`], paired(x, y))}`,
          figures: [
            figure.plot({
              curves: [{ f: model, label: 'model' }],
              x: [Math.min(...x, 0) - 1, Math.max(...x, 0) + 1],
              points: paired(x, y).map(([across, up]) => ({ at: [across, up] as const })),
            }),
          ],
          answers: [
            slopePart(IN_WEIGHT, weight, [withoutInput(bias), summed(weight, n)]),
            slopePart(IN_BIAS, bias, [withInput(weight), summed(bias, n)]),
          ],
          hints: [
            say`A sample has the slope ${math`2 (\hat y - y) x`} in ${math`w`} and ${math`2 (\hat y - y)`} in ${math`b`}. The loss has the means of these.`,
            say`List the errors ${math`\hat y - y`}. Add up error times input for ${math`w`} and the errors for ${math`b`}, then multiply by 2 and divide by ${`${n}`}.`,
            say`The predictions are ${list(predictions)}.`,
          ],
          solution: [
            say`The predictions are ${list(predictions)}, so the errors ${math`\hat y - y`} are ${list(errors)}.`,
            say`In ${math`w`}: ${math`\frac{2}{${n}} \left( ${productSum(paired(errors, x))} \right) = ${weight.key}`}.`,
            say`In ${math`b`}: ${math`\frac{2}{${n}} \left( ${signedSum(errors)} \right) = ${bias.key}`}.`,
          ],
        };
      },
      verify: (given, [weight, bias]) =>
        weight.times(given.x.length).equals(slopeOfSquares(given, 1, 0)) &&
        bias.times(given.x.length).equals(slopeOfSquares(given, 0, 1)),
    }),

    level({
      says: 'two weights and a bias, two samples',
      par: 90,
      pick(rng) {
        const two = (most: number): [number, number] => [rng.nonzero(-most, most), rng.nonzero(-most, most)];
        const [X, w, b, errors] = [[two(3), two(3)], two(3), rng.nonzero(-3, 3), two(5)];
        const y = X.map((inputs, i) => inputs[0] * w[0] + inputs[1] * w[1] + b - at(errors, i));
        const given = { X, w, b, y };
        const { key, reversed, halved, summed, byRows, alone } = gradientOf(given);
        const isClear = areDifferent(key, reversed, halved, summed, byRows, alone) && areDifferent(...errors);
        return isClear && key.entries.every(entry => !entry.isZero()) && isShort(y)
          ? { ...given, scene: rng.index(TWO_FEATURES) }
          : undefined;
      },
      ask(given) {
        const { X, w, b, y, scene } = given;
        const { errors, predictions, key, reversed, halved, summed, byRows, alone } = gradientOf(given);
        const along = (name: string, inputs: readonly number[], i: number) =>
          say`In ${name}: ${math`\frac{2}{2} \left( ${productSum(paired(errors, inputs))} \right) = ${key.at(i)}`}.`;
        return {
          statement: say`${at(TWO_FEATURES, scene)} It is ${math`\hat y = w_1 x_1 + w_2 x_2 + b`} with ${math`w_1 = ${w[0]}`}, ${math`w_2 = ${w[1]}`}, ${math`b = ${b}`}. The loss ${math`L`} is the mean of ${math`(\hat y - y)^2`} over the two samples. Find its gradient in the order ${math`w_1`}, ${math`w_2`}, ${math`b`}. ${table(
            [math`x_1`, math`x_2`, math`y`],
            X.map((inputs, i) => [...inputs, at(y, i)]),
          )}`,
          answers: [
            answer.vector({
              label: say`${math`\nabla L =`}`,
              key,
              mistakes: [
                mistake(reversed)`Your sign is flipped. Take prediction minus target, times the slope of the prediction.`,
                mistake(halved)`The factor 2 is missing. The square brings it down.`,
                mistake(summed)`You added up the two samples. The mean divides by 2.`,
                mistake(byRows)`You gave each sample an entry. Each weight has one: its inputs times the errors.`,
                mistake(alone)`You left out the inputs. The slope in a weight carries its input as a factor.`,
              ],
            }),
          ],
          hints: [
            say`A sample has the slope ${math`2 (\hat y - y) x_1`} in ${math`w_1`}, and so on, and ${math`2 (\hat y - y)`} in ${math`b`}. The loss has the means of these.`,
            say`Find the error ${math`\hat y - y`} of both samples. Then for each parameter add up error times input; the bias has the input 1. The 2 of the square and the mean over 2 cancel.`,
            say`The predictions are ${list(predictions)}.`,
          ],
          solution: [
            say`The predictions are ${list(predictions)}, so the errors ${math`\hat y - y`} are ${list(errors)}.`,
            along(
              'the first weight',
              X.map(([first]) => first),
              0,
            ),
            along(
              'the second weight',
              X.map(([, second]) => second),
              1,
            ),
            say`In the bias: ${math`\frac{2}{2} \left( ${signedSum(errors)} \right) = ${key.at(2)}`}.`,
            say`So ${math`\nabla L = ${row(key.entries)}`}.`,
          ],
        };
      },
      // Differences of the loss along each axis.
      verify({ X, w, b, y }, [key]) {
        const square = (inputs: readonly [number, number], target: number, [p, q, r]: readonly [number, number, number]) =>
          ((w[0] + p) * inputs[0] + (w[1] + q) * inputs[1] + b + r - target) ** 2;
        const total = (p: number, q: number, r: number) =>
          X.reduce((sum, inputs, i) => sum + square(inputs, at(y, i), [p, q, r]), 0);
        const rises = [total(1, 0, 0) - total(-1, 0, 0), total(0, 1, 0) - total(0, -1, 0), total(0, 0, 1) - total(0, 0, -1)];
        return key.length === 3 && key.times(4).equals(vector(rises));
      },
    }),

    level({
      says: 'with a penalty on the weight, with or without factors of one half',
      par: 90,
      pick(rng) {
        const given = drawFit(rng, rng.ints(2, -4, 4));
        if (given === undefined) return undefined;
        const full = { ...given, lambda: `${rational(rng.int(1, 6), 10)}`, isHalf: rng.int(0, 1) === 1 };
        const { weight, bias } = penalised(full);
        return areDifferent(...Object.values(weight)) && areDifferent(...Object.values(bias))
          ? { ...full, scene: rng.index(PREDICTIONS) }
          : undefined;
      },
      ask(given) {
        const { w, b, x, y, isHalf, scene } = given;
        const { weight, bias, errors, predictions, lambda, data, penalty } = penalised(given);
        const squares = math`\left( e_1^2 + e_2^2 \right)`;
        const loss = isHalf
          ? math`L = \frac{1}{4} ${squares} + \frac{\lambda}{2} w^2`
          : math`L = \frac{1}{2} ${squares} + \lambda w^2`;
        const factor = isHalf ? math`\frac{1}{2}` : math`1`;
        const weighed = (total: Formula) => (isHalf ? math`\frac{1}{2} \left( ${total} \right)` : total);
        const penaltySlope = isHalf ? math`\lambda w` : math`2 \lambda w`;
        return {
          statement: say`${at(PREDICTIONS, scene)} The model is ${math`\hat y = w x + b`} with ${math`w = ${w}`} and ${math`b = ${b}`}. Its errors ${math`e = \hat y - y`} on two samples and a penalty with ${math`\lambda = ${decimal(lambda)}`} give the loss below. Find its slopes in ${math`w`} and ${math`b`}. ${display(loss)} ${table([math`x`, math`y`], paired(x, y))}`,
          answers: [
            answer.number({
              label: say`${math`${IN_WEIGHT} =`}`,
              key: weight.key,
              decimal: true,
              mistakes: [
                mistake(weight.unpenalised)`You left out the penalty. It depends on ${math`w`} and has a slope too.`,
                mistake(weight.otherPenalty)`Look at the factor of the penalty: ${math`w^2`} has the slope ${math`2 w`}.`,
                mistake(weight.otherData)`Look at the factor of the errors: a square brings down a 2.`,
                mistake(weight.against)`You subtracted the slope of the penalty. It is added, with the sign of ${math`w`}.`,
                mistake(weight.reversed)`The sign of the first term is flipped. The errors here are ${math`\hat y - y`}.`,
              ],
            }),
            answer.number({
              label: say`${math`${IN_BIAS} =`}`,
              key: bias.key,
              decimal: true,
              mistakes: [
                mistake(bias.penalised)`You penalised the bias. The penalty has only ${math`w`} in it.`,
                mistake(bias.byWeight)`You added the penalty’s slope. That one belongs to ${math`w`} only.`,
                mistake(bias.otherData)`Look at the factor of the errors: a square brings down a 2.`,
                mistake(bias.reversed)`Your sign is flipped. The errors here are ${math`\hat y - y`}.`,
              ],
            }),
          ],
          hints: [
            say`Differentiate term by term. ${math`e^2`} has the slope ${math`2 e x`} in ${math`w`} and ${math`2 e`} in ${math`b`}; the penalty has a slope in ${math`w`} only.`,
            say`Find both errors. Multiply each slope by the factor in front of its term. Add the slope of the penalty in ${math`w`} only.`,
            say`The predictions are ${list(predictions)}. The penalty has the slope ${penaltySlope}.`,
          ],
          solution: [
            say`The predictions are ${list(predictions)}, so the errors are ${list(errors)}.`,
            say`With the 2 of a square, the factor of the errors is ${factor}. The penalty has the slope ${math`${penaltySlope} = ${decimal(penalty)}`}.`,
            say`In ${math`w`} the errors give ${math`${weighed(productSum(paired(errors, x)))} = ${decimal(data)}`}.`,
            say`With the penalty this is ${math`${decimal(data)} + ${bracketed(penalty, decimal)} = ${decimal(weight.key)}`}.`,
            say`In ${math`b`}: ${math`${weighed(signedSum(errors))} = ${decimal(bias.key)}`}.`,
          ],
        };
      },
      // Differences of the squared errors and of the squared weight, each with its factor.
      verify(given, [weight, bias]) {
        const { w, lambda, isHalf } = given;
        const share = isHalf ? 4 : 2;
        const pull = rational(lambda)
          .times((w + 1) ** 2 - (w - 1) ** 2)
          .over(isHalf ? 4 : 2);
        const isSlope = weight
          .minus(pull)
          .times(share)
          .equals(slopeOfSquares(given, 1, 0));
        return isSlope && bias.times(share).equals(slopeOfSquares(given, 0, 1));
      },
    }),
  ],
});

function isShort(targets: readonly number[]): boolean {
  return targets.every(target => target !== 0 && Math.abs(target) <= 12);
}

/** Inputs, and targets at small errors from a line; undefined where they leave nothing to see. */
function drawFit(rng: Rng, errors: readonly number[]): Fit | undefined {
  const [w, b] = [rng.nonzero(-3, 3), rng.nonzero(-4, 4)];
  const x = rng.sample([-3, -2, -1, 0, 1, 2, 3, 4], errors.length);
  const y = x.map((input, i) => w * input + b - at(errors, i));
  const isPlain = errors.filter(Boolean).length < 2 || x.every(input => Math.abs(input) < 2);
  return isPlain || !isShort(y) ? undefined : { w, b, x, y };
}

/** The slopes of the mean of squared errors, and what is taken for them. */
function slopesOf({ w, b, x, y }: Fit) {
  const predictions = x.map(input => w * input + b);
  const errors = predictions.map((prediction, i) => prediction - at(y, i));
  const byInput = errors.reduce((total, error, i) => total + error * at(x, i), 0);
  const alone = errors.reduce((total, error) => total + error, 0);
  const slope = (total: number): Slopes => {
    const half = rational(total, x.length);
    return { key: half.times(2), reversed: half.times(-2), halved: half };
  };
  return { predictions, errors, weight: slope(byInput), bias: slope(alone), byWeight: rational(2 * alone * w) };
}

/** The slope of the sum of squared errors along a direction, from its values alone. */
function slopeOfSquares({ w, b, x, y }: Fit, right: number, up: number): Rational {
  const total = (step: number) =>
    x.reduce((sum, input, i) => sum + ((w + step * right) * input + b + step * up - at(y, i)) ** 2, 0);
  return rational(total(1) - total(-1), 2);
}

function slopePart(name: Formula, { key, reversed, halved }: Slopes, others: Mistake[]) {
  const mistakes = [
    mistake(reversed)`Your sign is flipped. Take prediction minus target, times the slope of the prediction.`,
    mistake(halved)`The factor 2 is missing. The square brings it down.`,
  ];
  return answer.number({ label: say`${math`${name} =`}`, key, mistakes: [...mistakes, ...others] });
}

const withoutInput = ({ key }: Slopes) =>
  mistake(key)`You left out the input. In ${math`w`} the prediction has the slope ${math`x`}.`;
const withInput = ({ key }: Slopes) => mistake(key)`You multiplied by the input. In ${math`b`} the prediction has the slope 1.`;
const summed = ({ key }: Slopes, count: number) =>
  mistake(key.times(count))`You added up the samples. The mean divides by their number.`;

function gradientOf({ X, w, b, y }: { X: [number, number][]; w: [number, number]; b: number; y: number[] }) {
  const predictions = matrix(X)
    .apply(vector(w))
    .map(value => value.plus(b));
  const errors = predictions.minus(vector(y));
  const sum = errors.at(0).plus(errors.at(1));
  const key = vector([...matrix(X).transpose().apply(errors).entries, sum]);
  return {
    predictions: predictions.entries,
    errors: errors.entries,
    key,
    reversed: key.negated(),
    halved: key.times('1/2'),
    summed: key.times(2),
    byRows: vector([...matrix(X).apply(errors).entries, sum]),
    alone: vector([sum, sum, sum]),
  };
}

function penalised(given: Fit & { lambda: string; isHalf: boolean }) {
  const { errors, predictions, ...slopes } = slopesOf(given);
  const share = given.isHalf ? rational(1, 2) : rational(1);
  const other = given.isHalf ? rational(2) : rational(1, 2);
  const [lambda, data, alone] = [rational(given.lambda), slopes.weight.key.times(share), slopes.bias.key.times(share)];
  const penalty = lambda.times(2 * given.w).times(share);
  return {
    errors,
    predictions,
    lambda,
    data,
    penalty,
    weight: {
      key: data.plus(penalty),
      unpenalised: data,
      otherPenalty: data.plus(penalty.times(other)),
      otherData: data.times(other).plus(penalty),
      against: data.minus(penalty),
      reversed: penalty.minus(data),
    },
    bias: {
      key: alone,
      penalised: alone.plus(lambda.times(2 * given.b).times(share)),
      byWeight: alone.plus(penalty),
      otherData: alone.times(other),
      reversed: alone.negated(),
    },
  };
}
