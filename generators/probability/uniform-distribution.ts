// The uniform distribution: shares of an interval, mean and variance, the interval behind them, linear maps, and sampling by inversion.
import {
  answer,
  areDifferent,
  at,
  call,
  combination,
  decimal,
  display,
  divide,
  type Expression,
  evaluate,
  expr,
  type Formula,
  generator,
  level,
  math,
  mistake,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  say,
  signed,
  simpson,
  sure,
  type Text,
  tex,
  varianceOf,
} from '#kit';

const DRAWN = [
  { letter: 'W', says: say`A weight ${math`W`} is initialised` },
  { letter: 'S', says: say`Data augmentation moves an image by ${math`S`} pixels, drawn` },
  { letter: 'B', says: say`An image gets brighter by ${math`B`} percent, drawn` },
  { letter: 'R', says: say`Random search draws a setting ${math`R`}` },
  { letter: 'X', says: say`A start point ${math`X`} is drawn` },
];
const INITIAL = [
  say`The weights ${math`W`} of a layer are drawn`,
  say`Dither noise ${math`W`} is drawn`,
  say`The entries ${math`W`} of an embedding are drawn`,
  say`In a model of rounding, errors ${math`W`} are drawn`,
];
const MAPPED = [
  say`A program draws ${math`X`}`,
  say`A random number ${math`X`} is drawn`,
  say`A simulator draws a setting ${math`X`}`,
  say`A jitter ${math`X`} is drawn`,
];
const SAMPLERS = [
  say`A simulator samples by inversion`,
  say`A generative model turns uniform noise into samples by inversion`,
  say`A program has only a uniform random number and samples by inversion`,
];

export default generator({
  id: 'probability/uniform-distribution',
  version: 1,
  title: 'The uniform distribution',
  bullet: 'Distributions',
  why: 'Random initialisation, random search and sampling by inversion all begin with a uniform draw.',
  needs: ['probability/events', 'probability/variance-rules'],
  levels: [
    level({
      says: 'the probability of an interval',
      par: 20,
      pick(rng) {
        const low = rng.int(-8, 6);
        const high = low + rng.int(4, 12);
        const from = rng.int(low - 3, high - 1);
        const to = rng.int(from + 1, high + 3);
        const given = { low, high, from, to, scene: rng.index(DRAWN) };
        if (to <= low || (from <= low && to >= high) || high === 0) return undefined;
        const { key, over, length } = shareOf(given);
        return areDifferent(key, over, length) && !over.equals(ONE) ? given : undefined;
      },
      ask(given) {
        const { low, high, from, to, scene } = given;
        const { letter, says } = at(DRAWN, scene);
        const { key, left, right, length, whole, unclipped, over, rest } = shareOf(given);
        const isClipped = left !== from || right !== to;
        const P = math`P(${from} < ${letter} < ${to})`;
        return {
          statement: say`${says} uniformly from ${pair(low, high)}. Find the exact probability ${P}.`,
          answers: [
            exact(say`${math`${P} =`}`, key, [
              mistake(unclipped)`You counted a part outside ${pair(low, high)}, where nothing is drawn. Cut it off first.`,
              mistake(length)`That is a length. Divide it by the length of the whole interval.`,
              mistake(rest)`That is the probability of falling elsewhere. Take the part inside.`,
              mistake(over)`You divided by the right end. Divide by the length ${math`b - a`}.`,
              mistake(ONE.over(whole))`That is the height of the density. Multiply it by the length of the part.`,
            ]),
          ],
          hints: [
            say`On ${open('a', 'b')}, the probability of a part is its length divided by ${math`b - a`}.`,
            say`Keep what lies inside ${pair(low, high)}. Divide its length by that of the whole.`,
            say`The whole interval has the length ${math`${high} ${signed(-low)} = ${whole}`}.`,
          ],
          solution: [
            isClipped
              ? say`Only the part inside counts, from ${left} to ${right}. Its length is ${length}.`
              : say`The whole part lies inside. Its length is ${math`${to} ${signed(-from)} = ${length}`}.`,
            say`The whole has the length ${math`${high} ${signed(-low)} = ${whole}`}. Divided by it: ${math`${P} = ${key}`}.`,
            say`Single points have probability 0, so it does not matter whether the ends belong to it.`,
          ],
        };
      },
      // Counts unit cells: all are equally likely, and each lies inside or outside.
      verify({ low, high, from, to }, [key]) {
        const cells = Array.from({ length: high - low }, (_, i) => low + i);
        return key.equals(rational(cells.filter(cell => cell >= from && cell + 1 <= to).length, cells.length));
      },
    }),

    level({
      says: 'height of the density, mean and variance',
      par: 35,
      pick(rng) {
        const low = rng.int(-9, 6);
        const high = low + rng.int(2, 12);
        const { height, center, spread, half } = momentsOf(low, high);
        const isClear = areDifferent(height, center, spread, half) && !center.isZero();
        return isClear ? { low, high, scene: rng.index(DRAWN) } : undefined;
      },
      ask({ low, high, scene }) {
        const { says } = at(DRAWN, scene);
        const { width, height, center, spread, half } = momentsOf(low, high);
        return {
          statement: say`${says} uniformly from ${pair(low, high)}. Find the height of its density, its mean and its variance, all exact.`,
          answers: [
            exact(say`Height:`, height, [
              mistake(width)`That is the width. The area is 1, so the height is 1 divided by it.`,
              mistake(1)`The area under the density is 1, not its height.`,
            ]),
            exact(say`Mean:`, center, [
              mistake(half)`That is half the width. The mean lies in the middle: ${math`(a + b)/2`}.`,
              mistake(low + high)`That is the sum of the ends. Halve it.`,
            ]),
            exact(say`Variance:`, spread, [
              mistake(width.over(12))`You left out the square. The variance is ${math`(b - a)^2/12`}.`,
              mistake(rational((low + high) ** 2, 12))`You squared the sum of the ends. The width ${math`b - a`} counts.`,
              mistake(
                half.power(2),
              )`That is the square of half the width, which holds for two values at the ends. Values in between are closer.`,
              mistake(width.power(2).over(3))`The 3 goes with half the width. With the whole width divide by 12.`,
            ]),
          ],
          hints: [
            say`On ${open('a', 'b')} the density is constant with area 1, the mean is the middle, and the variance is ${math`(b - a)^2/12`}.`,
            say`Find the width first. The height is 1 divided by it.`,
            say`The width is ${math`${high} ${signed(-low)} = ${width}`}.`,
          ],
          solution: [
            say`The width is ${math`${high} ${signed(-low)} = ${width}`}, so the height is ${height}.`,
            say`Mean: ${math`(${low} ${signed(high)}) / 2 = ${center}`}.`,
            say`Variance: ${math`${width}^2 / 12 = ${spread}`}.`,
          ],
        };
      },
      // Simpson's rule, exact for parabolas: the area is 1, and the integrals of x and of the squared deviation give the other two.
      verify({ low, high }, [height, center, spread]) {
        const integral = (f: (x: Rational) => Rational) => simpson(x => f(x).times(height), low, high);
        const isOne = integral(() => ONE).equals(1);
        return isOne && integral(x => x).equals(center) && integral(x => x.minus(center).power(2)).equals(spread);
      },
    }),

    level({
      says: 'from the variance back to the interval, and a threshold',
      par: 50,
      pick(rng) {
        const a = rational(rng.int(1, 6), rng.pick([1, 2, 3, 4, 5, 10]));
        const p = rng.pick(['1/10', '1/5', '1/4', '1/3', '1/6', '3/10', '2/5', '3/4', '2/3', '4/5']);
        if (a.equals('1/3') || a.equals('1/12')) return undefined;
        return { v: `${a.power(2).over(3)}`, p, scene: rng.index(INITIAL) };
      },
      ask({ v, p, scene }) {
        const [spread, share] = [rational(v), rational(p)];
        const a = sure(spread.times(3).sqrt());
        const threshold = a.minus(a.times(share).times(2));
        return {
          statement: say`${at(INITIAL, scene)} uniformly from ${open('-a', 'a')} with variance ${spread}. Find ${math`a`}. For which ${math`t`} is ${math`P(W > t) = ${share}`}? Give exact values.`,
          answers: [
            exact(say`${math`a =`}`, a, [
              mistake(a.times(2))`That is the width. It reaches from ${math`-a`} to ${math`a`}, so it is ${math`2a`}.`,
              mistake(a.power(2))`That is ${math`a^2`}. Take the root.`,
              mistake(spread.times(12))`That is the squared width ${math`(2a)^2`}. Take the root and halve it.`,
              mistake(a.negated())`The right end ${math`a`} is positive.`,
            ]),
            exact(say`${math`t =`}`, threshold, [
              mistake(threshold.negated())`You cut off that share on the left. Here it lies to the right of ${math`t`}.`,
              mistake(a.minus(a.times(share)))`You took the share of ${math`a`}. It is a share of the whole width ${math`2a`}.`,
              mistake(a.times(share).times(2))`That is the length of the part on the right. Go back by it from the right end.`,
              mistake(ONE.minus(share))`That is a probability. Turn it into a place in ${open('-a', 'a')}.`,
            ]),
          ],
          hints: [
            say`On ${open('-a', 'a')} the width is ${math`2a`}, so the variance is ${math`(2a)^2/12 = a^2/3`}.`,
            say`Solve for ${math`a`}. The part to the right of ${math`t`} has the length ${math`2a`} times its probability.`,
            say`${math`a^2 = 3 \cdot ${spread} = ${spread.times(3)}`}.`,
          ],
          solution: [
            say`From ${math`a^2/3 = ${spread}`}: ${math`a^2 = ${spread.times(3)}`} and ${math`a = ${a}`}.`,
            say`The part to the right has the length ${math`${share} \cdot ${a.times(2)} = ${a.times(share).times(2)}`}.`,
            say`So ${math`t = ${a} - ${a.times(share).times(2)} = ${threshold}`}.`,
          ],
        };
      },
      // Simpson's rule, exact for parabolas: the variance and the probability of what lies to the right come back.
      verify({ v, p }, [a, t]) {
        if (a.sign() <= 0) return false;
        const height = ONE.over(a.times(2));
        const isSpread = simpson(x => x.times(x).times(height), a.negated(), a).equals(v);
        return isSpread && simpson(() => height, t, a).equals(p);
      },
    }),

    level({
      says: 'a linear map of a uniform variable',
      par: 45,
      pick(rng) {
        const low = rng.int(-4, 4);
        const given = {
          low,
          high: low + rng.int(1, 6),
          m: rng.sign() * rng.int(2, 6),
          c: rng.nonzero(-9, 9),
          scene: rng.index(MAPPED),
        };
        const { spread, unsquared, moved, own } = mapped(given);
        return areDifferent(spread, unsquared, moved, own) ? given : undefined;
      },
      ask(given) {
        const { low, high, m, c, scene } = given;
        const { ends, left, right, spread, unsquared, moved, own, signedSpread } = mapped(given);
        const turned = m < 0 ? 'A negative factor turns the interval around. ' : '';
        const line = math`Y = ${combination([m], ['X'])} ${signed(c)}`;
        return {
          statement: say`${at(MAPPED, scene)} uniformly from ${pair(low, high)}. Then ${line} is uniform too. Find the ends of its interval and its exact variance.`,
          answers: [
            exact(say`Left end:`, left, [mistake(left.minus(c))`You left out the constant. It moves both ends.`]),
            exact(say`Right end:`, right, [mistake(right.minus(c))`You left out the constant. It moves both ends.`]),
            exact(say`${math`${varianceOf('Y')} =`}`, spread, [
              mistake(unsquared)`The factor comes out squared.`,
              mistake(signedSpread)`A variance is never negative. The factor comes out squared.`,
              mistake(moved)`You added the constant. A shift does not change the spread.`,
              mistake(own)`That is the variance of ${math`X`}. The map stretches it.`,
              mistake(right.minus(left).over(12))`You left out the square. The width counts squared.`,
            ]),
          ],
          jointMistakes: [{ wrong: [right, left, spread], says: say`${turned}The left end is the smaller one.` }],
          hints: [
            say`A linear map takes ends to ends. The variance of a uniform variable is its squared width divided by 12.`,
            say`Put both ends of ${math`X`} into the map and sort the results. Their distance is the width.`,
            say`One end of ${math`X`} goes to ${math`${m} \cdot ${low < 0 ? math`(${low})` : low} ${signed(c)} = ${at(ends, 0)}`}.`,
          ],
          solution: [
            say`The ends ${low} and ${high} go to ${at(ends, 0)} and ${at(ends, 1)}.`,
            say`So ${math`Y`} is uniform between ${left} and ${right}, with the width ${right.minus(left)}.`,
            say`Variance: ${math`${right.minus(left)}^2 / 12 = ${spread}`}.`,
          ],
        };
      },
      // Both ends taken back through the map; the variance by Simpson's rule over X, exact for parabolas.
      verify({ low, high, m, c }, [left, right, spread]) {
        const back = [left, right].map(end => end.minus(c).over(m));
        const isBack = at(back, m > 0 ? 0 : 1).equals(low) && at(back, m > 0 ? 1 : 0).equals(high);
        const center = simpson(x => x.times(m).plus(c), low, high).over(high - low);
        const squares = simpson(x => x.times(m).plus(c).minus(center).power(2), low, high);
        return isBack && spread.equals(squares.over(high - low));
      },
    }),

    level({
      says: 'sampling by inversion',
      par: 60,
      pick(rng) {
        const kind = rng.pick(KINDS);
        const isPower = kind === 'square' || kind === 'cube';
        const root = rational(rng.int(1, 9), 10);
        const u = isPower ? root.power(kind === 'square' ? 2 : 3) : rational(rng.pick(SHARES));
        return { kind, u: `${u}`, scale: rng.int(2, 5), scene: rng.index(SAMPLERS) };
      },
      ask({ kind, u, scale, scene }) {
        const F = distributionOf(kind, scale);
        const { domain, key, mistakes, method, first, solution } = inverted({ kind, u: rational(u), scale });
        return {
          statement: say`${at(SAMPLERS, scene)}: it draws ${math`u`} uniformly from ${pair(0, 1)} and returns the ${math`x`} with ${math`F(x) = u`}. Find ${math`x`} for ${math`u = ${kind === 'square' || kind === 'cube' ? decimal(rational(u)) : rational(u)}`}, exactly or to within 0.001. ${display(math`F(x) = ${F}`)} This is the distribution function for ${domain}.`,
          answers: [answer.real({ label: say`${math`x =`}`, key, tolerance: '0.001', mistakes })],
          hints: [
            say`If ${math`U`} is uniform on ${pair(0, 1)}, then ${tex('F^{-1}(U)', 'the inverse of F at U')} has the distribution function ${math`F`}.`,
            method,
            first,
          ],
          solution,
        };
      },
      // Put back: F takes the answer to u, and the answer lies where the formula holds.
      verify({ kind, u, scale }, [key]) {
        const x = evaluate(key);
        const isInside = kind === 'logistic' || x >= 0;
        return isInside && Math.abs(evaluate(distributionOf(kind, scale), { x }) - rational(u).toNumber()) < 1e-9;
      },
    }),
  ],
});

type Slips = readonly answer.Mistake<Rational | number>[];

function exact(label: Text, key: Rational | number, mistakes: Slips) {
  return answer.number({ label, key, mistakes });
}

const KINDS = ['square', 'cube', 'exponential', 'logistic', 'exponential', 'logistic'] as const;
/** Not 1/2, where u and 1 - u are one. */
const SHARES = ['1/3', '2/3', '1/4', '3/4', '1/5', '2/5', '3/5', '4/5', '5/6', '9/10'];

/** An open interval, spoken as one. */
function open(low: string, high: string): Formula {
  return tex(`(${low},\\, ${high})`, `the interval between ${low.replace('-', 'minus ')} and ${high.replace('-', 'minus ')}`);
}

function pair(low: number, high: number): Formula {
  return open(`${low}`, `${high}`);
}

function shareOf({ low, high, from, to }: { low: number; high: number; from: number; to: number }) {
  const [left, right] = [Math.max(low, from), Math.min(high, to)];
  const whole = rational(high - low);
  const length = rational(right - left);
  const key = length.over(whole);
  return {
    ...{ left, right, whole, length, key },
    unclipped: rational(to - from).over(whole),
    over: length.over(high),
    rest: ONE.minus(key),
  };
}

function momentsOf(low: number, high: number) {
  const width = rational(high - low);
  return {
    width,
    height: ONE.over(width),
    center: rational(low + high, 2),
    spread: width.power(2).over(12),
    half: width.over(2),
  };
}

function mapped({ low, high, m, c }: { low: number; high: number; m: number; c: number }) {
  const ends = [rational(m * low + c), rational(m * high + c)];
  const own = rational((high - low) ** 2, 12);
  return {
    ends,
    left: at(ends, m > 0 ? 0 : 1),
    right: at(ends, m > 0 ? 1 : 0),
    own,
    spread: own.times(m * m),
    unsquared: own.times(Math.abs(m)),
    signedSpread: own.times(m),
    moved: own.times(m * m).plus(c),
  };
}

type Sampler = { kind: (typeof KINDS)[number]; u: Rational; scale: number };

function distributionOf(kind: Sampler['kind'], scale: number): Expression {
  if (kind === 'square') return expr`x^2/${scale * scale}`;
  if (kind === 'cube') return expr`x^3/${scale * scale * scale}`;
  return kind === 'exponential' ? expr`1 - exp(-${scale}x)` : expr`1/(1 + exp(-x/${scale}))`;
}

function inverted(given: Sampler) {
  const { kind } = given;
  return kind === 'exponential' ? ofWaiting(given) : kind === 'logistic' ? ofLogistic(given) : ofPower(given);
}

/** F = (x/c)^k on [0, c]. */
function ofPower({ kind, u, scale: c }: Sampler) {
  const isSquare = kind === 'square';
  const k = isSquare ? 2 : 3;
  const root = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(n => rational(n, 10)).find(n => n.power(k).equals(u));
  const x = sure(root).times(c);
  const power = isSquare ? math`x^2` : math`x^3`;
  const scaled = isSquare ? c * c : c * c * c;
  const whole = u.times(scaled);
  return {
    domain: say`${math`0 \le x \le ${c}`}`,
    key: expr`${x}`,
    mistakes: [
      mistake(
        expr`${u.power(k).over(scaled)}`,
      )`You put ${math`u`} into ${math`F`}. You are looking for the ${math`x`} with this value.`,
      mistake(expr`${sure(root)}`)`You left out the factor below the line. Multiply ${math`u`} by it before the root.`,
      mistake(expr`${whole}`)`That is ${power}. Take the ${isSquare ? 'square' : 'cube'} root.`,
      mistake(expr`${whole.over(k)}`)`You divided by the exponent. Undo a power with a root.`,
    ],
    method: say`Solve ${math`F(x) = u`} for ${math`x`}: multiply, then take the ${isSquare ? 'square' : 'cube'} root.`,
    first: say`${math`${power} = ${scaled} \cdot ${decimal(u)} = ${decimal(whole)}`}.`,
    solution: [
      say`From ${math`F(x) = u`}: ${math`${power} = ${scaled} \cdot ${decimal(u)} = ${decimal(whole)}`}.`,
      say`The ${isSquare ? 'square' : 'cube'} root, not negative: ${math`x = ${decimal(x)}`}.`,
    ],
  };
}

/** F = 1 - exp(-λx) for x ≥ 0. */
function ofWaiting({ u, scale: rate }: Sampler) {
  const rest = ONE.minus(u);
  const ratio = ONE.over(rest);
  const [log, flipped] = [call('ln', ratio), call('ln', ONE.over(u))];
  return {
    domain: say`${math`x \ge 0`}`,
    key: divide(log, rate),
    mistakes: [
      mistake(divide(flipped, rate))`You took ${math`u`} for ${math`1 - u`}. Solve ${math`F(x) = u`} as it stands.`,
      mistake(multiply(rate, log))`You multiplied by ${rate}. It stands in the exponent, so divide by it.`,
      mistake(log)`You left out the factor ${rate} in the exponent. Divide by it.`,
    ],
    method: say`Solve ${math`F(x) = u`} for ${math`x`}: bring the power of ${math`e`} to one side alone, take the natural logarithm, and divide.`,
    first: say`${math`e^{-${rate} x} = 1 - ${u} = ${rest}`}.`,
    solution: [
      say`From ${math`F(x) = u`}: ${math`e^{-${rate} x} = 1 - ${u} = ${rest}`}.`,
      say`Logarithm: ${math`-${rate} x = \ln ${rest}`}, so ${math`x = ${divide(log, rate)} \approx ${thousandths(divide(log, rate))}`}.`,
    ],
  };
}

/** F = 1/(1 + exp(-x/s)) for all x. */
function ofLogistic({ u, scale: s }: Sampler) {
  const odds = u.over(ONE.minus(u));
  const [isBelow, inverse] = [odds.compare(1) < 0, ONE.over(odds)];
  const log = isBelow ? negate(call('ln', inverse)) : call('ln', odds);
  const [up, down] = [multiply(s, call('ln', odds)), negate(multiply(s, call('ln', inverse)))];
  const [key, opposite] = isBelow ? [down, multiply(s, call('ln', inverse))] : [up, negate(up)];
  return {
    domain: say`all ${math`x`}`,
    key,
    mistakes: [
      mistake(opposite)`The odds are upside down. They are ${math`u/(1 - u)`}.`,
      mistake(divide(log, s))`You divided by ${s}. It divides ${math`x`} in the exponent, so multiply by it.`,
      mistake(log)`You left out the ${s} in the exponent. Multiply by it.`,
      mistake(multiply(s, call('ln', u)))`You took the logarithm of ${math`u`}. The odds ${math`u/(1 - u)`} belong there.`,
    ],
    method: say`Solve ${math`F(x) = u`} for ${math`x`}: turn both sides upside down, bring the power of ${math`e`} to one side alone, and take the logarithm.`,
    first: say`${math`1 + e^{-x/${s}} = 1/u = ${ONE.over(u)}`}.`,
    solution: [
      say`Upside down: ${math`1 + e^{-x/${s}} = ${ONE.over(u)}`}, so ${math`e^{-x/${s}} = ${inverse}`}.`,
      say`Logarithm: ${math`-x/${s} = \ln ${inverse}`}, so ${math`x = ${key} \approx ${thousandths(key)}`}.`,
    ],
  };
}

function thousandths(value: Expression): Formula {
  return decimal(rational(Math.round(evaluate(value) * 1000), 1000));
}
