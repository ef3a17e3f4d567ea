// Mini-batches by hand: mean gradients, one step with them, how many steps an epoch has, and batches of unequal sizes put together.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  decimal,
  type Formula,
  generator,
  level,
  list,
  math,
  mistake,
  paired,
  productSum,
  productSumWorked,
  type Rational,
  rational,
  say,
  signedSum,
  sum,
  table,
} from '#kit';

type Step = { w: string; eta: string };
type Samples = { w: number; eta: string; x: [number, number]; y: [number, number] };
type Parts = Step & { sizes: number[]; slopes: number[] };

/** What is trained, and the letter of its parameter. */
const PARAMETERS = [
  { letter: 'w', says: say`A spam filter trains its weight ${math`w`} with mini-batches.` },
  { letter: 'b', says: say`A model of energy use trains its bias ${math`b`} with mini-batches.` },
  { letter: 'k', says: say`A robot learns the gain ${math`k`} of its controller from mini-batches.` },
  { letter: 'v', says: say`A recommender trains one entry ${math`v`} of a film’s vector with mini-batches.` },
  { letter: 't', says: say`A fraud detector learns the threshold ${math`t`} of its score from mini-batches.` },
];
const DATA_SETS = ['images', 'reviews', 'payments', 'recordings', 'sentences'];
/** Inputs and targets of either sign. */
const PREDICTIONS = [
  say`From the tilt ${math`x`} of a drone a model predicts its drift ${math`y`}.`,
  say`From the change ${math`x`} of a price a model predicts the change ${math`y`} of the sales.`,
  say`From today’s change ${math`x`} in temperature a model predicts tomorrow’s, ${math`y`}.`,
  say`From a steering signal ${math`x`} a model predicts how far a car turns, ${math`y`}.`,
];
const UNEQUAL = [
  [5, 3, 2],
  [6, 3, 1],
  [4, 2, 2],
  [10, 6, 4],
  [12, 5, 3],
  [8, 2],
  [6, 2],
  [12, 4],
  [7, 3],
];
const LAST_SMALLER = [
  [4, 4, 2],
  [8, 8, 4],
  [3, 3, 3, 1],
  [16, 4],
  [6, 6, 6, 2],
  [8, 8, 8, 1],
];
/** Where parts of a batch or of an epoch come from, and of what sizes. */
const PARTS = [
  { sizes: UNEQUAL, says: 'A batch is too large for the memory. It goes through the network in parts, the rows of the table.' },
  { sizes: UNEQUAL, says: 'A batch is spread over several machines, the rows of the table.' },
  { sizes: UNEQUAL, says: 'Several phones, the rows of the table, train one model together.' },
  { sizes: LAST_SMALLER, says: 'One step is made with a whole data set. It is read in batches, the rows of the table.' },
];

export default generator({
  id: 'calculus/minibatch-updates',
  version: 1,
  title: 'Stochastic and mini-batch updates',
  bullet: 'Gradient Descent',
  why: 'Real training takes the mean gradient of a small batch for each step. How many steps an epoch has follows from the sizes.',
  needs: ['calculus/gradient-descent-step', 'calculus/linear-regression-gradient'],
  levels: [
    level({
      says: 'the mean gradient of a batch',
      par: 20,
      pick(rng) {
        const slopes = rng.ints(rng.int(3, 5), -9, 9);
        const [all, total, sizes] = [rng.int(3, 20) * 10, sum(slopes), sum(slopes.map(Math.abs))];
        return total.isZero() || total.abs().equals(sizes) ? undefined : { slopes, all, scene: rng.index(PARAMETERS) };
      },
      ask({ slopes, all, scene }) {
        const { letter, says } = at(PARAMETERS, scene);
        const [total, count] = [sum(slopes), slopes.length];
        const key = total.over(count);
        return {
          statement: say`${says} The loss of a batch is the mean of the losses of its samples. From ${`${all}`} samples a batch of ${`${count}`} is drawn; their losses have the slopes ${list(slopes)} in ${math`${letter}`}. Find the exact slope of the batch’s loss.`,
          answers: [
            answer.number({
              label: say`Slope of the batch:`,
              key,
              mistakes: [
                mistake(total)`You added the slopes. Divide by the size of the batch as well.`,
                mistake(total.over(all))`You divided by all samples. Only those in the batch count.`,
                mistake(sum(slopes.map(Math.abs)).over(count))`You dropped the signs. Add each slope with its own sign.`,
                mistake(
                  total.over(count - 1),
                )`You divided by one less than the size of the batch. A mean divides by the full size.`,
              ],
            }),
          ],
          hints: [
            say`The slope of a mean is the mean of the slopes.`,
            say`Add the slopes with their signs. Then divide by how many there are in the batch.`,
            say`The sum is ${signedSum(slopes)}.`,
          ],
          solution: [
            say`Sum: ${math`${signedSum(slopes)} = ${total}`}.`,
            say`Divided by the size of the batch: ${math`${total} / ${count} = ${key}`}.`,
          ],
        };
      },
      // Around their mean, the slopes balance.
      verify: ({ slopes }, [key]) => sum(slopes.map(slope => key.minus(slope))).isZero(),
    }),

    level({
      says: 'one step with the mean gradient',
      par: 30,
      pick(rng) {
        const slopes = rng.ints(rng.pick([2, 4, 5]), -9, 9);
        const given = { slopes, w: `${rational(rng.nonzero(-30, 30), 10)}`, eta: rng.pick(['0.1', '0.2', '0.5', '0.01']) };
        const { key, up, whole, summed, single } = movesOf(given, sum(slopes), slopes.length, at(slopes, 0));
        return areDifferent(key, up, whole, summed, single) ? { ...given, scene: rng.index(PARAMETERS) } : undefined;
      },
      ask(given) {
        const { slopes, w, eta, scene } = given;
        const { letter, says } = at(PARAMETERS, scene);
        const total = sum(slopes);
        const [from, rate, mean] = [rational(w), rational(eta), total.over(slopes.length)];
        const { key, up, whole, summed, single } = movesOf(given, total, slopes.length, at(slopes, 0));
        return {
          statement: say`${says} The loss of a batch is the mean of the losses of its samples. At ${math`${letter} = ${decimal(from)}`} the samples of a batch have the slopes ${list(slopes)}. Find ${math`${letter}`} after one step of gradient descent on this batch with the learning rate ${math`\eta = ${decimal(rate)}`}.`,
          answers: [
            answer.number({
              label: say`New ${math`${letter}`}:`,
              key,
              decimal: true,
              mistakes: [
                mistake(summed)`You used the sum of the slopes. Take their mean.`,
                mistake(up, 'calculus/gradient-descent-step')`You went up the slope. Take ${math`\eta`} times the mean away.`,
                mistake(
                  whole,
                  'calculus/gradient-descent-step',
                )`You left out the learning rate. Multiply the mean by ${math`\eta`}.`,
                mistake(single)`You used the first sample only. All samples of the batch count, by their mean.`,
              ],
            }),
          ],
          hints: [
            say`A step on a batch takes ${math`\eta`} times the mean slope of its samples away.`,
            say`Find the mean of the slopes, multiply it by ${math`\eta`}, and take this away from ${math`${letter}`}.`,
            say`The slopes add up to ${total}.`,
          ],
          solution: [
            say`Mean slope: ${math`\left( ${signedSum(slopes)} \right) / ${slopes.length} = ${decimal(mean)}`}.`,
            say`Step: ${math`${stepped(from, rate, mean)} = ${decimal(key)}`}.`,
          ],
        };
      },
      // The same as one step for each sample alone, and then the mean of where they lead.
      verify({ slopes, w, eta }, [key]) {
        const ends = slopes.map(slope => rational(w).minus(rational(eta).times(slope)));
        return sum(ends).equals(key.times(slopes.length));
      },
    }),

    level({
      says: 'how many updates a training has',
      par: 40,
      pick(rng) {
        const [samples, batch] = [rng.int(4, 40) * 25, rng.pick([16, 20, 30, 32, 40, 50, 60, 64])];
        const [epochs, isKept] = [rng.int(2, 10), rng.int(0, 1) === 1];
        const { key, other, across, onePass, exact } = countsOf({ samples, batch, epochs, isKept });
        const isPlain = samples % batch === 0 || samples < 3 * batch;
        return isPlain || !areDifferent(key, other, across, onePass, exact)
          ? undefined
          : { samples, batch, epochs, isKept, scene: rng.index(DATA_SETS) };
      },
      ask(given) {
        const { samples, batch, epochs, isKept, scene } = given;
        const { key, other, across, onePass, exact } = countsOf(given);
        const whole = Math.floor(samples / batch);
        const rest = samples - whole * batch;
        return {
          statement: say`In each epoch a data set of ${`${samples}`} ${at(DATA_SETS, scene)} is shuffled and split into mini-batches of ${`${batch}`}. The last, smaller batch of an epoch is ${isKept ? 'used like the others' : 'dropped'}. Each batch gives one update. How many updates do ${`${epochs}`} epochs make?`,
          answers: [
            answer.number({
              label: say`Updates:`,
              key,
              mistakes: [
                isKept
                  ? mistake(other)`You left out the smaller batch at the end of each epoch. Here it gives an update too.`
                  : mistake(other)`You counted the smaller batch at the end of each epoch. Here it is dropped.`,
                mistake(across)`You split all epochs as one long row. Each epoch is split by itself.`,
                mistake(onePass)`Those are the updates of one epoch. Multiply by the epochs.`,
                mistake(exact)`There are only whole updates. Round the batches of one epoch first.`,
                mistake(epochs * samples)`You counted an update for each sample. There is one for each batch.`,
              ],
            }),
          ],
          hints: [
            say`An epoch is one pass through all samples. It has as many updates as it has batches.`,
            say`Divide the samples by the batch size and round ${isKept ? 'up' : 'down'}. Then multiply by the number of epochs.`,
            say`An epoch has ${`${whole}`} full batches, and ${rest === 1 ? '1 sample is' : `${rest} samples are`} left over.`,
          ],
          solution: [
            say`One epoch: ${math`${samples} = ${whole} \cdot ${batch} + ${rest}`}, so ${`${whole}`} full batches and a smaller one.`,
            say`The smaller one is ${isKept ? 'used' : 'dropped'}: ${`${onePass}`} updates in an epoch.`,
            say`All epochs: ${math`${epochs} \cdot ${onePass} = ${key}`}.`,
          ],
        };
      },
      // Runs the loop.
      verify({ samples, batch, epochs, isKept }, [key]) {
        let updates = 0;
        for (let epoch = 0; epoch < epochs; epoch++)
          for (let left = samples; left > 0; left -= batch) if (left >= batch || isKept) updates++;
        return key.equals(updates);
      },
    }),

    level({
      says: 'a batch of two samples of linear regression',
      par: 60,
      pick(rng) {
        const two = (draw: () => number): [number, number] => [draw(), draw()];
        const [x, errors, w] = [two(() => rng.nonzero(-3, 3)), two(() => rng.nonzero(-4, 4)), rng.nonzero(-3, 3)];
        const y: [number, number] = [w * x[0] - errors[0], w * x[1] - errors[1]];
        const given = { w, eta: rng.pick(['0.1', '0.2', '0.05', '0.01']), x, y };
        const { key, up, whole, summed, halved, inTurn } = onSamples(given);
        const isClear = x[0] !== x[1] && areDifferent(key, up, whole, summed, halved, inTurn);
        return isClear ? { ...given, scene: rng.index(PREDICTIONS) } : undefined;
      },
      ask(given) {
        const { w, x, y, scene } = given;
        const { key, up, whole, summed, halved, inTurn, errors, slopes, mean, rate } = onSamples(given);
        const products = slopes.map(
          (slope, i) => math`2 \cdot ${bracketed(at(errors, i))} \cdot ${bracketed(at(x, i))} = ${slope}`,
        );
        return {
          statement: say`${at(PREDICTIONS, scene)} The model is ${math`\hat y = w x`} with ${math`w = ${w}`}. The loss of a batch is the mean of ${math`(\hat y - y)^2`} over its samples. Find ${math`w`} after one step of gradient descent with the learning rate ${math`\eta = ${decimal(rate)}`} on this batch of two. ${table([math`x`, math`y`], paired(x, y))}`,
          answers: [
            answer.number({
              label: say`New ${math`w`}:`,
              key,
              decimal: true,
              mistakes: [
                mistake(summed)`You used the sum of the two slopes. Take their mean.`,
                mistake(inTurn)`You stepped after each sample. Take both slopes at the old ${math`w`}, then step once.`,
                mistake(up, 'calculus/gradient-descent-step')`You went up the slope. Take ${math`\eta`} times the mean away.`,
                mistake(
                  whole,
                  'calculus/gradient-descent-step',
                )`You left out the learning rate. Multiply the mean by ${math`\eta`}.`,
                mistake(
                  halved,
                  'calculus/linear-regression-gradient',
                )`Your slopes lack the factor 2 that the square brings down.`,
              ],
            }),
          ],
          hints: [
            say`A sample has the slope ${math`2 (\hat y - y) x`}. The loss of the batch has the mean of these.`,
            say`Find both errors ${math`\hat y - y`} and both slopes at the old ${math`w`}. Then take ${math`\eta`} times their mean away from ${math`w`}.`,
            say`The errors ${math`\hat y - y`} are ${list(errors)}.`,
          ],
          solution: [
            say`Errors ${math`\hat y - y`}: ${list(errors)}.`,
            say`Slopes ${math`2 (\hat y - y) x`}: ${at(products, 0)} and ${at(products, 1)}.`,
            say`Mean: ${math`\left( ${signedSum(slopes)} \right) / 2 = ${mean}`}.`,
            say`Step: ${math`${stepped(rational(w), rate, mean)} = ${decimal(key)}`}.`,
          ],
        };
      },
      // The slope from the sums over the batch: w Σx² − Σxy, times 2/2.
      verify({ w, eta, x, y }, [key]) {
        const [squares, products] = [x[0] ** 2 + x[1] ** 2, x[0] * y[0] + x[1] * y[1]];
        return key.plus(rational(eta).times(w * squares)).equals(rational(eta).times(products).plus(w));
      },
    }),

    level({
      says: 'batches of unequal sizes put together',
      par: 75,
      pick(rng) {
        const scene = rng.index(PARTS);
        const sizes = rng.pick(at(PARTS, scene).sizes);
        const slopes = rng.ints(sizes.length, -6, 6);
        const total = productOf(sizes, slopes);
        const isShort = (20 * total) % sizes.reduce((all, size) => all + size, 0) === 0;
        if (total === 0 || !isShort || !areDifferent(...slopes)) return undefined;
        const given = { sizes, slopes, w: `${rational(rng.nonzero(-20, 20), 10)}`, eta: rng.pick(['0.1', '0.2', '0.01']), scene };
        const { key, up, whole, summed, single } = stepOver(given);
        return areDifferent(key, up, whole, summed, single) ? given : undefined;
      },
      ask(given) {
        const { sizes, slopes, w, eta, scene } = given;
        const { key, up, whole, summed, single, mean, plain } = stepOver(given);
        const [from, rate, all] = [rational(w), rational(eta), sum(sizes)];
        return {
          statement: say`${at(PARTS, scene).says} Each row gives the number of samples and the mean slope of their losses in ${math`w`}. Find the mean slope of all samples, and ${math`w`} after one step of gradient descent with it, from ${math`w = ${decimal(from)}`} and with the learning rate ${math`\eta = ${decimal(rate)}`}. ${table([math`\text{samples}`, math`\text{mean slope}`], paired(sizes, slopes))}`,
          answers: [
            answer.number({
              label: say`Mean slope:`,
              key: mean,
              decimal: true,
              mistakes: [
                mistake(plain)`You took the plain mean of the rows. A row with more samples counts more.`,
                mistake(sum(slopes))`You added the mean slopes. Weigh each with its samples, and divide by all samples.`,
                mistake(
                  mean.times(all).over(sizes.length),
                )`You divided by the number of rows. Divide by the number of all samples.`,
                mistake(mean.times(all))`That is the sum over all samples. Divide by their number.`,
              ],
            }),
            answer.number({
              label: say`New ${math`w`}:`,
              key,
              decimal: true,
              mistakes: [
                mistake(up, 'calculus/gradient-descent-step')`You went up the slope. Take ${math`\eta`} times the mean away.`,
                mistake(
                  whole,
                  'calculus/gradient-descent-step',
                )`You left out the learning rate. Multiply the mean by ${math`\eta`}.`,
                mistake(single)`You stepped with the plain mean of the rows. A row with more samples counts more.`,
                mistake(summed)`You stepped with the sum over all samples. Take their mean.`,
                mistake(
                  from.minus(sum(slopes).times(rate)),
                )`You made a step for each row. There is one step, with the mean of all samples.`,
              ],
            }),
          ],
          hints: [
            say`A mean slope times its number of samples is the sum of their slopes.`,
            say`Add up these sums for all rows and divide by the number of all samples. Then step once.`,
            say`There are ${`${all}`} samples, and the sum over all is ${productSum(paired(sizes, slopes))}.`,
          ],
          solution: [
            say`Sum over all samples: ${productSumWorked(paired(sizes, slopes))}.`,
            say`Divided by ${`${all}`} samples: the mean slope is ${decimal(mean)}.`,
            say`Step: ${math`${stepped(from, rate, mean)} = ${decimal(key)}`}.`,
          ],
        };
      },
      // Every sample by itself: around the mean their slopes balance, and the step goes back along it.
      verify({ sizes, slopes, w, eta }, [mean, key]) {
        const samples = sizes.flatMap((size, i) => Array.from({ length: size }, () => mean.minus(at(slopes, i))));
        return sum(samples).isZero() && rational(w).minus(key).over(eta).equals(mean);
      },
    }),
  ],
});

/** `2 - 0.1 \cdot (-4)` */
function stepped(from: Rational, rate: Rational, slope: Rational): Formula {
  return math`${decimal(from)} - ${decimal(rate)} \cdot ${bracketed(slope, decimal)}`;
}

/** Where a step with the mean leads, and where it leads when it is misunderstood; `other` is a slope that is taken for the mean. */
function movesOf({ w, eta }: Step, total: Rational, count: number, other: number | Rational) {
  const [from, mean] = [rational(w), total.over(count)];
  const change = mean.times(eta);
  return {
    key: from.minus(change),
    up: from.plus(change),
    whole: from.minus(mean),
    summed: from.minus(change.times(count)),
    single: from.minus(rational(eta).times(other)),
  };
}

function countsOf({ samples, batch, epochs, isKept }: { samples: number; batch: number; epochs: number; isKept: boolean }) {
  const rounded = (batches: number, up: boolean) => (up ? Math.ceil(batches) : Math.floor(batches));
  const onePass = rounded(samples / batch, isKept);
  return {
    onePass,
    key: epochs * onePass,
    other: epochs * rounded(samples / batch, !isKept),
    across: rounded((epochs * samples) / batch, isKept),
    exact: rational(epochs * samples, batch),
  };
}

function onSamples({ w, eta, x, y }: Samples) {
  const errors = x.map((input, i) => w * input - at(y, i));
  const slopes = errors.map((error, i) => 2 * error * at(x, i));
  const total = sum(slopes);
  const rate = rational(eta);
  const first = rational(w).minus(rate.times(at(slopes, 0)));
  const later = first
    .times(x[1])
    .minus(y[1])
    .times(2 * x[1]);
  return {
    errors,
    slopes,
    rate,
    mean: total.over(2),
    inTurn: first.minus(rate.times(later)),
    halved: rational(w).minus(total.times(rate).over(4)),
    ...movesOf({ w: `${w}`, eta }, total, 2, 0),
  };
}

function productOf(sizes: readonly number[], slopes: readonly number[]): number {
  return sizes.reduce((total, size, i) => total + size * at(slopes, i), 0);
}

function stepOver({ sizes, slopes, ...step }: Parts) {
  const [all, total, plain] = [sum(sizes), rational(productOf(sizes, slopes)), sum(slopes).over(slopes.length)];
  return { mean: total.over(all), plain, ...movesOf(step, total, Number(all.numerator), plain) };
}
