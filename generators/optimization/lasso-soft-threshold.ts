// The lasso by hand: a weight is shrunk towards 0 by the penalty, and stays at exactly 0 where the data pull too weakly.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  combination,
  decimal,
  display,
  type Formula,
  generator,
  level,
  math,
  matrixOf,
  mistake,
  normOf,
  paired,
  productSum,
  productSumWorked,
  type Rational,
  rational,
  row,
  say,
  signedSum,
  sum,
  type Text,
  type Vector,
  vector,
  ZERO,
} from '#kit';

type Round = { diagonal: number[]; beside: number; pulls: number[]; lambda: number; start: number[]; first: number };
type Step = { w: string[]; g: number[]; eta: string; lambda: string; mu: string };
type Update = (pull: Rational, below: number) => Rational;
type Write = (value: Rational) => Formula;

const LASSO = math`\frac{1}{2} ${normOf('y - X w', 2)}^2 + \lambda ${normOf('w', 1)}`;
/** What is shrunk, and its letter. */
const SINGLES = [
  { letter: 'w', says: say`A sparse spam filter has a weight ${math`w`} for one word.` },
  { letter: 'u', says: say`A denoiser shrinks a coefficient ${math`u`} of a sound.` },
  { letter: 'c', says: say`A sparse code has a coefficient ${math`c`} for a piece of an image.` },
  { letter: 'b', says: say`A model of a disease has the effect ${math`b`} of one gene.` },
];
const ORTHONORMAL = [
  say`A signal is written in four orthonormal waves.`,
  say`An image patch is written in four orthonormal patterns.`,
  say`The four features of a model are principal components, scaled to be orthonormal.`,
  say`A designed experiment has four orthonormal columns.`,
];
const FEATURES = [
  say`A model without a bias predicts a price from one feature.`,
  say`A model without a bias predicts a sensor’s error from its reading.`,
  say`A model without a bias predicts demand from a change of temperature.`,
  say`A model without a bias predicts growth from the activity of one gene.`,
];
const PAIRS = [
  say`Two related features predict a rent.`,
  say`Two neighbouring genes predict a blood value.`,
  say`The counts of two words predict a rating.`,
  say`Two sensors side by side predict a fault.`,
];
const TRAINED = [
  say`A sparse text classifier is trained.`,
  say`A sparse code is learned.`,
  say`A model of genes is trained.`,
  say`A network is pruned while it is trained.`,
];
export default generator({
  id: 'optimization/lasso-soft-threshold',
  version: 1,
  title: 'L1 and exact zeros',
  bullet: 'Regularization',
  why: 'The L1 penalty sets weak weights to exactly 0, so a model picks its own features and stays small.',
  needs: ['optimization/subgradient', 'optimization/penalised-loss'],
  levels: [
    level({
      says: 'one weight: shrunk, or set to 0',
      par: 35,
      pick(rng) {
        const size = rng.int(3, 30);
        const last = rng.sign() * (rng.int(1, 8) === 1 ? size : rng.int(1, 40));
        const z = rng.shuffle([rng.nonzero(-40, 40), last]);
        if (z.every(x => x > 0) || z.every(x => Math.abs(x) <= size) || at(z, 0) === at(z, 1)) return undefined;
        return { z: z.map(inTenths), lambda: inTenths(size), scene: rng.index(SINGLES) };
      },
      ask({ z, lambda, scene }) {
        const { letter, says } = at(SINGLES, scene);
        const price = rational(lambda);
        const values = z.map(x => rational(x));
        return {
          statement: say`${says} Its best value for the data alone is ${math`z`}. With the penalty it makes ${display(math`\frac{1}{2} (${letter} - z)^2 + \lambda \lvert ${letter} \rvert`)} as small as possible. Find ${math`${letter}`} with ${math`\lambda = ${decimal(price)}`} for two values of ${math`z`}.`,
          answers: values.map(x =>
            answer.number({
              label: say`For ${math`z = ${decimal(x)}`}: ${math`${letter} =`}`,
              key: soft(x, price),
              decimal: true,
              mistakes: [
                mistake(x)`That is ${math`z`} itself, as if there were no penalty.`,
                mistake(past(x, price))`You went past 0 to the other side. The pull stops at 0.`,
                mistake(past(x, price.negated()))`You moved away from 0. The penalty pulls towards 0.`,
                mistake(0)`Only a ${math`z`} of size ${math`\lambda`} or less gives 0. This one is larger.`,
                mistake(soft(x, price.over(2)))`You took half of ${math`\lambda`}. The half in front cancels the square’s 2.`,
              ],
            }),
          ),
          hints: [
            say`The penalty pulls towards 0 with strength ${math`\lambda`}: it shortens ${math`z`} by ${math`\lambda`} and stops at 0.`,
            say`Compare the size of ${math`z`} with ${math`\lambda`}. If it is larger, move ${math`z`} towards 0 by ${math`\lambda`}.`,
            say`The first size is ${math`\lvert ${decimal(at(values, 0))} \rvert = ${decimal(at(values, 0).abs())}`}. Compare it with ${decimal(price)}.`,
          ],
          solution: values.map(x => say`For ${math`z = ${decimal(x)}`} the result is ${shortened(x, price, decimal)}.`),
        };
      },
      // No shrinking: at the key the slopes of the two terms cancel, or at 0 the penalty can hold the data.
      verify: ({ z, lambda }, keys) => keys.every((key, i) => isBalanced(key, rational(at(z, i)).minus(key), lambda)),
    }),

    level({
      says: 'orthonormal features: which weights survive',
      par: 60,
      pick(rng) {
        const z = Array.from({ length: 4 }, () => rng.nonzero(-50, 50));
        const size = rng.int(5, 35);
        const sizes = z.map(Math.abs);
        const survivors = sizes.filter(x => x > size).length;
        if (new Set(sizes).size < 4 || survivors < 1 || survivors > 3 || z.every(x => x > 0)) return undefined;
        return { z: z.map(inTenths), lambda: inTenths(size), scene: rng.index(ORTHONORMAL) };
      },
      ask({ z, lambda, scene }) {
        const [pulls, price] = [vector(z), rational(lambda)];
        const key = pulls.map(x => soft(x, price));
        const bySize = [...pulls.entries].sort((a, b) => b.abs().compare(a.abs()));
        const [largest, second, smallest] = [at(bySize, 0), at(bySize, 1), at(bySize, 3)];
        return {
          statement: say`${at(ORTHONORMAL, scene)} So ${math`X^\top X = I`}, and ${math`X^\top y = ${decimalRow(pulls)}`}. The lasso minimises ${display(LASSO)} Find ${math`w`} for ${math`\lambda = ${decimal(price)}`}. Then find the smallest ${math`\lambda`} at which all four weights are 0.`,
          answers: [
            answer.vector({
              label: say`${math`w =`}`,
              key,
              decimal: true,
              mistakes: [
                mistake(pulls)`Those are the weights of least squares. The penalty shortens each of them.`,
                mistake(pulls.map(x => (soft(x, price).isZero() ? ZERO : x)))`The survivors get shorter by ${math`\lambda`} too.`,
                mistake(pulls.map(x => past(x, price)))`You went past 0 to the other side. The pull stops at 0.`,
                mistake(
                  pulls.map(x => x.minus(price)),
                )`You took ${math`\lambda`} from each entry. Move towards 0 and stop there.`,
                mistake(key.map(x => (x.sign() < 0 ? ZERO : x)))`You set all negative weights to 0. Their size decides.`,
              ],
            }),
            answer.number({
              label: say`Smallest ${math`\lambda`}:`,
              key: largest.abs(),
              decimal: true,
              mistakes: [
                mistake(largest)`Take its size: a ${math`\lambda`} is not negative.`,
                mistake(second.abs())`There one weight is still not 0. The largest size decides.`,
                mistake(smallest.abs())`There only the smallest of the four is 0. All of them have to be.`,
                mistake(sum(pulls.entries.map(x => x.abs())))`You added the sizes. Each weight meets the whole ${math`\lambda`}.`,
                mistake(largest.abs().minus(price))`That is the increase. Give the whole ${math`\lambda`}.`,
              ],
            }),
          ],
          hints: [
            say`With orthonormal features the weights do not touch each other: each one minimises its own ${math`\frac{1}{2} (w_i - z_i)^2 + \lambda \lvert w_i \rvert`}, with ${math`z = X^\top y`}.`,
            say`Shorten each entry of ${math`X^\top y`} by ${math`\lambda`} towards 0, and stop at 0. The last weight to reach 0 answers the second question.`,
            say`The first size is ${decimal(pulls.at(0).abs())}. Compare it with ${math`\lambda = ${decimal(price)}`}.`,
          ],
          solution: [
            ...pulls.entries.map((x, i) => say`Weight ${i + 1}: ${shortened(x, price, decimal)}.`),
            say`So ${math`w = ${decimalRow(key)}`}.`,
            say`All are 0 once ${math`\lambda`} reaches the largest size: ${math`\lambda = ${decimal(largest.abs())}`}.`,
          ],
        };
      },
      // The slopes of both terms cancel in each weight; at the last λ the penalty can just hold the strongest pull.
      verify({ z, lambda }, [w, least]) {
        const isRight = w.entries.length === 4 && w.entries.every((x, i) => isBalanced(x, rational(at(z, i)).minus(x), lambda));
        const isTight = z.some(x => rational(x).power(2).equals(least.power(2)));
        return isRight && isTight && z.every(x => isBalanced(ZERO, rational(x), least));
      },
    }),

    level({
      says: 'one feature that is not scaled',
      par: 60,
      pick(rng) {
        const [x, y, lambda] = [rng.ints(3, -3, 3), rng.ints(3, -6, 6), rng.int(1, 12)];
        if (x.filter(entry => entry !== 0).length < 2) return undefined;
        const { key, plain } = singleOf(x, y, lambda);
        if (plain.isZero() || key.denominator > 5n || (key.isZero() && rng.int(1, 6) > 1)) return undefined;
        return { x, y, lambda, scene: rng.index(FEATURES) };
      },
      ask({ x, y, lambda, scene }) {
        const { pull, below, key, late, plain, ridge, averaged } = singleOf(x, y, lambda);
        const price = rational(lambda);
        return {
          statement: say`${at(FEATURES, scene)} The data are ${math`x = ${row(x)}`} and ${math`y = ${row(y)}`}. The lasso minimises ${display(math`\frac{1}{2} \sum (y_i - w x_i)^2 + \lambda \lvert w \rvert`)} Find ${math`w`} for ${math`\lambda = ${lambda}`}. Then find the smallest ${math`\lambda`} at which ${math`w`} is 0.`,
          answers: [
            answer.number({
              label: say`${math`w =`}`,
              key,
              mistakes: [
                mistake(plain)`That is least squares. Shorten ${math`\sum x_i y_i`} by ${math`\lambda`} before you divide.`,
                mistake(late)`You divided first. Shorten ${math`\sum x_i y_i`} by ${math`\lambda`}, then divide.`,
                mistake(soft(pull, price))`Divide by ${math`\sum x_i^2`} too: the feature is not scaled to 1.`,
                mistake(past(pull, price).over(below))`You went past 0 to the other side. The pull stops at 0.`,
                mistake(past(pull, price.negated()).over(below))`You moved away from 0. The penalty pulls towards 0.`,
                mistake(ridge)`That is ridge regression. The L1 penalty shortens, and adds nothing below.`,
                mistake(averaged)`That belongs to a loss averaged over the 3 rows. Here it is a sum.`,
              ],
            }),
            answer.number({
              label: say`Smallest ${math`\lambda`}:`,
              key: pull.abs(),
              mistakes: [
                mistake(pull)`Take the size: a ${math`\lambda`} is not negative.`,
                mistake(plain.abs())`That is the size of the least-squares weight. Here nothing is divided.`,
                mistake(pull.abs().minus(price))`That is the change of ${math`\lambda`}. Give the whole ${math`\lambda`}.`,
              ],
            }),
          ],
          hints: [
            say`The slope of the data loss in ${math`w`} is ${math`w \cdot \sum x_i^2 - \sum x_i y_i`}. The penalty adds ${math`\lambda`} with the sign of ${math`w`}, and at 0 any number up to that size.`,
            say`Find ${math`\sum x_i y_i`} and ${math`\sum x_i^2`}. Shorten the first by ${math`\lambda`} towards 0, stop at 0, then divide by the second.`,
            say`The first sum is ${math`\sum x_i y_i = ${productSum(paired(x, y))}`}.`,
          ],
          solution: [
            say`Sums: ${math`\sum x_i y_i = ${productSumWorked(paired(x, y))}`} and ${math`\sum x_i^2 = ${below}`}.`,
            say`Shortened by ${lambda}: ${shortened(pull, price)}.`,
            say`Divided by ${below}: ${math`w = ${key}`}.`,
            say`It is 0 once ${math`\lambda`} reaches the size of ${math`${pull}`}: ${math`\lambda = ${pull.abs()}`}.`,
          ],
        };
      },
      // The residuals at the key, times the feature, balance the penalty; the inner product of x and y comes from squared lengths.
      verify({ x, y, lambda }, [w, least]) {
        const [feature, target] = [vector(x), vector(y)];
        const slope = feature.dot(target.minus(feature.times(w)));
        const doubled = feature.plus(target).normSquared().minus(feature.normSquared()).minus(target.normSquared());
        const isTight = least.sign() > 0 && least.times(2).power(2).equals(doubled.power(2));
        return isTight && isBalanced(w, slope, lambda);
      },
    }),

    level({
      says: 'two features: one round of coordinate descent',
      par: 75,
      pick(rng) {
        const diagonal = [rng.int(1, 4), rng.int(1, 4)];
        const beside = rng.nonzero(-3, 3);
        if (beside ** 2 >= at(diagonal, 0) * at(diagonal, 1)) return undefined;
        const [pulls, start] = [rng.ints(2, -9, 9), rng.ints(2, -3, 3)];
        const given = { diagonal, beside, pulls, lambda: rng.int(1, 5), start, first: rng.int(0, 1) };
        if (at(start, 1 - given.first) === 0) return undefined;
        const key = roundOf(given);
        // Mostly the second weight is the one at 0, so that the first one matters for it.
        const [isFirstOut, isSecondOut] = [key.at(given.first).isZero(), key.at(1 - given.first).isZero()];
        if (isFirstOut ? isSecondOut || rng.int(1, 8) > 1 : !isSecondOut && rng.int(1, 3) > 1) return undefined;
        if (key.at(given.first).denominator > 2n || key.at(1 - given.first).denominator > 4n) return undefined;
        return areDifferent(key, roundOf(given, undefined, true)) ? { ...given, scene: rng.index(PAIRS) } : undefined;
      },
      ask({ scene, ...given }) {
        const { diagonal, beside, pulls, lambda, start, first } = given;
        const [i, j] = [first, 1 - first];
        const { stale, plain, late, beyond, alone, added, reversed } = misreadings(given);
        const key = roundOf(given);
        const gram = matrixOf(paired([at(diagonal, 0), beside], [beside, at(diagonal, 1)]));
        const letter = (k: number) => math`w_${k + 1}`;
        const update = (k: number, other: Rational) => {
          const rest = rational(at(pulls, k)).minus(other.times(beside));
          return say`${math`${working(at(pulls, k), beside, other)} = ${rest}`}, shortened by ${lambda}: ${shortened(rest, rational(lambda))}. Divided by ${at(diagonal, k)}: ${math`${letter(k)} = ${key.at(k)}`}.`;
        };
        return {
          statement: say`${at(PAIRS, scene)} The lasso minimises ${display(LASSO)} with ${math`\lambda = ${lambda}`} and ${display(math`X^\top X = ${gram},\quad X^\top y = ${vector(pulls)}`)} One round of coordinate descent starts at ${math`w = ${row(start)}`}. It minimises over ${letter(i)} alone, then over ${letter(j)} alone. Find the new ${math`w`}.`,
          answers: [
            answer.vector({
              label: say`${math`w =`}`,
              key,
              mistakes: [
                mistake(stale)`For ${letter(j)} you used the old ${letter(i)}. The new one counts at once.`,
                mistake(plain)`You left out the penalty. Shorten by ${math`\lambda`} before you divide.`,
                mistake(late)`You divided first. Shorten by ${math`\lambda`}, then divide.`,
                mistake(beyond)`A weight went past 0. The pull stops at 0.`,
                mistake(alone)`You left out the other weight. Take away ${beside} times it first.`,
                mistake(added)`Mind the sign: ${beside} times the other weight is taken away.`,
                mistake(reversed)`You began with ${letter(j)}. The order is ${letter(i)}, then ${letter(j)}.`,
              ],
            }),
          ],
          hints: [
            say`While ${letter(j)} is held, the slope of the data loss in ${letter(i)} is ${combination([at(diagonal, i)], [letter(i)])} minus what the data leave for it. The penalty pulls ${letter(i)} towards 0 with strength ${math`\lambda`}.`,
            say`For a weight the data leave its entry of ${math`X^\top y`} minus ${beside} times the other weight. Shorten this by ${math`\lambda`}, stop at 0, and divide by its diagonal entry of ${math`X^\top X`}.`,
            say`For ${letter(i)} the data leave ${math`${working(at(pulls, i), beside, rational(at(start, j)))}`}.`,
          ],
          solution: [
            say`For ${letter(i)}: ${update(i, rational(at(start, j)))}`,
            say`For ${letter(j)}: ${update(j, key.at(i))}`,
            say`The new ${math`w`} is ${math`${row(key.entries)}`}.`,
          ],
        };
      },
      // At the end of each half round the gradient’s entry, from the whole matrix, balances the penalty.
      verify({ diagonal, beside, pulls, lambda, start, first }, [key]) {
        if (key.entries.length !== 2) return false;
        const halfway = vector([0, 1].map(k => (k === first ? key.at(k) : at(start, k))));
        const slope = (w: Vector, k: number) =>
          rational(at(pulls, k))
            .minus(w.at(k).times(at(diagonal, k)))
            .minus(w.at(1 - k).times(beside));
        return [first, 1 - first].every((k, half) => isBalanced(key.at(k), slope(half === 0 ? halfway : key, k), lambda));
      },
    }),

    level({
      says: 'a step of ISTA, and with an elastic net',
      par: 90,
      pick(rng) {
        const [rate, threshold] = [rng.pick([1, 2, 5]), rng.int(2, 12)];
        const w = Array.from({ length: 3 }, () => rng.nonzero(-30, 30));
        const g = w.map(() => rng.nonzero(-9, 9));
        const v = w.map((x, i) => x - rate * at(g, i));
        const zeros = v.filter(x => Math.abs(x) <= threshold).length;
        if (zeros < 1 || zeros > 2 || v.includes(0) || v.every(x => x > 0)) return undefined;
        // With these μ the elastic net divides by 2 or 1.25.
        const mu = `${rational(rng.pick([20, 5]), 2 * rate)}`;
        const lambda = `${rational(threshold, rate)}`;
        return { w: w.map(inTenths), g, eta: inTenths(rate), lambda, mu, scene: rng.index(TRAINED) };
      },
      ask({ scene, ...given }) {
        const { v, threshold, below, lasso, net, whole, uphill, early, beyond, divided, bare, twice } = stepOf(given);
        const [w, eta, lambda, mu] = [vector(given.w), rational(given.eta), rational(given.lambda), rational(given.mu)];
        return {
          statement: say`${at(TRAINED, scene)} A step of ISTA goes to ${math`v = w - \eta g`}, then to the ${math`u`} that minimises ${display(math`\frac{1}{2} ${normOf('u - v', 2)}^2 + \eta P(u)`)} Here ${math`w = ${decimalRow(w)}`}, ${math`g = ${row(given.g)}`}, ${math`\eta = ${decimal(eta)}`}, ${math`\lambda = ${decimal(lambda)}`} and ${math`\mu = ${decimal(mu)}`}. Find ${math`u`} for the lasso, ${math`P(u) = \lambda ${normOf('u', 1)}`}, and for the elastic net, ${math`P(u) = \lambda ${normOf('u', 1)} + \frac{\mu}{2} ${normOf('u', 2)}^2`}.`,
          answers: [
            answer.vector({
              label: say`Lasso:`,
              key: lasso,
              decimal: true,
              mistakes: [
                mistake(whole)`You shortened by ${math`\lambda`}. Here the penalty has ${math`\eta`} before it.`,
                mistake(v)`That is ${math`v`}, the gradient step alone. Now shorten it.`,
                mistake(uphill)`The step goes against the gradient: mind the signs.`,
                mistake(beyond)`An entry went past 0. The pull stops at 0.`,
                mistake(early)`You shortened ${math`w`} before the step. Shorten ${math`v`}.`,
              ],
            }),
            answer.vector({
              label: say`Elastic net:`,
              key: net,
              decimal: true,
              mistakes: [
                mistake(lasso)`That is the lasso. The square shrinks the survivors once more.`,
                mistake(divided)`You divided before you shortened. Shorten first, then divide.`,
                mistake(bare)`You divided by ${math`1 + \mu`}. The factor ${math`\eta`} belongs to ${math`\mu`} too.`,
                mistake(twice)`You divided by ${math`1 + 2 \eta \mu`}. The half cancels the 2 of the square’s slope.`,
              ],
            }),
          ],
          hints: [
            say`${math`\eta \lambda ${normOf('u', 1)}`} pulls each entry towards 0 with strength ${math`\eta \lambda`}, and no further than 0.`,
            say`Find ${math`v`} and shorten each entry by ${math`\eta \lambda`}. For the elastic net set the slope ${math`u_i - v_i \pm \eta \lambda + \eta \mu u_i`} to 0: then ${math`1 + \eta \mu`} divides.`,
            say`The first entry is ${math`v_1 = ${decimal(w.at(0))} - ${decimal(eta)} \cdot ${bracketed(at(given.g, 0))}`}, and ${math`\eta \lambda = ${decimal(eta)} \cdot ${decimal(lambda)}`}.`,
          ],
          solution: [
            say`Gradient step: ${math`v = ${decimalRow(v)}`}, and ${math`\eta \lambda = ${decimal(eta)} \cdot ${decimal(lambda)} = ${decimal(threshold)}`}.`,
            ...v.entries.map((x, i) => say`Entry ${i + 1}: ${shortened(x, threshold, decimal)}.`),
            say`Lasso: ${math`u = ${decimalRow(lasso)}`}.`,
            say`Elastic net: divided by ${math`1 + ${decimal(eta)} \cdot ${decimal(mu)} = ${decimal(below)}`} this is ${math`u = ${decimalRow(net)}`}.`,
          ],
        };
      },
      // At each entry of a key the slopes cancel; the pull of the square counts with the data.
      verify({ w, g, eta, lambda, mu }, keys) {
        const price = rational(eta).times(lambda);
        const v = (i: number) => rational(at(w, i)).minus(rational(eta).times(at(g, i)));
        const isLow = (u: Vector, ridge: Rational) =>
          u.entries.length === 3 && u.entries.every((x, i) => isBalanced(x, v(i).minus(x).minus(ridge.times(x)), price));
        return isLow(keys[0], ZERO) && isLow(keys[1], rational(eta).times(mu));
      },
    }),
  ],
});

/** Moved towards 0 by an amount, and no further than 0. */
function soft(x: Rational, by: Rational): Rational {
  return x.abs().compare(by) <= 0 ? ZERO : past(x, by);
}

/** Moved towards 0 by an amount, and past it. */
function past(x: Rational, by: Rational): Rational {
  return x.minus(by.times(x.sign()));
}

/** `-2.3 + 0.8 = -1.5`, or why it is 0. */
function shortened(x: Rational, by: Rational, write: Write = value => math`${value}`): Text {
  if (x.abs().compare(by) <= 0) return say`0, since ${math`\lvert ${write(x)} \rvert \le ${write(by)}`}`;
  return say`${math`${signedSum([x, by.times(-x.sign())], write)} = ${write(soft(x, by))}`}`;
}

/** What the data still pull equals the price with the sign of the weight; at 0 it is no more than the price. */
function isBalanced(w: Rational, pull: Rational, price: Rational | string | number): boolean {
  return w.isZero() ? pull.abs().compare(price) <= 0 : pull.equals(rational(price).times(w.sign()));
}

function inTenths(count: number): string {
  return `${rational(count, 10)}`;
}

function decimalRow(v: Vector): Formula {
  return row(v.entries.map(x => decimal(x)));
}

/** The lasso of one feature, and what it is when it is misunderstood. */
function singleOf(x: readonly number[], y: readonly number[], lambda: number) {
  const [pull, below, price] = [vector([...x]).dot(vector([...y])), vector([...x]).normSquared(), rational(lambda)];
  const plain = pull.over(below);
  return {
    pull,
    below,
    plain,
    key: soft(pull, price).over(below),
    late: soft(plain, price),
    ridge: pull.over(below.plus(price)),
    averaged: soft(pull, price.times(3)).over(below),
  };
}

/** Both weights after one round; `update` turns what the data leave for a weight into that weight. */
function roundOf({ diagonal, beside, pulls, lambda, start, first }: Round, update?: Update, isStale = false): Vector {
  const apply = update ?? ((pull, below) => soft(pull, rational(lambda)).over(below));
  const other = 1 - first;
  const after = (k: number, rival: Rational) => apply(rational(at(pulls, k)).minus(rival.times(beside)), at(diagonal, k));
  const one = after(first, rational(at(start, other)));
  const two = after(other, isStale ? rational(at(start, first)) : one);
  return vector(first === 0 ? [one, two] : [two, one]);
}

function misreadings(given: Round) {
  const price = rational(given.lambda);
  return {
    stale: roundOf(given, undefined, true),
    plain: roundOf(given, (pull, below) => pull.over(below)),
    late: roundOf(given, (pull, below) => soft(pull.over(below), price)),
    beyond: roundOf(given, (pull, below) => past(pull, price).over(below)),
    alone: roundOf({ ...given, beside: 0 }),
    added: roundOf({ ...given, beside: -given.beside }),
    reversed: roundOf({ ...given, first: 1 - given.first }),
  };
}

/** `9 - 2 \cdot (-1)` */
function working(pull: number, beside: number, other: Rational): Formula {
  return math`${pull} - ${bracketed(rational(beside))} \cdot ${bracketed(other)}`;
}

/** The step with both penalties, and what it is when it is misunderstood. */
function stepOf(given: Step) {
  const [w, g, eta] = [vector(given.w), vector(given.g), rational(given.eta)];
  const [v, threshold] = [w.minus(g.times(eta)), eta.times(given.lambda)];
  const by = (amount: Rational) => (x: Rational) => soft(x, amount);
  const [lasso, below] = [v.map(by(threshold)), eta.times(given.mu).plus(1)];
  const over = (divisor: Rational) => lasso.times(divisor.power(-1));
  return {
    v,
    threshold,
    below,
    lasso,
    net: over(below),
    whole: v.map(by(rational(given.lambda))),
    uphill: w.plus(g.times(eta)).map(by(threshold)),
    early: w.map(by(threshold)).minus(g.times(eta)),
    beyond: v.map(x => past(x, threshold)),
    divided: v.times(below.power(-1)).map(by(threshold)),
    bare: over(rational(given.mu).plus(1)),
    twice: over(below.times(2).minus(1)),
  };
}
