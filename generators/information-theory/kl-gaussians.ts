// KL divergence between Gaussians in nats: equal variances, a VAE's regulariser from deviations and log-variances, and the general formula.
import {
  add,
  answer,
  areDifferent,
  at,
  call,
  decimal,
  display,
  divide,
  type Expression,
  evaluate,
  generator,
  isNear,
  level,
  list,
  math,
  mistake,
  multiply,
  negate,
  paired,
  type Rational,
  rational,
  say,
  sum,
  table,
  tex,
  word,
} from '#kit';

/** Whose distributions P and Q are. */
const PAIRS = [
  say`A policy draws its action from the Gaussian ${math`P`}; the policy before the update drew it from ${math`Q`}.`,
  say`A student predicts a value by the Gaussian ${math`P`}, its teacher by ${math`Q`}.`,
  say`A Bayesian neural network gives a weight the posterior ${math`P`}; its prior was ${math`Q`}.`,
  say`A filter believes that a robot’s position has the distribution ${math`P`}; a second filter believes in ${math`Q`}.`,
  say`One layer’s activations have the distribution ${math`P`} today; at training time it was ${math`Q`}.`,
] as const;
/** What the encoder of a variational autoencoder reads. */
const INPUTS = ['a photo', 'a sentence', 'a song', 'a molecule', 'an X-ray'] as const;

type Pair = { p: [number, number]; q: [number, number]; scene: number };
type Latent = { mean: number; deviation: string; scene: number };
/** The log-variances are multiples of ln base. */
type Diagonal = { base: number; means: number[]; factors: number[]; scene: number };

export default generator({
  id: 'information-theory/kl-gaussians',
  version: 1,
  title: 'KL between Gaussians and the VAE regulariser',
  bullet: 'KL Divergence',
  why: 'It is the second term in the loss of a variational autoencoder, and the leash of a trust region on a Gaussian policy.',
  needs: ['information-theory/kl-divergence', 'information-theory/differential-entropy', 'probability/normal-z-scores'],
  levels: [
    level({
      says: 'equal variances',
      par: 30,
      pick(rng) {
        const [first, second, deviation] = [rng.int(-6, 6), rng.int(-6, 6), rng.int(2, 5)];
        const given: Pair = { p: [first, deviation], q: [second, deviation], scene: rng.index(PAIRS) };
        const gap = Math.abs(first - second);
        return gap > 1 && gap !== deviation ? given : undefined;
      },
      ask(given) {
        const { p, q } = given;
        const [gap, deviation] = [rational(p[0] - q[0]), rational(p[1])];
        const [squared, twice] = [gap.power(2), deviation.power(2).times(2)];
        const key = squared.over(twice);
        return {
          statement: say`${describe(given)} Find ${DIVERGENCE} exactly, in nats.`,
          answers: [
            answer.number({
              label: say`${math`${DIVERGENCE} =`}`,
              key,
              mistakes: [
                mistake(key.times(2))`You left out the factor one half.`,
                mistake(
                  squared.over(deviation.times(2)),
                )`You divided by the standard deviation. Divide by the variance, its square.`,
                mistake(gap.abs().over(twice))`You took the distance of the means. It has to be squared.`,
                mistake(
                  rational(p[0] + q[0])
                    .power(2)
                    .over(twice),
                )`You added the means. Only their distance counts.`,
                mistake(key.negated())`The sign is turned. A divergence is never negative.`,
              ],
            }),
          ],
          hints: [
            say`With equal variances only the distance of the means counts: ${math`${DIVERGENCE} = \frac{(\mu_P - \mu_Q)^2}{2 \sigma^2}`}.`,
            say`Square the distance of the means. Divide by twice the variance.`,
            say`The means are ${gap.abs()} apart, and ${math`\sigma^2 = ${deviation.power(2)}`}.`,
          ],
          solution: [
            say`The squared distance of the means is ${math`${squared}`}, the variance is ${math`\sigma^2 = ${deviation.power(2)}`}.`,
            say`So ${math`${DIVERGENCE} = ${divide(squared, multiply(2, deviation.power(2)))} = ${key}`}.`,
          ],
        };
      },
      verify: ({ p, q }, [key]) => isNear(key.toNumber(), numericDivergence(p, q), 1e-9),
    }),

    level({
      says: 'several latent variables with variance 1',
      par: 45,
      pick(rng) {
        const tenths = rng.ints(rng.int(2, 4), -15, 15).map(n => n || 5);
        const { key, whole, together, plain } = standardised(tenths);
        return areDifferent(key, whole, together, plain, '1') ? { tenths, scene: rng.index(INPUTS) } : undefined;
      },
      ask({ tenths, scene }) {
        const { means, squares, key, whole, together, plain, mean } = standardised(tenths);
        return {
          statement: say`${encoder(scene)} the Gaussian ${OWN} of ${means.length} independent latent variables with variance 1 and the means ${math`\mu = (${list(means.map(decimal))})`}. Under the prior ${PRIOR} they are independent, each ${math`N(0, 1)`}. Find ${KL} in nats.`,
          answers: [
            answer.number({
              label: say`${math`${KL} =`}`,
              key,
              decimal: true,
              mistakes: [
                mistake(whole)`You left out the factor one half.`,
                mistake(together)`You squared the sum. Square each mean by itself, then add.`,
                mistake(plain)`You added the sizes of the means. Add their squares.`,
                mistake(mean)`You took the mean over the variables. Their divergences are added.`,
              ],
            }),
          ],
          hints: [
            say`From ${math`N(0, 1)`}, a Gaussian with mean ${math`\mu`} and variance 1 diverges by ${math`\frac{\mu^2}{2}`}.`,
            say`Divergences of independent variables add: add the squares of the means and halve the sum.`,
            say`The first square is ${decimal(at(squares, 0))}.`,
          ],
          solution: [
            say`The squares of the means are ${list(squares.map(decimal))}, with the sum ${decimal(whole)}.`,
            say`Half of it: ${math`${KL} = \frac{1}{2} \cdot ${decimal(whole)} = ${decimal(key)}`}.`,
          ],
        };
      },
      verify({ tenths }, [key]) {
        const parts = tenths.map(n => numericDivergence([n / 10, 1], [0, 1]));
        return isNear(
          key.toNumber(),
          parts.reduce((all, part) => all + part),
          1e-9,
        );
      },
    }),

    level({
      says: 'against the standard Gaussian',
      par: 60,
      pick(rng) {
        return { mean: rng.int(-4, 4), deviation: rng.pick(['1/3', '1/2', '2', '3', '4', '5']), scene: rng.index(INPUTS) };
      },
      ask(given) {
        const { mean, scene } = given;
        const { deviation, variance, plain, log, key, ...wrong } = latent(given);
        return {
          statement: say`${encoder(scene)} the Gaussian ${OWN} of one latent variable, with mean ${math`\mu = ${mean}`} and standard deviation ${math`\sigma = ${deviation}`}. The prior is ${math`p = N(0, 1)`}. Find ${KL} exactly, in nats.`,
          answers: [
            answer.expression({
              label: say`${math`${KL} =`}`,
              key,
              variables: [],
              mistakes: [
                mistake(
                  wrong.unsquared,
                )`You used the standard deviation. The formula has the variance ${math`\sigma^2 = ${variance}`}.`,
                mistake(wrong.turned)`The sign of the log is turned. It is minus ${math`\ln \sigma^2`}.`,
                mistake(wrong.whole)`You left out the factor one half in front of the bracket.`,
                mistake(wrong.without)`You left out the minus 1. With it, equal Gaussians have the divergence 0.`,
                mistake(wrong.reverse)`That is the other direction. The encoder’s Gaussian ${OWN} comes first.`,
              ],
            }),
          ],
          hints: [
            say`For a Gaussian against ${math`N(0, 1)`}: ${FORMULA}.`,
            say`Square the mean and the deviation, take the log of the variance, and put all into the bracket. Halve it at the end.`,
            say`The variance is ${math`\sigma^2 = ${variance}`}, with the log ${math`\ln ${variance} = ${log}`}.`,
          ],
          solution: [
            say`The variance is ${math`\sigma^2 = ${variance}`}, with the log ${math`\ln ${variance} = ${log}`}.`,
            say`The numbers in the bracket: ${math`${rational(mean).power(2)} + ${variance} - 1 = ${plain.times(2)}`}.`,
            say`Take the log away and halve the bracket: ${math`${KL} = ${key}`}.`,
          ],
        };
      },
      verify({ mean, deviation }, [key]) {
        return isNear(evaluate(key), numericDivergence([mean, rational(deviation).toNumber()], [0, 1]), 1e-9);
      },
    }),

    level({
      says: 'several latent variables, from log-variances',
      par: 90,
      pick(rng) {
        const [base, size] = [rng.pick([2, 2, 3]), rng.int(2, 3)];
        const factors = rng.ints(size, base === 2 ? -2 : -1, base === 2 ? 3 : 2);
        const given = { base, means: rng.ints(size, -3, 3), factors, scene: rng.index(INPUTS) };
        return sum(factors).isZero() || new Set(factors).size === 1 ? undefined : given;
      },
      ask(given) {
        const { base, means, scene } = given;
        const { variances, logs, numbers, factor, key, ...wrong } = diagonal(given);
        const rows = means.map((mean, i) => [rational(i + 1), rational(mean), at(logs, i)]);
        return {
          statement: say`${encoder(scene)} the Gaussian ${OWN} of ${means.length} independent latent variables with these means and log-variances. Under the prior ${PRIOR} they are independent, each ${math`N(0, 1)`}. Find ${KL} exactly, in nats. ${table([word('variable'), math`\mu`, LOG_VARIANCE], rows)}`,
          answers: [
            answer.expression({
              label: say`${math`${KL} =`}`,
              key,
              variables: [],
              mistakes: [
                mistake(wrong.squared)`You took the log-variance for the log of the deviation. It is the log of the variance.`,
                mistake(wrong.turned)`The sign of the logs is turned. They count with minus.`,
                mistake(wrong.whole)`You left out the factor one half in front of the brackets.`,
                mistake(wrong.once)`You took 1 away only once. Each variable has its own minus 1.`,
                mistake(wrong.logless)`You left out the log-variances. They count with minus one half.`,
              ],
            }),
          ],
          hints: [
            say`For each variable: ${FORMULA}. Those of independent variables add.`,
            say`Take ${math`e`} to the power of each log-variance to get the variances. Then fill in a bracket for each variable.`,
            say`The variances are ${list(variances)}.`,
          ],
          solution: [
            say`The variances are ${list(variances)}.`,
            say`Without the logs the brackets are ${list(numbers)}, with the sum ${sum(numbers)}.`,
            say`The log-variances add up to ${plusLog(rational(0), factor.times(-2), base)}.`,
            say`Take the logs away and halve: ${math`${KL} = ${key}`}.`,
          ],
        };
      },
      verify({ base, means, factors }, [key]) {
        const deviations = factors.map(k => Math.sqrt(powerOf(base, k).toNumber()));
        const parts = paired(means, deviations).map(([mean, deviation]) => numericDivergence([mean, deviation], [0, 1]));
        return isNear(
          evaluate(key),
          parts.reduce((all, part) => all + part),
          1e-9,
        );
      },
    }),

    level({
      says: 'any two Gaussians',
      par: 75,
      pick(rng) {
        const [first, second] = [rng.int(-4, 4), rng.int(-4, 4)];
        const [s, t] = rng.sample([1, 2, 3, 4, 6], 2);
        if (s === undefined || t === undefined || first === second) return undefined;
        const given: Pair = { p: [first, s], q: [second, t], scene: rng.index(PAIRS) };
        return given;
      },
      ask(given) {
        const { p, q } = given;
        const [gap, own, other] = [rational(p[0] - q[0]), rational(p[1]), rational(q[1])];
        const key = general(gap, own, other);
        const top = own.power(2).plus(gap.power(2));
        const fraction = top.over(other.power(2).times(2));
        const log = lnOf(other.over(own));
        return {
          statement: say`${describe(given)} Find ${DIVERGENCE} exactly, in nats.`,
          answers: [
            answer.expression({
              label: say`${math`${DIVERGENCE} =`}`,
              key,
              variables: [],
              mistakes: [
                mistake(general(gap, other, own))`That is the other direction. The first Gaussian gives the weights.`,
                mistake(
                  add(fraction.minus('1/2'), lnOf(own.over(other))),
                )`The log is turned. The deviation of ${math`Q`} stands above that of ${math`P`}.`,
                mistake(add(fraction, log))`You left out the minus one half. With it, equal Gaussians have the divergence 0.`,
                mistake(add(fraction.times(2).minus('1/2'), log))`You left out the 2 below the fraction.`,
                mistake(
                  add(gap.power(2).over(other.power(2).times(2)).minus('1/2'), log),
                )`You left the variance of ${math`P`} out of the fraction.`,
              ],
            }),
          ],
          hints: [
            say`For two Gaussians, ${DIVERGENCE} is ${display(math`\ln \frac{\sigma_Q}{\sigma_P} + \frac{\sigma_P^2 + (\mu_P - \mu_Q)^2}{2 \sigma_Q^2} - \frac{1}{2}`)}`,
            say`Find the log of the ratio of the deviations, then the fraction. Take one half away at the end.`,
            say`The top of the fraction is ${math`${own.power(2)} + ${gap.power(2)} = ${top}`}.`,
          ],
          solution: [
            say`The log: ${math`${call('ln', divide(other, own))} = ${log}`}.`,
            say`The fraction: ${math`${divide(add(own.power(2), gap.power(2)), multiply(2, other.power(2)))} = ${fraction}`}.`,
            say`Less one half: ${math`${DIVERGENCE} = ${key}`}.`,
          ],
        };
      },
      verify: ({ p, q }, [key]) => isNear(evaluate(key), numericDivergence(p, q), 1e-9),
    }),
  ],
});

const DIVERGENCE = tex('D(P \\parallel Q)', 'the divergence of P from Q');
const KL = tex('D(q \\parallel p)', 'the divergence of q from p');
const [OWN, PRIOR] = [math`q`, math`p`];
const LOG_VARIANCE = math`\ln \sigma^2`;
const FORMULA = math`\frac{1}{2} (\mu^2 + \sigma^2 - \ln \sigma^2 - 1)`;

function describe({ p, q, scene }: Pair) {
  const named = math`P = N(${p[0]},\; ${p[1]}^2),\quad Q = N(${q[0]},\; ${q[1]}^2)`;
  return say`${at(PAIRS, scene)} The second entry of ${math`N`} is the variance. ${display(named)}`;
}

function encoder(scene: number) {
  return `The encoder of a variational autoencoder turns ${at(INPUTS, scene)} into`;
}

/** factor · ln base behind a number; a term 0 is left out. */
function plusLog(plain: Rational, factor: Rational, base: number): Expression {
  const log = call('ln', base);
  const size = factor.abs().equals(1) ? log : multiply(factor.abs(), log);
  const term = factor.sign() < 0 ? negate(size) : size;
  return factor.isZero() ? add(plain) : plain.isZero() ? term : add(plain, term);
}

/** As a logarithm of a number above 1. */
function lnOf(value: Rational): Expression {
  return value.compare(1) < 0 ? negate(call('ln', rational(1).over(value))) : call('ln', value);
}

function standardised(tenths: readonly number[]) {
  const means = tenths.map(n => rational(n, 10));
  const squares = means.map(mean => mean.power(2));
  const whole = sum(squares);
  return {
    means,
    squares,
    whole,
    key: whole.over(2),
    together: sum(means).power(2).over(2),
    plain: sum(means.map(mean => mean.abs())).over(2),
    mean: whole.over(2 * means.length),
  };
}

/** The deviation is a whole number or one over it, whose log is ± ln base. */
function latent({ mean, deviation: text }: Latent) {
  const deviation = rational(text);
  const [variance, square] = [deviation.power(2), rational(mean).power(2)];
  const isWide = deviation.compare(1) > 0;
  const [base, side] = [Number(isWide ? deviation.numerator : deviation.denominator), rational(isWide ? 1 : -1)];
  const plain = square.plus(variance).minus(1).over(2);
  const reversed = square.plus(1).over(variance).minus(1).over(2);
  return {
    deviation,
    variance,
    plain,
    log: plusLog(rational(0), side.times(2), base),
    key: plusLog(plain, side.negated(), base),
    unsquared: plusLog(square.plus(deviation).minus(1).over(2), side.over(-2), base),
    turned: plusLog(plain, side, base),
    whole: plusLog(plain.times(2), side.times(-2), base),
    without: plusLog(plain.plus('1/2'), side.negated(), base),
    reverse: plusLog(reversed, side, base),
  };
}

function powerOf(base: number, exponent: number): Rational {
  return rational(base).power(exponent);
}

function diagonal({ base, means, factors }: Diagonal) {
  const variances = factors.map(k => powerOf(base, k));
  const numbers = paired(means, variances).map(([mean, variance]) => variance.plus(mean * mean - 1));
  const [plain, factor] = [sum(numbers).over(2), sum(factors).over(-2)];
  const squared = paired(means, factors).map(([mean, k]) => powerOf(base, 2 * k).plus(mean * mean - 1));
  return {
    variances,
    numbers,
    factor,
    logs: factors.map(k => (k === 0 ? rational(0) : lnOf(powerOf(base, k)))),
    key: plusLog(plain, factor, base),
    squared: plusLog(sum(squared).over(2), factor.times(2), base),
    turned: plusLog(plain, factor.negated(), base),
    whole: plusLog(plain.times(2), factor.times(2), base),
    once: plusLog(plain.plus(rational(means.length - 1, 2)), factor, base),
    logless: add(plain),
  };
}

function general(gap: Rational, own: Rational, other: Rational): Expression {
  const plain = own.power(2).plus(gap.power(2)).over(other.power(2).times(2)).minus('1/2');
  const log = lnOf(other.over(own));
  return plain.isZero() ? log : add(plain, log);
}

/** The definition, ∫ p (ln p − ln q), by the trapezoidal rule over 18 deviations, which for Gaussians is right to all digits. */
function numericDivergence(p: readonly [number, number], q: readonly [number, number]): number {
  const [mean, deviation] = p;
  let total = 0;
  for (let z = -9; z <= 9; z += 0.5) {
    const x = mean + deviation * z;
    const log = logDensity(x, p);
    total += Math.exp(log) * (log - logDensity(x, q)) * deviation * 0.5;
  }
  return total;
}

function logDensity(x: number, [mean, deviation]: readonly [number, number]): number {
  const z = (x - mean) / deviation;
  return -z * z * 0.5 - Math.log(deviation) - 0.5 * Math.log(2 * Math.PI);
}
