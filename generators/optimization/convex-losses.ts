// What minimises a convex loss: the mean, medians and quantiles, a regression line, a constant under Huber's loss, and when there is only one.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  combinations,
  display,
  figure,
  generator,
  interval,
  level,
  list,
  Matrix,
  math,
  matrix,
  mean,
  median,
  mistake,
  paired,
  type Rational,
  rational,
  say,
  signed,
  signedSum,
  sum,
  type Text,
  table,
  tuples,
  variance,
} from '#kit';

type Squares = { y: number[]; isMean: boolean };
type Line = { x: number[]; w: number; b: number; r: number[] };
type Robust = { y: number[]; delta: number; m: number };

const FORECASTS = [
  'One forecast is made for the demand in a shop.',
  'One delivery time is promised to everybody.',
  'One load is planned for the nights of a data centre.',
  'One rent is predicted for all flats of a kind.',
];
const TARGETS = ['the drift of a drone', 'changes of the sales', 'the turn of a car', 'tomorrow’s change in temperature'];
const OUTLIERS = [
  'A sensor measures the same offset again and again, and fails once.',
  'One number should stand for changes of a price, one of them mistyped.',
  'One reward should stand for some games, one of them odd.',
  'A clock is compared with others, and one of these is wrong.',
];
const SHARES = ['1/10', '1/5', '1/4', '2/5', '3/5', '3/4', '4/5', '9/10'] as const;
/** Residuals that a line can leave: they add up to 0, and three at least are not 0. */
const RESIDUALS = [...tuples([-3, -2, -1, 0, 1, 2, 3], 4)].filter(r => added(r) === 0 && r.filter(Boolean).length > 2);
/** Their mean is a whole number or a half, but not 0. */
const INPUTS = [...combinations([-3, -2, -1, 0, 1, 2, 3, 4, 5], 4)].filter(x => added(x) !== 0 && added(x) % 2 === 0);

export default generator({
  id: 'optimization/convex-losses',
  version: 1,
  title: 'Minimisers of convex losses',
  bullet: 'Convex Optimization',
  why: 'Regression losses are convex, and each has its own best fit: the mean, a median, a quantile, or one that shrugs off outliers.',
  needs: ['calculus/linear-regression-gradient', 'linear-algebra/least-squares', 'optimization/convexity-test'],
  levels: [
    level({
      says: 'the best constant under squared loss, and the least loss',
      par: 45,
      pick(rng) {
        const [centre, steps] = [rng.int(3, 14), rng.ints(rng.int(2, 4), -6, 6)];
        const last = -added(steps);
        const y = rng.shuffle([...steps, last]).map(step => centre + step);
        if (Math.abs(last) > 7 || y.some(value => value < 1)) return undefined;
        const given = { y, isMean: rng.int(0, 1) === 0 };
        const { key, middle, least, other, sizes, atMedian } = squaresOf(given);
        const isClear = areDifferent(key, middle) && areDifferent(least, other, sizes, atMedian);
        return isClear ? { ...given, scene: rng.index(FORECASTS) } : undefined;
      },
      ask(given) {
        const { y, isMean, scene } = given;
        const { key, middle, halfway, least, other, sizes, atMedian } = squaresOf(given);
        const kind = isMean ? 'mean' : 'sum';
        const steps = y.map(value => key.negated().plus(value));
        const total = sum(steps.map(step => step.power(2)));
        return {
          statement: say`${at(FORECASTS, scene)} The values are ${math`y = ${list(y)}`}. The loss ${math`L(c)`} of a constant ${math`c`} is the ${kind} of ${math`(y - c)^2`} over these values. Find the best ${math`c`} and the least loss.`,
          answers: [
            part(say`Best ${math`c =`}`, key, [
              mistake(middle)`That is the median. It minimises the sum of ${math`\lvert y - c \rvert`}, not of the squares.`,
              mistake(halfway)`You took the middle of the smallest and the largest value. All values count.`,
              mistake(sum(y))`That is the sum. Divide by the number of values.`,
            ]),
            part(say`Least ${math`L =`}`, least, [
              mistake(other)`Look at the loss again: it is the ${kind} of the squares.`,
              mistake(sizes)`You used the sizes of the differences. Square each one.`,
              mistake(atMedian)`That is the loss at the median. The mean does better.`,
            ]),
          ],
          hints: [
            say`A squared loss is convex in ${math`c`}. It is least where its slope is 0: there the differences ${math`y - c`} add up to 0.`,
            say`The best constant is the mean of the values. Then square each difference from it.`,
            say`The values add up to ${sum(y)}, and there are ${y.length} of them.`,
          ],
          solution: [
            say`The slope is 0 at the mean: ${math`c = ${sum(y)} / ${y.length} = ${key}`}.`,
            say`The differences ${math`y - c`} are ${list(steps)}.`,
            isMean
              ? say`Their squares add up to ${total}. Over ${y.length} this is ${math`L = ${least}`}.`
              : say`Their squares add up to ${math`L = ${least}`}.`,
          ],
        };
      },
      // The loss is the same one step to either side of its minimum; the squares about the mean are those of all pairs, over n.
      verify({ y, isMean }, [key, least]) {
        const loss = (c: Rational) => sum(y.map(value => c.minus(value).power(2)));
        const pairs = y.flatMap((one, i) => y.slice(i + 1).map(two => (one - two) ** 2));
        const n = y.length;
        const isLowest = loss(key.plus(1)).equals(loss(key.minus(1)));
        return isLowest && least.times(isMean ? n * n : n).equals(sum(pairs));
      },
    }),

    level({
      says: 'medians under absolute loss, and a quantile under pinball loss',
      par: 60,
      pick(rng) {
        const y = rng.ints(6, 1, 30);
        if (!areDifferent(...y)) return undefined;
        const given = { y, share: rng.pick(SHARES) };
        const { low, high, key, swapped, unsorted } = quantilesOf(given);
        return high - low > 1 && areDifferent(key, swapped, unsorted) ? { ...given, scene: rng.index(FORECASTS) } : undefined;
      },
      ask(given) {
        const { y, scene } = given;
        const { share, rest, sorted, low, high, key, swapped, unsorted, rank, below } = quantilesOf(given);
        const [from = 0, to = 0] = y.slice(2, 4).sort((a, b) => a - b);
        const inMiddle = interval('[', from, to, ']');
        const only = (value: Rational) => interval('[', value, value, ']');
        return {
          statement: say`${at(FORECASTS, scene)} The values were ${math`y = ${list(y)}`}. First, a forecast ${math`c`} costs ${math`\lvert y - c \rvert`} for each value: find all best real ${math`c`}. Then each unit by which ${math`y`} lies above ${math`c`} costs ${share}, and each unit below costs ${rest}: find the best ${math`c`}.`,
          answers: [
            answer.interval({
              label: say`First, all ${math`c`}:`,
              key: interval('[', low, high, ']'),
              mistakes: [
                mistake(only(rational(low + high, 2)))`Others are as good: move it a little.`,
                mistake(only(mean(y)))`The mean minimises squares. Find all places with three values on each side.`,
                mistake(inMiddle)`Sort the values before you look for the middle ones.`,
                mistake(interval('(', low, high, ')'))`The ends belong to it: there the cost is the same.`,
              ],
            }),
            part(say`Then ${math`c =`}`, rational(key), [
              mistake(rational(swapped))`The costs are swapped. What is dear above ${math`c`} pushes ${math`c`} up.`,
              mistake(rational(below))`You stopped one value too early. Going on still saves more than it costs.`,
              mistake(rational(unsorted))`Sort the values before you count.`,
              mistake(mean(y))`That is the mean. It minimises the squares.`,
            ]),
          ],
          hints: [
            say`Both costs are convex. Where ${math`c`} rises by 1, each value above saves its unit cost, and each value below adds its own.`,
            say`Sort the values. Move ${math`c`} up as long as the slope is negative: the slope is (cost below) times (values below) minus (cost above) times (values above).`,
            say`Sorted, the values are ${list(sorted)}.`,
          ],
          solution: [
            say`Sorted: ${list(sorted)}. Between ${low} and ${high} three values lie below and three above, so the slope is 0. The best ${math`c`} are ${interval('[', low, high, ']')}.`,
            say`With ${math`k`} values below, the second slope is ${math`${rest} k - ${share} (6 - k) = k - ${share.times(6)}`}.`,
            say`It is negative up to ${math`k = ${rank - 1}`} and positive from ${math`k = ${rank}`} on, so value number ${rank} is best: ${math`c = ${key}`}.`,
          ],
        };
      },
      // The costs themselves, at the values and a quarter to each side.
      verify({ y, share }, [set, key]) {
        const quarters = [-4000, ...y.flatMap(value => [4 * value - 1, 4 * value, 4 * value + 1]), 4000];
        const sizes = (c: number) => y.reduce((total, value) => total + Math.abs(4 * value - c), 0);
        const least = Math.min(...quarters.map(sizes));
        const isSet = quarters.every(c => set.contains(rational(c, 4)) === (sizes(c) === least));
        const above = rational(share).times(20).toNumber();
        const cost = (c: number) => added(y.map(value => (value - c) * (value < c ? above - 20 : above)));
        return isSet && y.every(value => key.equals(value) || cost(key.toNumber()) < cost(value));
      },
    }),

    level({
      says: 'a regression line, and its sum of squares',
      par: 120,
      pick(rng) {
        const [r, x] = [rng.pick(RESIDUALS), rng.pick(INPUTS)];
        if (products(x, r) !== 0) return undefined;
        const given = { x: [...x], w: rng.nonzero(-3, 3), b: rng.nonzero(-5, 5), r: [...r] };
        const { w, fromZero, crossed, b, meanY, turned } = lineOf(given);
        const isClear = areDifferent(w, fromZero, crossed) && areDifferent(b, meanY, turned);
        return isClear ? { ...given, scene: rng.index(TARGETS) } : undefined;
      },
      ask(given) {
        const { x, r, scene } = given;
        const { y, w, fromZero, ends, crossed, b, meanX, meanY, turned, least, sizes, spread, Sxx, Sxy } = lineOf(given);
        const steps = (values: readonly number[], centre: Rational) => list(values.map(value => rational(value).minus(centre)));
        return {
          statement: say`A line predicts ${at(TARGETS, scene)} from one input. Among all lines ${math`\hat y = w x + b`}, find the one with the least sum of squares ${math`S`} of the residuals ${math`y - \hat y`}, and find this ${math`S`}. ${table([math`x`, math`y`], paired(x, y))}`,
          figures: [figure.scatter({ axes: ['x', 'y'], classes: [{ points: x.map((input, i) => [input, at(y, i)] as const) }] })],
          answers: [
            part(say`${math`w =`}`, w, [
              mistake(fromZero)`That line goes through the origin. With a bias, take the means away first.`,
              mistake(ends)`You joined the first and the last point. Those between count as well.`,
              mistake(crossed)`You divided by the spread of ${math`y`}. Divide by that of ${math`x`}.`,
              mistake(w.negated())`The sign is turned. Look whether ${math`y`} rises with ${math`x`}.`,
            ]),
            part(say`${math`b =`}`, b, [
              mistake(meanY)`That is the mean of ${math`y`}. Take ${math`w`} times the mean of ${math`x`} away.`,
              mistake(turned)`You added ${math`w`} times the mean of ${math`x`}. Take it away.`,
              mistake(b.negated())`The sign is turned: ${math`b`} is the height of the line at ${math`x = 0`}.`,
            ]),
            part(say`Least ${math`S =`}`, least, [
              mistake(sizes)`You added the sizes of the residuals. Square each one first.`,
              mistake(rational(0))`The residuals themselves add up to 0. Square each one first.`,
              mistake(least.over(4))`That is the mean of the squares. Their sum is asked for.`,
              mistake(spread)`Those are the squares about the mean of ${math`y`}. Use the line.`,
            ]),
          ],
          hints: [
            say`The sum of squares is convex in ${math`w`} and ${math`b`}. At its minimum the residuals add up to 0, also when each is multiplied by its ${math`x`}.`,
            say`Take the means away. Then ${math`w`} is the sum of products of the differences, over the sum of squares of those of ${math`x`}. The line goes through the point of the means.`,
            say`The means are ${meanX} for ${math`x`} and ${meanY} for ${math`y`}.`,
          ],
          solution: [
            say`The means are ${meanX} and ${meanY}. The differences from them are ${steps(x, meanX)} for ${math`x`} and ${steps(y, meanY)} for ${math`y`}.`,
            say`The products add up to ${Sxy}, the squares for ${math`x`} to ${Sxx}, so ${math`w = ${Sxy} / ${Sxx} = ${w}`}.`,
            say`Bias: ${math`b = ${meanY} - ${bracketed(w)} \cdot ${bracketed(meanX)} = ${b}`}.`,
            say`The residuals ${math`y - \hat y`} are ${list(r)}, and their squares add up to ${math`S = ${least}`}.`,
          ],
        };
      },
      // Residuals orthogonal to 1 and to x; the least sum is the part of y that they do not share with the line.
      verify(given, [w, b, least]) {
        const [x, y] = [given.x, targetsOf(given)];
        const residuals = x.map((input, i) => w.times(input).plus(b).minus(at(y, i)));
        const isOrthogonal = sum(residuals).isZero() && sum(residuals.map((e, i) => e.times(at(x, i)))).isZero();
        return isOrthogonal && least.equals(sum(residuals.map((e, i) => e.times(-at(y, i)))));
      },
    }),

    level({
      says: 'Huber’s loss, its slope, and the best constant beside an outlier',
      par: 150,
      pick(rng) {
        const [delta, side, centre] = [rng.int(2, 4), rng.sign(), rng.int(-6, 6)];
        const steps = rng.ints(rng.int(2, 3), 1 - delta, delta - 1);
        const last = -side * delta - added(steps);
        const m = centre + rng.nonzero(-3, 3);
        const y = rng.shuffle([...steps, last, side * (delta + rng.int(4, 12))]).map(step => centre + step);
        if (Math.abs(last) >= delta || y.some(value => Math.abs(value - m) === delta)) return undefined;
        const given = { y, delta, m };
        const { loss, slope, best } = robustOf(given);
        const isClear = [loss, slope, best].every(({ key, ...wrong }) => Object.values(wrong).every(value => !value.equals(key)));
        return isClear ? { ...given, scene: rng.index(OUTLIERS) } : undefined;
      },
      ask(given) {
        const { y, delta, m, scene } = given;
        const { residuals, losses, slopes, inner, pull, loss, slope, best } = robustOf(given);
        const asked = math`L'(${m})`;
        return {
          statement: say`${at(OUTLIERS, scene)} The values are ${math`y = ${list(y)}`}. The loss ${math`L(c)`} is the sum of ${math`h(y - c)`} over these values, with the Huber loss ${math`h`} for ${math`\delta = ${delta}`}. Find ${math`L(${m})`}, the slope ${asked}, and the best ${math`c`}. ${display(math`h(r) = \frac{r^2}{2} \quad \text{if } \lvert r \rvert \le \delta`)} ${display(math`h(r) = \delta \left( \lvert r \rvert - \frac{\delta}{2} \right) \quad \text{if } \lvert r \rvert > \delta`)}`,
          answers: [
            part(say`${math`L(${m}) =`}`, loss.key, [
              mistake(loss.squared)`You squared all of them. Beyond ${math`\delta`} the loss grows on a straight line.`,
              mistake(loss.unhalved)`You left out the half of the squares.`,
              mistake(loss.steep)`Beyond ${math`\delta`}, first take ${math`\delta / 2`} away.`,
            ]),
            part(say`${math`${asked} =`}`, slope.key, [
              mistake(slope.turned)`The sign is turned: ${math`y - c`} falls as ${math`c`} rises.`,
              mistake(slope.unclipped)`Beyond ${math`\delta`} a residual pulls with ${math`\delta`} only.`,
              mistake(slope.dropped)`You left out the residuals beyond ${math`\delta`}. Each still pulls with ${math`\delta`}.`,
            ]),
            part(say`Best ${math`c =`}`, best.key, [
              mistake(best.mean)`That is the mean of all. The outlier pulls with ${math`\delta`} only.`,
              mistake(best.dropped)`You left the outlier out. It still pulls with ${math`\delta`}.`,
              mistake(best.turned)`The outlier pulls ${math`c`} to its own side.`,
              mistake(best.middle)`That is the median. Here the slopes have to add up to 0.`,
            ]),
          ],
          hints: [
            say`The slope of ${math`h`} is ${math`r`} where ${math`\lvert r \rvert \le \delta`}. Beyond, it is ${math`\delta`} with the sign of ${math`r`}. The slope of ${math`L`} is minus the sum of these.`,
            say`Find the residuals ${math`y - c`} and see which lie beyond ${math`\delta`}. For the best ${math`c`} suppose that only the outlier does, solve for slope 0, and check this.`,
            say`At ${math`c = ${m}`} the residuals are ${list(residuals)}.`,
          ],
          solution: [
            say`At ${math`c = ${m}`} the residuals are ${list(residuals)}. Their losses are ${list(losses)}, together ${loss.key}.`,
            say`The slopes of ${math`h`} are ${list(slopes)}, so ${math`${asked} = -(${signedSum(slopes)}) = ${slope.key}`}.`,
            say`If only the outlier lies beyond ${math`\delta`}, slope 0 means ${math`${signedSum(inner)} - ${inner.length} c ${signed(pull)} = 0`}, so ${math`c = ${best.key}`}.`,
            say`This fits: the other residuals are then ${list(inner.map(value => best.key.negated().plus(value)))}, none beyond ${delta}.`,
          ],
        };
      },
      // Huber's loss as the cheapest split of r into a squared part and a linear part; the slopes as differences of the loss.
      verify({ y, delta, m }, [loss, slope, best]) {
        const split = (r: number, u: number) => (r - u) ** 2 / 2 + delta * Math.abs(u);
        const huber = (r: number) => Math.min(split(r, 0), split(r, r - delta), split(r, r + delta));
        const total = (c: number) => added(y.map(value => huber(value - c)));
        const rise = (c: number, h: number) => (total(c + h) - total(c - h)) / (2 * h);
        const isMinimum = rise(best.toNumber(), 1 / 64) === 0;
        return isMinimum && loss.toNumber() === total(m) && slope.toNumber() === rise(m, 1 / 2);
      },
    }),

    level({
      says: 'the Hessian of a least-squares loss, and how many minimisers there are',
      par: 120,
      pick(rng) {
        const rows = rng.pick([2, 4]);
        const column = rng.ints(rows, -3, 3);
        const [p, q] = [rng.pick([1, 2]), rng.pick([-2, -1, 1, 3])];
        const isFlat = rng.int(0, 14) === 0;
        const other = isFlat ? [] : rng.ints(rows, -3, 3);
        const X = column.map((entry, i) => (isFlat ? [p * entry, q * entry] : [entry, at(other, i)]));
        if (X.some(([a, b]) => a === 0 && b === 0)) return undefined;
        const [a, b, d] = gramOf(X);
        if (b === 0 || !Number.isInteger(Math.sqrt((a - d) ** 2 + 4 * b * b)) || a * d === 0) return undefined;
        return isFlat === (a * d === b * b) ? { X, scene: rng.index(TARGETS) } : undefined;
      },
      ask(given) {
        const { X, scene } = given;
        const { n, H, gram, small, large, isFlat, straight } = designOf(given);
        const [key, other] = isFlat ? ['many', 'one'] : ['one', 'many'];
        const [a, b, d] = [H.at(0, 0), H.at(0, 1), H.at(1, 1)];
        return {
          statement: say`A linear model without a bias predicts ${at(TARGETS, scene)}. Its loss is ${math`L(w) = \frac{1}{${n}} \lVert X w - y \rVert^2`} for some targets ${math`y`}. Find the Hessian ${math`H`} of ${math`L`}, its smallest eigenvalue, and the number of minimisers of ${math`L`}. ${display(math`X = ${matrix(X)}`)}`,
          answers: [
            answer.matrix({
              label: say`${math`H =`}`,
              key: H,
              mistakes: [
                mistake(H.times('1/2'))`The factor 2 is missing. The square brings it down.`,
                mistake(gram)`That is ${math`X^\top X`}. The factor in front is ${math`2 \cdot \frac{1}{${n}}`}.`,
                mistake(H.times(n))`The factor ${math`\frac{1}{${n}}`} of the loss is missing.`,
                mistake(straight)`The mixed entries are missing: multiply one column by the other.`,
              ],
            }),
            part(say`Smallest ${math`\lambda =`}`, small, [
              mistake(large)`That is the largest eigenvalue.`,
              mistake(small.times(large))`That is the determinant, the product of both eigenvalues.`,
              mistake(a.compare(d) < 0 ? a : d)`That is an entry of the diagonal. The mixed entries count as well.`,
            ]),
            answer.choice({
              label: say`${math`L`} has:`,
              key,
              options: [
                { id: 'one', text: say`exactly one minimiser` },
                { id: 'many', text: say`infinitely many minimisers` },
                { id: 'none', text: say`no minimiser` },
              ],
              mistakes: [
                mistake(other)`Look at the smallest eigenvalue: is there a direction in which ${math`L`} does not bend?`,
                mistake('none')`A convex quadratic that is never negative reaches its least value.`,
              ],
            }),
          ],
          hints: [
            say`The Hessian of ${math`\lVert X w - y \rVert^2`} is ${math`2 X^\top X`}, whatever ${math`y`} is. The factor ${math`\frac{1}{${n}}`} of the loss stays in front.`,
            say`The entries of ${math`X^\top X`} are columns of ${math`X`} times each other. As ${math`L`} is convex, no eigenvalue is negative: if the smallest is positive, there is one minimiser; if it is 0, a whole line of them.`,
            say`The first entry of ${math`X^\top X`} is ${gram.at(0, 0)}, and the factor in front is ${math`\frac{2}{${n}}`}.`,
          ],
          solution: [
            say`Columns times columns: ${math`X^\top X = ${gram}`}.`,
            say`The factor is ${math`\frac{2}{${n}} = ${rational(2, n)}`}, so ${math`H = ${H}`}.`,
            say`The eigenvalues solve ${math`(${a} - \lambda)(${d} - \lambda) = ${b.power(2)}`}, so ${math`\lambda^2 - ${a.plus(d)} \lambda = ${small.times(large).negated()}`}: they are ${small} and ${large}.`,
            isFlat
              ? say`The smallest is 0: the columns of ${math`X`} are parallel, and ${math`L`} has infinitely many minimisers.`
              : say`The smallest is positive: ${math`L`} bends up in every direction and has exactly one minimiser.`,
          ],
        };
      },
      // Squared lengths of X u for three u; an eigenvalue below both diagonal entries is the smallest; parallel rows leave a direction.
      verify({ X }, [H, small, count]) {
        const lengths = (u: number, v: number) => added(X.map(([p = 0, q = 0]) => (p * u + q * v) ** 2));
        const bend = (u: number, v: number) => rational(2 * lengths(u, v), X.length);
        const [a, b, d] = [H.at(0, 0), H.at(0, 1), H.at(1, 1)];
        const isHessian = H.rows === 2 && H.columns === 2 && H.isSymmetric() && a.equals(bend(1, 0)) && d.equals(bend(0, 1));
        const isMixed = a.plus(d).plus(b.times(2)).equals(bend(1, 1));
        const [below, above] = [a.minus(small), d.minus(small)];
        const isSmallest = below.sign() >= 0 && above.sign() >= 0 && below.times(above).equals(b.power(2));
        const areParallel = X.every(([p = 0, q = 0]) => X.every(([r = 0, s = 0]) => p * s === q * r));
        return isHessian && isMixed && isSmallest && count === (areParallel ? 'many' : 'one');
      },
    }),
  ],
});

function part(label: Text, key: Rational, mistakes: { wrong: Rational; says: Text }[]) {
  return answer.number({ label, key, mistakes });
}

function added(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function products(as: readonly number[], bs: readonly number[]): number {
  return added(as.map((a, i) => a * at(bs, i)));
}

function squaresOf({ y, isMean }: Squares) {
  const [key, middle, share] = [mean(y), median(y), isMean ? y.length : 1];
  const total = (c: Rational) => sum(y.map(value => c.minus(value).power(2)));
  const least = total(key).over(share);
  const other = isMean ? total(key) : variance(y);
  const sizes = sum(y.map(value => key.minus(value).abs())).over(share);
  const halfway = rational(Math.min(...y) + Math.max(...y), 2);
  return { key, middle, halfway, least, other, sizes, atMedian: total(middle).over(share) };
}

/** The two middle values, and the first value from which on the second slope is positive. */
function quantilesOf(given: { y: number[]; share: string }) {
  const [share, rest] = [rational(given.share), rational(1).minus(given.share)];
  const sorted = given.y.toSorted((a, b) => a - b);
  const rank = Math.ceil(share.toNumber() * 6);
  const [low, high, key, swapped] = [at(sorted, 2), at(sorted, 3), at(sorted, rank - 1), at(sorted, 6 - rank)];
  const [unsorted, below] = [at(given.y, rank - 1), at(sorted, Math.max(rank - 2, 0))];
  return { share, rest, sorted, rank, low, high, key, swapped, unsorted, below };
}

const targetsOf = ({ x, w, b, r }: Line) => x.map((input, i) => w * input + b + at(r, i));

function lineOf({ x, r, ...line }: Line) {
  const y = targetsOf({ x, r, ...line });
  const [meanX, meanY, w, b] = [mean(x), mean(y), rational(line.w), rational(line.b)];
  const centred = (as: readonly number[], bs: readonly number[]) => mean(as).times(mean(bs)).times(-4).plus(products(as, bs));
  const [Sxx, Sxy, spread] = [centred(x, x), centred(x, y), centred(y, y)];
  const fromZero = rational(products(x, y), products(x, x));
  const ends = rational(at(y, 3) - at(y, 0), at(x, 3) - at(x, 0));
  const [crossed, turned] = [Sxy.over(spread), meanY.plus(w.times(meanX))];
  const [least, sizes] = [rational(products(r, r)), rational(added(r.map(Math.abs)))];
  return { y, w, b, meanX, meanY, Sxx, Sxy, spread, fromZero, ends, crossed, turned, least, sizes };
}

/** The loss and its slope at m, the best constant, and what is taken for them. */
function robustOf({ y, delta, m }: Robust) {
  const residuals = y.map(value => value - m);
  const inside = residuals.filter(r => Math.abs(r) <= delta);
  const slopes = residuals.map(r => Math.max(-delta, Math.min(delta, r)));
  // Up to δ the slope is r itself, so that both cases are slope · (r − slope/2).
  const losses = residuals.map((r, i) => rational(at(slopes, i) * (2 * r - at(slopes, i)), 2));
  const middle = median(y);
  const far = y.reduce((a, b) => (middle.minus(a).abs().compare(middle.minus(b).abs()) < 0 ? b : a));
  const inner = y.filter(value => value !== far);
  const pull = far > middle.toNumber() ? delta : -delta;
  const value = sum(losses);
  const loss = {
    key: value,
    squared: rational(products(residuals, residuals), 2),
    unhalved: value.plus(rational(products(inside, inside), 2)),
    steep: value.plus(rational((y.length - inside.length) * delta * delta, 2)),
  };
  const slope = {
    key: rational(-added(slopes)),
    turned: rational(added(slopes)),
    unclipped: rational(-added(residuals)),
    dropped: rational(-added(inside)),
  };
  const bestAt = (force: number) => rational(added(inner) + force, inner.length);
  const best = { key: bestAt(pull), dropped: bestAt(0), turned: bestAt(-pull), mean: mean(y), middle };
  return { residuals, losses, slopes, inner, pull, loss, best, slope };
}

/** The entries of XᵀX: first column squared, the mixed one, second column squared. */
function gramOf(X: readonly (readonly number[])[]): [number, number, number] {
  const [first, second] = [X.map(entries => at(entries, 0)), X.map(entries => at(entries, 1))];
  return [products(first, first), products(first, second), products(second, second)];
}

function designOf({ X }: { X: number[][] }) {
  const [n, [a, b, d]] = [X.length, gramOf(X)];
  const root = Math.sqrt((a - d) ** 2 + 4 * b * b);
  const gram = Matrix.build(2, 2, (i, j) => (i !== j ? b : i === 0 ? a : d));
  const H = gram.times(rational(2, n));
  const [small, large] = [rational(a + d - root, n), rational(a + d + root, n)];
  return { n, H, gram, small, large, isFlat: small.isZero(), straight: Matrix.diagonal(H.at(0, 0), H.at(1, 1)) };
}
