// Centre and spread of a list of numbers: mean, median, range, variance, z-scores, rescaling, and two groups put together.
import {
  answer,
  areDifferent,
  ascending,
  at,
  call,
  combination,
  decimal,
  divide,
  evaluateExact,
  generator,
  level,
  list,
  math,
  mean,
  median,
  mistake,
  paired,
  productSum,
  productSumWorked,
  type Rational,
  type Rng,
  rational,
  row,
  say,
  signed,
  signedSum,
  sum,
  sure,
  type Text,
  table,
  variance,
  vector,
  word,
} from '#kit';

/** Sizes and means of two groups, and two distances from the mean at which the values of each lie. */
type Groups = { counts: number[]; means: number[]; halves: number[][] };

const COUNTS = [
  say`A model is trained several times and stops after these numbers of epochs:`,
  say`The documents of a small corpus have these numbers of typing errors:`,
  say`An annotator labels these numbers of images, hour by hour:`,
  say`Users click on these numbers of recommendations:`,
  say`A server drops these numbers of requests, day by day:`,
];
const COLUMNS = [
  say`A feature column has the values`,
  say`In one batch, a unit has the activations`,
  say`The pixels of a patch have the grey values`,
  say`The sentences of a batch have these numbers of tokens:`,
  say`A sensor reads`,
];
const SCALED = [
  say`Before training, a feature is standardised. Its values are`,
  say`Batch normalisation looks at the activations`,
  say`An outlier check looks at the response times`,
  say`Rewards of an agent are standardised. They are`,
  say`A column counts the words of each query. Its values are`,
];
const MAPPED = [
  say`A preprocessing step turns the values ${math`x`} of a feature into ${math`y`}.`,
  say`The readings ${math`x`} of a sensor are recalibrated to ${math`y`}.`,
  say`The scores ${math`x`} of some replies are turned into rewards ${math`y`}.`,
  say`A layer with one weight and a bias turns the inputs ${math`x`} into ${math`y`}.`,
];
const GROUPS = [
  say`A feature is stored in two shards, A and B.`,
  say`Two devices, A and B, each hold a part of one batch.`,
  say`A test set has the groups A and B, with these statistics of the error.`,
  say`Two hospitals, A and B, share statistics of a measurement, but no data.`,
];

export default generator({
  id: 'probability/data-spread',
  version: 1,
  title: 'How data is spread: centre, variance, standardising',
  bullet: 'Distributions',
  why: 'Feature scaling, batch normalisation and outlier checks all start from the mean and the standard deviation of a column.',
  needs: [],
  levels: [
    level({
      says: 'mean, median and range',
      par: 40,
      pick(rng) {
        const x = rng.ints(rng.pick([5, 6, 6, 7, 7, 7]), 0, 20);
        if ((10 * wholeSum(x)) % x.length > 0) return undefined;
        const { centre, middle, unsorted, range, most } = centresOf(x);
        return areDifferent(centre, middle, unsorted, range, most) ? { x, scene: rng.index(COUNTS) } : undefined;
      },
      ask({ x, scene }) {
        const { centre, middle, unsorted, total, range, most, least, outer, sorted } = centresOf(x);
        const isEven = x.length % 2 === 0;
        const convention = isEven ? say` With an even number of values, the median is the mean of the two middle ones.` : say``;
        const pair = sorted.slice(x.length / 2 - 1, x.length / 2 + 1);
        return {
          statement: say`${at(COUNTS, scene)} ${list(x)}. Find the mean, the median and the range.${convention}`,
          answers: [
            exact(say`Mean:`, centre, [
              mistake(total)`That is the sum. Divide it by the number of values.`,
              mistake(middle)`That is the median. The mean is the sum divided by the number of values.`,
              mistake(rational(most + least, 2))`That is halfway from smallest to largest. All values count.`,
            ]),
            exact(say`Median:`, middle, [
              mistake(unsorted)`You took the middle of the list as it stands. Sort it first.`,
              mistake(centre)`That is the mean. The median is the value in the middle of the sorted list.`,
            ]),
            exact(say`Range:`, range, [
              mistake(most)`That is the largest value. Take the smallest one away from it.`,
              mistake(outer)`You took the first and the last value. Take the smallest and the largest.`,
            ]),
          ],
          hints: [
            say`The mean shares the sum out equally, the median stands in the middle of the sorted list, the range is largest minus smallest.`,
            say`Sort the values. The sorted list shows the median and the range at once; the mean takes the sum.`,
            say`The smallest two values are ${list(sorted.slice(0, 2))}, and the sum of all is ${total}.`,
          ],
          solution: [
            say`Mean: ${math`${total} / ${x.length} = ${decimal(centre)}`}.`,
            say`Sorted: ${list(sorted)}.`,
            isEven
              ? say`The middle ones are ${at(pair, 0)} and ${at(pair, 1)}, so the median is ${decimal(middle)}.`
              : say`The median is the one in the middle: ${decimal(middle)}.`,
            say`Range: ${math`${most} - ${least} = ${range}`}.`,
          ],
        };
      },
      // Put back: deviations from the mean cancel; the median by counting places; the range as the largest of all differences.
      verify({ x }, [centre, middle, range]) {
        const differences = x.flatMap(a => x.map(b => a - b));
        const half = Math.floor((x.length + 1) / 2);
        const places = rational(placed(x, half) + placed(x, x.length + 1 - half), 2);
        return deviationsCancel(x, centre) && middle.equals(places) && range.equals(Math.max(...differences));
      },
    }),

    level({
      says: 'deviations and the population variance',
      par: 50,
      pick(rng) {
        const d = drawDeviations(rng, rng.int(4, 5), 5);
        const squares = squareSum(d);
        if (squares % d.length > 0 || squares < 2 * d.length) return undefined;
        return { x: shifted(rng, d), scene: rng.index(COLUMNS) };
      },
      ask({ x, scene }) {
        const n = x.length;
        const [centre, key] = [mean(x), variance(x)];
        const d = vector(x).map(entry => entry.minus(centre));
        const squares = d.entries.map(entry => entry.power(2));
        const total = sum(squares);
        const flat = mean(d.entries.map(entry => entry.abs()));
        return {
          statement: say`${at(COLUMNS, scene)} ${list(x)}. Find the deviations from the mean, in this order, and the population variance (divide by ${math`n`}).`,
          answers: [
            answer.vector({
              label: say`Deviations:`,
              key: d,
              mistakes: [
                mistake(d.negated())`You subtracted the values from the mean. A deviation is the value minus the mean.`,
                mistake(d.map(entry => entry.abs()))`You dropped the signs. Values below the mean have negative deviations.`,
                mistake(vector(squares))`Those are the squares already. The deviations come first.`,
              ],
            }),
            exact(say`Variance:`, key, [
              mistake(variance(x, 1))`You divided by ${math`n - 1`}. The population variance divides by ${math`n`}.`,
              mistake(total)`That is the sum of the squares. Divide it by the number of values.`,
              mistake(flat)`You averaged the sizes of the deviations. Average their squares.`,
              mistake(mean(x.map(entry => entry * entry)))`You averaged the squares of the values. Subtract the mean first.`,
              mistake(0)`Deviations always add up to 0. Square them first.`,
            ]),
          ],
          hints: [
            say`A deviation is the value minus the mean. The population variance is the mean of the squared deviations.`,
            say`Find the mean, subtract it from each value, square, add, and divide by ${math`n`}.`,
            say`The mean is ${math`${sum(x)} / ${n} = ${centre}`}.`,
          ],
          solution: [
            say`Mean: ${math`${signedSum(x)} = ${sum(x)}`}, and ${math`${sum(x)} / ${n} = ${centre}`}.`,
            say`Deviations: ${math`${row(d.entries)}`}. They add up to 0.`,
            say`Their squares: ${math`${signedSum(squares)} = ${total}`}.`,
            say`Variance: ${math`${total} / ${n} = ${key}`}.`,
          ],
        };
      },
      // Deviations differ as the values do and cancel; the variance from all pairs, with no mean.
      verify({ x }, [d, key]) {
        const shifts = d.length === x.length ? d.entries.map((entry, i) => entry.minus(at(x, i))) : [];
        const isShift = new Set(shifts.map(String)).size === 1;
        return isShift && sum(d.entries).isZero() && key.equals(pairwiseVariance(x));
      },
    }),

    level({
      says: 'mean, standard deviation and a z-score',
      par: 60,
      pick(rng) {
        const d = drawDeviations(rng, rng.int(4, 6), 6);
        if (!isSquare(squareSum(d) / d.length)) return undefined;
        const place = rng.index(d);
        return d[place] === 0 ? undefined : { x: shifted(rng, d), place, scene: rng.index(SCALED) };
      },
      ask({ x, place, scene }) {
        const [n, value] = [x.length, at(x, place)];
        const [centre, spread] = [mean(x), variance(x)];
        const deviation = sure(spread.sqrt());
        const distance = rational(value).minus(centre);
        const z = distance.over(deviation);
        const d = x.map(entry => rational(entry).minus(centre));
        const squares = d.map(entry => entry.power(2));
        const flat = mean(d.map(entry => entry.abs()));
        const sample = call('sqrt', variance(x, 1));
        return {
          statement: say`${at(SCALED, scene)} ${list(x)}. Find the mean, the population standard deviation (SD, divide by ${math`n`}) and the z-score of ${value}. Give SD and z-score to within 0.01.`,
          answers: [
            exact(say`Mean:`, centre, [
              mistake(median(x))`That is the median. The mean is the sum divided by the number of values.`,
              mistake(sum(x))`That is the sum. Divide it by the number of values.`,
            ]),
            answer.real({
              label: say`SD:`,
              key: deviation,
              tolerance: '0.01',
              mistakes: [
                mistake(sample)`You divided by ${math`n - 1`}. The population SD divides by ${math`n`}.`,
                mistake(spread)`That is the variance. Take its square root.`,
                mistake(flat)`You averaged the sizes. Square the deviations, average, then take the root.`,
              ],
            }),
            answer.real({
              label: say`z-score:`,
              key: z,
              tolerance: '0.01',
              mistakes: [
                mistake(distance)`That is the deviation. Divide it by the SD.`,
                mistake(z.negated())`The sign is turned. Below the mean a z-score is negative, above it positive.`,
                mistake(distance.over(spread))`You divided by the variance. Divide by the SD.`,
                mistake(divide(distance, sample))`Your SD divides by ${math`n - 1`}. Here it divides by ${math`n`}.`,
              ],
            }),
          ],
          hints: [
            say`The SD is the root of the mean squared deviation. A z-score counts SDs from the mean: ${math`z = \frac{x - \mu}{\sigma}`}, with mean ${math`\mu`} and SD ${math`\sigma`}.`,
            say`Find the mean and the deviations. Average their squares and take the root. Then divide the one deviation by it.`,
            say`The mean is ${math`${sum(x)} / ${n} = ${centre}`}.`,
          ],
          solution: [
            say`Mean: ${math`${sum(x)} / ${n} = ${centre}`}. Deviations: ${list(d)}.`,
            say`Variance: ${math`(${signedSum(squares)}) / ${n} = ${sum(squares)} / ${n} = ${spread}`}.`,
            say`SD: ${math`\sqrt{${spread}} = ${deviation}`}.`,
            say`z-score: ${math`(${value} - ${centre}) / ${deviation} = ${z}`}.`,
          ],
        };
      },
      // The square of the SD from all pairs, with no mean; the value put back from its z-score.
      verify({ x, place }, [centre, deviation, z]) {
        const [s, scaled] = [evaluateExact(deviation), evaluateExact(z)];
        if (!s || !scaled || s.sign() < 0) return false;
        const isBack = scaled.times(s).plus(centre).equals(at(x, place));
        return deviationsCancel(x, centre) && s.times(s).equals(pairwiseVariance(x)) && isBack;
      },
    }),

    level({
      says: 'sample variance, and what y = ax + b does to mean and SD',
      par: 75,
      pick(rng) {
        const d = drawDeviations(rng, rng.int(4, 6), 6);
        if (!isSquare(squareSum(d) / (d.length - 1))) return undefined;
        const given = { x: shifted(rng, d), a: rng.sign() * rng.int(2, 5), b: rng.nonzero(-12, 12), scene: rng.index(MAPPED) };
        const { squared, moved } = rescaled(given);
        return areDifferent(squared, moved) ? given : undefined;
      },
      ask(given) {
        const { x, a, b, scene } = given;
        const { n, centre, d, squares, sample, deviation, image, spread, signedScale, squared, moved } = rescaled(given);
        return {
          statement: say`${at(MAPPED, scene)} The values are ${list(x)}, and ${math`y = ${combination([a], ['x'])} ${signed(b)}`}. Find the sample variance of ${math`x`} (divide by ${math`n - 1`}), then the mean and the sample SD of ${math`y`}.`,
          answers: [
            exact(say`Variance of ${math`x`}:`, sample, [
              mistake(variance(x))`You divided by ${math`n`}. The sample variance divides by ${math`n - 1`}.`,
              mistake(deviation)`That is the SD. The variance is its square.`,
              mistake(sum(squares))`That is the sum of the squares. Divide it by ${math`n - 1`}.`,
            ]),
            exact(say`Mean of ${math`y`}:`, image, [
              mistake(centre.times(a))`You left out the constant. It shifts the mean as well.`,
              mistake(centre.plus(b))`You only shifted. The factor multiplies the mean as well.`,
              mistake(centre)`That is the mean of ${math`x`}. Put it into ${math`a x + b`}.`,
            ]),
            exact(say`SD of ${math`y`}:`, spread, [
              mistake(signedScale)`An SD is never negative. Multiply by the size of the factor.`,
              mistake(moved)`You added the constant. A shift does not change the spread.`,
              mistake(spread.power(2))`That is the variance of ${math`y`}. Take its root.`,
              mistake(squared)`You squared the factor. That belongs to the variance, not to the SD.`,
              mistake(deviation)`That is the SD of ${math`x`}. The factor stretches it.`,
            ]),
          ],
          hints: [
            say`A shift moves the mean and leaves the spread. A factor ${math`a`} multiplies the mean by ${math`a`} and the SD by ${math`\lvert a \rvert`}.`,
            say`Find mean and sample variance of ${math`x`}. The SD is the root of the variance. Then carry both over to ${math`y`}.`,
            say`The mean of ${math`x`} is ${math`${sum(x)} / ${n} = ${centre}`}.`,
          ],
          solution: [
            say`Mean of ${math`x`}: ${math`${sum(x)} / ${n} = ${centre}`}. Deviations: ${list(d)}.`,
            say`Variance of ${math`x`}: ${math`(${signedSum(squares)}) / ${n - 1} = ${sum(squares)} / ${n - 1} = ${sample}`}.`,
            say`Mean of ${math`y`}: ${math`${a} \cdot ${centre} ${signed(b)} = ${image}`}.`,
            say`SD of ${math`y`}: ${math`\lvert ${a} \rvert \cdot \sqrt{${sample}} = ${Math.abs(a)} \cdot ${deviation} = ${spread}`}.`,
          ],
        };
      },
      // Works out every y, then its mean by cancelling deviations and its variance from all pairs.
      verify({ x, a, b }, [sample, image, spread]) {
        const [y, n] = [x.map(entry => a * entry + b), x.length];
        const unbiased = (values: readonly number[]) => pairwiseVariance(values).times(rational(n, n - 1));
        const isSpread = spread.sign() > 0 && spread.times(spread).equals(unbiased(y));
        return sample.equals(unbiased(x)) && deviationsCancel(y, image) && isSpread;
      },
    }),

    level({
      says: 'two groups put together',
      par: 90,
      pick(rng) {
        const parts = rng.int(2, 5);
        const first = rng.int(1, parts - 1);
        const counts = [20 * first, 20 * (parts - first)];
        const apart = parts * rng.pick([-2, -1, 1, 2]);
        const low = rng.int(2, 12);
        const means = apart > 0 ? [low, low + apart] : [low - apart, low];
        const halves = [drawHalf(rng), drawHalf(rng)];
        const given = { counts, means, halves, scene: rng.index(GROUPS) };
        const { within, flat, key, crossed } = together(given);
        return within.denominator <= 2n && areDifferent(within, flat, key, crossed) ? given : undefined;
      },
      ask(given) {
        const { counts, means, scene } = given;
        const { N, centre, plain, turned, variances, gaps, gapSquares, within, between, flat, key, crossed } = together(given);
        const rows = ['A', 'B'].map((name, i) => [word(name), at(counts, i), at(means, i), at(variances, i)]);

        return {
          statement: say`${at(GROUPS, scene)} Find the exact mean and variance of all ${N} values together. All variances divide by the number of values. ${table([word('group'), word('size'), word('mean'), word('variance')], rows)}`,
          answers: [
            exact(say`Mean:`, centre, [
              mistake(plain)`You took the plain mean of the two. Weight each one by the size of its group.`,
              mistake(turned)`You gave each mean the weight of the other group.`,
            ]),
            exact(say`Variance:`, key, [
              mistake(within)`That is the spread within the groups. Add the spread of their means.`,
              mistake(between)`That is the spread of the two means. Add the spread within the groups.`,
              mistake(flat)`You took the plain mean of the variances. Weight them, and add the spread of the means.`,
              mistake(crossed)`You added the squared distance of the two means. Measure each mean from the common one.`,
            ]),
          ],
          hints: [
            say`Total variance = mean of the variances + variance of the means, both weighted by the sizes of the groups.`,
            say`First the common mean. Then add to each variance the squared distance of its mean from the common one, and average with the sizes as weights.`,
            say`The values of A add up to ${productSumWorked([[at(counts, 0), at(means, 0)]])}.`,
          ],
          solution: [
            say`Mean: ${math`(${productSum(paired(counts, means))}) / ${N} = ${centre.times(N)} / ${N} = ${centre}`}.`,
            say`Within: ${math`(${productSum(paired(counts, variances))}) / ${N} = ${within}`}.`,
            say`The two means minus the common one: ${list(gaps)}.`,
            say`Between: ${math`(${productSum(paired(counts, gapSquares))}) / ${N} = ${between}`}.`,
            say`Together: ${math`${within} + ${between} = ${key}`}.`,
          ],
        };
      },
      // Lists of values that have these statistics, put together; then deviations cancel and the variance comes from all pairs.
      verify({ counts, means, halves }, [centre, key]) {
        const values = means.flatMap((m, i) => at(halves, i).flatMap(h => [m - h, m + h]));
        const copies = values.map((_, i) => at(counts, i < 4 ? 0 : 1) / 4);
        return deviationsCancel(values, centre, copies) && key.equals(pairwiseVariance(values, copies));
      },
    }),
  ],
});

type Slips = readonly answer.Mistake<Rational | number>[];

function exact(label: Text, key: Rational | number, mistakes: Slips) {
  return answer.number({ label, key, mistakes, decimal: true });
}

/** Whole numbers that add up to 0. */
function drawDeviations(rng: Rng, n: number, most: number): number[] {
  const some = rng.ints(n - 1, -most, most);
  return [...some, 0 - wholeSum(some)];
}

/** Around a whole mean, with no negative value. */
function shifted(rng: Rng, d: readonly number[]): number[] {
  const centre = rng.int(0, 8) + 1 - Math.min(...d);
  return d.map(entry => entry + centre);
}

/** Whether it is the square of a whole number from 2 on. */
function isSquare(value: number): boolean {
  return value >= 4 && Number.isInteger(value) && Number.isInteger(Math.sqrt(value));
}

function wholeSum(x: readonly number[]): number {
  return x.reduce((before, entry) => before + entry, 0);
}

function squareSum(d: readonly number[]): number {
  return d.reduce((total, entry) => total + entry * entry, 0);
}

/** Two distances h from the mean with a whole variance: values lie at mean ± h, equally often. */
function drawHalf(rng: Rng): number[] {
  const inner = rng.int(0, 4);
  return [inner, inner + 2 * rng.int(1, 2)];
}

function centresOf(x: readonly number[]) {
  const half = Math.floor(x.length / 2);
  const [most, least] = [Math.max(...x), Math.min(...x)];
  return {
    ...{ centre: mean(x), middle: median(x), total: sum(x), sorted: ascending(x), most, least, range: most - least },
    unsorted: x.length % 2 === 0 ? rational(at(x, half - 1) + at(x, half), 2) : rational(at(x, half)),
    outer: Math.abs(at(x, x.length - 1) - at(x, 0)),
  };
}

function rescaled({ x, a, b }: { x: readonly number[]; a: number; b: number }) {
  const centre = mean(x);
  const sample = variance(x, 1);
  const deviation = sure(sample.sqrt());
  const spread = deviation.times(Math.abs(a));
  const d = x.map(entry => rational(entry).minus(centre));
  return {
    ...{ n: x.length, centre, sample, deviation, spread, d },
    squares: d.map(entry => entry.power(2)),
    image: centre.times(a).plus(b),
    signedScale: deviation.times(a),
    squared: deviation.times(a * a),
    moved: spread.plus(b),
  };
}

function together({ counts, means, halves }: Groups) {
  const N = sum(counts);
  const weighted = (values: readonly (Rational | number)[]) => vector(counts).dot(vector(values)).over(N);
  const variances = halves.map(pair => rational(squareSum(pair), 2));
  const centre = weighted(means);
  const gaps = means.map(m => rational(m).minus(centre));
  const gapSquares = gaps.map(gap => gap.power(2));
  const [within, between] = [weighted(variances), weighted(gapSquares)];
  return {
    ...{ N, centre, variances, gaps, gapSquares, within, between },
    plain: mean(means),
    turned: weighted(means.toReversed()),
    flat: mean(variances),
    key: within.plus(between),
    crossed: within.plus((at(means, 0) - at(means, 1)) ** 2),
  };
}

/** Whether the deviations from it add up to 0; each value may stand for several copies. */
function deviationsCancel(x: readonly number[], centre: Rational, copies: readonly number[] = x.map(() => 1)): boolean {
  return sum(x.map((entry, i) => rational(entry).minus(centre).times(at(copies, i)))).isZero();
}

/** The mean of (a - b)²/2 over all pairs of values, which takes no mean of the values. */
function pairwiseVariance(x: readonly number[], copies: readonly number[] = x.map(() => 1)): Rational {
  const pairs = x.flatMap((a, i) => x.map((b, j) => (a - b) * (a - b) * at(copies, i) * at(copies, j)));
  return sum(pairs).over(2).over(sum(copies).power(2));
}

/** The value in place k of the sorted list, counted from 1, without sorting: fewer than k lie below it, at least k not above. */
function placed(x: readonly number[], k: number): number {
  return sure(x.find(v => x.filter(other => other < v).length < k && x.filter(other => other <= v).length >= k));
}
