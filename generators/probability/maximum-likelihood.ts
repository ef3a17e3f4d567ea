// Likelihood as a product over the data, and the parameter that makes it largest.
import {
  answer,
  areDifferent,
  at,
  combination,
  type Formula,
  generator,
  isNear,
  level,
  list,
  math,
  maximumBetween,
  mistake,
  numericSlope,
  ONE,
  paired,
  productSum,
  productSumWorked,
  type Rational,
  rational,
  say,
  signedSum,
  sum,
  table,
  vector,
  word,
} from '#kit';

/** Who rates what; the label 1 stands for the event. */
const BATCHES = [
  { who: 'A spam filter rates', things: 'messages', event: 'spam' },
  { who: 'A credit model rates', things: 'customers', event: 'a default' },
  { who: 'A cat detector looks at', things: 'photos', event: 'a cat' },
  { who: 'A triage model sees', things: 'patients', event: 'an infection' },
  { who: 'A click model meets', things: 'users', event: 'a click' },
];
const TRIALS = [
  { things: 'users', yes: 'click', no: 'do not', each: 'Each clicks' },
  { things: 'answers', yes: 'are right', no: 'are wrong', each: 'Each is right' },
  { things: 'requests', yes: 'fail', no: 'succeed', each: 'Each fails' },
  { things: 'messages', yes: 'are spam', no: 'are not', each: 'Each is spam' },
  { things: 'games', yes: 'are won', no: 'are lost', each: 'Each is won' },
];
/** How a number x comes about; `tries` counts the success, `failures` does not. */
const FAMILIES = [
  { kind: 'count', letter: '\\lambda', says: 'A server counts its errors, hour by hour:' },
  { kind: 'count', letter: '\\mu', says: 'A shop counts its orders, minute by minute:' },
  { kind: 'tries', letter: '\\theta', says: 'An agent counts its tries up to each success:' },
  { kind: 'tries', letter: 'q', says: 'A model’s answers have these lengths in tokens:' },
  { kind: 'failures', letter: '\\theta', says: 'An agent counts its failures before each success:' },
  { kind: 'failures', letter: 'q', says: 'A scanner counts the good parts before each bad one:' },
  { kind: 'wait', letter: '\\lambda', says: 'The seconds between requests are' },
  { kind: 'wait', letter: '\\beta', says: 'The lifetimes of disks in years are' },
] as const;
const OUTCOMES = [
  { says: 'A model says how likely each of three tags is.', names: ['A', 'B', 'C'] },
  { says: 'A model says how likely each of three genotypes is.', names: ['AA', 'AB', 'BB'] },
  { says: 'A model says how likely each reply of a user is.', names: ['yes', 'maybe', 'no'] },
  { says: 'A model says how likely each of three clusters is.', names: ['red', 'green', 'blue'] },
  { says: 'A model says how likely each step of a robot is.', names: ['left', 'right', 'stay'] },
];
const LINES = [
  say`A model predicts the load ${math`y`} of a server from the traffic ${math`x`}.`,
  say`A model predicts a rating ${math`y`} from a feature ${math`x`}.`,
  say`A sensor reads ${math`y`} where the true value is proportional to ${math`x`}.`,
  say`A model predicts a change ${math`y`} in price from a change ${math`x`} in demand.`,
  say`A layer with one weight predicts ${math`y`} from the input ${math`x`}.`,
];

export default generator({
  id: 'probability/maximum-likelihood',
  version: 1,
  title: 'Likelihood and maximum-likelihood estimates',
  bullet: 'Probability Theory',
  why: 'Training almost any probabilistic model means making the likelihood of its labels as large as possible.',
  needs: ['probability/product-rule-independence', 'calculus/exp-log-derivatives', 'calculus/critical-points'],
  levels: [
    level({
      says: 'the likelihood of a labelled batch',
      par: 35,
      pick(rng) {
        const count = rng.int(2, 4);
        const y = rng.ints(count, 0, 1);
        const p = y.map(() => {
          const below = rng.int(2, 10);
          return `${rational(rng.int(1, below - 1), below)}`;
        });
        const { key, upward, turned, mean } = batch({ p, y });
        if (!y.includes(0) || key.denominator > 120n) return undefined;
        return areDifferent(key, upward, turned, mean) ? { p, y, scene: rng.index(BATCHES) } : undefined;
      },
      ask({ p, y, scene }) {
        const { who, things, event } = at(BATCHES, scene);
        const { key, upward, turned, mean, own, factors } = batch({ p, y });
        const number = at(['two', 'three', 'four'], p.length - 2);
        return {
          statement: say`${who} ${number} ${things}. In each row, ${math`p`} is its probability of ${event} (${math`y = 1`}), and ${math`y`} is the true label. The labels are independent. Find the exact likelihood of these labels. ${table([math`p`, math`y`], paired(own, y))}`,
          answers: [
            answer.number({
              label: say`${math`L =`}`,
              key,
              mistakes: [
                mistake(upward)`You took ${math`p`} throughout. Where the label is 0, the factor is ${math`1 - p`}.`,
                mistake(turned)`The two labels are swapped. The factor is ${math`p`} for 1 and ${math`1 - p`} for 0.`,
                mistake(mean)`You took the mean. The probability of all labels together is a product.`,
                mistake(ONE.minus(key))`That is the probability of any other labels.`,
              ],
            }),
          ],
          hints: [
            say`The likelihood is the probability that the model gives to the data: a product with one factor for each label.`,
            say`The factor is ${math`p`} where ${math`y = 1`}, and ${math`1 - p`} where ${math`y = 0`}.`,
            say`The first factor is ${at(factors, 0)}.`,
          ],
          solution: [say`The factors are ${list(factors)}.`, say`Their product is ${math`L = ${productSumWorked([factors])}`}.`],
        };
      },
      // In logarithms: the cross-entropies of the labels add up to minus the log of the likelihood.
      verify({ p, y }, [key]) {
        const losses = p.map((value, i) => Math.log(Math.abs(1 - at(y, i) - rational(value).toNumber())));
        const total = losses.reduce((all, loss) => all + loss, 0);
        return isNear(key.toNumber(), Math.exp(total), 1e-9);
      },
    }),

    level({
      says: 'the likelihood ratio of two values',
      par: 45,
      pick(rng) {
        const [first, second] = rng.sample(['1/4', '1/3', '1/2', '2/3', '3/4'], 2);
        const given = { first: `${first}`, second: `${second}`, hits: rng.int(2, 5), misses: rng.int(2, 5) };
        const { key, hitsOnly, swapped, once, inverted } = likelihoodRatio(given);
        const isKind = key.numerator <= 600n && key.denominator <= 600n;
        return isKind && areDifferent(key, hitsOnly, swapped, once, inverted, 1)
          ? { ...given, scene: rng.index(TRIALS) }
          : undefined;
      },
      ask({ scene, ...given }) {
        const { things, yes, no, each } = at(TRIALS, scene);
        const { hits, misses } = given;
        const { key, hitsOnly, swapped, once, inverted, up, down } = likelihoodRatio(given);
        const [first, second] = [rational(given.first), rational(given.second)];
        const ratio = math`\frac{L(${first})}{L(${second})}`;
        const product = math`${powerOf(up, hits)} \cdot ${powerOf(down, misses)}`;
        const better = key.compare(1) > 0 ? 'first' : 'second';
        return {
          statement: say`Of ${hits + misses} ${things}, ${hits} ${yes} and ${misses} ${no}. ${each} with the same probability ${math`\theta`}, independently. ${math`L(\theta)`} is the likelihood of these data. Find the exact ratio ${ratio}, and the value that explains the data better.`,
          answers: [
            answer.number({
              label: say`Ratio:`,
              key,
              mistakes: [
                mistake(hitsOnly)`You counted one kind only. The others have the factor ${math`1 - \theta`} each.`,
                mistake(inverted)`The ratio is turned over. The likelihood of ${first} stands on top.`,
                mistake(swapped)`The two counts are swapped. ${math`\theta`} has the exponent ${hits}.`,
                mistake(once)`You counted each kind once. Each of the ${hits + misses} ${things} has its own factor.`,
              ],
            }),
            answer.choice({
              label: say`Better:`,
              key: better,
              options: [
                { id: 'first', text: say`${math`\theta = ${first}`}` },
                { id: 'second', text: say`${math`\theta = ${second}`}` },
              ],
              mistakes: [
                mistake(
                  better === 'first' ? 'second' : 'first',
                )`The larger likelihood explains better: compare the ratio with 1.`,
              ],
            }),
          ],
          hints: [
            say`${math`L(\theta) = \theta^h (1 - \theta)^t`} for ${math`h`} of the first kind and ${math`t`} of the second.`,
            say`Divide factor by factor: the ratio of the two ${math`\theta`}, and the ratio of the two ${math`1 - \theta`}, each to its power.`,
            say`The ratios are ${math`${first} \div ${second} = ${up}`} and ${math`${ONE.minus(first)} \div ${ONE.minus(second)} = ${down}`}.`,
          ],
          solution: [
            say`Ratios of the factors: ${math`${first} \div ${second} = ${up}`} and ${math`${ONE.minus(first)} \div ${ONE.minus(second)} = ${down}`}.`,
            say`With their powers: ${math`${ratio} = ${product} = ${key}`}.`,
            say`This is ${better === 'first' ? 'more' : 'less'} than 1, so ${better === 'first' ? first : second} explains the data better.`,
          ],
        };
      },
      // The difference of the log-likelihoods in floating point.
      verify({ first, second, hits, misses }, [key, better]) {
        const log = (theta: string) => {
          const value = rational(theta).toNumber();
          return hits * Math.log(value) + misses * Math.log(1 - value);
        };
        const gain = log(first) - log(second);
        return isNear(key.toNumber(), Math.exp(gain), 1e-9) && better === (gain > 0 ? 'first' : 'second');
      },
    }),

    level({
      says: 'estimates of a mean, a rate, a probability',
      par: 50,
      pick(rng) {
        const scene = rng.index(FAMILIES);
        const { kind } = at(FAMILIES, scene);
        const least = kind === 'count' || kind === 'failures' ? 0 : 1;
        const data = rng.ints(rng.int(4, 6), least, least + 6);
        const total = sum(data);
        if (total.isZero() || total.equals(data.length)) return undefined;
        const { key, mistakes } = estimated(kind, data);
        return areDifferent(key, ...mistakes.map(({ wrong }) => wrong)) ? { data, scene } : undefined;
      },
      ask({ data, scene }) {
        const { kind, letter, says } = at(FAMILIES, scene);
        const { key, mistakes, log, slope, cleared, total, n } = estimated(kind, data, letter);
        const hat = math`\hat{${letter}}`;
        return {
          statement: say`${says} ${list(data)}. The values are independent, with the ${kind === 'wait' ? 'density' : 'probability'} ${modelOf(kind, letter)}. Find the exact maximum-likelihood estimate ${hat}.`,
          answers: [answer.number({ label: say`${math`${hat} =`}`, key, mistakes })],
          hints: [
            say`The estimate makes the likelihood largest. Its logarithm is largest at the same place and is a sum.`,
            say`Add the logarithms, differentiate in ${math`${letter}`}, and set the slope to 0.`,
            say`There are ${n} values with the sum ${total}, so ${log}, up to a constant.`,
          ],
          solution: [
            say`${n} values with the sum ${total}: ${log}, up to a constant.`,
            say`Slope: ${slope}.`,
            say`Cross-multiplied: ${cleared}. So ${math`${hat} = ${key}`}.`,
          ],
        };
      },
      // Golden-section search for the largest log-likelihood, value by value.
      verify({ data, scene }, [key]) {
        const { kind } = at(FAMILIES, scene);
        const logOf = (t: number, x: number) => {
          if (kind === 'count') return x * Math.log(t) - t;
          if (kind === 'wait') return Math.log(t) - t * x;
          return Math.log(t) + (kind === 'tries' ? x - 1 : x) * Math.log(1 - t);
        };
        const top = kind === 'count' || kind === 'wait' ? 9 : 1;
        return isNear(
          key.toNumber(),
          maximumBetween(t => data.reduce((all, x) => all + logOf(t, x), 0), 0, top),
        );
      },
    }),

    level({
      says: 'one parameter behind three probabilities',
      par: 90,
      pick(rng) {
        const factors = rng.int(0, 2) === 0 ? [] : rng.shuffle([1, rng.int(1, 4)]);
        const given = { factors, counts: rng.ints(3, 1, 9) };
        const { key, mistakes } = solved(given);
        const isClear = key.denominator <= 40n && areDifferent(key, ...mistakes.map(({ wrong }) => wrong));
        return isClear ? { ...given, scene: rng.index(OUTCOMES) } : undefined;
      },
      ask({ scene, ...given }) {
        const { says, names } = at(OUTCOMES, scene);
        const { key, mistakes, models, inner, score, cleared, log } = solved(given);
        const rows = names.map((name, i) => [word(name), at(models, i), at(given.counts, i)]);
        return {
          statement: say`${says} The table shows its probabilities and how often each came up. Find the exact maximum-likelihood estimate ${math`\hat{\theta}`}. ${table([word('outcome'), word('probability'), word('count')], rows)}`,
          answers: [answer.number({ label: say`${math`\hat{\theta} =`}`, key, mistakes })],
          hints: [
            say`The log-likelihood adds count times log of the probability, over all three outcomes.`,
            say`Collect the terms in ${math`\ln \theta`} and the others, differentiate with the chain rule, and set the slope to 0.`,
            say`Up to a constant, ${log}.`,
          ],
          solution: [
            say`Up to a constant, ${log}.`,
            say`Slope set to 0, with the inner derivative ${math`-${inner}`} of the second logarithm: ${score}.`,
            say`Cross-multiplied: ${cleared}. So ${math`\hat{\theta} = ${key}`}.`,
          ],
        };
      },
      // Golden-section search for the largest log-likelihood.
      verify({ factors, counts }, [key]) {
        const [a = 0, b = 0] = factors;
        const probabilities = (t: number) =>
          a === 0 ? [t * t, 2 * t * (1 - t), (1 - t) * (1 - t)] : [a * t, b * t, 1 - (a + b) * t];
        const log = (t: number) => probabilities(t).reduce((all, p, i) => all + at(counts, i) * Math.log(p), 0);
        return isNear(key.toNumber(), maximumBetween(log, 0, a === 0 ? 1 : 1 / (a + b)));
      },
    }),

    level({
      says: 'weight and noise of a line through the origin',
      par: 100,
      pick(rng) {
        const x = rng.ints(rng.int(3, 4), -3, 3);
        const noise = x.map(() => rng.int(-3, 3));
        const w = rng.nonzero(-3, 3);
        const isMatched = x.reduce((all, value, i) => all + value * at(noise, i), 0) === 0;
        if (!isMatched || noise.filter(Boolean).length < 2 || new Set(x.map(Math.abs)).size < 2) return undefined;
        const y = x.map((value, i) => w * value + at(noise, i));
        if (sum(x).isZero()) return undefined;
        const { weight, ratio, inverse, plain, variance, unbiased, total, spread } = fitted({ x, y });
        const isClear = areDifferent(weight, ratio, inverse, plain) && areDifferent(variance, unbiased, total, spread);
        return isClear ? { x, y, scene: rng.index(LINES) } : undefined;
      },
      ask({ x, y, scene }) {
        const { weight, ratio, inverse, plain, variance, unbiased, total, spread, residuals, squares } = fitted({ x, y });
        const [products, powers] = [productSum(paired(x, y)), signedSum(x.map(value => value * value))];
        return {
          statement: say`${at(LINES, scene)} It says ${math`y = w x + \varepsilon`} with independent normal errors ${math`\varepsilon`} of mean 0 and unknown variance ${math`v`}. Find the exact maximum-likelihood estimates ${math`\hat{w}`} and ${math`\hat{v}`}. ${table([math`x`, math`y`], paired(x, y))}`,
          answers: [
            answer.number({
              label: say`${math`\hat{w} =`}`,
              key: weight,
              mistakes: [
                mistake(
                  ratio,
                )`You divided the sums of ${math`y`} and ${math`x`}. Weight each pair by its ${math`x`}: sums of ${math`x y`} and ${math`x^2`}.`,
                mistake(inverse)`The fraction is turned over. The sum of ${math`x^2`} stands below.`,
                mistake(plain)`That is the sum of the products. Divide it by the sum of ${math`x^2`}.`,
                mistake(weight.negated())`The sign is turned. Go through the products again.`,
              ],
            }),
            answer.number({
              label: say`${math`\hat{v} =`}`,
              key: variance,
              mistakes: [
                mistake(unbiased)`You divided by ${math`n - 1`}. The likelihood is largest with ${math`n`}.`,
                mistake(total)`That is the sum of the squared residuals. Divide it by their number.`,
                mistake(spread)`You averaged the squares of ${math`y`}. Take the residuals ${math`y - \hat{w} x`}.`,
                mistake(variance.over(2))`You halved it. The half in the exponent cancels in the slope.`,
              ],
            }),
          ],
          hints: [
            say`With normal errors, the log-likelihood is ${math`-\frac{n}{2} \ln v - \frac{1}{2v} \sum (y - w x)^2`}, up to a constant.`,
            say`For ${math`w`}, make the sum of squares smallest: ${math`\hat{w} = \frac{\sum x y}{\sum x^2}`}. For ${math`v`}, average the squared residuals.`,
            say`${math`\sum x y = ${products}`}.`,
          ],
          solution: [
            say`${math`\sum x y = ${products}`} and ${math`\sum x^2 = ${powers}`}.`,
            say`So ${math`\hat{w} = ${vector(x).dot(vector(y))} \div ${vector(x).normSquared()} = ${weight}`}.`,
            say`The residuals ${math`y - \hat{w} x`} are ${list(residuals)}, their squares ${list(squares)}.`,
            say`Slope in ${math`v`} set to 0: ${math`\hat{v}`} is their mean, ${math`${total} \div ${x.length} = ${variance}`}.`,
          ],
        };
      },
      // The sum of squares is flat in the weight; golden-section search for the variance.
      verify({ x, y }, [weight, variance]) {
        const squares = (w: number) => x.reduce((all, value, i) => all + (at(y, i) - w * value) ** 2, 0);
        const w = weight.toNumber();
        const log = (v: number) => -(x.length / 2) * Math.log(v) - squares(w) / (2 * v);
        return isNear(numericSlope(squares, w), 0) && isNear(variance.toNumber(), maximumBetween(log, 0, 50));
      },
    }),
  ],
});

function product(values: readonly Rational[]): Rational {
  return values.reduce((all, value) => all.times(value), ONE);
}

function powerOf(base: Rational, exponent: number): Formula {
  return base.isInteger() ? math`${base}^{${exponent}}` : math`\left( ${base} \right)^{${exponent}}`;
}

function batch({ p, y }: { p: readonly string[]; y: readonly number[] }) {
  const own = p.map(value => rational(value));
  const factors = own.map((value, i) => (at(y, i) === 1 ? value : ONE.minus(value)));
  const turned = product(factors.map(value => ONE.minus(value)));
  return { own, factors, key: product(factors), upward: product(own), turned, mean: sum(factors).over(p.length) };
}

function likelihoodRatio(given: { first: string; second: string; hits: number; misses: number }) {
  const { hits, misses } = given;
  const [first, second] = [rational(given.first), rational(given.second)];
  const [up, down] = [first.over(second), ONE.minus(first).over(ONE.minus(second))];
  const key = up.power(hits).times(down.power(misses));
  const swapped = up.power(misses).times(down.power(hits));
  return { up, down, key, swapped, inverted: ONE.over(key), hitsOnly: up.power(hits), once: up.times(down) };
}

type Kind = (typeof FAMILIES)[number]['kind'];

function modelOf(kind: Kind, letter: string): Formula {
  if (kind === 'count') return math`P(x) = \frac{${letter}^x e^{-${letter}}}{x!}`;
  if (kind === 'wait') return math`f(x) = ${letter} e^{-${letter} x}`;
  return kind === 'tries' ? math`P(x) = ${letter} (1 - ${letter})^{x - 1}` : math`P(x) = ${letter} (1 - ${letter})^x`;
}

/** The estimate from n values, with what is taken for it and why, and the lines of its derivation. */
function estimated(kind: Kind, data: readonly number[], letter = 'x') {
  const [n, total] = [data.length, sum(data)];
  const isRate = kind === 'count' || kind === 'wait';
  const [own, other] = [math`${letter}`, math`\ln(1 - ${letter})`];
  const terms = [math`\ln ${letter}`, isRate ? own : other];
  const [front, back] = kind === 'count' ? [total, rational(n)] : [rational(n), kind === 'tries' ? total.minus(n) : total];
  const [mean, rest] = [total.over(n), front.plus(back)];
  const tail = isRate ? math`${back}` : math`\frac{${back}}{1 - ${letter}}`;
  const shared = {
    n,
    total,
    log: math`\ln L = ${combination([front, isRate ? back.negated() : back], terms)}`,
    slope: math`\frac{${front}}{${letter}} - ${tail} = 0`,
    cleared: math`${isRate ? front : math`${front} (1 - ${letter})`} = ${combination([back], [own])}`,
  };
  const isMean = mistake(mean)`That is the mean of the values. Here the slope of the log-likelihood is 0 elsewhere.`;
  if (kind === 'count') {
    const mistakes = [
      mistake(ONE.over(mean))`You turned the fraction over. Solve for ${own} again.`,
      mistake(total.over(n - 1))`You divided by one less. The likelihood is largest with the number of values itself.`,
      mistake(total)`That is the sum. Each value also adds a term without a logarithm.`,
    ];
    return { ...shared, key: mean, mistakes };
  }
  if (kind === 'wait') {
    const single = mistake(ONE.over(total))`You counted one logarithm. Each value adds its own.`;
    const fewer = mistake(rational(n - 1).over(total))`You took one value less. The likelihood is largest with all of them.`;
    return { ...shared, key: ONE.over(mean), mistakes: [isMean, single, fewer] };
  }
  const key = front.over(rest);
  const opposite = mistake(ONE.minus(key))`That is the estimate of ${math`1 - ${letter}`}.`;
  const miscounted =
    kind === 'tries'
      ? mistake(rational(n).over(total.plus(n)))`The exponent is ${math`x - 1`}: the success is counted in ${math`x`}.`
      : mistake(ONE.over(mean))`You left out the successes. Each value ends with one.`;
  return { ...shared, key, mistakes: [isMean, opposite, miscounted] };
}

/** Outcomes a θ, b θ, 1 − (a + b) θ; without factors θ², 2θ(1 − θ), (1 − θ)². */
function solved({ factors, counts }: { factors: readonly number[]; counts: readonly number[] }) {
  const [first = 0, second = 0, third = 0] = counts;
  const [a = 0, b = 0] = factors;
  return a === 0 ? solvedSquares(first, second, third) : solvedLine([a, b], [first, second, third]);
}

function solvedLine([a, b]: readonly [number, number], [first, second, third]: readonly [number, number, number]) {
  const [m, known, n] = [a + b, first + second, first + second + third];
  const theta = (factor: number) => combination([factor], ['\\theta']);
  const rest = math`1 - ${theta(m)}`;
  return {
    models: [theta(a), theta(b), rest],
    key: rational(known, m * n),
    inner: m,
    log: math`\ln L = ${combination([known, third], [math`\ln \theta`, math`\ln(${rest})`])}`,
    score: math`\frac{${known}}{\theta} - \frac{${m * third}}{${rest}} = 0`,
    cleared: math`${known} (${rest}) = ${theta(m * third)}`,
    mistakes: [
      mistake(rational(first, a * n))`You used the first outcome only. The other counts carry information as well.`,
      mistake(rational(second, b * n))`You used the second outcome only. The other counts carry information as well.`,
      mistake(rational(known, n))`That estimates the first two together, which is ${theta(m)}.`,
      mistake(rational(known, third + m * known))`The inner derivative ${math`-${m}`} of ${math`\ln(${rest})`} is missing.`,
    ],
  };
}

function solvedSquares(first: number, second: number, third: number) {
  const [own, other, n] = [2 * first + second, second + 2 * third, first + second + third];
  return {
    models: [math`\theta^2`, math`2 \theta (1 - \theta)`, math`(1 - \theta)^2`],
    key: rational(own, 2 * n),
    inner: 1,
    log: math`\ln L = ${combination([own, other], [math`\ln \theta`, math`\ln(1 - \theta)`])}`,
    score: math`\frac{${own}}{\theta} - \frac{${other}}{1 - \theta} = 0`,
    cleared: math`${own} (1 - \theta) = ${combination([other], ['\\theta'])}`,
    mistakes: [
      mistake(rational(first, n))`That share estimates ${math`\theta^2`}. The other counts matter as well.`,
      mistake(rational(second, 2 * n))`You used the second outcome only. The other counts carry information as well.`,
      mistake(rational(first + second, n + second))`A square counts twice: ${math`\ln \theta^2 = 2 \ln \theta`}.`,
      mistake(rational(other, 2 * n))`That is the estimate of ${math`1 - \theta`}.`,
    ],
  };
}

/** Least squares through the origin and the mean squared residual, with what is taken for them. */
function fitted({ x, y }: { x: readonly number[]; y: readonly number[] }) {
  const [X, Y] = [vector(x), vector(y)];
  const plain = X.dot(Y);
  const weight = plain.over(X.normSquared());
  const residuals = Y.minus(X.times(weight)).entries;
  const squares = residuals.map(value => value.power(2));
  const total = sum(squares);
  const [variance, unbiased, spread] = [total.over(x.length), total.over(x.length - 1), Y.normSquared().over(x.length)];
  const [ratio, inverse] = [sum(y).over(sum(x)), ONE.over(weight)];
  return { weight, plain, residuals, squares, total, variance, unbiased, spread, ratio, inverse };
}
