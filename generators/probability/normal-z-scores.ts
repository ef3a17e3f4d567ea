// The normal distribution: z-scores, the 68-95-99.7 rule, probabilities from a table, cut-offs, and combinations of normal variables.
import {
  answer,
  at,
  bracketed,
  combination,
  decimal,
  type Expression,
  evaluate,
  type Formula,
  generator,
  integrate,
  level,
  list,
  math,
  mean,
  mistake,
  normalCdf,
  normalDensity,
  ONE,
  paired,
  percent,
  productSum,
  productSumWorked,
  type Rational,
  type Rng,
  rational,
  say,
  signed,
  sum,
  sure,
  type Text,
  table,
  tex,
  variance,
} from '#kit';

const SCENES = [
  { letter: 'X', says: say`The scores ${math`X`} of a model on random tasks follow` },
  { letter: 'T', says: say`The response times ${math`T`} of a server follow` },
  { letter: 'B', says: say`The brightness values ${math`B`} of some images follow` },
  { letter: 'H', says: say`The heights ${math`H`} of the plants in a data set follow` },
  { letter: 'L', says: say`The lengths ${math`L`} of the replies of a model follow` },
];
const PAIRS = [
  { X: 'X', Y: 'Y', D: 'D', says: say`Two models get independent scores ${math`X`} and ${math`Y`}.` },
  { X: 'U', Y: 'V', D: 'W', says: say`A unit receives two independent inputs ${math`U`} and ${math`V`}.` },
  { X: 'S', Y: 'T', D: 'D', says: say`Two servers have independent running times ${math`S`} and ${math`T`}.` },
  { X: 'A', Y: 'B', D: 'C', says: say`Two features ${math`A`} and ${math`B`} are independent.` },
];
/** What lies within 1, 2 and 3 SDs of the mean. */
const RULE = ['0.68', '0.95', '0.997'];
/** The distribution function at 1/2, 1, 3/2 and 2. */
const PHI = ['0.691', '0.841', '0.933', '0.977'];
/** Which share lies above z. */
const TAILS = [
  { z: '1.28', p: '0.1' },
  { z: '1.645', p: '0.05' },
  { z: '1.96', p: '0.025' },
];

export default generator({
  id: 'probability/normal-z-scores',
  version: 1,
  title: 'Normal distribution and z-scores',
  bullet: 'Distributions',
  why: 'Noise, weights and residuals are modelled as normal; thresholds and anomaly scores are z-scores.',
  needs: ['probability/data-spread', 'probability/continuous-density'],
  levels: [
    level({
      says: 'a z-score, and a value from its z-score',
      par: 25,
      pick(rng) {
        const { mu, sigma } = drawNormal(rng);
        const [k, other] = [rng.nonzero(-6, 6), rng.nonzero(-6, 6)];
        return k === other ? undefined : { mu, sigma, k, other, scene: rng.index(SCENES) };
      },
      ask({ mu, sigma, k, other, scene }) {
        const { says } = at(SCENES, scene);
        const [x, z, wanted] = [placeAt(mu, sigma, k), rational(k, 2), rational(other, 2)];
        const [distance, value] = [x.minus(mu), placeAt(mu, sigma, other)];
        return {
          statement: say`${says} ${normal(mu, sigma)}, with mean ${mu} and standard deviation (SD) ${sigma}. Find the z-score of ${decimal(x)}, and the value that has the z-score ${decimal(wanted)}.`,
          answers: [
            exact(say`z-score:`, z, [
              mistake(distance)`That is the distance from the mean. Divide it by the SD.`,
              mistake(z.negated())`The sign is turned. Below the mean a z-score is negative, above it positive.`,
              mistake(z.over(sigma))`You divided by the variance. Divide by the SD ${sigma}.`,
              mistake(x.over(sigma))`You divided the value itself. Subtract the mean first.`,
            ]),
            exact(say`Value:`, value, [
              mistake(value.minus(mu))`That is the distance from the mean. Add the mean.`,
              mistake(placeAt(mu, sigma, -other))`You went to the other side of the mean. Mind the sign of the z-score.`,
              mistake(wanted.plus(mu))`You added the z-score itself. It counts SDs, so multiply it by ${sigma}.`,
              mistake(wanted.times(sigma * sigma).plus(mu))`You used the variance. Multiply the z-score by the SD ${sigma}.`,
            ]),
          ],
          hints: [
            say`A z-score counts SDs from the mean: ${math`z = \frac{x - \mu}{\sigma}`}, and back ${math`x = \mu + z \sigma`}, with mean ${math`\mu`} and SD ${math`\sigma`}.`,
            say`For the z-score subtract the mean, then divide by the SD. For the value multiply by the SD, then add the mean.`,
            say`The distance from the mean is ${math`${decimal(x)} - ${mu} = ${decimal(distance)}`}.`,
          ],
          solution: [
            say`z-score: ${math`(${decimal(x)} - ${mu}) / ${sigma} = ${decimal(distance)} / ${sigma} = ${decimal(z)}`}.`,
            say`Value: ${math`${mu} + ${bracketed(wanted, decimal)} \cdot ${sigma} = ${decimal(value)}`}.`,
          ],
        };
      },
      // Put back: from the z-score to the value that was given, from the value to the z-score that was.
      verify({ mu, sigma, k, other }, [z, value]) {
        const isBack = z
          .times(sigma)
          .plus(mu)
          .equals(placeAt(mu, sigma, k));
        return isBack && value.minus(mu).over(sigma).times(2).equals(other);
      },
    }),

    level({
      says: 'the 68-95-99.7 rule',
      par: 35,
      pick(rng) {
        const { mu, sigma } = drawNormal(rng);
        const [low, high] = [rng.pick([null, -3, -2, -1, 1, 2]), rng.pick([null, -2, -1, 1, 2, 3])];
        const isEmpty = low !== null && high !== null ? low >= high : low === high;
        return isEmpty ? undefined : { mu, sigma, low, high, scene: rng.index(SCENES) };
      },
      ask({ mu, sigma, low, high, scene }) {
        const { letter, says } = at(SCENES, scene);
        const limits = [low, high].filter(k => k !== null);
        const [from, to] = [low, high].map(k => (k === null ? null : rational(mu + k * sigma)));
        const P = probabilityOf(letter, from ?? null, to ?? null);
        const where = limits.map(k => math`${mu + k * sigma} = ${mu} ${signed(k)} \cdot ${sigma}`);
        const halves = limits.map(k => half(k).abs());
        const { key, mistakes, steps } = ruled(low, high);
        return {
          statement: say`${says} ${normal(mu, sigma)}, with mean ${mu} and SD ${sigma}. Find ${P}. Take 0.68, 0.95 and 0.997 as the shares within 1, 2 and 3 SDs of the mean.`,
          answers: [exact(say`${math`${P} =`}`, key, mistakes)],
          hints: [
            say`The curve is symmetric: half of each share lies on either side of the mean, and half of everything lies below it.`,
            say`How many SDs from the mean is each limit, and on which side? Add or subtract the halves of the shares.`,
            halves.length === 1
              ? say`Between the mean and the limit lies ${decimal(at(halves, 0))}.`
              : say`Between the mean and the two limits lie ${decimal(at(halves, 0))} and ${decimal(at(halves, 1))}.`,
          ],
          solution: [say`In SDs from the mean: ${list(where)}.`, ...steps],
        };
      },
      // Counts slices of one SD among 2000 cases: 680, 270, 47 and 3 on each side.
      verify({ low, high }, [key]) {
        const isInside = (from: number) => from >= (low ?? -4) && from + 1 <= (high ?? 4);
        const inside = [3, 47, 270, 680, 680, 270, 47, 3].filter((_, i) => isInside(i - 4));
        return key.equals(sum(inside).over(2000));
      },
    }),

    level({
      says: 'the probability of an interval from a table',
      par: 60,
      pick(rng) {
        const { mu, sigma } = drawNormal(rng);
        const [low, high] = [rng.nonzero(-4, 4), rng.nonzero(-4, 4)];
        return low < high ? { mu, sigma, low, high, scene: rng.index(SCENES) } : undefined;
      },
      ask({ mu, sigma, low, high, scene }) {
        const { letter, says } = at(SCENES, scene);
        const [below, above] = [phi(low), phi(high)];
        const key = above.minus(below);
        const unsigned = phi(Math.abs(high)).minus(phi(Math.abs(low)));
        const [from, to] = [placeAt(mu, sigma, low), placeAt(mu, sigma, high)];
        const P = probabilityOf(letter, from, to);
        return {
          statement: say`${says} ${normal(mu, sigma)}. Find ${P} to within 0.002. ${phiTable()} Here ${PHI_WORDS}.`,
          answers: [
            answer.real({
              label: say`${math`${P} \approx`}`,
              key: written(key),
              tolerance: '0.002',
              mistakes: [
                mistake(written(unsigned))`Below the mean the z-score is negative, and ${math`\Phi(-z) = 1 - \Phi(z)`}.`,
                mistake(written(above))`That is all below ${decimal(to)}. Remove the part below ${decimal(from)}.`,
                mistake(written(ONE.minus(below)))`That is all above ${decimal(from)}. Remove the part above ${decimal(to)}.`,
                mistake(written(ONE.minus(key)))`That is what lies outside. You are asked for the part between.`,
              ],
            }),
          ],
          hints: [
            say`Between two limits lies the difference of the shares below them. By symmetry, ${math`\Phi(-z) = 1 - \Phi(z)`}.`,
            say`Turn both limits into z-scores. Subtract the share below the lower one from the share below the upper one.`,
            say`The lower limit has ${math`z = (${decimal(from)} - ${mu}) / ${sigma} = ${decimal(rational(low, 2))}`}.`,
          ],
          solution: [
            say`z-scores: ${math`(${decimal(from)} - ${mu}) / ${sigma} = ${decimal(rational(low, 2))}`} and ${math`(${decimal(to)} - ${mu}) / ${sigma} = ${decimal(rational(high, 2))}`}.`,
            say`Below the lower limit: ${phiLine(low)}.`,
            say`Below the upper limit: ${phiLine(high)}.`,
            say`Between them: ${math`${decimal(above)} - ${decimal(below)} = ${decimal(key)}`}.`,
          ],
        };
      },
      // The area under the density between the limits as they stand, with no table and no z-score.
      verify({ mu, sigma, low, high }, [key]) {
        const [from, to] = [placeAt(mu, sigma, low), placeAt(mu, sigma, high)].map(place => place.toNumber());
        const { value } = integrate(x => normalDensity(x, mu, sigma), sure(from), sure(to), 1e-6);
        return Math.abs(value - evaluate(key)) < 0.0015;
      },
    }),

    level({
      says: 'the cut-off for a share',
      par: 45,
      pick(rng) {
        const { mu, sigma } = drawNormal(rng);
        const [kind, place] = [rng.pick(SIDES), rng.index(TAILS)];
        return { mu, sigma, kind, place, scene: rng.index(SCENES) };
      },
      ask({ mu, sigma, kind, place, scene }) {
        const { letter, says } = at(SCENES, scene);
        const { z, p } = tail(place);
        const sign = kind === 'lowest' ? -1 : 1;
        const valueAt = (score: Rational) => score.times(sigma * sign).plus(mu);
        const key = valueAt(z);
        const share = kind === 'middle' ? ONE.minus(p.times(2)) : p;
        const swapped = kind === 'middle' ? TAILS[place - 1] : TAILS[place + 1];
        const rows = TAILS.map((_, i) => [decimal(tail(i).z), decimal(tail(i).p)]);
        const asks = {
          top: say`Above which value lie the top ${percent(share)}?`,
          lowest: say`Below which value lie the lowest ${percent(share)}?`,
          middle: say`The middle ${percent(share)} lie between two values equally far from the mean. Find the upper one.`,
        };
        const slip =
          kind === 'middle'
            ? say`That leaves ${percent(p.times(2))} above it. Half of what is outside lies on each side.`
            : say`That leaves ${percent(p)} on both sides together. Here all of it lies on one side.`;
        return {
          statement: say`${says} ${normal(mu, sigma)}. ${asks[kind]} Answer to within 0.1. ${table([math`z`, math`P(Z > z)`], rows)} Here ${math`Z`} is normal with mean 0 and SD 1.`,
          answers: [
            answer.real({
              label: say`Value:`,
              key: written(key),
              tolerance: '0.1',
              mistakes: [
                ...(swapped ? [{ wrong: written(valueAt(rational(swapped.z))), says: slip }] : []),
                mistake(written(valueAt(z.negated())))`That is on the other side of the mean.`,
                mistake(written(z.times(sigma)))`That is the distance from the mean. Start from the mean ${mu}.`,
                mistake(written(z.times(sign).plus(mu)))`You moved by the z-score itself. Multiply it by ${sigma}.`,
                mistake(written(valueAt(z.times(sigma))))`You used the variance. Multiply the z-score by the SD ${sigma}.`,
              ],
            }),
          ],
          hints: [
            say`The value is ${math`x = \mu + z \sigma`}, where ${math`z`} cuts off the wanted share.`,
            kind === 'middle'
              ? say`What is not in the middle lies half above and half below. Find the z-score with that half above it.`
              : say`Find the z-score with this share above it. By symmetry the same share lies below ${math`-z`}.`,
            kind === 'middle' ? say`Above the upper value lie ${percent(p)}.` : say`The z-score has the size ${decimal(z)}.`,
          ],
          solution: [
            kind === 'middle'
              ? say`Outside the middle lie ${percent(ONE.minus(share))}, so ${percent(p)} lie above the upper value: ${math`z = ${decimal(z)}`}.`
              : say`From the table: ${math`z = ${decimal(z.times(sign))}`}${kind === 'lowest' ? ', negative as it lies below the mean' : ''}.`,
            say`Back to the values: ${math`${letter} = ${mu} ${sign < 0 ? '-' : '+'} ${decimal(z)} \cdot ${sigma} = ${decimal(key)}`}.`,
          ],
        };
      },
      // The share above the answer itself, from the distribution function in floating point.
      verify({ mu, sigma, kind, place }, [key]) {
        const above = 1 - normalCdf(evaluate(key), mu, sigma);
        const p = tail(place).p.toNumber();
        return Math.abs(above - (kind === 'lowest' ? 1 - p : p)) < 0.0005;
      },
    }),

    level({
      says: 'a combination of independent normal variables',
      par: 90,
      pick(rng) {
        const scale = rng.int(1, 3);
        const [first = 0, second = 0] = rng.shuffle(rng.int(0, 3) === 0 ? [5, 12] : [3 * scale, 4 * scale]);
        const factors = [rng.pick([1, 1, 2, 3]), rng.sign() * rng.pick([1, 1, 2])];
        const sigmas = [first / at(factors, 0), second / Math.abs(at(factors, 1))];
        if (sigmas.some(sigma => !Number.isInteger(sigma) || sigma < 2)) return undefined;
        const mus = sigmas.map(sigma => 4 * sigma + rng.int(0, 20));
        const given = { factors, mus, sigmas, k: rng.nonzero(-4, 4), isAbove: rng.int(0, 1) === 1, scene: rng.index(PAIRS) };
        return joined(given).center.isZero() ? undefined : given;
      },
      ask(given) {
        const { factors, mus, sigmas, k, isAbove, scene } = given;
        const { X, Y, D, says } = at(PAIRS, scene);
        const { center, spread, deviation, taken, unsquared, added, crossed } = joined(given);
        const [a, b, s, t] = [at(factors, 0), at(factors, 1), at(sigmas, 0), at(sigmas, 1)];
        const limit = deviation.times(k).over(2).plus(center);
        const key = isAbove ? ONE.minus(phi(k)) : phi(k);
        const P = isAbove ? probabilityOf(D, limit, null) : probabilityOf(D, null, limit);
        const z = decimal(rational(k, 2));
        return {
          statement: say`${says} ${math`${X}`} follows ${normal(at(mus, 0), s)}, and ${math`${Y}`} follows ${normal(at(mus, 1), t)}. Let ${math`${D} = ${combination(factors, [X, Y])}`}. Find its mean, its variance and ${P}, the last to within 0.002. ${phiTable()} Here ${PHI_WORDS}.`,
          answers: [
            exact(say`Mean:`, center, [
              mistake(crossed)`You ${b < 0 ? 'added' : 'subtracted'} the second mean. Means keep the signs of the factors.`,
              mistake(at(mus, 0) + Math.sign(b) * at(mus, 1))`You left out the factors. They multiply the means.`,
            ]),
            exact(say`Variance:`, spread, [
              mistake(deviation)`That is the SD. The variance is its square.`,
              ...(b < 0 ? [mistake(taken)`Variances of independent terms add, even where the variables are subtracted.`] : []),
              mistake(added)`You added the SDs and squared. Square each one, then add.`,
              mistake(unsquared)`The factors come out squared.`,
            ]),
            answer.real({
              label: say`${math`${P} \approx`}`,
              key: written(key),
              tolerance: '0.002',
              mistakes: [mistake(written(ONE.minus(key)))`That is the other side. Mind the signs of z-score and inequality.`],
            }),
          ],
          hints: [
            say`A combination of independent normal variables is normal. Means combine with their factors, variances with the squares of the factors.`,
            say`Find mean and variance of ${math`${D}`}. The SD is the root. Then use the z-score of ${decimal(limit)}.`,
            say`The first term has the variance ${math`${a}^2 \cdot ${s}^2 = ${a * a * s * s}`}.`,
          ],
          solution: [
            say`Mean: ${math`${productSumWorked(paired(factors, mus))}`}.`,
            say`Variance: ${math`${productSum(paired([a * a, b * b], [s * s, t * t]))} = ${spread}`}, so the SD is ${deviation}.`,
            say`z-score: ${math`(${decimal(limit)} ${signed(center.negated())}) / ${deviation} = ${z}`}.`,
            isAbove ? say`${math`${P} =`} ${math`${tailOf(k)} = ${decimal(key)}`}.` : say`${math`${P} =`} ${phiLine(k)}.`,
          ],
        };
      },
      // Mean and variance of four equally likely outcomes with the same means and SDs; then the distribution function, with no table.
      verify({ factors, mus, sigmas, k, isAbove }, [center, spread, key]) {
        const term = (i: number) => [-1, 1].map(sign => at(factors, i) * (at(mus, i) + sign * at(sigmas, i)));
        const outcomes = term(0).flatMap(x => term(1).map(y => x + y));
        const [m, v] = [mean(outcomes), variance(outcomes)];
        const deviation = Math.sqrt(v.toNumber());
        const below = normalCdf(m.toNumber() + (k * deviation) / 2, m.toNumber(), deviation);
        const isClose = Math.abs(evaluate(key) - (isAbove ? 1 - below : below)) < 0.0015;
        return center.equals(m) && spread.equals(v) && isClose;
      },
    }),
  ],
});

type Slips = readonly answer.Mistake<Rational | number>[];

function exact(label: Text, key: Rational | number, mistakes: Slips) {
  return answer.number({ label, key, mistakes, decimal: true });
}

const SIDES = ['top', 'lowest', 'middle'] as const;

/** The mean is at least four SDs above 0. */
function drawNormal(rng: Rng) {
  return { mu: 5 * rng.int(10, 24), sigma: rng.pick([2, 4, 5, 6, 8, 10, 12]) };
}

function normal(mu: number, sigma: number): Formula {
  return tex(`\\mathcal{N}(${mu},\\, ${sigma}^2)`, `the normal distribution with mean ${mu} and standard deviation ${sigma}`);
}

/** The mean plus so many half SDs. */
function placeAt(mu: number, sigma: number, halves: number): Rational {
  return rational(halves * sigma, 2).plus(mu);
}

function probabilityOf(letter: string, low: Rational | null, high: Rational | null): Formula {
  if (low === null) return math`P(${letter} < ${decimal(sure(high ?? undefined))})`;
  return high === null ? math`P(${letter} > ${decimal(low)})` : math`P(${decimal(low)} < ${letter} < ${decimal(high)})`;
}

/** A number with an end to its decimals, to be shown as such. */
function written(value: Rational): Expression {
  const decimals = sure([0, 1, 2, 3, 4].find(places => value.times(10 ** places).isInteger()));
  return { kind: 'number', value, decimals };
}

/** The distribution function at so many halves, from the table. */
function phi(halves: number): Rational {
  const value = rational(at(PHI, Math.abs(halves) - 1));
  return halves < 0 ? ONE.minus(value) : value;
}

const PHI_WORDS = say`${math`\Phi(z)`} is the share below the z-score ${math`z`}`;

function phiTable(): Formula {
  return table(
    [math`z`, math`\Phi(z)`],
    PHI.map((value, i) => [decimal(rational(i + 1, 2)), decimal(rational(value))]),
  );
}

/** What lies above so many halves, turned to a place in the table. */
function tailOf(halves: number): Formula {
  const size = decimal(rational(Math.abs(halves), 2));
  return halves < 0 ? math`1 - \Phi(-${size}) = \Phi(${size})` : math`1 - \Phi(${size})`;
}

function phiLine(halves: number): Formula {
  const z = decimal(rational(halves, 2));
  const [size, value] = [decimal(rational(Math.abs(halves), 2)), decimal(phi(halves))];
  return halves < 0 ? math`\Phi(${z}) = 1 - \Phi(${size}) = ${value}` : math`\Phi(${z}) = ${value}`;
}

function tail(place: number) {
  const { z, p } = at(TAILS, place);
  return { z: rational(z), p: rational(p) };
}

/** What lies between the mean and a limit so many SDs away, with the sign of its side. */
function half(k: number): Rational {
  const share = rational(at(RULE, Math.abs(k) - 1));
  return share.times(rational(Math.sign(k), 2));
}

/** Limits in SDs from the mean, null where there is none. */
function ruled(low: number | null, high: number | null) {
  if (low !== null && high !== null) return between(half(low), half(high));
  const [part, isTail] = low === null ? [half(high ?? 0), (high ?? 0) < 0] : [half(low), low > 0];
  const [size, share] = [part.abs(), part.abs().times(2)];
  const key = isTail ? rational('0.5').minus(size) : size.plus('0.5');
  return {
    key,
    mistakes: [
      mistake(share)`That lies within, between limits on both sides. Here one side has no limit.`,
      ...(isTail ? [mistake(ONE.minus(share))`Those are both tails together. By symmetry, take half.`] : []),
      mistake(size)`That is the part between the mean and the limit. Half of the curve lies on each side.`,
      mistake(ONE.minus(key))`That is the other side of the limit.`,
    ],
    steps: [
      say`Between the mean and the limit lies half of ${decimal(share)}, which is ${decimal(size)}.`,
      say`Half of the curve ${isTail ? 'without' : 'with'} this part: ${math`0.5 ${isTail ? '-' : '+'} ${decimal(size)} = ${decimal(key)}`}.`,
    ],
  };
}

function between(low: Rational, high: Rational) {
  const key = high.minus(low);
  const outside = mistake(ONE.minus(key))`That is what lies outside.`;
  const [near, far] = [low.abs(), high.abs()].sort((a, b) => a.compare(b));
  if (!near || !far || low.negated().equals(high)) {
    const single = mistake(high)`That is one side of the mean only. The interval has two.`;
    return {
      key,
      mistakes: [single, outside],
      steps: [say`Both limits are equally far from the mean, so the share within counts: ${decimal(key)}.`],
    };
  }
  const isAcross = low.sign() < high.sign();
  const [side, act] = isAcross ? ['different sides', 'Add'] : ['the same side', 'Subtract'];
  return {
    key,
    mistakes: [
      mistake(key.times(2))`Each share counts both sides of the mean. Take halves.`,
      mistake(
        isAcross ? far.minus(near) : far.plus(near),
      )`The limits lie on ${side} of the mean. ${act} the halves of the shares.`,
      outside,
    ],
    steps: [
      say`The halves of the shares are ${decimal(far)} and ${decimal(near)}. The limits lie on ${side} of the mean.`,
      say`${act}: ${math`${decimal(far)} ${isAcross ? '+' : '-'} ${decimal(near)} = ${decimal(key)}`}.`,
    ],
  };
}

function joined({ factors, mus, sigmas }: { factors: readonly number[]; mus: readonly number[]; sigmas: readonly number[] }) {
  const [[a = 0, b = 0], [m = 0, n = 0], [s = 0, t = 0]] = [factors, mus, sigmas];
  const spread = rational(a * a * s * s + b * b * t * t);
  return {
    center: rational(a * m + b * n),
    crossed: rational(a * m - b * n),
    spread,
    deviation: sure(spread.sqrt()),
    taken: rational(a * a * s * s - b * b * t * t),
    unsquared: rational(a * s * s + Math.abs(b) * t * t),
    added: rational((a * s + Math.abs(b) * t) ** 2),
  };
}
